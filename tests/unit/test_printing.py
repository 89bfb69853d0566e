"""What spoolers say, understood; and the steps that carry a card from the queue to the operator's eyes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from fakes import new_desk
from stock import add_member

from loket.devices.cups import CupsPrinter, cups_printers
from loket.devices.printers import card_printer
from loket.devices.printing import Answer, FolderPrinter, Spooled, SpoolState, SystemPrinter, run
from loket.domain.entities import Id
from loket.domain.errors import DeviceError, InvalidInput
from loket.services import card_queue as cards
from loket.services.card_queue import CardJob, JobState
from loket.services.desk import Desk
from loket.ui.preferences import DEFAULTS, Preferences
from loket.ui.presenters.card_printing import Printing
from loket.ui.texts_cards import PROBLEMS, device_text, job_text, problem_text

PDF = b"%PDF-1.4 << /Type /Page /MediaBox [ 0 0 242.64 153.12 ] >>"
TAKEN = Answer(0, "request id is kartu-7 (1 file(s))\n")
JOB = "kartu-7                 root              3072   Mon Nov 23 01:24:27 2026\n"
IDLE = "printer kartu is idle.  enabled since Mon Nov 23 01:24:08 2026\n\tForm mounted:\n\tAlerts: none\n"


class Spooler:
    """Answers like CUPS's programs, by the beginning of the command; remembers what it was asked."""

    def __init__(self, **answers: Answer | str) -> None:
        self.answers = {key.replace("_", "-"): _answer(value) for key, value in answers.items()}
        self.asked: list[list[str]] = []

    def __call__(self, command: Sequence[str]) -> Answer:
        self.asked.append(list(command))
        program, *words = command
        for key in (*words, program):
            if key in self.answers:
                return self.answers[key]
        return Answer(0, "")


def _answer(value: Answer | str) -> Answer:
    return value if isinstance(value, Answer) else Answer(0, value)


# ---- CUPS ----------------------------------------------------------------------------------------------------------


def test_a_card_goes_out_at_its_exact_size_on_the_sides_wanted():
    spooler = Spooler(lp=TAKEN)
    assert CupsPrinter("kartu", run=spooler).print_pdf(PDF, "loket-1", 2) == "kartu-7"
    (asked,) = spooler.asked
    assert asked[:5] == ["lp", "-d", "kartu", "-t", "loket-1"]
    assert {"media=Custom.85.6x54.02mm", "PageSize=Custom.85.6x54.02mm", "sides=two-sided-long-edge"} <= set(asked)
    assert "print-scaling=none" in asked
    CupsPrinter("kartu", fold="short", run=spooler).print_pdf(PDF, "loket-1", 2)
    assert "sides=two-sided-short-edge" in spooler.asked[1]
    CupsPrinter("kartu", run=spooler).print_pdf(PDF, "loket-1", 1)
    assert "sides=one-sided" in spooler.asked[2]


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"lp": Answer(1, "", "lp: Error - The printer or class does not exist.\n")}, "printer_unknown"),
        ({"lp": Answer(1, "", 'lp: Destination "kartu" is not accepting jobs.\n')}, "printer_rejects"),
        ({"lp": Answer(1, "", "lp: Unsupported document-format\n")}, "printer_refused"),
        ({"lp": Answer(1, "", "lp: Error\n"), "_r": "scheduler is not running\n"}, "spooler_off"),
    ],
)
def test_a_card_that_is_not_taken_has_its_reason(answers: dict[str, Answer], code: str):
    with pytest.raises(DeviceError) as refused:
        CupsPrinter("kartu", run=Spooler(**answers)).print_pdf(PDF, "loket-1", 1)
    assert refused.value.code == code
    assert device_text(refused.value)


@pytest.mark.parametrize(
    ("job", "printer", "expected"),
    [
        (f"{JOB}\tAlerts: none\n", IDLE, Spooled(SpoolState.WAITING)),
        (
            f"{JOB}\tStatus: \n\tAlerts: job-printing\n",
            "printer kartu now printing kartu-7.  enabled since Mon\n\tForm mounted:\n\tAlerts: none\n",
            Spooled(SpoolState.PRINTING),
        ),
        (
            f"{JOB}\tStatus: \n\tAlerts: job-printing\n",
            "printer kartu now printing kartu-7.  enabled since Mon\n\tForm mounted:\n\tAlerts: media-empty-error\n",
            Spooled(SpoolState.PRINTING, "printer_no_cards"),
        ),
        (
            f"{JOB}\tAlerts: none\n",
            "printer kartu disabled since Mon Nov 23 2026 -\n\tLampu merah\n\tForm mounted:\n\tAlerts: paused\n",
            Spooled(SpoolState.WAITING, "printer_paused", "Lampu merah"),
        ),
        (
            f"{JOB}\tStatus: Printer tidak menyala\n\tAlerts: resources-are-not-ready\n",
            "printer kartu is idle.  enabled since Mon\n\tPrinter tidak menyala\n\tForm mounted:\n\tAlerts: none\n",
            Spooled(SpoolState.WAITING, "printer_failing", "Printer tidak menyala"),
        ),
        (
            f"{JOB}\tStatus: The printer is not responding.\n\tAlerts: job-printing\n",
            "printer kartu now printing kartu-7.  enabled\n\tThe printer is not responding.\n\tForm mounted:\n"
            "\tAlerts: connecting-to-device offline-report\n",
            Spooled(SpoolState.PRINTING, "printer_off", "The printer is not responding."),
        ),
        (
            f"{JOB}\tStatus: The printer may not exist or is unavailable at this time.\n\tAlerts: job-printing\n",
            "printer kartu now printing kartu-7.  enabled\n\tForm mounted:\n\tAlerts: none\n",
            Spooled(SpoolState.PRINTING, "printer_off", "The printer may not exist or is unavailable at this time."),
        ),
        (f"{JOB}\tStatus: \n\tAlerts: job-hold-until-specified\n", IDLE, Spooled(SpoolState.WAITING, "job_held")),
    ],
)
def test_what_is_in_a_cards_way_is_told(job: str, printer: str, expected: Spooled):
    spooler = Spooler(not_completed=job, _p=printer)
    assert CupsPrinter("kartu", run=spooler).state("kartu-7") == expected


def test_a_card_the_spooler_is_done_with():
    done = (
        f"{JOB.replace('-7 ', '-6 ')}\tAlerts: aborted-by-system\n{JOB}\tStatus: \n\tAlerts: processing-to-stop-point\n"
    )
    assert CupsPrinter("kartu", run=Spooler(completed=done)).state("kartu-7") == Spooled(SpoolState.DONE)
    aborted = f"{JOB}\tStatus: no trailer\n\tAlerts: aborted-by-system\n"
    failed = CupsPrinter("kartu", run=Spooler(completed=aborted)).state("kartu-7")
    assert failed == Spooled(SpoolState.FAILED, "job_aborted", "no trailer")
    assert CupsPrinter("kartu", run=Spooler()).state("kartu-9") == Spooled(SpoolState.DONE)


def test_a_queue_that_was_deleted_meanwhile_is_told():
    gone = Answer(1, "", 'lpstat: Invalid destination name in list "kartu".\n')
    with pytest.raises(DeviceError) as refused:
        CupsPrinter("kartu", run=Spooler(lpstat=gone)).state("kartu-7")
    assert refused.value.code == "printer_unknown"


def test_the_queues_of_the_computer_with_what_is_wrong_with_them():
    told = (
        f"{IDLE}printer lama disabled since Mon -\n\tPaused\n\tForm mounted:\n\tAlerts: paused\n"
        "printer tutup is idle.  enabled\n\tForm mounted:\n\tAlerts: none\n"
    )
    accepting = "kartu accepting requests since Mon\ntutup not accepting requests since Mon -\n\tRejecting Jobs\n"
    spooler = Spooler(
        _e="kartu\nlama\ntutup\n",
        _d="system default destination: lama\n",
        _p=told,
        _a=accepting,
        _r="scheduler is running",
    )
    spooler.answers["-l"] = spooler.answers["-p"]
    assert cups_printers(spooler) == [
        SystemPrinter("kartu"),
        SystemPrinter("lama", True, "printer_paused", "Paused"),
        SystemPrinter("tutup", False, "printer_rejects"),
    ]
    with pytest.raises(DeviceError) as refused:
        cups_printers(Spooler(_r="scheduler is not running\n"))
    assert refused.value.code == "spooler_off"


def test_a_program_that_is_missing_or_silent_is_told(monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(DeviceError) as refused:
        run(["loket-no-such-program"])
    assert refused.value.code == "spooler_missing"
    monkeypatch.setattr("loket.devices.printing.ANSWER_S", 0.2)
    with pytest.raises(DeviceError) as silent:
        run([sys.executable, "-c", "import time; time.sleep(60)"])
    assert silent.value.code == "spooler_silent"


def test_a_bundle_lets_the_systems_programs_have_the_systems_libraries(monkeypatch: pytest.MonkeyPatch):
    ask = [sys.executable, "-c", "import os; print(os.environ.get('LD_LIBRARY_PATH'), os.environ['LC_ALL'])"]
    monkeypatch.setenv("LD_LIBRARY_PATH", "/bundle")
    assert run(ask).out.split() == ["/bundle", "C"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert run(ask).out.split() == ["None", "C"]
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/before")
    assert run(ask).out.split() == ["/before", "C"]


# ---- files ---------------------------------------------------------------------------------------------------------


def test_cards_as_files(tmp_path: Path):
    printer = FolderPrinter(tmp_path / "kartu")
    job = printer.print_pdf(PDF, "loket-a/b", 2)
    assert Path(job).read_bytes() == PDF
    assert [path.name for path in (tmp_path / "kartu").iterdir()] == ["loket-a-b.pdf"]
    assert printer.state(job).state is SpoolState.DONE
    printer.cancel(job)
    Path(job).unlink()
    assert printer.state(job).state is SpoolState.FAILED


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path):
    (tmp_path / "berkas").write_text("")
    with pytest.raises(DeviceError) as refused:
        FolderPrinter(tmp_path / "berkas" / "kartu").print_pdf(PDF, "loket-1", 1)
    assert refused.value.code == "folder_unwritable"
    assert str(tmp_path) in device_text(refused.value)


def test_the_choice_of_a_printer(tmp_path: Path):
    assert isinstance(card_printer("pdf", tmp_path), FolderPrinter)
    assert not isinstance(card_printer("queue:pdf", tmp_path), FolderPrinter)
    with pytest.raises(DeviceError) as refused:
        card_printer("", tmp_path)
    assert refused.value.code == "printer_not_chosen"


def test_every_problem_has_a_sentence_that_says_what_to_do():
    for code in PROBLEMS:
        sentence = problem_text(code, "kata pencetak")
        assert problem_text(code)
        assert "{" not in sentence
        assert len(sentence.split()) > 4


# ---- the steps -----------------------------------------------------------------------------------------------------


@dataclass
class FakePrinter:
    """Takes everything; `states` are told one after the other, `refuses` is raised instead of taking."""

    states: list[Spooled] = field(default_factory=list)
    refuses: Exception | None = None
    jobs: list[tuple[bytes, str, int]] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)
    silent: bool = False

    def print_pdf(self, pdf: bytes, job_name: str, sides: int) -> str:
        if self.refuses is not None:
            raise self.refuses
        self.jobs.append((pdf, job_name, sides))
        return f"kartu-{len(self.jobs)}"

    def state(self, job: str) -> Spooled:
        if self.silent:
            raise DeviceError("spooler_silent", program="lpstat")
        return self.states.pop(0) if self.states else Spooled(SpoolState.DONE)

    def cancel(self, job: str) -> None:
        self.cancelled.append(job)


class FakeMaker:
    def __init__(self) -> None:
        self.refuses: Exception | None = None

    def card(self, member_id: Id, design: str, kept: Preferences) -> tuple[bytes, int]:
        if self.refuses is not None:
            raise self.refuses
        return member_id.encode(), 2 if kept.card_two_sided else 1


@dataclass
class Station:
    desk: Desk
    printing: Printing
    printer: FakePrinter
    maker: FakeMaker
    kept: Preferences

    def jobs(self) -> list[tuple[str, JobState, str]]:
        return [(job.member_no, job.state, job.problem) for job in cards.queue(self.desk).jobs]

    def job(self) -> CardJob:
        return cards.queue(self.desk).jobs[0]


@pytest.fixture
def station(tmp_path: Path) -> Station:
    desk, printer, maker = new_desk(tmp_path), FakePrinter(), FakeMaker()
    made = Station(desk, None, printer, maker, replace(DEFAULTS, card_printer="queue:kartu"))  # type: ignore[arg-type]

    def printer_of(choice: str, folder: Path, fold: str) -> FakePrinter:
        if not choice:
            raise DeviceError("printer_not_chosen")
        return printer

    made.printing = Printing(desk, maker, lambda: made.kept, printer_of)
    ids = [add_member(desk, f"A-{number}") for number in (1, 2)]
    cards.add(desk, ids, "contoh")
    return made


def test_a_card_is_sent_followed_and_asked_about(station: Station):
    station.printer.states = [Spooled(SpoolState.WAITING, "printer_off", "kabel"), Spooled(SpoolState.PRINTING)]
    assert station.printing.step().again
    assert station.jobs()[0] == ("A-1", JobState.PRINTING, "")
    assert station.job().spool_job == "kartu-1"
    station.printing.step()
    assert (station.job().problem, station.job().said) == ("printer_off", "kabel")
    station.printing.step()
    assert station.job().problem == ""
    assert not station.printing.step().again  # the next one waits for the operator's word
    assert station.jobs()[0] == ("A-1", JobState.ASKING, "")
    assert not station.printing.step().again
    assert len(station.printer.jobs) == 1
    cards.printed(station.desk, [station.job().id])
    assert station.printing.step().again
    assert [sides for _, _, sides in station.printer.jobs] == [2, 2]


def test_a_batch_is_asked_about_together(station: Station):
    station.kept = replace(station.kept, card_ask="batch", card_batch=10, card_two_sided=False)
    while station.printing.step().again:
        pass
    assert [state for _, state, _ in station.jobs()] == [JobState.ASKING] * 2
    assert [sides for _, _, sides in station.printer.jobs] == [1, 1]


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (DeviceError("printer_rejects", name="kartu"), "printer_rejects"),
        (DeviceError("printer_unknown", name="kartu"), "printer_unknown"),
    ],
)
def test_a_printer_that_refuses_holds_the_queue_with_its_sentence(station: Station, error: Exception, problem: str):
    station.printer.refuses = error
    station.printing.step()
    assert station.jobs()[0] == ("A-1", JobState.FAILED, problem)
    assert cards.queue(station.desk).held
    assert not station.printing.step().again
    station.printer.refuses = None
    cards.resume(station.desk)
    station.printing.step()
    assert station.jobs()[0] == ("A-1", JobState.PRINTING, "")


def test_a_card_that_cannot_be_drawn_fails_with_its_reason(station: Station):
    station.maker.refuses = InvalidInput("code", "card_reason_missing", count=7)
    station.printing.step()
    assert station.jobs()[0] == ("A-1", JobState.FAILED, "card_reason_missing")
    assert job_text(station.job()).startswith("7 orang")
    assert station.printer.jobs == []


def test_without_a_printer_the_queue_stays_as_it_is(station: Station):
    station.kept = replace(station.kept, card_printer="")
    step = station.printing.step()
    assert not step.again
    assert step.problem is not None
    assert step.problem.code == "printer_not_chosen"
    assert [state for _, state, _ in station.jobs()] == [JobState.WAITING] * 2


def test_a_spooler_that_says_nothing_is_asked_again(station: Station):
    station.printing.step()
    station.printer.silent = True
    assert station.printing.step().again
    assert station.jobs()[0] == ("A-1", JobState.PRINTING, "spooler_silent")
    station.printer.silent = False
    station.printing.step()
    assert station.jobs()[0][1] is JobState.ASKING


def test_after_a_crash_the_operator_is_asked(station: Station):
    """Once taken and never heard of again; and once while this program goes on, after an error in between."""
    cards.take(station.desk)
    assert not station.printing.step().again
    assert station.jobs()[0] == ("A-1", JobState.ASKING, cards.INTERRUPTED)
    cards.not_out(station.desk, station.job().id)
    station.maker.refuses = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        station.printing.step()
    assert station.jobs()[0][1] is JobState.PRINTING
    station.printing.step()
    assert station.jobs()[0] == ("A-1", JobState.ASKING, cards.INTERRUPTED)
    assert station.printer.jobs == []


def test_what_did_not_come_out_cannot_come_out_later(station: Station):
    station.printing.step()
    station.printing.take_back(station.job())
    assert station.printer.cancelled == ["kartu-1"]
    assert station.jobs()[0] == ("A-1", JobState.ASKING, cards.TAKEN_BACK)
    station.printing.not_out(station.job())
    assert station.printer.cancelled == ["kartu-1", "kartu-1"]
    assert station.jobs()[0] == ("A-1", JobState.WAITING, "")
