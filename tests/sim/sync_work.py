"""What people do at simulated desks in a day, through the real services; now and then something unusual.

The same few members and copies meet everywhere, so that desks that do not hear of each other contradict each other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from fakes import HASHER
from sync_faults import ShelfCounted
from sync_house import HOUSE_WORK, HouseWork
from sync_money import BASIS, MONEY_WEIGHTS, MoneyWork

from loket.domain import events as e
from loket.domain.apply_members import PERSONAL_FIELDS
from loket.domain.changes import changes_between
from loket.domain.entities import Biblio, ClosedDay, FineMode, Id, Item, ItemStatus, LoanPolicy, Member
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.services import catalogue, settings
from loket.services.cases import resolve_case
from loket.services.circulation import Approval, check_in, check_out, declare, note_return, renew
from loket.services.desk import Desk, all_rows, confirm_clock
from loket.services.identity import IdentityKeys
from loket.services.operators import change_operator
from loket.services.undo import undo

if TYPE_CHECKING:
    from sync_world import Machine

CANARY, NAME = "RAHASIA", "NAMA"  # stand in everything personal, and in names: looked for where they must not be
TYPES = ("umum", "pelajar", "anak")
OPEN_CASES = "SELECT id FROM conflict_case WHERE closed = 0 ORDER BY opened_at, id LIMIT 8"


class People:
    """Members, copies and titles that anybody at any desk may speak of, known by their ids alone."""

    def __init__(self, admin: Id, operators: list[Id]) -> None:
        self.admin, self.operators = admin, operators
        self.members: list[Id] = []
        self.items: list[Id] = []
        self.titles: list[Id] = []
        self.barcodes: list[str] = []
        self.erased: set[Id] = set()
        self.made = 0

    def number(self) -> int:
        self.made += 1
        return self.made


class Worker(HouseWork, MoneyWork):
    """One machine's staff. Every action is a line in the world's log; refusals are part of the day."""

    def __init__(self, machine: Machine, people: People, random: Random) -> None:
        self.machine, self.people, self.random = machine, people, random

    @property
    def desk(self) -> Desk:
        assert self.machine.desk is not None
        return self.machine.desk

    def choose(self) -> Callable[[], object]:
        """What is done next."""
        weights = ADMIN_WEIGHTS if self.machine.is_admin else WEIGHTS
        if self.machine.house:
            weights = HOUSE_WEIGHTS
        chosen = self.random.choices(list(weights), list(weights.values()))[0]
        if chosen == "count_shelf" and not self.machine.newer:
            chosen = "scan"
        return getattr(self, chosen)  # type: ignore[no-any-return]

    # ---- circulation ----------------------------------------------------------------------------------------------

    def scan(self) -> None:
        """A copy on the counter: what is out comes back or is renewed, what is here goes out."""
        item = self._item()
        if item.loan_id is None:
            member_id = self.random.choice(self.people.members)
            check_out(self.desk, member_id=member_id, item_id=item.id, approval=self._approval())
        elif self.random.random() < 0.25:
            renew(self.desk, item_id=item.id, approval=self._approval())
        else:
            check_in(self.desk, item_id=item.id)

    def note_return(self) -> None:
        """A copy that no loan is known of, or that nobody knows."""
        unknown = self.random.random() < 0.1
        barcode = f"LAIN-{self.people.number() % 3}" if unknown else self.random.choice(self.people.barcodes)
        with self.desk.action() as act:
            known = list(act.state.items_with_barcode(barcode))
            if known and known[0].loan_id is not None:
                raise Refused(RefusalCode.ITEM_ON_LOAN)
            note_return(act, barcode, known[0] if known else None)

    def declare(self) -> None:
        status = self.random.choice((ItemStatus.LOST, ItemStatus.DAMAGED, ItemStatus.AVAILABLE, ItemStatus.AVAILABLE))
        price = self.random.choice((0, 25_000))
        declare(self.desk, item_id=self._item().id, status=status, charge_rp=price)

    def undo(self) -> None:
        undo(self.desk, reason="salah pindai")

    # ---- members --------------------------------------------------------------------------------------------------

    def register(self) -> None:
        """Mostly somebody new; sometimes one who has a record already, or a number given twice."""
        number = self.people.number()
        r = self.random
        card = f"A-{r.randrange(number) if r.random() < 0.08 else number}"
        identity = f"CONTOH{r.randrange(12) if r.random() < 0.3 else 100 + number:04d}"
        with self.desk.action() as act:
            keys, member_id = IdentityKeys(act.driver), act.new_id()
            person = e.Person(
                full_name=f"{NAME}-{member_id} Contoh",
                phone=f"{CANARY}-{member_id}",
                identity_type="ktp",
                identity_sealed=keys.seal(member_id, identity),
                identity_index=keys.index(identity),
            )
            until = act.today + timedelta(days=r.choice((5, 400, 400)))
            act.record(e.MemberRegistered(member_id, card, r.choice(TYPES), act.today, until, person=person))
        self.people.members.append(member_id)

    def edit_member(self) -> None:
        """Two desks that change the same few fields of the same few people."""
        r, member_id = self.random, self.random.choice(self.people.members[:10])
        number = r.randrange(6)
        wanted: dict[str, Any] = {
            "phone": f"{CANARY}-{member_id}-{number}",
            "address": f"{CANARY}-{member_id} Jalan {number}",
            "full_name": f"{NAME}-{member_id} Contoh {number}",
            "valid_until": date(2027, 1, 1 + number),
            "suspended_until": date(2026, 12, 1 + number) if number < 2 else None,
        }
        chosen = r.sample(sorted(wanted), r.choice((1, 1, 2)))
        with self.desk.action() as act:
            old = act.state.get(Member, member_id)
            if old is None or old.erased:
                raise Refused(RefusalCode.CODE_UNKNOWN)
            changed, was = changes_between(old, replace(old, **{name: wanted[name] for name in chosen}))
            if not changed:
                raise Refused(RefusalCode.NOTHING_TO_UNDO)
            act.record(e.MemberChanged(member_id, *_plain(changed, was), *_personal(changed, was)))

    def merge_members(self) -> None:
        winner, loser = self.random.sample(self.people.members, 2)
        with self.desk.action() as act:
            act.record(e.MembersMerged(winner, loser))

    def erase_member(self) -> None:
        member_id = self.random.choice(self.people.members)
        with self.desk.action() as act:
            if act.state.get(Member, member_id) is None:
                raise Refused(RefusalCode.CODE_UNKNOWN)
            act.record(e.MemberErased(member_id, "permintaan"))
        self.people.erased.add(member_id)

    # ---- catalogue ------------------------------------------------------------------------------------------------

    def edit_item(self) -> None:
        item = self._item()
        form = catalogue.ItemForm.of(item)
        r = self.random
        form = r.choice(
            (
                replace(form, note=f"catatan {r.randrange(3)}"),
                replace(form, location=f"rak {r.randrange(3)}"),
                replace(form, price=str(r.randrange(1, 5) * 10_000)),
                replace(form, barcode=f"B{r.randrange(60):03d}"),
            )
        )
        catalogue.correct_item(self.desk, item.id, form)

    def edit_title(self) -> None:
        with self.desk.view() as act:
            biblio = act.state.get(Biblio, self.random.choice(self.people.titles))
        if biblio is None:
            raise Refused(RefusalCode.CODE_UNKNOWN)
        form = replace(catalogue.TitleForm.of(biblio), publisher=f"Penerbit {self.random.randrange(4)}")
        catalogue.correct_title(self.desk, biblio.id, form)

    def add_title(self) -> None:
        number = self.people.number()
        copies = catalogue.CopiesForm(barcode=f"B{self.random.randrange(60, 90):03d}")
        saved = catalogue.add_title(self.desk, catalogue.TitleForm(f"Judul {number}"), copies)
        self.people.titles.append(saved.biblio.id)
        for item in saved.items:
            self.people.items.append(item.id)
            self.people.barcodes.append(item.barcode)

    # ---- the library ----------------------------------------------------------------------------------------------

    def resolve(self) -> None:
        with self.desk.view() as act:
            found = act.driver.execute(OPEN_CASES).fetchall()
        if not found:
            raise Refused(RefusalCode.CASE_DECIDED)
        case_id = Id(self.random.choice(found)[0].hex())
        from loket.domain.decisions import choices_for
        from loket.domain.entities import Case

        with self.desk.view() as act:
            case = act.state.get(Case, case_id)
        assert case is not None
        resolve_case(self.desk, case_id, self.random.choice(choices_for(case)), value="2026-12-20")

    def change_rules(self) -> None:
        r = self.random
        match r.randrange(4):
            case 0:
                settings.change_rule(self.desk, "same_title_once", r.random() < 0.5)
            case 1:
                policy = LoanPolicy(
                    Id(""), r.choice(("*", "pelajar")), loan_days=r.choice((5, 7)), max_items=r.choice((2, 3))
                )
                fined = replace(policy, max_titles=3, fine_mode=FineMode.BOTH, fine_per_day_rp=500, legal_basis=BASIS)
                settings.adopt_policy(self.desk, fined)
            case 2:
                day = self.desk.today() + timedelta(days=r.randrange(1, 10))
                settings.declare_closed_days(self.desk, [ClosedDay(day, f"Libur {r.randrange(3)}")])
            case 3:
                with self.desk.view() as act:
                    days = [day.on for day in all_rows(act.driver, ClosedDay)]
                if not days:
                    raise Refused(RefusalCode.NOTHING_TO_UNDO)
                settings.withdraw_closed_day(self.desk, r.choice(days))

    def toggle_operator(self) -> None:
        """Somebody leaves, or comes back; desks that did not hear of it let him work on."""
        who = self.random.choice(self.people.operators)
        active = self.random.random() < 0.4
        change_operator(self.desk, HASHER, who, active=active)

    def count_shelf(self) -> None:
        with self.desk.action() as act:
            act.record(ShelfCounted(f"r{self.random.randrange(5)}", self.random.randrange(100)))

    def confirm_clock(self) -> None:
        confirm_clock(self.desk)

    # ---- parts ----------------------------------------------------------------------------------------------------

    def _item(self) -> Item:
        with self.desk.view() as act:
            item = act.state.get(Item, self.random.choice(self.people.items))
        if item is None:
            raise Refused(RefusalCode.CODE_UNKNOWN)
        return item

    def _approval(self) -> Approval | None:
        return Approval(self.people.admin, "atas izin") if self.random.random() < 0.6 else None


def _plain(changed: dict[str, Any], was: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    names = changed.keys() - PERSONAL_FIELDS
    return {n: changed[n] for n in sorted(names)}, {n: was[n] for n in sorted(names)}


def _personal(changed: dict[str, Any], was: dict[str, Any]) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    names = changed.keys() & PERSONAL_FIELDS
    if not names:
        return None, None
    return {n: changed[n] for n in sorted(names)}, {n: was[n] for n in sorted(names)}


WEIGHTS = {
    "scan": 60,
    "edit_member": 9,
    "undo": 5,
    "note_return": 4,
    "register": 4,
    "edit_item": 4,
    "declare": 3,
    "resolve": 3,
    "edit_title": 2,
    "add_title": 1,
    **MONEY_WEIGHTS,
    **HOUSE_WORK,
    "count_shelf": 1,
    "merge_members": 0.15,
    "erase_member": 0.15,
}
ADMIN_WEIGHTS = WEIGHTS | {"change_rules": 2, "change_tariff": 0.7, "toggle_operator": 0.7}
HOUSE_WEIGHTS = {"visit": 30, "count_shelf": 1}
EXPECTED = (Refused, InvalidInput)
