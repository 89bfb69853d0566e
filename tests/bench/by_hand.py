"""The same writes as the desk makes, as a person would write them straight against the driver: what we are held to.

One connection of its own with the desk's own settings; each action one BEGIN IMMEDIATE … COMMIT with the reads no
counter can do without and the rows the desk writes, the journal's with its hash. The event's body is made beforehand.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from loket.db import codec
from loket.db.engine import connect
from loket.db.journal import seal
from loket.db.rows import id_bytes, to_ms
from loket.domain import events as e
from loket.domain.entities import Id
from loket.domain.folding import code_key
from loket.domain.policy import DEFAULT_POLICY
from loket.services.desk import Desk

JOURNAL = f"INSERT INTO journal VALUES ({', '.join('?' * 20)})"
HEAD = "SELECT seq, hash FROM journal WHERE stream_id = ? ORDER BY seq DESC LIMIT 1"
ITEM = "SELECT id, biblio_id, status, collection_kind, loan_id FROM item WHERE barcode_key = ?"
MEMBER = 'SELECT full_name, member_type, valid_until, suspended_until, pending, "left" FROM member WHERE id = ?'
LOANS = "SELECT id, biblio_id, due_on FROM loan WHERE member_id = ? AND \"end\" = 'open'"
OWED = (
    "SELECT coalesce(sum(amount_rp - settled_rp), 0) FROM charge "
    "WHERE member_id = ? AND cancelled = 0 AND settled_rp < amount_rp"
)
TITLE = "SELECT title, authors FROM biblio WHERE id = ?"
LOAN = "SELECT member_id, due_on, renewals FROM loan WHERE id = ?"
LEND = (
    'INSERT INTO loan (id, member_id, item_id, biblio_id, policy_id, lent_on, lent_at, due_on, renewals, "end") '
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 'open')"
)
VISIT = (
    'INSERT INTO visit (id, kind, entered_at, "on", purpose, member_id, source, station_id, operator_id) '
    "VALUES (?, 'member', ?, ?, 'membaca', ?, ?, ?, ?)"
)
BY_CARD = (
    'SELECT m.id, m.full_name, m.valid_until, m.suspended_until, m.pending, m."left" FROM member m '
    "WHERE m.member_no_key = ? UNION SELECT m.id, m.full_name, m.valid_until, m.suspended_until, m.pending, "
    'm."left" FROM member_card c JOIN member m ON m.id = c.member_id WHERE c.code_key = ?'
)
LAST_VISIT = 'SELECT max(entered_at) FROM visit WHERE member_id = ? AND "on" >= ? AND room_id IS NULL AND cancelled = 0'
PEOPLE = 'SELECT coalesce(sum(people), 0) FROM visit WHERE "on" = ? AND room_id IS NULL AND cancelled = 0'


class ByHand:
    """Lends, takes back, renews and counts a visitor. What is prepared before the clock starts is a closure's."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.connection = connect(desk.database.path, desk.database.key)
        self._execute = self.connection.execute
        self._stream, self._station = id_bytes(desk.stream_id), id_bytes(desk.station.id)
        self._operator = id_bytes(desk.operator.id) if desk.operator else None
        self._today = desk.today()
        self._due = self._today + timedelta(days=7)

    def close(self) -> None:
        self.connection.close()

    def lending(self, member_id: Id, item_id: Id, biblio_id: Id, barcode: str) -> Any:
        """Prepare a loan; calling the result makes it."""
        loan_id, event_id, now_ms = self._new()
        event = e.ItemLent(
            loan_id, member_id, item_id, biblio_id, DEFAULT_POLICY.id, self._today, self._due, DEFAULT_POLICY.max_items
        )
        body = codec.encode(event)[0]
        member, policy = id_bytes(member_id), id_bytes(DEFAULT_POLICY.id)
        loan, lent_on, due_on = id_bytes(loan_id), self._today.isoformat(), self._due.isoformat()

        def lend() -> None:
            self._execute("BEGIN IMMEDIATE")
            item, biblio, status, _kind, out = self._execute(ITEM, (barcode.casefold(),)).fetchone()
            self._execute(MEMBER, (member,)).fetchone()
            loans = self._execute(LOANS, (member,)).fetchall()
            owed_rp = self._execute(OWED, (member,)).fetchone()[0]
            if out or status != "available" or len(loans) >= DEFAULT_POLICY.max_items or owed_rp:
                raise RuntimeError("a loan by hand met a copy or member that cannot borrow")
            self._execute(TITLE, (biblio,)).fetchone()
            self._execute(LEND, (loan, member, item, biblio, policy, lent_on, now_ms, due_on))
            self._execute("UPDATE item SET loan_id = ? WHERE id = ?", (loan, item))
            self._append(event_id, now_ms, "ItemLent", body)
            self._execute("COMMIT")

        return lend

    def returning(self, member_id: Id, item_id: Id, barcode: str) -> Any:
        loan_id = Id(self._execute(ITEM, (barcode.casefold(),)).fetchone()[4].hex())
        _, event_id, now_ms = self._new()
        body = codec.encode(e.ItemReturned(loan_id, item_id, member_id, self._today))[0]
        today = self._today.isoformat()

        def take_back() -> None:
            self._execute("BEGIN IMMEDIATE")
            item, biblio, _status, _kind, loan = self._execute(ITEM, (barcode.casefold(),)).fetchone()
            member, _due, _renewals = self._execute(LOAN, (loan,)).fetchone()
            self._execute(MEMBER, (member,)).fetchone()
            self._execute(TITLE, (biblio,)).fetchone()
            self._execute(
                "UPDATE loan SET \"end\" = 'returned', ended_on = ?, ended_at = ? WHERE id = ?", (today, now_ms, loan)
            )
            self._execute("UPDATE item SET loan_id = NULL WHERE id = ?", (item,))
            self._append(event_id, now_ms, "ItemReturned", body)
            self._execute("COMMIT")

        return take_back

    def renewing(self, barcode: str) -> Any:
        item = self._execute(ITEM, (barcode.casefold(),)).fetchone()
        _member, was, renewals = self._execute(LOAN, (item[4],)).fetchone()
        _, event_id, now_ms = self._new()
        due_on = self._due.isoformat()
        event = e.LoanRenewed(Id(item[4].hex()), self._due, type(self._due).fromisoformat(was), renewals + 1)
        body = codec.encode(event)[0]

        def renew() -> None:
            self._execute("BEGIN IMMEDIATE")
            _item, biblio, _status, _kind, loan = self._execute(ITEM, (barcode.casefold(),)).fetchone()
            member, _due, _renewals = self._execute(LOAN, (loan,)).fetchone()
            self._execute(MEMBER, (member,)).fetchone()
            self._execute(LOANS, (member,)).fetchall()
            self._execute(OWED, (member,)).fetchone()
            self._execute(TITLE, (biblio,)).fetchone()
            self._execute("UPDATE loan SET due_on = ?, renewals = renewals + 1 WHERE id = ?", (due_on, loan))
            self._append(event_id, now_ms, "LoanRenewed", body)
            self._execute("COMMIT")

        return renew

    def unrenew(self, barcode: str, due_on: str) -> None:
        """Put a loan renewed by hand back, so that the library can be measured again."""
        loan = self._execute(ITEM, (barcode.casefold(),)).fetchone()[4]
        self._execute("UPDATE loan SET due_on = ?, renewals = 0 WHERE id = ?", (due_on, loan))

    def visiting(self, member_id: Id) -> Any:
        return self._visit(member_id, "desk", lambda: None, lambda: None)

    def kiosk_visiting(self, member_no: str) -> Any:
        """As `visiting`, with what a kiosk must know: whose card it is, whether he is in the book, how many came."""
        today, key = self._today.isoformat(), code_key(member_no)
        member: bytes = self._execute(BY_CARD, (key, key)).fetchone()[0]

        def who() -> None:
            found = self._execute(BY_CARD, (key, key)).fetchall()
            if len(found) != 1 or self._execute(LAST_VISIT, (member, today)).fetchone()[0] is not None:
                raise RuntimeError("a visit by hand met somebody who is counted already")

        return self._visit(Id(member.hex()), "kiosk", who, lambda: self._execute(PEOPLE, (today,)).fetchone())

    def _visit(self, member_id: Id, source: str, before: Callable[[], Any], after: Callable[[], Any]) -> Any:
        visit_id, event_id, now_ms = self._new()
        event = e.VisitRecorded(
            visit_id, "member", self.desk.clock.now(), self._today, "membaca", member_id, source=source
        )
        body = codec.encode(event)[0]
        row = (id_bytes(visit_id), now_ms, self._today.isoformat(), id_bytes(member_id), source)

        def visit() -> None:
            self._execute("BEGIN IMMEDIATE")
            before()
            self._execute(VISIT, (*row, self._station, self._operator))
            self._append(event_id, now_ms, "VisitRecorded", body)
            after()
            self._execute("COMMIT")

        return visit

    def _new(self) -> tuple[Id, Id, int]:
        return self.desk.ids.new(), self.desk.ids.new(), to_ms(self.desk.clock.now())

    def _append(self, event_id: Id, now_ms: int, kind: str, body: bytes) -> None:
        seq, previous = self._execute(HEAD, (self._stream,)).fetchone()
        header = (
            self._stream,
            seq + 1,
            id_bytes(event_id),
            kind,
            1,
            now_ms,
            now_ms,
            self._today.isoformat(),
            self.desk.library.utc_offset_min,
            self._station,
            self._operator,
            self.desk.clock.boot_id,
            self.desk.clock.mono_ms(),
            "plausible",
        )
        sealed = seal(previous, header, body, None)
        self._execute(JOURNAL, (*header, body.decode(), None, None, None, previous, sealed))
