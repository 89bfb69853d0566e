"""A desk against a model: hypothesis looks for a day on which the two disagree."""

from __future__ import annotations

import os
from pathlib import Path

from desk_machine import DeskMachine, found_template
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

DAYS = int(os.environ.get("LOKET_DESK_DAYS", "120"))


def test_the_desk_and_the_model_agree_whatever_happens(tmp_path: Path) -> None:
    found_template(tmp_path)
    machine = type("DeskMachine", (DeskMachine,), {"template": tmp_path})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=DAYS,
            stateful_step_count=40,
            suppress_health_check=list(HealthCheck),
        ),
    )
