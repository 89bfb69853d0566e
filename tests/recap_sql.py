"""What a day counted, asked of the database by other ways than the program's: rows where it reads the journal, plain
sums where it tells cells apart. Only for a library of one counter, whose loans were also made and ended there.
"""

from __future__ import annotations

from typing import Any

from stock import journal

from loket.db.rows import id_bytes
from loket.domain import events as e
from loket.domain.ddc import main_class
from loket.domain.visits import SHIPPED_PURPOSES
from loket.services.desk import Desk

Cells = dict[tuple[str, str], int]
_DOOR = 'FROM visit v WHERE v."on" = :on AND v.station_id = :own AND v.room_id IS NULL AND NOT v.cancelled'
_SEX = """CASE WHEN v.member_id IS NULL THEN v.sex
    WHEN (SELECT sex FROM member WHERE id = v.member_id) IN ('L', 'P')
    THEN (SELECT sex FROM member WHERE id = v.member_id) ELSE '' END"""
_LENT = "FROM loan l WHERE l.lent_on = :on AND l.station_id = :own AND l.\"end\" <> 'cancelled'"
_ENDED = "FROM loan WHERE ended_on = :on AND \"end\" = 'returned' AND station_id = :own"
_MEMBER = 'FROM member m WHERE NOT m.pending AND NOT m."left" AND m.merged_into IS NULL'
_OF_LOAN = "(SELECT {} FROM member WHERE id = l.member_id)"
_LINE = "FROM payment p, receipt r WHERE p.receipt_id = r.id AND r.{} = :on AND r.{} = :own"

# table → SELECTs of (row, column, number); what they give is added up
SQL: dict[str, tuple[str, ...]] = {
    "visitors": (
        f"SELECT v.kind, 'people', sum(v.people) {_DOOR} GROUP BY v.kind",
        f"SELECT v.kind, 'entries', count(*) {_DOOR} GROUP BY v.kind",
    ),
    "visitors_sex": (
        f"SELECT v.kind, {_SEX}, sum(v.people) {_DOOR} AND v.male = 0 AND v.female = 0 GROUP BY 1, 2",
        f"SELECT v.kind, 'L', sum(v.male) {_DOOR} GROUP BY v.kind",
        f"SELECT v.kind, 'P', sum(v.female) {_DOOR} GROUP BY v.kind",
        f"SELECT v.kind, '', sum(v.people - v.male - v.female) {_DOOR} AND v.male + v.female > 0 GROUP BY v.kind",
    ),
    "visitors_hour": (
        "SELECT strftime('%H', v.entered_at / 1000, 'unixepoch', '+8 hours'), v.kind, sum(v.people)"
        f" {_DOOR} GROUP BY 1, 2",
    ),
    "visitors_source": (f"SELECT v.source, 'n', sum(v.people) {_DOOR} GROUP BY 1",),
    "rooms": (
        "SELECT r.name, (SELECT sex FROM member WHERE id = v.member_id), count(*) FROM visit v, room r"
        ' WHERE r.id = v.room_id AND v."on" = :on AND v.station_id = :own AND v.cancelled = 0 GROUP BY 1, 2',
    ),
    "survey": ("SELECT 'answers', 'n', count(*) FROM survey_answer WHERE \"on\" = :on AND station_id = :own",),
    "members_stock": (
        f"SELECT m.member_type, 'active', count(*) {_MEMBER} AND m.valid_until >= :on GROUP BY 1",
        "SELECT member_type, 'pending', count(*) FROM member WHERE pending GROUP BY 1",
    ),
    "cards_printed": (
        "SELECT reason, 'n', count(*) FROM card_print WHERE printed_on = :on AND station_id = :own AND spoilt = ''"
        " GROUP BY 1",
        "SELECT 'spoilt', 'n', count(*) FROM card_print WHERE printed_on = :on AND station_id = :own AND spoilt > ''",
    ),
    "loans_type": (
        f"SELECT {_OF_LOAN.format('member_type')}, {_OF_LOAN.format('sex')}, count(*) {_LENT} GROUP BY 1, 2",
    ),
    "loans_education": (
        f"SELECT {_OF_LOAN.format('education')}, {_OF_LOAN.format('sex')}, count(*) {_LENT} GROUP BY 1, 2",
    ),
    "loans_job": (f"SELECT {_OF_LOAN.format('job')}, {_OF_LOAN.format('sex')}, count(*) {_LENT} GROUP BY 1, 2",),
    "loans_kind": (
        f"SELECT (SELECT collection_kind FROM item WHERE id = l.item_id), 'n', count(*) {_LENT} GROUP BY 1",
    ),
    "reading_class": (
        'SELECT ddc_class, kind, sum(books) FROM in_house_use WHERE "on" = :on AND station_id = :own'
        " AND state = 'done' GROUP BY 1, 2",
    ),
    "reading_room": (
        "SELECT coalesce((SELECT name FROM room WHERE id = room_id), ''), 'n', sum(books) FROM in_house_use"
        " WHERE \"on\" = :on AND station_id = :own AND state = 'done' GROUP BY 1",
    ),
    "internet": (
        "SELECT purpose, 'sessions', count(*) FROM internet_session WHERE \"on\" = :on AND station_id = :own"
        " AND state NOT IN ('waiting', 'cancelled') GROUP BY 1",
        "SELECT purpose, 'minutes', sum(used_min) FROM internet_session WHERE \"on\" = :on AND station_id = :own"
        " AND state = 'ended' GROUP BY 1",
    ),
    "internet_end": (
        "SELECT end_how, 'n', count(*) FROM internet_session WHERE \"on\" = :on AND station_id = :own"
        " AND state = 'ended' GROUP BY 1",
        "SELECT 'running', 'n', count(*) FROM internet_session WHERE \"on\" = :on AND station_id = :own"
        " AND state = 'running'",
    ),
    "internet_sex": (
        "SELECT (SELECT sex FROM member WHERE id = member_id), 'n', count(*) FROM internet_session"
        " WHERE \"on\" = :on AND station_id = :own AND state IN ('running', 'ended') GROUP BY 1",
    ),
    "lockers": (
        "SELECT 'taken', 'n', count(*) FROM locker_use WHERE \"on\" = :on AND station_id = :own"
        " AND \"end\" <> 'cancelled'",
        "SELECT 'returned', 'n', count(*) FROM locker_use WHERE ended_on = :on AND station_id = :own"
        " AND \"end\" = 'returned'",
        "SELECT 'out', 'n', count(*) FROM locker_use WHERE \"on\" = :on AND station_id = :own AND \"end\" = 'open'",
    ),
    "copies": (
        "SELECT 'inside', 'jobs', count(*) FROM photocopy_job WHERE \"on\" = :on AND station_id = :own"
        " AND state = 'made'",
        "SELECT 'inside', 'pages', sum(pages) FROM photocopy_job WHERE \"on\" = :on AND station_id = :own"
        " AND state = 'made'",
        "SELECT 'inside', 'rp', sum(amount_rp) FROM photocopy_job WHERE \"on\" = :on AND station_id = :own"
        " AND state = 'made'",
        "SELECT 'outside', 'jobs', count(*) FROM photocopy_job WHERE \"on\" = :on AND station_id = :own"
        " AND state IN ('out', 'back')",
    ),
    "ebooks": (
        "SELECT 'member', 'n', count(member_id) FROM ebook_loan WHERE lent_on = :on AND station_id = :own"
        " AND NOT cancelled",
        "SELECT 'guest', 'n', count(*) - count(member_id) FROM ebook_loan WHERE lent_on = :on AND station_id = :own"
        " AND NOT cancelled",
    ),
    "cash_kind": (
        f"SELECT p.kind, 'cash', sum(p.amount_rp) {_LINE.format('paid_on', 'station_id')} AND r.method = 'cash'"
        " AND r.kind = 'payment' GROUP BY 1",
        f"SELECT p.kind, 'noncash', sum(p.amount_rp) {_LINE.format('paid_on', 'station_id')} AND r.method <> 'cash'"
        " AND r.kind = 'payment' GROUP BY 1",
        f"SELECT p.kind, 'back', sum(p.amount_rp) {_LINE.format('paid_on', 'station_id')} AND r.kind = 'refund'"
        " GROUP BY 1",
        f"SELECT p.kind, 'back', -sum(p.amount_rp) {_LINE.format('voided_on', 'void_station_id')} GROUP BY 1",
        f"SELECT p.kind, 'papers', count(DISTINCT r.id) {_LINE.format('paid_on', 'station_id')}"
        " AND r.kind = 'payment' GROUP BY 1",
    ),
    "charges": (
        "SELECT kind, 'raised', sum(amount_rp) FROM charge WHERE raised_on = :on AND NOT cancelled GROUP BY 1",
        "SELECT kind, 'cancelled', sum(amount_rp) FROM charge WHERE raised_on = :on AND cancelled GROUP BY 1",
        "SELECT c.kind, 'waived', sum(w.amount_rp) FROM waiver w, charge c WHERE c.id = w.charge_id"
        " AND w.waived_on = :on AND w.voided_on IS NULL GROUP BY 1",
    ),
    "overdue_days": (
        "SELECT CASE WHEN late <= 7 THEN '1-7' WHEN late <= 30 THEN '8-30' WHEN late <= 90 THEN '31-90'"
        " WHEN late <= 365 THEN '91-365' ELSE '366' END, 'n', count(*) FROM (SELECT"
        " julianday(:on) - julianday(due_on) AS late FROM loan WHERE \"end\" = 'open') WHERE late > 0 GROUP BY 1",
    ),
}


def asked(desk: Desk, on: str, table: str) -> Cells:
    """The cells of a table that `SQL` tells of; noughts are left out."""
    found: Cells = {}
    with desk.view() as act:
        for sql in SQL[table]:
            for row, column, number in act.driver.execute(sql, {"on": on, "own": id_bytes(desk.station.id)}):
                if number:
                    found[row or "", column or ""] = found.get((row or "", column or ""), 0) + number
    return {cell: number for cell, number in found.items() if number}


def one(desk: Desk, on: str, sql: str) -> int:
    with desk.view() as act:
        values = {"on": on, "own": id_bytes(desk.station.id)}
        return int(act.driver.execute(sql, values).fetchone()[0] or 0)


def circulation(desk: Desk, on: str) -> dict[str, int]:
    """From the rows of loans; what they cannot tell, from the events themselves, one by one."""
    told = [found.event for found in _once(desk) if found.stamp.business_on.isoformat() == on]
    undoing = [one for one in told if isinstance(one, e.LoanUndone | e.ReturnUndone | e.RenewalUndone)]
    undoing += [one for one in told if isinstance(one, e.DeclarationUndone)]
    gone = {one.undoes for one in undoing}
    standing = [found.event for found in _once(desk) if found.stamp.event_id not in gone]
    standing = [one for one in standing if one in told]
    found = {
        "loans": sum(isinstance(one, e.ItemLent) for one in standing),
        "borrowers": len({one.member_id for one in standing if isinstance(one, e.ItemLent)}),
        "returns": one(desk, on, f"SELECT count(*) {_ENDED}"),
        "late": one(desk, on, f"SELECT count(*) {_ENDED} AND ended_on > due_on"),
        "renewals": sum(isinstance(one, e.LoanRenewed) for one in standing),
        "lost": sum(isinstance(one, e.ItemDeclared) and one.status == "lost" for one in standing),
        "damaged": sum(isinstance(one, e.ItemDeclared) and one.status == "damaged" for one in standing),
        "undone": len(undoing),
    }
    return {row: number for row, number in found.items() if number}


def _once(desk: Desk) -> list[e.Recorded]:
    return list({found.stamp.event_id: found for found in journal(desk)}.values())


def classes(desk: Desk, on: str) -> Cells:
    """Loans by class and member type, a loan at a time."""
    sql = f"SELECT b.call_number, m.member_type {_LENT.replace('FROM loan l', 'FROM loan l, biblio b, member m')}"
    sql += " AND b.id = l.biblio_id AND m.id = l.member_id"
    return _classed(desk, on, sql)


def overdue_classes(desk: Desk, on: str) -> Cells:
    sql = "SELECT b.call_number, m.member_type FROM loan l, biblio b, member m WHERE b.id = l.biblio_id"
    return _classed(desk, on, f"{sql} AND m.id = l.member_id AND l.\"end\" = 'open' AND l.due_on < :on")


def _classed(desk: Desk, on: str, sql: str) -> Cells:
    found: Cells = {}
    with desk.view() as act:
        for call, kind in act.driver.execute(sql, {"on": on, "own": id_bytes(desk.station.id)}):
            found[main_class(call), kind] = found.get((main_class(call), kind), 0) + 1
    return found


def purposes(desk: Desk, on: str) -> Cells:
    names = {purpose.code: purpose.name for purpose in SHIPPED_PURPOSES}
    with desk.view() as act:
        values = {"on": on, "own": id_bytes(desk.station.id)}
        rows = act.driver.execute(f"SELECT v.purpose, v.kind, sum(v.people) {_DOOR} GROUP BY 1, 2", values).fetchall()
    return {(names.get(code, code), kind): people for code, kind, people in rows}


def by_words(desk: Desk, on: str, name: str) -> dict[str, int]:
    """People by education or job, whatever their sex: a group's own counts, and who it did not tell of."""
    of_member = f"(SELECT {name} FROM member WHERE id = v.member_id)"
    group = "CAST(substr(g.value, instr(g.value, ':') + 1) AS INTEGER)"
    selects = (
        f"SELECT coalesce({of_member}, v.{name}), sum(v.people) {_DOOR} AND v.by_{name} = '[]' GROUP BY 1",
        f"SELECT substr(g.value, 1, instr(g.value, ':') - 1), sum({group})"
        f" {_DOOR.replace('FROM visit v', f'FROM visit v, json_each(v.by_{name}) g')} GROUP BY 1",
        f"SELECT '', sum(v.people - (SELECT sum({group}) FROM json_each(v.by_{name}) g))"
        f" {_DOOR} AND v.by_{name} <> '[]'",
    )
    found: dict[str, int] = {}
    with desk.view() as act:
        for sql in selects:
            for row, number in act.driver.execute(sql, {"on": on, "own": id_bytes(desk.station.id)}):
                found[row or ""] = found.get(row or "", 0) + (number or 0)
    return {row: number for row, number in found.items() if number}


def ages(desk: Desk, on: str) -> dict[str, int]:
    """People by age group; a member's age by the calendar of the database."""
    years = "CAST(strftime('%Y', v.\"on\") - strftime('%Y', m.birth_on) AS INTEGER)"
    years += " - (strftime('%m%d', v.\"on\") < strftime('%m%d', m.birth_on))"
    group = f"""CASE WHEN m.birth_on IS NULL THEN v.age_group WHEN {years} < 6 THEN '0-5' WHEN {years} < 13 THEN '6-12'
        WHEN {years} < 16 THEN '13-15' WHEN {years} < 19 THEN '16-18' WHEN {years} < 25 THEN '19-24'
        WHEN {years} < 45 THEN '25-44' WHEN {years} < 60 THEN '45-59' ELSE '60+' END"""
    source = _DOOR.replace("FROM visit v", "FROM visit v LEFT JOIN member m ON m.id = v.member_id")
    with desk.view() as act:
        values = {"on": on, "own": id_bytes(desk.station.id)}
        return dict(act.driver.execute(f"SELECT {group}, sum(v.people) {source} GROUP BY 1", values).fetchall())


def staff(desk: Desk, on: str) -> dict[str, dict[str, int]]:
    """Loans, visits and receipts by who made them, by their rows."""
    sqls: dict[str, str] = {
        "loans": f"SELECT o.full_name, count(*) {_LENT.replace('FROM loan l', 'FROM loan l, operator o')}",
        "visits": 'SELECT o.full_name, count(*) FROM visit l, operator o WHERE l."on" = :on AND l.cancelled = 0'
        " AND l.station_id = :own",
        "receipts": "SELECT o.full_name, count(*) FROM receipt l, operator o WHERE l.paid_on = :on"
        " AND l.voided_on IS NULL AND l.station_id = :own",
    }
    values: dict[str, Any] = {"on": on, "own": id_bytes(desk.station.id)}
    with desk.view() as act:
        return {
            column: dict(act.driver.execute(f"{sql} AND o.id = l.operator_id GROUP BY 1", values).fetchall())
            for column, sql in sqls.items()
        }
