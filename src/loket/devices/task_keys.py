"""The keys that lead out of a program: Alt+Tab, Alt+Esc, Ctrl+Esc and the Windows key, held back while a kiosk is open.

Windows lets a program take them in a low-level keyboard hook (WH_KEYBOARD_LL); Ctrl+Alt+Del it never gives away: that
screen is switched off in the account's own policy. Elsewhere the window manager owns these keys and no program can
take them; there a kiosk only comes back to the front.
"""

from __future__ import annotations

import ctypes
import logging
import sys
from collections.abc import Callable
from typing import Any, Protocol

log = logging.getLogger(__name__)
WH_KEYBOARD_LL = 13
ALT_DOWN = 0x20  # in KBDLLHOOKSTRUCT.flags
VK_TAB, VK_ESCAPE, VK_SPACE, VK_F4, VK_CONTROL = 0x09, 0x1B, 0x20, 0x73, 0x11
VK_WINDOWS = frozenset({0x5B, 0x5C, 0x5D})  # left, right, and the menu key
Hook = Callable[[int, int, Any], int]


class TaskKeys(Protocol):
    """`hold()` keeps the keys from the system, `release()` gives them back. Both may be called twice."""

    def hold(self) -> None: ...

    def release(self) -> None: ...


def leads_out(key: int, *, alt: bool, ctrl: bool) -> bool:
    """Whether this key (a Windows virtual key code) with Alt or Ctrl down would lead a visitor out of the program."""
    if key in VK_WINDOWS:
        return True
    return (alt and key in (VK_TAB, VK_ESCAPE, VK_SPACE, VK_F4)) or (ctrl and key == VK_ESCAPE)


class NoTaskKeys:
    """Where the system keeps these keys to itself."""

    def hold(self) -> None:
        """Nothing can be held here."""

    def release(self) -> None:
        """Nothing was held."""


class User32(Protocol):
    """The functions of user32.dll that are used."""

    def SetWindowsHookExW(self, kind: int, hook: Any, module: Any, thread: int) -> Any: ...

    def CallNextHookEx(self, hook: Any, code: int, message: int, data: Any) -> int: ...

    def UnhookWindowsHookEx(self, hook: Any) -> Any: ...

    def GetAsyncKeyState(self, key: int) -> int: ...


class _Key(ctypes.Structure):
    """KBDLLHOOKSTRUCT."""

    _fields_ = (
        ("key", ctypes.c_uint32),
        ("scan", ctypes.c_uint32),
        ("flags", ctypes.c_uint32),
        ("time", ctypes.c_uint32),
        ("extra", ctypes.c_void_p),
    )


class WindowsTaskKeys:
    """The hook runs in the thread that set it, which must handle its messages: the window's own."""

    def __init__(self, user32: User32, as_hook: Callable[[Hook], Any]) -> None:
        self._user32 = user32
        self._proc = as_hook(self._pressed)  # kept: the system calls it as long as the hook stands
        self._hook: Any = None

    def hold(self) -> None:
        if self._hook is None:
            self._hook = self._user32.SetWindowsHookExW(WH_KEYBOARD_LL, self._proc, None, 0) or None
            if self._hook is None:
                log.warning("the system did not let the kiosk hold back its task keys")

    def release(self) -> None:
        if self._hook is not None:
            self._user32.UnhookWindowsHookEx(self._hook)
            self._hook = None

    def _pressed(self, code: int, message: int, data: Any) -> int:
        """Called by the system for every key; 1 swallows it."""
        if code >= 0:
            key = _Key.from_address(data)
            ctrl = bool(self._user32.GetAsyncKeyState(VK_CONTROL) & 0x8000)
            if leads_out(key.key, alt=bool(key.flags & ALT_DOWN), ctrl=ctrl):
                return 1
        return self._user32.CallNextHookEx(self._hook, code, message, data)


def task_keys() -> TaskKeys:
    """What this system allows."""
    if sys.platform != "win32":
        return NoTaskKeys()
    windll: Any = ctypes.__dict__["windll"]
    user32 = windll.user32
    user32.SetWindowsHookExW.restype = ctypes.c_void_p
    user32.SetWindowsHookExW.argtypes = (ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_uint32)
    user32.UnhookWindowsHookEx.argtypes = (ctypes.c_void_p,)
    user32.CallNextHookEx.restype = ctypes.c_ssize_t
    user32.CallNextHookEx.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t, ctypes.c_void_p)
    kind: Any = ctypes.__dict__["WINFUNCTYPE"]
    proc = kind(ctypes.c_ssize_t, ctypes.c_int, ctypes.c_size_t, ctypes.c_void_p)
    return WindowsTaskKeys(user32, proc)
