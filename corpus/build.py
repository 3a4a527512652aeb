"""Builds the letters of the corpus from their source.

    python corpus/build.py            build every letter, and the sample matter's staff letter
    python corpus/build.py --check    exit 1 where a letter is missing, changed or older than its source

`letters/built.json` records a digest of the builder and, for each letter, one of its composed blocks and one of
its bytes, so that the check needs no second rendering and gives the same answer on every machine.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from letterpress.blocks import Sheet  # noqa: E402
from letterpress.company import company_letter  # noqa: E402
from letterpress.filing import filing  # noqa: E402
from letterpress.source import Sheaf, matters, sheaves  # noqa: E402
from letterpress.staff import staff_letter  # noqa: E402

SIDES: dict[str, Callable[[Sheaf], Sheet]] = {"staff": staff_letter, "company": company_letter}
SAMPLE = HERE / "sample"
RECORD = HERE / "letters" / "built.json"


def composed() -> Iterator[tuple[Path, Sheet]]:
    """Every letter, and the filing of the sample matter, with the path where it belongs."""
    for matter in matters(HERE / "source"):
        for sheaf in sheaves(matter):
            yield HERE / "letters" / sheaf.name, SIDES[sheaf.letter["side"]](sheaf)
    for matter in matters(SAMPLE):
        (sheaf,) = sheaves(matter)
        yield SAMPLE / f"staff.{sheaf.letter['file']}", staff_letter(sheaf)
    yield SAMPLE / "filing.htm", filing(HERE / "source" / "filings" / "halvorine-systems.yaml")


def writer(extension: str) -> Callable[[Sheet], bytes]:
    """The writer of a format; its library is imported only here."""
    if extension == "pdf":
        from letterpress.pdf import as_pdf as write
    elif extension == "docx":
        from letterpress.word import as_word as write
    elif extension == "htm":
        from letterpress.html import as_html as write
    else:
        from letterpress.text import as_text as write
    return write


def key(path: Path) -> str:
    """The path below the corpus, as the record names it."""
    return path.relative_to(HERE).as_posix()


def digest(content: bytes) -> str:
    """Sixteen hexadecimal digits of SHA-256."""
    return sha256(content).hexdigest()[:16]


def builder() -> str:
    """A digest of the builder itself, the same whatever the line endings."""
    parts = sorted((HERE / "letterpress").glob("*.py"))
    return digest("\n".join(p.read_text(encoding="utf-8") for p in parts).encode())


def build() -> int:
    """Write every letter, remove those without a source, and say how many there are."""
    record = {}
    for path, sheet in composed():
        path.parent.mkdir(parents=True, exist_ok=True)
        content = writer(path.suffix[1:])(sheet)
        path.write_bytes(content)
        record[key(path)] = [digest(repr(sheet).encode()), digest(content)]
    for path in stray(record):
        path.unlink()
    RECORD.write_text(json.dumps({"builder": builder(), "letters": record}, indent=1) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(record)} letters built")
    return 0


def stray(record: dict[str, list[str]]) -> list[Path]:
    """Files among the letters that no source accounts for."""
    files = [p for p in (HERE / "letters").rglob("*") if p.is_file() and p != RECORD]
    return [p for p in files if key(p) not in record]


def faults() -> list[str]:
    """What is missing, changed, stray, or older than its source."""
    recorded = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else {}
    record = recorded.get("letters", {})
    found = [] if recorded.get("builder") == builder() else ["letterpress: the builder has changed"]
    for path, sheet in composed():
        kept = record.pop(key(path), ["", ""])
        if kept[0] != digest(repr(sheet).encode()):
            found.append(f"{key(path)}: its source has changed")
        elif not path.exists() or kept[1] != digest(path.read_bytes()):
            found.append(f"{key(path)}: missing or changed by hand")
    return found + [f"{name}: has no source" for name in record]


def check() -> int:
    """1 where a letter is not what its source says."""
    found = faults()
    for fault in found:
        print(fault, file=sys.stderr)
    print("run: python corpus/build.py" if found else "every letter is as its source says")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(check() if sys.argv[1:] == ["--check"] else build())
