"""One file on its way in, row by row: what each record means for the library, decided once for dry run and real run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loket.domain import events as e
from loket.domain.changes import changes_between
from loket.domain.entities import Biblio, Id, Item, Member
from loket.domain.folding import code_key
from loket.importing.records import BiblioRecord, ItemRecord, MemberRecord, Problem, Row
from loket.services.desk import Action
from loket.services.identity import IdentityKeys
from loket.services.intake_records import (
    PERSON_FIELDS,
    Terms,
    description_hash,
    is_same_person,
    merged_biblio,
    merged_item,
    merged_member,
    new_biblio,
    new_item,
    new_member,
    person_of,
)
from loket.services.intake_report import Counts, IntakeCode, IntakeReport
from loket.services.intake_titles import KnownTitles, Match, Signature

_ANY = ("SELECT 1 FROM member LIMIT 1", "SELECT 1 FROM item LIMIT 1")
EVERY_ROWS = 200  # between two reports of progress, looks at Cancel, and letting go of remembered rows


def terms_of(act: Action) -> Terms:
    return Terms(act.rules.settings, IdentityKeys(act.driver), act.today)


@dataclass(slots=True)
class _First:
    """Where a number or barcode stood first in the file, and what it meant there."""

    line: int
    meaning: object


class FileIntake:
    """Books the rows of one file, or only counts what they would do (`recording` False)."""

    def __init__(self, act: Action, report: IntakeReport, *, recording: bool, stop_at_refusal: bool = False) -> None:
        self._act = act
        self._report = report
        self._recording = recording
        self._stop_at_refusal = stop_at_refusal
        self._terms = terms_of(act)
        self._titles = KnownTitles(act.driver)
        self._members: dict[str, _First] = {}
        self._identities: dict[bytes, str] = {}
        self._items: dict[str, _First] = {}  # barcode -> the id of its title
        self._described: dict[Id, int] = {}  # titles met in this file -> hash of their first description
        self._had_members, self._had_items = (act.driver.execute(sql).fetchone() is not None for sql in _ANY)
        self._line = 0
        self._row_refused = False

    def rows(self, rows: Iterable[Row], kind: str) -> None:
        for row in rows:
            self._row(row, kind)
            self._report.rows += 1
            if self._report.rows % EVERY_ROWS == 0:
                self._act.state.forget()

    def _row(self, row: Row, kind: str) -> None:
        self._line, self._row_refused = row.line, False
        for problem in row.problems:
            self._add(problem)
        if row.record is None:
            self._report.counts()[kind].refused += 1
        elif isinstance(row.record, MemberRecord):
            self._member(row.record)
        elif isinstance(row.record, BiblioRecord):
            self._biblio(row.record)
        else:
            self._item_by_title(row.record)
        self._report.refused_rows += self._row_refused or row.record is None

    # ---- members ---------------------------------------------------------------------------------------------------

    def _member(self, record: MemberRecord) -> None:
        key, counts = code_key(record.member_no), self._report.members
        first = self._members.get(key)
        if first is not None:
            if first.meaning == hash(record):
                counts.same += 1
            else:
                self._refuse(counts, IntakeCode.MEMBER_NO_TWICE, "member_no", f"{record.member_no} = {first.line}")
            return
        self._members[key] = _First(self._line, hash(record))
        known = next(iter(self._members_with_no(record.member_no)), None)
        if known is None:
            self._add_member(record, counts)
        elif is_same_person(known, record):
            self._change_member(known, record, counts)
        else:
            self._refuse(counts, IntakeCode.MEMBER_NO_TAKEN, "member_no", record.member_no)

    def _add_member(self, record: MemberRecord, counts: Counts) -> None:
        member = new_member(record, self._act.new_id(), self._terms, self._doubt)
        self._look_for_twin(member)
        if self._items_with_barcode(record.member_no) or code_key(record.member_no) in self._items:
            self._doubt(IntakeCode.CODE_CLASH, "member_no", record.member_no)
        counts.new += 1
        self._record(registered(member))

    def _change_member(self, known: Member, record: MemberRecord, counts: Counts) -> None:
        member = merged_member(known, record, self._terms, self._doubt)
        changed, was = changes_between(known, member)
        if not changed:
            counts.same += 1
            return
        if "identity_index" in changed:
            self._look_for_twin(member)
        counts.changed += 1
        self._doubt(IntakeCode.WOULD_CHANGE, ", ".join(_shown_fields(changed)), record.member_no)
        self._record(_member_changed(known.id, changed, was))

    def _look_for_twin(self, member: Member) -> None:
        if member.identity_index is None:
            return
        others = self._act.state.members_with_identity(member.identity_index) if self._had_members else ()
        others = [other for other in others if other.id != member.id]
        twin = others[0].member_no if others else self._identities.get(member.identity_index)
        if twin is not None and twin != member.member_no:
            self._doubt(IntakeCode.SAME_IDENTITY, "identity_no", twin)
        self._identities.setdefault(member.identity_index, member.member_no)

    # ---- titles ----------------------------------------------------------------------------------------------------

    def _biblio(self, record: BiblioRecord) -> None:
        counts = self._report.titles
        match = self._titles.match(record)
        found = match.id or self._owner(record)
        if found is None:
            biblio_id = self._add_title(record, match, counts)
            if match.alike:
                self._doubt(IntakeCode.TITLE_TWICE, "title", record.title)
        else:
            biblio_id = found
            self._known_title(found, record, counts)
        self._described.setdefault(biblio_id, description_hash(record))
        for item in record.items:
            self._item(item, biblio_id)

    def _owner(self, record: BiblioRecord) -> Id | None:
        """The title its copies stand under already, when only its spelling was put right since."""
        for item in record.items:
            for known in self._items_with_barcode(item.barcode):
                if self._titles.agrees(known.biblio_id, record):
                    return known.biblio_id
        return None

    def _add_title(self, record: BiblioRecord, match: Match, counts: Counts) -> Id:
        biblio = new_biblio(record, self._act.new_id())
        counts.new += 1
        self._titles.note(match.wanted._replace(id=biblio.id))
        self._record(e.BiblioAdded(biblio))
        return biblio.id

    def _known_title(self, biblio_id: Id, record: BiblioRecord, counts: Counts) -> None:
        """A title met again in the file is left as its first row described it."""
        described = self._described.get(biblio_id)
        biblio = None if described is not None else self._act.state.get(Biblio, biblio_id)
        if biblio is None:
            if described != description_hash(record):
                self._doubt(IntakeCode.TITLE_REPEATED, "title", record.title)
            counts.same += 1
            return
        merged = merged_biblio(biblio, record)
        changed, was = changes_between(biblio, merged)
        if not changed:
            counts.same += 1
            return
        counts.changed += 1
        self._doubt(IntakeCode.WOULD_CHANGE, ", ".join(changed), record.title)
        self._titles.note(Signature.of(biblio_id, merged))
        self._record(e.BiblioChanged(biblio_id, changed, was))

    # ---- copies ----------------------------------------------------------------------------------------------------

    def _item_by_title(self, record: ItemRecord) -> None:
        """A copy of a file that joins by title: the title must be in the library already."""
        known = next(iter(self._items_with_barcode(record.barcode)), None)
        if known is not None and self._titles.is_named(known.biblio_id, record.title_key):
            self._item(record, known.biblio_id)
            return
        match = self._titles.named(record.title_key)
        if match.id is None:
            self._refuse(self._report.items, IntakeCode.TITLE_UNKNOWN, "title_key", record.title_key)
            return
        if match.alike > 1:
            self._doubt(IntakeCode.TITLE_SEVERAL, "title_key", record.title_key)
        self._item(record, match.id)

    def _item(self, record: ItemRecord, biblio_id: Id) -> None:
        key, counts = code_key(record.barcode), self._report.items
        first = self._items.get(key)
        if first is not None:
            if first.meaning == biblio_id:
                counts.same += 1
            else:
                self._refuse(counts, IntakeCode.BARCODE_TWICE, "barcode", f"{record.barcode} = {first.line}")
            return
        self._items[key] = _First(self._line, biblio_id)
        known = self._items_with_barcode(record.barcode)
        here = next((item for item in known if item.biblio_id == biblio_id), None)
        if here is not None:
            self._change_item(here, record, counts)
        elif known:
            self._refuse(counts, IntakeCode.BARCODE_TAKEN, "barcode", record.barcode)
        else:
            self._add_item(record, biblio_id, counts)

    def _add_item(self, record: ItemRecord, biblio_id: Id, counts: Counts) -> None:
        if self._members_with_no(record.barcode) or code_key(record.barcode) in self._members:
            self._doubt(IntakeCode.CODE_CLASH, "barcode", record.barcode)
        counts.new += 1
        self._record(e.ItemAdded(new_item(record, self._act.new_id(), biblio_id, self._terms, self._doubt)))

    def _change_item(self, known: Item, record: ItemRecord, counts: Counts) -> None:
        changed, was = changes_between(known, merged_item(known, record, self._terms, self._doubt))
        if not changed:
            counts.same += 1
            return
        counts.changed += 1
        self._doubt(IntakeCode.WOULD_CHANGE, ", ".join(changed), record.barcode)
        self._record(e.ItemChanged(known.id, changed, was))

    # ---- parts -----------------------------------------------------------------------------------------------------

    # The first file into an empty library asks nothing of it: what the file itself said is remembered here.

    def _members_with_no(self, member_no: str) -> Sequence[Member]:
        return self._act.state.members_with_no(member_no) if self._had_members else ()

    def _items_with_barcode(self, barcode: str) -> Sequence[Item]:
        return self._act.state.items_with_barcode(barcode) if self._had_items else ()

    def _record(self, event: e.Event) -> None:
        if self._recording and not (self._stop_at_refusal and self._report.refused_rows):
            self._act.record(event)
            self._report.events += 1

    def _doubt(self, code: IntakeCode, field: str, value: str) -> None:
        self._add(Problem(self._line, field, code, value[:80], fatal=False))

    def _refuse(self, counts: Counts, code: IntakeCode, field: str, value: str) -> None:
        counts.refused += 1
        self._add(Problem(self._line, field, code, value[:80]))

    def _add(self, problem: Problem) -> None:
        self._row_refused = self._row_refused or problem.fatal
        self._report.add(problem)


def registered(member: Member) -> e.MemberRegistered:
    assert member.registered_on is not None  # `new_member` sees to it
    return e.MemberRegistered(
        member.id,
        member.member_no,
        member.member_type,
        member.registered_on,
        member.valid_until,
        member.pending,
        person_of(member),
    )


def _member_changed(member_id: Id, changed: dict[str, object], was: dict[str, object]) -> e.MemberChanged:
    """The change with its personal part apart."""
    own = {name for name in changed if name in PERSON_FIELDS}
    return e.MemberChanged(
        member_id,
        {name: value for name, value in changed.items() if name not in own},
        {name: value for name, value in was.items() if name not in own},
        {name: changed[name] for name in changed if name in own} or None,
        {name: was[name] for name in was if name in own} or None,
    )


def _shown_fields(changed: dict[str, object]) -> list[str]:
    """Field names for the report; the sealed number and its index are one field to a reader."""
    return list(dict.fromkeys("identity_no" if name.startswith("identity_") else name for name in changed))
