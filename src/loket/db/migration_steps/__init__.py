"""One module per migration step, named by number and purpose."""
