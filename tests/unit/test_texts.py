"""Every code has its sentence, every sentence its English twin, and the compiled file is the one that is shipped."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import pkgutil
import re
import string
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import loket.ui
from loket.domain.errors import RefusalCode, StorageCode
from loket.ui import texts

ROOT = Path(__file__).resolve().parents[2]
HANDED_ON = {
    *("code_unknown", "code_expired", "code_used", "code_blocked", "not_founded", "server_refused"),
    *("other_library", "server_timeout", "server_certificate"),
    "time_unreadable",
}  # what the server says of a code, and what went wrong on the way there; a row of the paper book
KEYS = re.compile(r"Ctrl\+(?:Shift\+)?\w|\bF\d{1,2}\b|\bEsc\b|\bCaps Lock\b")  # not Enter: in English also a verb


def _load(path: Path) -> ModuleType:
    """The collector; it is a script beside the package, so it is loaded by its file."""
    spec = importlib.util.spec_from_file_location("texts_collector", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


collector = _load(ROOT / "packaging" / "texts.py")
SENTENCES: list[tuple[str, str]] = collector.sentences()
ENGLISH: dict[tuple[str, str], str] = collector.translations()

for found in pkgutil.iter_modules(loket.ui.__path__):
    if found.name.startswith("texts_"):  # each adds the sentences of its own field codes
        importlib.import_module(f"loket.ui.{found.name}")


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


# ---- the English twins -------------------------------------------------------------------------------------------


def test_every_sentence_has_its_english_twin_and_none_is_left_over() -> None:
    assert [key for key in SENTENCES if not ENGLISH.get(key)] == []
    assert sorted(ENGLISH.keys() - set(SENTENCES)) == []


def test_a_twin_fills_in_the_same_values() -> None:
    assert len(SENTENCES) > 500
    assert not any("%n" in text for _, text in SENTENCES), "counts are named fields; Qt finds no twin for %n here"
    odd = {key: twin for key, twin in ENGLISH.items() if fields(key[1]) != fields(twin)}
    assert odd == {}


def test_a_twin_names_the_same_keys() -> None:
    odd = {key: twin for key, twin in ENGLISH.items() if sorted(KEYS.findall(key[1])) != sorted(KEYS.findall(twin))}
    assert odd == {}


def test_a_twin_begins_and_ends_with_the_same_blanks() -> None:
    def edges(text: str) -> tuple[str, str]:
        return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]

    assert {key: twin for key, twin in ENGLISH.items() if edges(key[1]) != edges(twin)} == {}


@pytest.mark.parametrize("number", ["0", "1", "2", "1.000"])
def test_a_twin_with_a_chosen_word_reads_as_a_sentence(number: str) -> None:
    for twin in ENGLISH.values():
        filled = twin.format(**{name: texts.Filled(number) for name in fields(twin)})
        assert not re.search(r"[|{}]", filled), twin


def test_english_chooses_one_word_for_one_and_another_for_several() -> None:
    sentence = "{days} {days:day|days} late"
    assert sentence.format(days=texts.Filled("1")) == "1 day late"
    assert sentence.format(days=texts.Filled("2")) == "2 days late"
    assert sentence.format(days=texts.Filled("0")) == "0 days late"
    assert f"[{texts.Filled('Siti'):>6}]" == "[  Siti]"


def test_the_compiled_file_holds_what_the_written_one_says(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    collector.release(fresh)
    assert fresh.read_bytes() == collector.QM.read_bytes(), "run ./loket texts"


# ---- the collector -----------------------------------------------------------------------------------------------


def test_the_collector_follows_a_context_kept_in_a_constant_or_imported(tmp_path: Path) -> None:
    page = tmp_path / "page.py"
    page.write_text(
        "from loket.ui.texts_catalogue import CONTEXT as HERE\n"
        'OWN, OTHER = "Own", "Other"\n'
        'say(HERE, "satu")\nself.say(OTHER, "dua")\nQT_TRANSLATE_NOOP("plain", "tiga")\nsay(OWN, computed)\n',
        encoding="utf-8",
    )
    assert sorted(collector._in_python(page)) == [("Catalogue", "satu"), ("Other", "dua"), ("plain", "tiga")]


def test_the_collector_stops_at_a_sentence_it_cannot_place(tmp_path: Path) -> None:
    page = tmp_path / "page.py"
    page.write_text('say(somewhere(), "hilang")\n', encoding="utf-8")
    with pytest.raises(SystemExit, match=r"page\.py:1"):
        list(collector._in_python(page))


# ---- codes and their sentences -----------------------------------------------------------------------------------


def test_every_refusal_and_every_storage_trouble_has_its_sentence() -> None:
    assert set(texts.REFUSALS) == set(RefusalCode)
    assert set(texts.STORAGE) == set(StorageCode)
    for sentence, hint in texts.REFUSALS.values():
        assert ("refusal", sentence) in ENGLISH
        assert not hint or ("refusal", hint) in ENGLISH
        assert fields(hint) == set(), "a hint is shown without values"
    assert {("storage", sentence) for sentence in texts.STORAGE.values()} <= ENGLISH.keys()


def test_every_field_code_in_the_sources_has_its_sentence_and_its_values() -> None:
    raised = list(_invalid_inputs())
    assert len({code for _, code, _ in raised}) > 20
    written_out = {code for _, code, _ in raised}
    assert written_out <= set(texts.INVALID)
    assert set(texts.INVALID) - written_out == HANDED_ON
    for where, code, given in raised:
        assert ("invalid", texts.INVALID[code]) in ENGLISH
        assert fields(texts.INVALID[code]) <= given, where
        assert not given & {"context", "sentence"}, f"{where}: these names say() keeps for itself"


def test_every_refusal_in_the_sources_brings_the_values_of_its_sentence() -> None:
    raised = list(_refusals())
    assert len({code for _, code, _ in raised}) > 30
    for where, code, given in raised:
        assert fields(texts.REFUSALS[code][0]) <= given, where


def _calls(*names: str) -> Iterator[tuple[str, ast.Module, ast.Call]]:
    """(file and line, its module, the call) of every call of one of these names."""
    for file in sorted((ROOT / "src" / "loket").rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                yield f"{file.relative_to(ROOT)}:{node.lineno}", tree, node


def _invalid_inputs() -> Iterator[tuple[str, str, set[str]]]:
    for where, tree, call in _calls("InvalidInput"):
        if where.startswith("src/loket/server/"):
            continue  # the sentences of its pages are in resources/web
        given = {word.arg for word in call.keywords if word.arg}
        if isinstance(call.args[1], ast.Attribute | ast.JoinedStr):
            continue  # a server's word handed on: `texts_sync.invalid_text` has a sentence for any
        codes = list(_codes(call.args[1], tree))
        assert codes, f"{where}: the code cannot be read"
        for code in codes:
            yield where, code, given


def _codes(node: ast.expr, tree: ast.Module) -> Iterator[str]:
    """The codes an argument can be: written there, either of two, or what the callers of the function hand it."""
    if isinstance(node, ast.Constant):
        yield str(node.value)
    elif isinstance(node, ast.IfExp):
        yield from _codes(node.body, tree)
        yield from _codes(node.orelse, tree)
    elif isinstance(node, ast.Name):
        for function in (each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)):
            place = [argument.arg for argument in function.args.args]
            if node.id not in place or all(inner is not node for inner in ast.walk(function)):
                continue
            for call in ast.walk(tree):
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == function.name:
                    yield from _codes(call.args[place.index(node.id)], tree)


def _refusals() -> Iterator[tuple[str, RefusalCode, set[str]]]:
    for where, _, call in _calls("Refused", "Block"):
        code = call.args[0]
        if not (isinstance(code, ast.Attribute) and code.attr in RefusalCode.__members__):
            continue  # handed on: made, with its values, elsewhere
        given = {word.arg for word in call.keywords if word.arg}
        if len(call.args) > 1 and isinstance(call.args[1], ast.Dict):
            given |= {str(key.value) for key in call.args[1].keys if isinstance(key, ast.Constant)}
        yield where, RefusalCode[code.attr], given
