"""Settings travel as rows of text: read back exactly, and never a reason for a counter not to open."""

import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.domain.entities import Rule
from loket.domain.settings import DEFAULTS, CheckDigit, LimitScope, PushOff, Settings, read_settings, rule_of

CHANGED = {
    "weekly_closed": (0, 6),
    "push_off_closed": PushOff.NEVER,
    "cap_at_expiry": False,
    "limit_scope": LimitScope.SAME_POLICY,
    "block_unpaid_above_rp": -1,
    "never_lent": (),
    "item_check_digit": CheckDigit.MOD43,
    "member_types": ("anak", "lansia"),
    "idle_lock_min": 0,
}


def test_no_rows_are_the_defaults():
    assert read_settings([]) == DEFAULTS == Settings()


def test_every_setting_there_and_back():
    for name in DEFAULTS.__dataclass_fields__:
        assert read_settings([rule_of(name, getattr(DEFAULTS, name))]) == DEFAULTS
    assert read_settings([rule_of(name, value) for name, value in CHANGED.items()]) == Settings(**CHANGED)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("push_off_closed", '"sideways"'),
        ("cap_at_expiry", '"yes"'),
        ("cap_at_expiry", "1"),
        ("idle_lock_min", "ten"),
        ("idle_lock_min", "null"),
        ("idle_lock_min", "[]"),
        ("weekly_closed", "7"),
        ("weekly_closed", '["Minggu"]'),
        ("never_lent", '"referensi"'),
        ("a_later_setting", "true"),
        ("idle_lock_min", ""),
    ],
)
def test_a_row_that_cannot_be_read_keeps_the_default(key, text):
    assert read_settings([Rule(key, text), rule_of("renew_overdue", True)]) == Settings(renew_overdue=True)


@given(
    st.sampled_from([f.name for f in fields(Settings)]),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
        max_leaves=4,
    ),
)
def test_whatever_stands_in_a_row_the_counter_opens_with_values_of_the_right_type(key, value):
    found = read_settings([Rule(key, json.dumps(value))])
    for f in fields(Settings):
        assert type(getattr(found, f.name)) is type(getattr(DEFAULTS, f.name))


def test_a_setting_that_does_not_exist_cannot_be_written():
    with pytest.raises(KeyError):
        rule_of("fine_everybody", True)
