"""The treasurer: received, deposited, confirmed, how old, and whether everything is where it belongs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from fakes import CIRCULATION, TODAY, FakeClock, new_desk
from PIL import Image
from reportlab.pdfgen.canvas import Canvas
from stock import close_days, row, set_rule
from tills import CARDS, FINES, TREASURER, add_station, add_treasurer, invalid, pieces, refusal, sit_down, take, void

from loket.db.engine import driver
from loket.devices.scans import scan_picture
from loket.domain import events as e
from loket.domain.books import Balance, Places
from loket.domain.entities import HandOver, PayMethod, Remittance
from loket.domain.errors import RefusalCode as R
from loket.domain.reconciling import GapKind
from loket.services import cash_shift, photos, treasury
from loket.services.desk import Desk
from loket.services.photos import PhotoStore
from loket.services.treasury import AgedKind, HandOverState

BANK = ("Bank Contoh", "123-456")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path)
    add_treasurer(made)
    yield made
    made.database.close()


def later(desk: Desk, days: int) -> None:
    assert isinstance(desk.clock, FakeClock)
    desk.clock.advance(days=days)


def handed(desk: Desk, *amounts: int, off_rp: int = 0, left_rp: int = 0, **taken: object) -> HandOver:
    """A shift with these receipts, counted (`off_rp` more than there should be) and handed over."""
    sit_down(desk, CIRCULATION)
    cash_shift.open_shift(desk, cash_shift.last_float(desk))
    for rp in amounts:
        take(desk, rp, **taken)
    view = cash_shift.current_shift(desk)
    shift = cash_shift.close_shift(desk, pieces(view.expected_rp + off_rp), left_rp, "selisih contoh")
    return cash_shift.hand_over(desk, [shift.id])


def received(desk: Desk, *amounts: int, short_rp: int = 0, **taken: object) -> HandOver:
    made = handed(desk, *amounts, **taken)
    sit_down(desk, TREASURER)
    return treasury.receive(desk, made.id, made.cash_rp - short_rp, "kurang selembar" if short_rp else "")


def remitted(desk: Desk, *made: HandOver) -> Remittance:
    return treasury.remit(desk, [one.id for one in made], desk.today(), *BANK)


# ---- received -----------------------------------------------------------------------------------------------------


def test_from_the_desk_to_the_bank(desk):
    made = handed(desk, 5_000, 7_000)
    (view,) = treasury.hand_overs(desk)
    assert (view.state, view.handed_by, view.received_by, view.station_code) == (
        HandOverState.ON_THE_WAY,
        "Sirkulasi",
        "",
        "L1",
    )
    assert treasury.unremitted(desk) == []
    assert refusal(treasury.receive, desk, made.id, 12_000).code is R.ROLE_MISSING
    sit_down(desk, TREASURER)
    done = treasury.receive(desk, made.id, 12_000)
    assert (done.received_rp, done.received_on, done.received_by) == (12_000, TODAY, desk.operator.id)
    (view,) = treasury.unremitted(desk)
    assert (view.state, view.deposit_rp, view.received_by) == (HandOverState.RECEIVED, 12_000, "Bendahara Contoh")
    slip = remitted(desk, done)
    assert (slip.amount_rp, slip.noncash_rp, slip.bank, slip.bank_account) == (12_000, 0, *BANK)
    assert slip.number.startswith("00001/STS/L1/")
    assert (treasury.unremitted(desk), treasury.hand_overs(desk, HandOverState.RECEIVED)) == ([], [])
    (view,) = treasury.hand_overs(desk, HandOverState.REMITTED)
    assert (view.remittance_no, view.state) == (slip.number, HandOverState.REMITTED)
    paper = treasury.remittance_view(desk, slip.id)
    assert [(line.account, line.name, line.amount_rp) for line in paper.lines] == [
        (FINES, "Denda keterlambatan", 12_000)
    ]
    assert (paper.words, paper.operator) == ("Dua belas ribu rupiah", "Bendahara Contoh")
    assert [one.id for one in paper.hand_overs] == [made.id]


def test_a_count_that_differs_needs_an_explanation(desk):
    made = handed(desk, 12_000)
    sit_down(desk, TREASURER)
    wrong = invalid(treasury.receive, desk, made.id, 11_000)
    assert wrong == ("explanation", "difference_unexplained", {"difference_rp": -1_000})
    assert invalid(treasury.receive, desk, made.id, -1)[:2] == ("received_rp", "amount_range")
    done = treasury.receive(desk, made.id, 11_000, "selembar seribu palsu")
    assert treasury.hand_over_view(desk, made.id).difference_rp == -1_000
    refused = refusal(treasury.receive, desk, made.id, 12_000)
    assert (refused.code, refused.params) == (R.HAND_OVER_RECEIVED, {"number": done.number, "on": TODAY})
    assert refusal(treasury.receive, desk, "f" * 32, 0).code is R.HAND_OVER_UNKNOWN


# ---- deposit slips --------------------------------------------------------------------------------------------------


def test_lines_by_account_with_the_differences_sum_to_the_amount(desk):
    sit_down(desk, CIRCULATION)
    cash_shift.open_shift(desk, 50_000)
    gone = take(desk, 9_000)
    take(desk, lines=((FINES, 5_000), (CARDS, 10_000)))
    take(desk, 4_000, method=PayMethod.QRIS, account=CARDS, direct=False)
    take(desk, 2_500, method=PayMethod.QRIS)  # straight to the regional account
    take(desk, -1_000)
    void(desk, gone.id)
    shift = cash_shift.close_shift(desk, pieces(50_000 + 14_000 + 200), 30_000, "lebih dua ratus")
    made = cash_shift.hand_over(desk, [shift.id])
    sit_down(desk, TREASURER)
    treasury.receive(desk, made.id, made.cash_rp - 500, "kurang lima ratus")
    drafted = treasury.draft(desk, [made.id])
    assert drafted.lines == (
        (CARDS, "Biaya kartu anggota", 14_000),
        (FINES, "Denda keterlambatan", 4_000),
        ("", treasury.DIFFERENCE_NAME, -300),
        ("", treasury.FLOAT_NAME, 20_000),
    )
    assert (drafted.amount_rp, drafted.noncash_rp) == (34_200 - 500 + 4_000, 4_000)
    slip = remitted(desk, made)
    lines = treasury.remittance_view(desk, slip.id).lines
    assert sum(line.amount_rp for line in lines) == slip.amount_rp == drafted.amount_rp
    assert slip.noncash_rp == 4_000
    seen = treasury.reconcile(desk, TODAY, TODAY)
    assert (seen.agrees, seen.direct_rp, seen.remitted) == (True, 2_500, Balance(33_700, 4_000))
    assert [(move.was_rp, move.float_rp) for move in seen.float_moves] == [(0, 50_000)]


def test_what_cannot_be_deposited(desk):
    way = handed(desk, 5_000)
    sit_down(desk, TREASURER)
    refused = refusal(treasury.remit, desk, [way.id], TODAY, *BANK)
    assert (refused.code, refused.params) == (R.HAND_OVER_NOT_RECEIVED, {"number": way.number})
    assert refusal(treasury.remit, desk, [], TODAY, *BANK).code is R.NOTHING_TO_REMIT
    assert refusal(treasury.remit, desk, ["f" * 32], TODAY, *BANK).code is R.HAND_OVER_UNKNOWN
    treasury.receive(desk, way.id, 5_000)
    assert invalid(treasury.remit, desk, [way.id], TODAY)[:2] == ("bank", "text_missing")
    assert invalid(treasury.remit, desk, [way.id], TODAY, "Bank")[:2] == ("bank_account", "text_missing")
    assert invalid(treasury.remit, desk, [way.id], TODAY + timedelta(days=1), *BANK)[1] == "date_future"
    early = invalid(treasury.remit, desk, [way.id], TODAY - timedelta(days=1), *BANK)
    assert early == ("remitted_on", "date_before", {"on": TODAY})
    sit_down(desk, CIRCULATION)
    assert refusal(treasury.remit, desk, [way.id], TODAY, *BANK).code is R.ROLE_MISSING
    empty = received(desk)
    assert refusal(treasury.remit, desk, [empty.id], TODAY, *BANK).code is R.NOTHING_TO_REMIT
    remitted(desk, way, empty)
    refused = refusal(treasury.remit, desk, [way.id], TODAY, *BANK)
    assert (refused.code, refused.params) == (R.HAND_OVER_REMITTED, {"number": way.number})


def test_the_bank_of_the_settings(desk):
    set_rule(desk, "bank_name", "Bank Daerah Contoh")
    set_rule(desk, "bank_account", "999")
    slip = treasury.remit(desk, [received(desk, 5_000).id], TODAY)
    assert (slip.bank, slip.bank_account) == ("Bank Daerah Contoh", "999")


def test_a_void_slip_frees_its_hand_overs(desk):
    one = received(desk, 5_000)
    slip = remitted(desk, one)
    assert invalid(treasury.void_remittance, desk, slip.id, " ")[1] == "reason_missing"
    gone = treasury.void_remittance(desk, slip.id, "salah rekening")
    assert (gone.voided_on, gone.void_reason) == (TODAY, "salah rekening")
    assert row(desk, HandOver, one.id).remittance_id is None
    refused = refusal(treasury.void_remittance, desk, slip.id, "lagi")
    assert (refused.code, refused.params) == (R.REMITTANCE_VOID, {"number": slip.number, "on": TODAY})
    assert refusal(treasury.confirm, desk, slip.id, "REF", TODAY).code is R.REMITTANCE_VOID
    again = remitted(desk, one)
    assert (again.running, again.amount_rp) == (2, 5_000)
    assert [view.remittance.id for view in treasury.remittances(desk, TODAY, TODAY)] == [again.id, slip.id]
    assert treasury.reconcile(desk, TODAY, TODAY).agrees


def test_the_bank_confirms_with_its_reference_and_a_scan(desk, tmp_path):
    slip = remitted(desk, received(desk, 5_000))
    store = PhotoStore(tmp_path)
    assert treasury.reconcile(desk, TODAY, TODAY).unconfirmed == (slip,)
    assert invalid(treasury.confirm, desk, slip.id, " ", TODAY)[:2] == ("reference", "text_missing")
    assert invalid(treasury.confirm, desk, slip.id, "A", TODAY + timedelta(days=1))[1] == "date_future"
    assert invalid(treasury.confirm, desk, slip.id, "A", TODAY - timedelta(days=1))[1] == "date_before"
    picture = tmp_path / "sts.png"
    Image.new("RGB", (3000, 2000), "white").save(picture)
    done = treasury.confirm(desk, slip.id, " REF  77 ", TODAY, scan_picture(picture.read_bytes()), store=store)
    assert (done.reference, done.confirmed_on, len(done.scan)) == ("REF 77", TODAY, 64)
    assert not any(b"JFIF" in path.read_bytes() for path in tmp_path.rglob("*.foto"))  # sealed
    kept = treasury.scan_of(desk, PhotoStore(tmp_path), slip.id)
    assert max(Image.open(BytesIO(kept)).size) == 1600
    photos.clean_orphans(desk, store)
    assert store.files.has(done.scan)
    corrected = treasury.confirm(desk, slip.id, "REF 78", TODAY)
    assert (corrected.reference, corrected.scan) == ("REF 78", done.scan)
    refused = refusal(treasury.void_remittance, desk, slip.id, "salah")
    assert (refused.code, refused.params["reference"]) == (R.REMITTANCE_CONFIRMED, "REF 78")
    seen = treasury.reconcile(desk, TODAY, TODAY)
    assert (seen.confirmed_rp, seen.unconfirmed) == (5_000, ())


def test_a_scan_is_never_an_orphan_and_waits_for_the_server(desk, tmp_path):
    slip = remitted(desk, received(desk, 5_000))
    store = PhotoStore(tmp_path)
    picture = tmp_path / "sts.png"
    Image.new("RGB", (300, 200), "white").save(picture)
    done = treasury.confirm(desk, slip.id, "REF", TODAY, scan_picture(picture.read_bytes()), store=store)
    other = store.files.put(b"nobody names this")
    later(desk, 3_000)  # the files are far older than a week by the desk's clock
    photos.clean_orphans(desk, store)
    assert (store.files.has(done.scan), store.files.has(other)) == (True, False)
    with desk.database.read() as connection:
        waiting = driver(connection).execute("SELECT lower(hex(sha256)) FROM photo_to_send").fetchall()
    assert waiting == [(done.scan,)]


def test_a_pdf_is_a_scan_and_a_letter_is_not(desk, tmp_path):
    slip = remitted(desk, received(desk, 5_000))
    store, pdf, letter = PhotoStore(tmp_path), tmp_path / "sts.pdf", tmp_path / "surat.txt"
    canvas = Canvas(str(pdf))
    canvas.drawString(72, 72, "STS")
    canvas.save()
    letter.write_text("halo", encoding="utf-8")
    assert invalid(scan_picture, letter.read_bytes())[:2] == ("scan", "scan_unreadable")
    assert invalid(scan_picture, b"%PDF-1.4 rusak")[:2] == ("scan", "scan_unreadable")
    assert row(desk, Remittance, slip.id).confirmed_on is None
    treasury.confirm(desk, slip.id, "A", TODAY, scan_picture(pdf.read_bytes()), store=store)
    kept = Image.open(BytesIO(treasury.scan_of(desk, store, slip.id)))
    assert (kept.format, kept.size[1]) == ("JPEG", 1600)


# ---- how old --------------------------------------------------------------------------------------------------------


def test_ageing_counts_open_days(desk):
    assert treasury.ageing(desk) == []
    at_treasurer = received(desk, 5_000)
    on_the_way = handed(desk, 3_000)
    cash_shift.open_shift(desk, 0)
    take(desk, 1_000)
    cash_shift.close_shift(desk, pieces(1_000), 0)
    here, desk.station = desk.station, add_station(desk, "L2")
    cash_shift.open_shift(desk, 20_000)
    take(desk, 700)
    desk.station = here
    handed(desk)  # nothing in it
    kinds = {aged.kind: aged for aged in treasury.ageing(desk)}
    assert {kind: aged.amount_rp for kind, aged in kinds.items()} == {
        AgedKind.AT_TREASURER: 5_000,
        AgedKind.ON_THE_WAY: 3_000,
        AgedKind.WAITING: 1_000,
        AgedKind.OPEN_SHIFT: 700,
    }
    assert kinds[AgedKind.AT_TREASURER].number == at_treasurer.number
    assert kinds[AgedKind.ON_THE_WAY].about == on_the_way.id
    assert kinds[AgedKind.OPEN_SHIFT].station_code == "L2"
    assert {(aged.days, aged.overdue, aged.since) for aged in kinds.values()} == {(0, False, TODAY)}
    close_days(desk, TODAY + timedelta(days=1), TODAY + timedelta(days=2))  # Wednesday, Thursday

    def aged(days: int) -> set[tuple[int, bool]]:
        return {(one.days, one.overdue) for one in treasury.ageing(desk, TODAY + timedelta(days=days))}

    assert aged(2) == {(0, False)}
    assert aged(3) == {(1, False)}  # Friday is the first working day after
    assert aged(4) == {(2, True)}
    assert aged(5) == {(2, True)}  # Sunday is closed every week
    set_rule(desk, "remit_within_days", 2)
    assert aged(4) == {(2, False)}
    sit_down(desk, TREASURER)
    remitted(desk, at_treasurer)
    assert AgedKind.AT_TREASURER not in {one.kind for one in treasury.ageing(desk)}


# ---- reconciliation -------------------------------------------------------------------------------------------------


def test_a_day_that_agrees_and_where_its_money_is(desk):
    made = received(desk, 40_000, off_rp=500, left_rp=10_000, short_rp=1_000)
    remitted(desk, made)
    received(desk, 8_000)
    handed(desk, 3_000)
    sit_down(desk, CIRCULATION)
    cash_shift.open_shift(desk, 0)
    take(desk, 2_000)
    take(desk, 6_000, method=PayMethod.TRANSFER, direct=False)
    seen = treasury.reconcile(desk, TODAY, TODAY)
    assert seen.agrees
    assert (seen.receipts, seen.voids) == (Balance(53_000, 6_000), Balance())
    assert (seen.shift_differences_rp, seen.received_differences_rp) == (500, -1_000)
    assert (seen.handed_over_rp, seen.received_rp) == (30_500 + 18_000 + 3_000, 29_500 + 18_000)
    assert seen.remitted == Balance(29_500)
    assert seen.places == Places(at_desks_rp=2_000, on_the_way_rp=3_000, at_treasurer_rp=18_000, bank_rp=6_000)
    assert seen.closing == Balance(23_000, 6_000)
    assert treasury.reconcile(desk, TODAY + timedelta(days=1), TODAY + timedelta(days=9)).opening == seen.closing
    assert invalid(treasury.reconcile, desk, TODAY, TODAY - timedelta(days=1))[1] == "dates_reversed"


@pytest.mark.parametrize("method", [PayMethod.CASH, PayMethod.QRIS])
def test_money_of_no_drawer_is_named(desk, method):
    loose = take(desk, 5_000, method=method, direct=False)  # no drawer is open
    void(desk, take(desk, 700, method=method, direct=False).id)
    seen = treasury.reconcile(desk, TODAY, TODAY)
    assert {gap.kind for gap in seen.gaps} == {GapKind.OUTSIDE_SHIFT}
    assert sorted(gap.found_rp for gap in seen.gaps) == [-700, 700, 5_000]
    assert next(gap.proof_no for gap in seen.gaps if gap.found_rp == 5_000) == loose.number
    assert seen.difference == (Balance(5_000) if method is PayMethod.CASH else Balance(0, 5_000))
    assert (seen.unexplained, seen.agrees) == (Balance(), False)


def test_a_damaged_receipt_is_named(desk):
    cash_shift.open_shift(desk, 0)
    made = take(desk, 5_000, total_rp=6_000)
    (gap,) = treasury.reconcile(desk, TODAY, TODAY).gaps
    assert (gap.kind, gap.proof_no, gap.expected_rp, gap.found_rp) == (
        GapKind.RECEIPT_LINES,
        made.number,
        5_000,
        6_000,
    )


def spoil(desk: Desk, sql: str) -> None:
    with desk.database.write() as connection:
        driver(connection).execute(sql)


@pytest.mark.parametrize(
    ("sql", "kind", "difference"),
    [
        ("UPDATE cash_shift SET expected_rp = expected_rp - 300", GapKind.SHIFT_EXPECTED, Balance(300)),
        ("UPDATE cash_shift SET noncash_rp = noncash_rp + 50", GapKind.SHIFT_NONCASH, Balance()),
        ("UPDATE hand_over SET cash_rp = cash_rp - 40, received_rp = received_rp - 40", GapKind.HAND_OVER_SHIFTS, None),
        ("UPDATE remittance SET amount_rp = amount_rp - 7", GapKind.REMITTED_OTHERWISE, Balance(7)),
        ("UPDATE remittance SET noncash_rp = noncash_rp - 9", GapKind.REMITTED_OTHERWISE, Balance(-9, 9)),
        ("UPDATE remittance_line SET amount_rp = amount_rp + 1", GapKind.SLIP_LINES, Balance()),
        ("DELETE FROM payment", GapKind.RECEIPT_LINES, Balance()),
        ("UPDATE receipt SET total_rp = total_rp + 5 WHERE method = 'cash'", GapKind.SHIFT_EXPECTED, Balance(5)),
    ],
)
def test_whatever_is_wrong_has_a_name_and_explains_the_difference(desk, sql, kind, difference):
    sit_down(desk, CIRCULATION)
    cash_shift.open_shift(desk, 0)
    take(desk, 5_000)
    take(desk, 2_000, method=PayMethod.QRIS, direct=False)
    shift = cash_shift.close_shift(desk, pieces(5_000), 0)
    made = cash_shift.hand_over(desk, [shift.id])
    sit_down(desk, TREASURER)
    treasury.receive(desk, made.id, 5_000)
    remitted(desk, made)
    assert treasury.reconcile(desk, TODAY, TODAY).agrees
    spoil(desk, sql)
    seen = treasury.reconcile(desk, TODAY, TODAY)
    assert kind in {gap.kind for gap in seen.gaps}
    assert seen.unexplained == Balance()
    assert difference is None or seen.difference == difference


def test_news_that_is_not_here_yet_counts_nowhere(desk):
    """A void of an unknown receipt, a count of an unknown hand-over: no number, no money, until they are known."""
    with desk.action() as act:
        act.record(e.ReceiptVoided(act.new_id(), act.today, "x"))
        act.record(e.HandOverReceived(act.new_id(), act.today, 9_000))
        act.record(e.RemittanceVoided(act.new_id(), act.today, "x"))
    assert treasury.hand_overs(desk) == treasury.remittances(desk, TODAY, TODAY) == treasury.ageing(desk) == []
    seen = treasury.reconcile(desk, TODAY, TODAY)
    assert (seen.agrees, seen.closing, seen.received_rp) == (True, Balance(), 0)
