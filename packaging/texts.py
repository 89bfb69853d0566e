"""Collect every sentence of the window into resources/i18n/loket_en.ts and compile it.

Run by `./loket texts`. Qt's own collector does not follow a context kept in a constant (`say(CONTEXT, "…")`), so the
sources are read with `ast`; the .ts file stays the one Qt Linguist edits, and `lrelease` compiles it.
`--check` changes nothing and fails when a sentence is missing, untranslated or left over.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TS = ROOT / "resources" / "i18n" / "loket_en.ts"
QM = TS.with_suffix(".qm")
CALLS = {"say", "translate", "QT_TRANSLATE_NOOP"}
Key = tuple[str, str]


def sentences() -> list[Key]:
    """(context, Indonesian) of every sentence in the sources and forms, sorted."""
    found = {
        key
        for file in sorted((ROOT / "src/loket/ui").rglob("*.py"))
        if "forms" not in file.parts
        for key in _in_python(file)
    }
    found |= {key for file in sorted((ROOT / "ui").glob("*.ui")) for key in _in_form(file)}
    return sorted(found)


def _in_python(file: Path) -> Iterator[Key]:
    tree, constants = _constants(file)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in CALLS and len(node.args) >= 2:
            context, text = (_text(argument, constants) for argument in node.args[:2])
            if text and not context:
                raise SystemExit(f"{file}:{node.lineno}: the context of this sentence cannot be read")
            if text:
                yield context, text


@cache
def _constants(file: Path) -> tuple[ast.Module, dict[str, str]]:
    """The module, and its words by name: its own, and those it imports from Loket's other modules."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    words: dict[str, str] = {}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("loket."):
            other = (ROOT / "src" / node.module.replace(".", "/")).with_suffix(".py")
            theirs = _constants(other)[1] if other.exists() else {}
            words |= {each.asname or each.name: theirs[each.name] for each in node.names if each.name in theirs}
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                words |= dict(_assigned(target, node.value))
    return tree, words


def _assigned(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, str]]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, its in zip(target.elts, value.elts, strict=False):
            yield from _assigned(one, its)
    elif isinstance(target, ast.Name) and isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield target.id, value.value


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _text(node: ast.expr, constants: dict[str, str]) -> str:
    value = node.value if isinstance(node, ast.Constant) else constants.get(getattr(node, "id", ""))
    return value if isinstance(value, str) else ""


def _in_form(file: Path) -> Iterator[Key]:
    form = ET.parse(file).getroot()
    context = form.findtext("class") or ""
    for string in form.iter("string"):
        if string.text and string.get("notr") != "true":
            yield context, string.text


def translations() -> dict[Key, str]:
    """What the .ts file holds; "" where a sentence waits for its translation."""
    if not TS.exists():
        return {}
    return {
        (context.findtext("name") or "", message.findtext("source") or ""): message.findtext("translation") or ""
        for context in ET.parse(TS).getroot().iter("context")
        for message in context.iter("message")
    }


def write(wanted: list[Key], known: dict[Key, str]) -> None:
    root = ET.Element("TS", version="2.1", language="en_GB", sourcelanguage="id_ID")
    context, context_name = root, None
    for name, source in wanted:
        if name != context_name:
            context, context_name = ET.SubElement(root, "context"), name
            ET.SubElement(context, "name").text = name
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = source
        english = ET.SubElement(message, "translation")
        english.text = known.get((name, source), "")
        if not english.text:
            english.set("type", "unfinished")
    ET.indent(root)
    TS.parent.mkdir(parents=True, exist_ok=True)
    TS.write_text(
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + ET.tostring(root, encoding="unicode") + "\n",
        encoding="utf-8",
    )


def release(qm: Path) -> None:
    """Compile the .ts file to `qm`."""
    lrelease = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([str(lrelease), str(TS), "-qm", str(qm), "-silent"], check=True)


def main() -> int:
    wanted, known = sentences(), translations()
    missing = [key for key in wanted if not known.get(key)]
    left_over = sorted(known.keys() - set(wanted))
    if "--check" in sys.argv:
        for context, text in missing:
            print(f"no English for [{context}] {text}")
        for context, text in left_over:
            print(f"no longer used: [{context}] {text}")
        return 1 if missing or left_over else 0
    write(wanted, known)
    release(QM)
    print(f"{len(wanted)} sentences, {len(missing)} without English, {len(left_over)} dropped")
    return 0


if __name__ == "__main__":
    sys.exit(main())
