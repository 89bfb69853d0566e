"""Forms compiled from ui/*.ui by `./loket forms`; never edited by hand."""
