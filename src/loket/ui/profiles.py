"""Which tabs a station profile shows, in their order."""

from __future__ import annotations

from loket.services.setup import StationProfile
from loket.ui.pages.card_queue import CardQueuePage
from loket.ui.pages.cases import CasesPage
from loket.ui.pages.cash import CashPage
from loket.ui.pages.catalogue import CataloguePage
from loket.ui.pages.circulation import CirculationPage
from loket.ui.pages.members import MembersPage
from loket.ui.pages.page import Page
from loket.ui.pages.self_registration import SelfRegistrationPage
from loket.ui.pages.settings import SettingsPage
from loket.ui.pages.treasury import TreasuryPage

PAGES: dict[str, tuple[type[Page], ...]] = {
    StationProfile.SIRKULASI: (CirculationPage, MembersPage, CashPage, SettingsPage),
    StationProfile.KARTU: (MembersPage, CardQueuePage, CirculationPage, SettingsPage),
    StationProfile.BENDAHARA: (TreasuryPage, CashPage, SettingsPage),
    StationProfile.KIOS: (SelfRegistrationPage, SettingsPage),
    StationProfile.LENGKAP: (CirculationPage, MembersPage, CashPage, TreasuryPage, CataloguePage, SettingsPage),
}


def pages_of(profile: str, *, joined: bool = False) -> tuple[type[Page], ...]:
    """The tabs of a profile; all of them for one this version does not know.

    `joined`: the counter belongs to a server, where other desks' work meets its own and may contradict it.
    """
    *work, settings = PAGES.get(profile, PAGES[StationProfile.LENGKAP])
    return (*work, CasesPage, settings) if joined else (*work, settings)
