"""Coverage-guided fuzzing of one reader and of the parser: see README.md beside this file."""

from __future__ import annotations

import hashlib
import io
import sys
import time
import traceback
import zipfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
SLOW = 5.0
"""Seconds after which an input is a finding."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PARTS = {
    "word/document.xml": f"<w:document xmlns:w='{W}'><w:body><w:p><w:pPr><w:numPr><w:numId w:val='1'/>"
    "</w:numPr></w:pPr><w:r><w:t>We note.</w:t></w:r></w:p></w:body></w:document>",
    "word/numbering.xml": f"<w:numbering xmlns:w='{W}'><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'>"
    "<w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum><w:num w:numId='1'>"
    "<w:abstractNumId w:val='0'/></w:num></w:numbering>",
    "word/styles.xml": f"<w:styles xmlns:w='{W}'/>",
}
LETTER = b"March 4, 2021\n\nRe: Harrowgate Tools, Inc.\nForm 10-K\n\nDear Ms. Ash:\n\n1. Please tell us."


def packed(part: str, content: bytes) -> bytes:
    """A Word file whose part of that name has that content."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in PARTS.items():
            package.writestr(name, content if name == part else text)
    return out.getvalue()


def wrapped(content: bytes) -> bytes:
    """A submission that holds that content as its letter."""
    return b"<SEC-DOCUMENT>\n<DOCUMENT>\n<TYPE>CORRESP\n<TEXT>\n" + content + b"\n</TEXT>\n</DOCUMENT>\n"


def drawn(content: bytes) -> bytes:
    """A PDF whose one page draws that content."""
    return bytes(import_module("tests.bounds").pdf(content, ""))


FORMS: dict[str, tuple[Callable[[bytes], bytes], ...]] = {
    "plain": (lambda body: body,),
    "html": (lambda body: b"<html><body>" + body, lambda body: body),
    "sgml": (wrapped, lambda body: b"<SEC-DOCUMENT>\n<SEC-HEADER>\n" + body, lambda body: body),
    "pdf": (lambda body: body, drawn),
    "docx": (
        lambda body: packed("word/document.xml", body),
        lambda body: packed("word/numbering.xml", body),
        lambda body: packed("word/styles.xml", body),
        lambda body: body,
    ),
}
"""By reader, what the first byte of an input says about the rest."""

SUFFIXES = {"plain": ".txt", "html": ".htm", "sgml": ".txt", "pdf": ".pdf", "docx": ".docx"}
DRAWN = b"BT /F1 10 Tf 72 700 Td (1. We note.) Tj 0 -14 Td (Please tell us why.) Tj ET"


def seeds(folder: Path, reader: str) -> None:
    """Write the invented letters of a format to a folder, the Word files by their parts."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted((ROOT / "corpus" / "letters").rglob("*" + SUFFIXES[reader])):
        body = path.read_bytes()
        if reader == "docx":
            (folder / f"{path.stem}-whole").write_bytes(b"\3" + body)
            with zipfile.ZipFile(path) as package:
                for form, part in enumerate(PARTS):
                    if part in package.namelist():
                        (folder / f"{path.stem}-{form}").write_bytes(bytes([form]) + package.read(part))
        else:
            (folder / f"{path.parent.name}-{path.name}").write_bytes(b"\0" + body)
    for form in range(len(FORMS[reader])):
        (folder / f"small-{form}").write_bytes(bytes([form]) + (DRAWN if reader == "pdf" else LETTER))


def once(data: bytes, reader: str, drafter: Any, findings: Path) -> None:
    """Read, parse and pair one input; put down what raises anything but a DrafterError, or takes long."""
    began = time.process_time()
    forms = FORMS[reader]
    content = forms[data[0] % len(forms)](data[1:]) if data else b""
    try:
        read = drafter.parse(drafter.lines[reader](content), "fuzzed")
        drafter.pair(read, drafter.parse(drafter.lines["plain"](LETTER), "staff"))
    except drafter.DrafterError:
        pass
    except Exception:  # noqa: BLE001 - whatever it is, it is a finding
        told = traceback.format_exc()
        where = [row for row in told.splitlines() if "File " in row and "drafter" in row][-1:]
        keep(findings, "".join(where) + told.splitlines()[-1].split(":")[0], content, told)
    if time.process_time() - began > SLOW:
        keep(findings, f"slow {len(content) // 1000}", content, f"{time.process_time() - began:.1f} s")


def keep(findings: Path, kind: str, content: bytes, told: str) -> None:
    """Put a finding down, one of each kind."""
    name = hashlib.sha256(kind.encode()).hexdigest()[:12]
    if not (findings / f"{name}.txt").exists():
        findings.mkdir(parents=True, exist_ok=True)
        (findings / name).write_bytes(content)
        (findings / f"{name}.txt").write_text(told, encoding="utf-8")


class Drafter:
    """The functions under fuzz, imported under instrumentation."""

    def __init__(self) -> None:
        self.parse = import_module("drafter.parsing").parse
        self.pair = import_module("drafter.parsing").pair
        self.lines = {
            name: import_module(f"drafter.reading.{name}").lines for name in ("html", "pdf", "docx", "plain")
        }
        self.lines["sgml"] = import_module("drafter.reading").read
        self.DrafterError = import_module("drafter.errors").DrafterError


def main() -> None:
    """Fuzz one reader for SECONDS with what is in FOLDER: `reading.py READER FOLDER SECONDS`."""
    reader, folder, seconds = sys.argv[1], Path(sys.argv[2]) / sys.argv[1], int(sys.argv[3])
    sys.path.insert(0, str(ROOT))
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["drafter"]):
        drafter = Drafter()
    seeds(folder / "seeds", reader)
    (folder / "found").mkdir(exist_ok=True)
    options = (
        "-max_len=40000",
        "-timeout=60",
        "-rss_limit_mb=1500",
        "-len_control=20",
        "-print_final_stats=1",
    )
    atheris.Setup(
        [
            sys.argv[0],
            str(folder / "found"),
            str(folder / "seeds"),
            f"-max_total_time={seconds}",
            f"-artifact_prefix={folder}/",
            *options,
        ],
        lambda data: once(data, reader, drafter, folder / "findings"),
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
