"""Which tabs a station profile shows, in their order, and which of them comes first."""

from __future__ import annotations

from loket.services.setup import StationProfile
from loket.ui.pages.card_queue import CardQueuePage
from loket.ui.pages.cases import CasesPage
from loket.ui.pages.cash import CashPage
from loket.ui.pages.catalogue import CataloguePage
from loket.ui.pages.circulation import CirculationPage
from loket.ui.pages.guestbook import GuestbookPage
from loket.ui.pages.kiosk import KioskPage
from loket.ui.pages.lockers import LockersPage
from loket.ui.pages.members import MembersPage
from loket.ui.pages.page import Page
from loket.ui.pages.recap import RecapPage
from loket.ui.pages.rooms import RoomsPage
from loket.ui.pages.settings import SettingsPage
from loket.ui.pages.treasury import TreasuryPage

PAGES: dict[str, tuple[type[Page], ...]] = {
    StationProfile.SIRKULASI: (CirculationPage, MembersPage, CashPage, RecapPage, SettingsPage),
    StationProfile.KARTU: (MembersPage, CardQueuePage, CirculationPage, SettingsPage),
    StationProfile.BENDAHARA: (TreasuryPage, CashPage, RecapPage, SettingsPage),
    StationProfile.PINTU: (GuestbookPage, LockersPage, RecapPage, SettingsPage),
    StationProfile.RUANG: (RoomsPage, GuestbookPage, CashPage, RecapPage, SettingsPage),
    StationProfile.KIOS: (KioskPage, SettingsPage),
    StationProfile.LENGKAP: (
        *(GuestbookPage, MembersPage, CirculationPage, LockersPage, CashPage, RoomsPage),
        *(RecapPage, CataloguePage, TreasuryPage, SettingsPage),
    ),
}


def pages_of(profile: str, *, joined: bool = False) -> tuple[type[Page], ...]:
    """The tabs of a profile; all of them for one this version does not know.

    `joined`: the counter belongs to a server, where other desks' work meets its own and may contradict it.
    """
    *work, settings = PAGES.get(profile, PAGES[StationProfile.LENGKAP])
    return (*work, CasesPage, settings) if joined else (*work, settings)


def first_of(kinds: tuple[type[Page], ...]) -> type[Page]:
    """The tab to begin with: the loans desk where there are books to lend from the first, else the first tab."""
    return CirculationPage if kinds[0] is GuestbookPage and CirculationPage in kinds else kinds[0]
