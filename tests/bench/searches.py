"""Looking things up: type-ahead searches as hands type them, and a copy by its barcode."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from fakes import KEY

from bench.library import Picks
from bench.timing import Budget, Measured, timed
from loket.db.engine import connect, driver
from loket.db.queries import SEARCH_LIMIT, search_titles
from loket.domain.entities import Biblio
from loket.domain.folding import code_key, query_words
from loket.services.desk import Desk
from loket.services.members import find_members

TYPE_AHEAD = Budget(p99_ms=30)
TURN = 25  # the first is a warm-up
MEMBERS_SHOWN, TITLES_SHOWN = 8, 4  # under the scan box
NO_HIT = ("zzqx", "xqzz wq", "qqqqqqqq", "anakonda qx", "99887766")
MEMBERS_BY_HAND = (
    "SELECT m.id, m.member_no, m.full_name FROM member_search s JOIN member m ON m.no = s.rowid "
    "WHERE member_search MATCH ? LIMIT ?"
)
TITLES_BY_HAND = (
    "SELECT b.id, b.title, b.authors FROM biblio_search s JOIN biblio b ON b.no = s.rowid "
    "WHERE biblio_search MATCH ? LIMIT ?"
)
ITEM_BY_HAND = "SELECT i.*, b.title FROM item i JOIN biblio b ON b.id = i.biblio_id WHERE i.barcode_key = ?"


class Searches:
    """Everything that only reads, on one library."""

    def __init__(self, desk: Desk, size: str, picks: Picks, calls: int) -> None:
        self.desk, self.size, self.picks, self.calls = desk, size, picks, calls

    def run(self) -> list[Measured]:
        hand = connect(self.desk.database.path, KEY, read_only=True)
        try:
            return [*self._searches(hand), self._barcode(hand)]
        finally:
            hand.close()

    def _searches(self, hand: Any) -> Iterator[Measured]:
        """Each with as few hits as the window lists under its scan box, and with a full list."""
        for what, texts, ours, sql, few in (
            ("anggota", self._typed_members(), self._find_members, MEMBERS_BY_HAND, MEMBERS_SHOWN),
            ("judul", self._typed_titles(), self._find_titles, TITLES_BY_HAND, TITLES_SHOWN),
        ):
            yield self._search(f"cari {what} sambil mengetik ({few} baris)", texts, partial(ours, few), hand, sql, few)
            full = SEARCH_LIMIT
            yield self._search(f"cari {what}, daftar penuh ({full} baris)", texts, partial(ours, full), hand, sql, full)

    def _search(
        self, name: str, texts: Sequence[str], ours: Callable[[str], object], hand: Any, sql: str, limit: int
    ) -> Measured:
        found = Measured(name, self.size, TYPE_AHEAD)
        for text in texts[:TURN]:
            ours(text)
        for first in range(TURN, len(texts), TURN):
            for text in texts[first : first + TURN]:
                timed(partial(ours, text), found.ours_ms)
            for text in texts[first : first + TURN]:
                timed(partial(_by_hand, hand, sql, _every_word(text), limit), found.by_hand_ms)
        return found

    def _find_members(self, limit: int, text: str) -> object:
        return find_members(self.desk, text, limit)

    def _find_titles(self, limit: int, text: str) -> object:
        with self.desk.database.read() as connection:
            return search_titles(driver(connection), text, limit)

    def _barcode(self, hand: Any) -> Measured:
        found = Measured("eksemplar menurut barkode", self.size, TYPE_AHEAD)
        codes = self.picks.barcodes(self.calls)
        for first in range(0, len(codes), TURN):
            for code in codes[first : first + TURN]:
                timed(partial(self._look_up, code), found.ours_ms)
            for code in codes[first : first + TURN]:
                timed(partial(_item_by_hand, hand, code_key(code)), found.by_hand_ms)
        return found

    def _look_up(self, code: str) -> None:
        with self.desk.view() as act:
            (item,) = act.state.items_with_barcode(code)
            if act.state.get(Biblio, item.biblio_id) is None:
                raise RuntimeError(f"{code} has no title")

    # ---- what hands type ------------------------------------------------------------------------------------------

    def _typed_members(self) -> list[str]:
        """Names as far as somebody gets before he pauses: common ones often, two words, numbers, phones, nobody."""
        dice = self.picks.dice
        people = self.picks.borrowers(self.calls + TURN)
        texts: list[str] = []
        for person in people:
            words = [word for word in person.full_name.replace(",", "").split() if len(word) > 1] or [person.full_name]
            first, last = words[0], words[-1]
            texts.append(
                dice.choice(
                    (
                        first[: dice.randint(2, 4)],
                        first,
                        last,
                        last[: dice.randint(2, 8)],
                        f"{first} {last[: dice.randint(1, 4)]}",
                        f"{first[: dice.randint(2, 3)]} {last[: dice.randint(2, 3)]}",
                        f"{first} {last}",
                        person.member_no[: dice.randint(4, 10)],
                        person.member_no,
                        f"0812-0000-{dice.randrange(10_000):04d}"[: dice.randint(6, 14)],
                        f"{person.full_name} {dice.choice(people).full_name.split()[0]}",
                        dice.choice(NO_HIT),
                    )
                )
            )
        return texts

    def _typed_titles(self) -> list[str]:
        dice = self.picks.dice
        titles = self._some_titles()
        texts: list[str] = []
        for title, isbn in titles:
            words = [word for word in title.replace(",", "").replace(":", "").split() if len(word) > 1]
            one, other = dice.choice(words), dice.choice(words)
            texts.append(
                dice.choice(
                    (
                        one[: dice.randint(2, 4)],
                        one,
                        one[: dice.randint(2, 8)],
                        f"{one} {other[: dice.randint(2, 4)]}",
                        f"{one[:2]} {other[:2]}",
                        f"{one} {other}",
                        " ".join(words[:3]),
                        title,
                        isbn or one,
                        f"{one} {dice.choice(NO_HIT)}",
                        dice.choice(NO_HIT),
                        dice.choice(("dan", "di", "seri 2", "se di", "jilid 2", "di da", "seri dan")),
                    )
                )
            )
        return texts

    def _some_titles(self) -> Iterator[tuple[str, str]]:
        sql = "SELECT b.title, b.isbn FROM item i JOIN biblio b ON b.id = i.biblio_id WHERE i.barcode_key = ?"
        with self.desk.database.read() as connection:
            rows = [
                driver(connection).execute(sql, (code_key(code),)).fetchone()
                for code in self.picks.barcodes(self.calls + TURN)
            ]
        return iter(rows)


def _by_hand(connection: Any, sql: str, expression: str, limit: int) -> list[Any]:
    return connection.execute(sql, (expression, limit)).fetchall() if expression else []


def _item_by_hand(connection: Any, key: str) -> Any:
    return connection.execute(ITEM_BY_HAND, (key,)).fetchone()


def _every_word(text: str) -> str:
    """What a person would write for FTS5: every word typed, each as the beginning of a word."""
    return " ".join(f'"{word}"*' for word in query_words(text))
