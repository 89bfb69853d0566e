"""Random lives of a library: sequences of events, plausible ones and ones that contradict each other.

Everything comes from one seed. Keys are drawn from small pools, so that the same member, copy and loan meet again and
again; some keys are never introduced, so that events about unknown things occur too.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from sim.random_house import HOUSE_WEIGHTS, HouseLife
from sim.random_money import MONEY_WEIGHTS, MoneyLife
from sim.random_recaps import RECAP_WEIGHTS, RecapLife

from loket.domain import events as e
from loket.domain.apply import apply
from loket.domain.cases import CaseClass
from loket.domain.decisions import NEW_DATE, TAKE, choices_for
from loket.domain.entities import (
    Biblio,
    CardEnd,
    Case,
    ClosedDay,
    Counting,
    FineMode,
    Id,
    Item,
    ItemStatus,
    Library,
    LoanPolicy,
    Member,
    Role,
    Station,
    key_of,
)
from loket.domain.memory import DictState

FIRST_DAY = date(2026, 11, 24)
START = datetime(2026, 11, 24, 1, tzinfo=UTC)
SYSTEM = tuple(cls for cls in CaseClass if cls.startswith("SYS_"))


def key(kind: str, number: int) -> Id:
    """The key of the nth thing of a kind, the same in every sequence."""
    return Id(f"{ord(kind[0]):02x}{ord(kind[1]):02x}{number:028x}")


class Life(MoneyLife, HouseLife, RecapLife):
    """Makes one sequence. `make[i]` draws an event of the i-th kind from what is in the pools."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.seed = seed
        self.made = 0
        self.day = FIRST_DAY
        self.lent: list[e.ItemLent] = []
        self.undoable: list[tuple[Id, Any]] = []
        self.books = DictState()  # what became of it so far: decisions are about cases that are there

    def sequence(self, length: int) -> list[e.Recorded]:
        """A beginning that introduces people and books (mostly), then anything."""
        return [self.recorded(self.opening() if n < length // 3 else self.anything()) for n in range(length)]

    def opening(self) -> e.Event:
        draw = self.random.random()
        if draw < 0.06:
            return self.operator_added()
        if draw < 0.35:
            return self.member_registered()
        if draw < 0.75:
            return self.item_added()
        return self.anything()

    def anything(self) -> e.Event:
        kinds, weights = zip(*WEIGHTS.items(), strict=True)
        made: e.Event = self.random.choices(kinds, weights)[0](self)
        return made

    def recorded(self, event: e.Event) -> e.Recorded:
        r = self.random
        self.made += 1
        if r.random() < 0.2:
            self.day += timedelta(days=r.randrange(0, 5))
        done = START + (self.day - FIRST_DAY) * 1 + timedelta(milliseconds=r.randrange(40_000_000))
        event_id = Id(f"{0xE0:02x}{self.seed % (1 << 64):016x}{self.made:014x}")
        stamp = e.Stamp(
            event_id=event_id,
            began_at=done - timedelta(milliseconds=r.randrange(60_000)),
            done_at=done,
            business_on=self.day,
            utc_offset_min=r.choice((420, 480, 540)),
            station_id=key("st", r.randrange(2)),
            operator_id=r.choice((None, self.id("op", 2))),
            boot_id=f"boot{r.randrange(2)}",
            mono_ms=r.randrange(1 << 40),
            clock_quality=r.choice(("plausible", "server_synced", "doubtful")),
            corrected_at=r.choice((None,) * 9 + (done + timedelta(milliseconds=r.randrange(-(10**7), 10**7)),)),
        )
        if isinstance(event, e.ItemLent):
            self.lent.append(event)
        if isinstance(event, (e.ItemLent, e.ItemReturned, e.LoanRenewed, e.ItemDeclared)):
            self.undoable.append((event_id, event))
        made = e.Recorded(stamp, event)
        apply(self.books, made)
        return made

    # ---- parts ----------------------------------------------------------------------------------------------------

    def id(self, kind: str, pool: int = 4) -> Id:
        return key(kind, self.random.randrange(pool))

    def text(self) -> str:
        return self.random.choice(
            ("", "Contoh", "Ada Contoh", "H. Budi, S.Pd.", "Çelebi – “x”", "a'b\"c\\n", "0812-3456-7890")
        )

    def on(self) -> date:
        return self.day + timedelta(days=self.random.randrange(-10, 30))

    def maybe(self, value: Any) -> Any:
        return self.random.choice((None, value))

    def rp(self) -> int:
        return self.random.choice((0, 500, 1500, 80_000))

    # ---- the library and its rules --------------------------------------------------------------------------------

    def library_described(self) -> e.Event:
        return e.LibraryDescribed(Library(self.id("li", 1), self.text(), "CTH", head_name=self.text()))

    def station_described(self) -> e.Event:
        return e.StationDescribed(Station(self.id("st", 2), "L1", self.text(), "lengkap"))

    def rule_set(self) -> e.Event:
        rule = self.random.choice(("weekly_closed", "renew_from", "later_rule"))
        return e.RuleSet(rule, self.random.choice(("[6]", '"today"', "", "{")), self.maybe("[]"))

    def policy_adopted(self) -> e.Event:
        r = self.random
        policy = LoanPolicy(
            self.id("po", 2),
            r.choice(("*", "umum")),
            r.choice(("*", "anak")),
            loan_days=r.randrange(1, 30),
            counting=r.choice(list(Counting)),
            fine_mode=r.choice(list(FineMode)),
            fine_per_day_rp=self.rp(),
            closed_days_free=r.random() < 0.5,
            legal_basis=self.text(),
        )
        return e.PolicyAdopted(policy, self.maybe(self.id("po", 3)))

    def policy_retired(self) -> e.Event:
        return e.PolicyRetired(self.id("po", 3))

    def closed_days_declared(self) -> e.Event:
        days = {self.on() for _ in range(self.random.randrange(4))}
        return e.ClosedDaysDeclared(tuple(ClosedDay(day, self.text()) for day in sorted(days)))

    def closed_day_withdrawn(self) -> e.Event:
        return e.ClosedDayWithdrawn(self.on())

    def clock_confirmed(self) -> e.Event:
        return e.ClockConfirmed(self.on())

    def override_granted(self) -> e.Event:
        return e.OverrideGranted(self.id("ov"), self.id("op"), ("item_limit",), self.text(), self.maybe(self.id("me")))

    def operator_added(self) -> e.Event:
        roles = tuple(role.value for role in self.random.sample(list(Role), 2))
        return e.OperatorAdded(self.id("op", 1), "op", roles, self.maybe(e.OperatorPerson(self.text(), "$argon2id$")))

    def operator_changed(self) -> e.Event:
        active = self.random.random() < 0.3
        return e.OperatorChanged(self.id("op", 2), ("admin",), active, self.maybe(e.OperatorPerson(self.text(), "x")))

    # ---- members --------------------------------------------------------------------------------------------------

    def member_registered(self) -> e.Event:
        r = self.random
        person = e.Person(
            full_name=self.text(),
            birth_on=self.maybe(self.on()),
            identity_sealed=self.maybe(b"\x00\xffsealed"),
            identity_index=r.choice((None, None, b"\x01", b"\x02")),
            phone=self.text(),
            address_now=self.text(),
            photo=r.choice(("", "", "0a" * 32)),
            photo_consent=r.random() < 0.5,
            consented_on=self.maybe(self.on()),
            endorsed_on=self.maybe(self.on()),
        )
        pending = r.random() < 0.25
        number = "" if pending and r.random() < 0.8 else self.number()
        return e.MemberRegistered(
            self.id("me"),
            number,
            "umum",
            self.day,
            self.maybe(self.on()),
            pending,
            r.choice((person,) * 9 + (None,)),
        )

    def member_changed(self) -> e.Event:
        wanted = {"valid_until": self.maybe(self.on().isoformat()), "left": self.random.random() < 0.3}
        person = {
            "full_name": self.text(),
            "note": self.text(),
            "identity_index": self.random.choice((None, "AQ==", "Ag==")),
            "of_a_later_version": 1,
        }
        return e.MemberChanged(
            self.id("me", 6),
            self.some(wanted),
            self.some(wanted),
            self.maybe(self.some(person)),
            self.maybe(self.some(person)),
        )

    def some(self, values: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in values.items() if self.random.random() < 0.6}

    def number(self) -> str:
        return self.random.choice(("A-1", "a-1", "A-2", " A-3", "ÇA", ""))

    def applicant(self) -> Id:
        """Mostly somebody who applied and waits."""
        waiting = [key_of(who) for who in self.books.tables[Member].values() if isinstance(who, Member) and who.pending]
        return Id(self.random.choice(waiting)) if waiting and self.random.random() < 0.8 else self.id("me", 5)

    def applicant_accepted(self) -> e.Event:
        return e.ApplicantAccepted(self.applicant(), self.number(), "pelajar", self.day, self.maybe(self.on()))

    def applicant_declined(self) -> e.Event:
        return e.ApplicantDeclined(self.applicant(), self.day, self.maybe(self.text()))

    def membership_renewed(self) -> e.Event:
        return e.MembershipRenewed(self.id("me", 5), self.day, self.maybe(self.on()), self.maybe(self.on()))

    def member_suspended(self) -> e.Event:
        return e.MemberSuspended(self.id("me", 5), self.on(), self.maybe(self.on()), self.maybe(self.text()))

    def suspension_ended(self) -> e.Event:
        return e.SuspensionEnded(self.id("me", 5), self.day, self.maybe(self.on()), self.maybe(self.text()))

    def card_issued(self) -> e.Event:
        r = self.random
        end = r.choice((*CardEnd, "", CardEnd.LOST))
        code, old_code = r.choice(("A-1-2", "a-1-2", "A-2-2", "A-1")), r.choice(("A-1", "A-2", ""))
        old = self.maybe(self.id("mc", 5))
        return e.CardIssued(self.id("mc", 6), self.id("me", 5), code, self.day, end, old, old_code)

    def card_printed(self) -> e.Event:
        return e.CardPrinted(self.id("cp"), self.id("me", 5), self.number(), "contoh", "first", self.day)

    def fee_raised(self) -> e.Event:
        kind = self.random.choice(("form_fee", "card_fee", "renewal_fee", "replacement_fee"))
        return e.FeeRaised(self.id("ch", 9), self.id("me", 5), kind, self.rp(), self.day, "Perda contoh")

    def clearance_issued(self) -> e.Event:
        return e.ClearanceIssued(self.id("me", 5), self.text(), self.day, self.random.random() < 0.5)

    def identity_shown(self) -> e.Event:
        return e.IdentityShown(self.id("me", 5), self.text())

    def members_exported(self) -> e.Event:
        return e.MembersExported(self.random.randrange(9), ("member_no", "full_name"), self.text())

    def members_merged(self) -> e.Event:
        return e.MembersMerged(self.id("me", 5), self.id("me", 5))

    def merge_undone(self) -> e.Event:
        """Mostly a merge that stands."""
        merged = [
            (who.merged_into, who.id)
            for who in self.books.tables[Member].values()
            if isinstance(who, Member) and who.merged_into is not None
        ]
        if merged and self.random.random() < 0.8:
            return e.MergeUndone(*self.random.choice(merged), self.text())
        return e.MergeUndone(self.id("me", 5), self.id("me", 5), self.text())

    def member_erased(self) -> e.Event:
        return e.MemberErased(self.id("me", 5), self.text())

    # ---- catalogue ------------------------------------------------------------------------------------------------

    def biblio_added(self) -> e.Event:
        authors = tuple(self.text() for _ in range(self.random.randrange(3)))
        return e.BiblioAdded(Biblio(self.id("bi"), self.text(), authors=authors, isbn="978-1", subjects=("Contoh",)))

    def biblio_changed(self) -> e.Event:
        wanted = {"title": self.text(), "authors": [self.text()], "note": self.text()}
        return e.BiblioChanged(self.id("bi", 6), self.some(wanted), self.some(wanted))

    def item_added(self) -> e.Event:
        r = self.random
        item = Item(
            self.id("it"),
            self.id("bi", 6),
            r.choice(("B1", "b1", "B2", "B3 ", "")),
            collection_kind=r.choice(("umum", "referensi")),
            status=r.choice((ItemStatus.AVAILABLE,) * 4 + (ItemStatus.MISSING,)),
            price_rp=self.maybe(80_000),
            received_on=self.maybe(self.on()),
        )
        return e.ItemAdded(item)

    def item_changed(self) -> e.Event:
        wanted = {
            "barcode": self.random.choice(("B1", "B2", "b3")),
            "status": self.random.choice(("available", "withdrawn")),
            "price_rp": self.maybe(1000),
            "received_on": self.maybe("2026-01-02"),
        }
        return e.ItemChanged(self.id("it", 6), self.some(wanted), self.some(wanted))

    # ---- circulation ----------------------------------------------------------------------------------------------

    def item_lent(self) -> e.Event:
        r = self.random
        return e.ItemLent(
            self.id("lo", 12),
            self.id("me", 5),
            self.id("it", 5),
            self.id("bi", 6),
            self.id("po", 3),
            self.day,
            self.on(),
            r.randrange(3),
            r.choice((None, None, self.id("ov"))),
            r.choice((e.UNTOLD, None, None, None, START)),
        )

    def loan_of(self) -> tuple[Id, Id, Id]:
        """(loan, item, member): mostly a loan that was made, else one that nobody made, or a mixture."""
        if self.lent and self.random.random() < 0.85:
            lent = self.random.choice(self.lent[-4:])
            return lent.loan_id, lent.item_id, lent.member_id
        return self.id("lo", 14), self.id("it", 6), self.id("me", 6)

    def item_returned(self) -> e.Event:
        loan_id, item_id, member_id = self.loan_of()
        return e.ItemReturned(
            loan_id,
            item_id,
            member_id,
            self.day,
            self.random.randrange(5),
            self.maybe(self.id("ch", 9)),
            self.rp(),
            self.maybe(self.on()),
            self.maybe(self.on()),
        )

    def return_noted(self) -> e.Event:
        return e.ReturnNoted(self.random.choice(("B1", "b2", "B9")), self.id("it", 8), self.on())

    def loan_renewed(self) -> e.Event:
        return e.LoanRenewed(
            self.loan_of()[0], self.on(), self.on(), self.random.randrange(1, 4), self.maybe(self.id("ov"))
        )

    def item_declared(self) -> e.Event:
        loan_id, item_id, member_id = self.loan_of()
        status = self.random.choice(list(ItemStatus)).value
        return e.ItemDeclared(
            item_id,
            status,
            "available",
            self.text(),
            self.maybe(loan_id),
            self.maybe(member_id),
            self.maybe(self.id("ch", 9)),
            self.rp(),
            self.maybe(self.day),
        )

    # ---- undoing: mostly the opposite of something that was done, sometimes late, sometimes twice -------------------

    def done(self, kind: type[e.Event]) -> tuple[Id, Any] | None:
        found = [pair for pair in self.undoable if isinstance(pair[1], kind)]
        return self.random.choice(found[-3:]) if found else None

    def loan_undone(self) -> e.Event:
        event_id, loan_id = self.id("ev"), self.id("lo", 14)
        if found := self.done(e.ItemLent):
            event_id, loan_id = found[0], found[1].loan_id
        return e.LoanUndone(event_id, loan_id, self.text())

    def return_undone(self) -> e.Event:
        if found := self.done(e.ItemReturned):
            was = found[1]
            return e.ReturnUndone(
                found[0], was.loan_id, was.item_id, was.member_id, was.charge_id, was.suspended_was, was.suspended_until
            )
        return e.ReturnUndone(self.id("ev"), *self.loan_of(), self.maybe(self.id("ch", 9)), None, self.maybe(self.on()))

    def renewal_undone(self) -> e.Event:
        if found := self.done(e.LoanRenewed):
            return e.RenewalUndone(found[0], found[1].loan_id, found[1].was_due_on, found[1].renewals - 1)
        return e.RenewalUndone(self.id("ev"), self.id("lo", 14), self.on(), 0)

    def declaration_undone(self) -> e.Event:
        if found := self.done(e.ItemDeclared):
            was = found[1]
            return e.DeclarationUndone(found[0], was.item_id, was.was, was.loan_id, was.charge_id, self.text())
        return e.DeclarationUndone(self.id("ev"), self.id("it", 6), "available", self.maybe(self.id("lo", 14)))

    # ---- between counters -----------------------------------------------------------------------------------------

    def case_resolved(self) -> e.Event:
        """Mostly a case that is there, decided by what it offers."""
        r = self.random
        cases = [case for case in self.books.tables[Case].values() if isinstance(case, Case)]
        if not cases or r.random() < 0.1:
            return e.CaseResolved(self.id("ca"), NEW_DATE)
        case = r.choice(cases)
        choice = r.choice((*choices_for(case), TAKE))
        return e.CaseResolved(Id(key_of(case)), choice, self.text(), self.on().isoformat(), "ada")

    def system_noted(self) -> e.Event:
        place = self.text()
        return e.SystemNoted(self.random.choice(SYSTEM), "high", self.id("st", 2), place, {"stream": place})

    def event_replayed(self) -> e.Event:
        return e.EventReplayed(self.id("ev"))


WEIGHTS: dict[Callable[[Life], e.Event], int] = {
    **MONEY_WEIGHTS,
    **HOUSE_WEIGHTS,
    **RECAP_WEIGHTS,
    Life.library_described: 1,
    Life.station_described: 1,
    Life.rule_set: 1,
    Life.policy_adopted: 6,
    Life.policy_retired: 6,
    Life.closed_days_declared: 1,
    Life.closed_day_withdrawn: 1,
    Life.clock_confirmed: 1,
    Life.override_granted: 1,
    Life.operator_added: 2,
    Life.operator_changed: 2,
    Life.member_registered: 4,
    Life.member_changed: 4,
    Life.biblio_added: 2,
    Life.biblio_changed: 2,
    Life.item_added: 4,
    Life.item_changed: 4,
    Life.item_lent: 18,
    Life.item_returned: 9,
    Life.loan_renewed: 4,
    Life.item_declared: 5,
    Life.loan_undone: 4,
    Life.return_undone: 5,
    Life.renewal_undone: 3,
    Life.declaration_undone: 4,
    Life.applicant_accepted: 2,
    Life.applicant_declined: 1,
    Life.membership_renewed: 2,
    Life.member_suspended: 2,
    Life.suspension_ended: 2,
    Life.card_issued: 3,
    Life.card_printed: 1,
    Life.fee_raised: 2,
    Life.clearance_issued: 1,
    Life.identity_shown: 1,
    Life.members_exported: 1,
    Life.members_merged: 3,
    Life.merge_undone: 3,
    Life.member_erased: 2,
    Life.return_noted: 4,
    Life.case_resolved: 4,
    Life.system_noted: 1,
    Life.event_replayed: 1,
}


def life(seed: int, length: int) -> list[e.Recorded]:
    """The sequence of this seed."""
    return Life(seed).sequence(length)
