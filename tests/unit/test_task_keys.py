"""The keys that lead out of a kiosk: which ones they are, and that a hook takes them and nothing else."""

from __future__ import annotations

import ctypes
from typing import Any

import pytest

from loket.devices import task_keys as t

ALT_TAB, LETTER_A, ENTER = t.VK_TAB, 0x41, 0x0D


class FakeUser32:
    """Keeps the hook, and answers as the system does."""

    def __init__(self, *, allows: bool = True) -> None:
        self.allows, self.hooks, self.ctrl, self.passed_on = allows, [], False, 0

    def SetWindowsHookExW(self, kind: int, hook: Any, module: Any, thread: int) -> int:
        assert (kind, module, thread) == (t.WH_KEYBOARD_LL, None, 0)
        self.hooks.append(hook)
        return len(self.hooks) if self.allows else 0

    def UnhookWindowsHookEx(self, hook: Any) -> bool:
        self.hooks.clear()
        return True

    def CallNextHookEx(self, hook: Any, code: int, message: int, data: Any) -> int:
        self.passed_on += 1
        return 0

    def GetAsyncKeyState(self, key: int) -> int:
        return -32768 if self.ctrl and key == t.VK_CONTROL else 0

    def press(self, key: int, *, alt: bool = False, ctrl: bool = False) -> bool:
        """Whether the key reaches the system."""
        self.ctrl = ctrl
        told = t._Key(key=key, flags=t.ALT_DOWN if alt else 0)
        return not self.hooks or self.hooks[-1](0, 0x100, ctypes.addressof(told)) == 0


@pytest.fixture
def user32() -> FakeUser32:
    return FakeUser32()


@pytest.fixture
def keys(user32: FakeUser32) -> t.WindowsTaskKeys:
    return t.WindowsTaskKeys(user32, lambda hook: hook)


OUT = [
    *((key, {}) for key in sorted(t.VK_WINDOWS)),
    *((key, {"alt": True}) for key in (t.VK_TAB, t.VK_ESCAPE, t.VK_F4, t.VK_SPACE)),
    (t.VK_ESCAPE, {"ctrl": True}),
]


@pytest.mark.parametrize(("key", "held"), OUT)
def test_what_leads_out_is_swallowed_only_while_held(
    keys: t.WindowsTaskKeys, user32: FakeUser32, key: int, held: dict[str, bool]
) -> None:
    assert user32.press(key, **held)
    keys.hold()
    assert not user32.press(key, **held)
    assert user32.passed_on == 0
    keys.release()
    assert user32.press(key, **held)


@pytest.mark.parametrize("key", [LETTER_A, ENTER, t.VK_TAB, t.VK_ESCAPE, t.VK_F4])
def test_other_keys_go_on(keys: t.WindowsTaskKeys, user32: FakeUser32, key: int) -> None:
    keys.hold()
    assert user32.press(key)
    assert user32.passed_on == 1


def test_holding_twice_sets_one_hook_and_a_refused_one_is_no_error(keys: t.WindowsTaskKeys, user32: FakeUser32) -> None:
    keys.hold()
    keys.hold()
    assert len(user32.hooks) == 1
    keys.release()
    keys.release()
    refusing = FakeUser32(allows=False)
    refused = t.WindowsTaskKeys(refusing, lambda hook: hook)
    refused.hold()
    refused.release()
    assert refusing.hooks, "a hook that never stood is not taken away"


def test_here_the_window_manager_keeps_its_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(t.sys, "platform", "linux")
    kept = t.task_keys()
    kept.hold()
    kept.release()
    assert isinstance(kept, t.NoTaskKeys)
