"""The queue of slips: with the payment or not at all, in order, there after a power cut; and the steps out of it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest
from fakes import KEY, FakeClock, SequentialIds, new_desk
from stock import adopt_tariff, row

from loket.db.engine import open_database
from loket.devices.printing import Spooled, SpoolState
from loket.devices.receipt_printers import ReceiptPrinter
from loket.domain.entities import ChargeKind, Id, Receipt
from loket.domain.errors import DeviceError, InvalidInput
from loket.domain.slip import Slip, Text
from loket.services import slip_queue as slips
from loket.services.cash_shift import open_shift
from loket.services.desk import Desk, open_desk
from loket.services.payments import Wanted, take_payment
from loket.services.slip_queue import SlipJob, SlipKind, SlipState
from loket.ui.preferences import DEFAULTS, Preferences
from loket.ui.presenters.slip_printing import DRAWER_FRESH, Printing
from loket.ui.slip_making import SlipMaker
from loket.ui.texts_slips import PROBLEMS, asked, queue_text

SLIP = Slip((Text("satu"),))
CHOSEN = replace(DEFAULTS, slip_printer="tcp:printer", slip_paper="80", slip_drawer=2)


@dataclass
class FakePrinter:
    """Takes slips, or says what is in the way; `spooled`: what its spooler says of each job, in turn."""

    language: str = "escpos"
    trouble: DeviceError | Exception | None = None
    spooled: list[Spooled] = field(default_factory=list)
    got: list[bytes] = field(default_factory=list)

    def send(self, data: bytes, job_name: str) -> str:
        if self.trouble is not None:
            raise self.trouble
        self.got.append(data)
        return job_name if self.spooled else ""

    def state(self, job: str) -> Spooled:
        return self.spooled.pop(0) if len(self.spooled) > 1 else self.spooled[0]


class Station:
    """A counter that prints slips, without its window."""

    def __init__(self, folder: Path) -> None:
        self.desk = new_desk(folder)
        self.kept: Preferences = CHOSEN
        self.printer = FakePrinter()
        self.start()

    def start(self) -> None:
        """As the program does after a restart."""
        self.printing = Printing(self.desk, SlipMaker(self.desk, Path("-")), lambda: self.kept, self._printer_of)

    def _printer_of(self, _choice: str) -> ReceiptPrinter:
        return self.printer  # type: ignore[return-value]

    def queue(self, *texts: str) -> list[Id]:
        return [slips.add_now(self.desk, SlipKind.LOANS, Slip((Text(text),))) for text in texts]

    def states(self) -> list[tuple[SlipState, str]]:
        return [(job.state, job.problem) for job in slips.queue(self.desk)]


@pytest.fixture
def station(tmp_path: Path) -> Station:
    return Station(tmp_path)


def pay(desk: Desk) -> Receipt:
    """A guest buys five photocopies."""
    tariff = adopt_tariff(desk, ChargeKind.PHOTOCOPY, 500)
    open_shift(desk, 0)
    wanted = [Wanted(tariff_id=tariff.id, quantity=5)]
    return take_payment(desk, wanted, payer="Tamu", received_rp=5_000).receipt


# ---- the queue -----------------------------------------------------------------------------------------------------


def test_slips_go_out_in_the_order_they_came(station: Station) -> None:
    station.queue("satu", "dua", "tiga")
    for _ in range(3):
        assert station.printing.step().ready
    assert [b"satu" in station.printer.got[0], b"dua" in station.printer.got[1], b"tiga" in station.printer.got[2]] == [
        True,
        True,
        True,
    ]
    assert slips.queue(station.desk) == ()
    assert not station.printing.step().soon


def test_a_payment_has_its_slip_and_a_payment_that_failed_has_none(station: Station) -> None:
    receipt = pay(station.desk)
    (job,) = slips.queue(station.desk)
    assert (job.kind, job.about, job.copy_no) == (SlipKind.RECEIPT, receipt.id, 0)
    with pytest.raises(InvalidInput):
        take_payment(station.desk, [])
    assert slips.queue(station.desk) == (job,)


def test_a_receipt_is_printed_from_its_rows_and_opens_the_drawer(station: Station) -> None:
    receipt = pay(station.desk)
    station.printing.step()
    (data,) = station.printer.got
    assert receipt.number.encode() in data
    assert b"Rp2.500" in data
    assert b"\x1bp0" in data or b"\x1bp\x00" in data
    assert slips.queue(station.desk) == ()


def test_a_receipt_printed_again_is_marked_and_counted_and_leaves_the_drawer_shut(station: Station) -> None:
    receipt = pay(station.desk)
    slips.reprint(station.desk, receipt.id)
    slips.reprint(station.desk, receipt.id)
    for _ in range(3):
        station.printing.step()
    first, second, third = station.printer.got
    assert b"SALINAN" not in first
    assert b"SALINAN ke-1" in second
    assert b"SALINAN ke-2" in third
    assert b"\x1bp" not in second + third
    assert row(station.desk, Receipt, receipt.id).copies == 2
    with pytest.raises(KeyError):
        slips.reprint(station.desk, Id("e" * 32))


def test_a_slip_that_waited_long_does_not_open_the_drawer(station: Station) -> None:
    pay(station.desk)
    clock = station.desk.clock
    assert isinstance(clock, FakeClock)
    clock.advance(seconds=DRAWER_FRESH.total_seconds() + 1)
    station.printing.step()
    assert b"\x1bp" not in station.printer.got[0]
    assert b"KUITANSI" in station.printer.got[0]


@pytest.mark.parametrize("code", ["printer_off", "printer_no_paper", "printer_open", "printer_cut_off"])
def test_while_the_printer_says_no_the_payment_stands_and_the_slip_waits(station: Station, code: str) -> None:
    receipt = pay(station.desk)
    station.printer.trouble = DeviceError(code, name="printer")
    step = station.printing.step()
    assert step.later
    assert not step.soon
    assert station.states() == [(SlipState.WAITING, code)]
    assert row(station.desk, Receipt, receipt.id).number == receipt.number
    station.queue("sesudahnya")
    text = queue_text(slips.queue(station.desk))
    assert text.endswith("2 struk menunggu.")
    assert "{" not in text
    station.printer.trouble = None
    station.printing.step()
    station.printing.step()
    assert [b"KUITANSI" in station.printer.got[0], b"sesudahnya" in station.printer.got[1]] == [True, True]
    assert queue_text(slips.queue(station.desk)) == ""


def test_what_waits_outlives_the_program(station: Station, tmp_path: Path) -> None:
    station.printer.trouble = DeviceError("printer_off")
    pay(station.desk)
    station.printing.step()
    station.desk.database.close()
    database = open_database(tmp_path / "loket.db", KEY)
    again = open_desk(database, station.desk.clock, SequentialIds(10_000))
    assert again is not None
    station.desk, station.printer.trouble = again, None
    station.start()
    station.printing.step()
    assert b"KUITANSI" in station.printer.got[0]
    database.close()


def test_a_slip_in_the_printer_when_the_power_went_is_asked_about(station: Station) -> None:
    (job_id,) = station.queue("satu")
    slips.take(station.desk)
    step = station.printing.step()
    assert station.states() == [(SlipState.FAILED, slips.INTERRUPTED)]
    assert asked(step.jobs)
    assert not step.later, "nothing goes out until the operator has said"
    assert station.printer.got == []
    assert slips.retry(station.desk, job_id)
    assert not slips.retry(station.desk, job_id)
    station.printing.step()
    assert len(station.printer.got) == 1


def test_what_came_out_after_all_is_dropped_and_what_is_in_the_printer_is_not(station: Station) -> None:
    first, second = station.queue("satu", "dua")
    slips.take(station.desk)
    assert slips.drop(station.desk, [first, second]) == 1
    assert [job.id for job in slips.queue(station.desk)] == [first]


def test_only_one_slip_is_in_the_printer_at_a_time(station: Station) -> None:
    station.queue("satu", "dua")
    assert slips.take(station.desk) is not None
    assert slips.take(station.desk) is None


def test_without_a_receipt_printer_nothing_piles_up(station: Station) -> None:
    pay(station.desk)
    station.kept = DEFAULTS
    step = station.printing.step()
    assert not step.ready
    assert slips.queue(station.desk) == ()
    station.kept = CHOSEN
    station.printing.step()
    assert station.printer.got == [], "a printer chosen later does not print the past"


def test_a_slip_nobody_can_make_is_asked_about_and_holds_up_no_other(station: Station) -> None:
    with station.desk.action() as act:
        slips.add_receipt(act, Id("e" * 32))
        slips._put(act, SlipKind.LOANS, "{", None)
    station.queue("tiga")
    for _ in range(3):
        station.printing.step()
    assert station.states() == [(SlipState.FAILED, slips.RECEIPT_GONE), (SlipState.FAILED, slips.UNREADABLE)]
    assert b"tiga" in station.printer.got[0]


def test_our_own_fault_leaves_the_slip_waiting(station: Station) -> None:
    station.queue("satu")
    station.printer.trouble = AssertionError("a bug")
    with pytest.raises(AssertionError, match="a bug"):
        station.printing.step()
    assert station.states() == [(SlipState.WAITING, slips.BROKEN)]


def test_printed_slips_are_forgotten_after_a_day(station: Station) -> None:
    (old,) = station.queue("lama")
    station.printing.step()
    clock = station.desk.clock
    assert isinstance(clock, FakeClock)
    clock.advance(hours=(slips.KEPT_DONE + timedelta(hours=1)) / timedelta(hours=1))
    (new,) = station.queue("baru")
    assert slips.find(station.desk, old) is not None
    station.printing.step()
    assert slips.find(station.desk, old) is None
    assert slips.find(station.desk, new) is not None


def test_slips_about_an_erased_member_go_with_him(station: Station) -> None:
    member = Id("a" * 32)
    slips.add_now(station.desk, SlipKind.DUE, SLIP, member)
    slips.add_now(station.desk, SlipKind.DUE, SLIP, Id("b" * 32))
    with station.desk.action() as act:
        assert slips.forget(act, member) == 1
    assert [job.about for job in slips.queue(station.desk)] == ["b" * 32]


# ---- with a spooler in between -------------------------------------------------------------------------------------


def test_a_slip_with_the_spooler_is_followed_until_it_is_out(station: Station) -> None:
    empty = Spooled(SpoolState.WAITING, "printer_no_cards", "kosong")
    station.printer.spooled = [empty, Spooled(SpoolState.PRINTING), Spooled(SpoolState.DONE)]
    station.queue("satu", "dua")
    station.printing.step()
    assert station.printing.step().later
    assert station.states() == [(SlipState.PRINTING, "printer_no_cards"), (SlipState.WAITING, "")]
    assert queue_text(slips.queue(station.desk)).startswith(PROBLEMS["printer_no_cards"])
    station.printing.step()
    assert station.states() == [(SlipState.PRINTING, ""), (SlipState.WAITING, "")]
    assert len(station.printer.got) == 1, "the next one waits for its turn"
    assert station.printing.step().soon
    station.printing.step()
    assert len(station.printer.got) == 2


def test_a_slip_the_spooler_gave_up_is_asked_about(station: Station) -> None:
    station.printer.spooled = [Spooled(SpoolState.FAILED, "job_aborted", "unsupported")]
    station.queue("satu")
    station.printing.step()
    station.printing.step()
    assert station.states() == [(SlipState.FAILED, "job_aborted")]
    assert slips.retry_all(station.desk) == 1


def test_a_printer_of_the_system_gets_a_page(station: Station) -> None:
    station.printer.language = "pdf"
    station.queue("satu")
    station.printing.step()
    assert station.printer.got[0].startswith(b"%PDF")


# ---- words ---------------------------------------------------------------------------------------------------------


def test_every_problem_has_its_sentence() -> None:
    job = SlipJob(Id("1" * 32), SlipKind.LOANS, None, "", SlipState.WAITING, "", "kata printer", None)  # type: ignore[arg-type]
    for code, sentence in PROBLEMS.items():
        said = queue_text([replace(job, problem=code)])
        assert said.rstrip().endswith(".")
        assert "{" not in said
        assert ("kata printer" in said) == ("{name}" in sentence)


@pytest.mark.parametrize("body", ["", "3", "{}", json.dumps({"copy": None})])
def test_a_body_that_names_no_copy_is_no_receipt(body: str) -> None:
    job = SlipJob(Id("1" * 32), SlipKind.RECEIPT, None, body, SlipState.WAITING, "", "", None)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"^"):
        _ = job.copy_no
