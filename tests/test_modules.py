"""The modules of the program as text: what the linters do not see."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

MODULES = sorted((Path(__file__).parents[1] / "drafter").rglob("*.py"))


def defined(tree: ast.Module) -> list[str]:
    """The names that a module's own statements define, one for each time."""
    names: list[str] = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.append(node.name)
        elif isinstance(node, ast.Assign):
            names += [target.id for target in node.targets if isinstance(target, ast.Name)]
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(MODULES[0].parents[1])))
def test_no_name_is_defined_twice(path: Path) -> None:
    counted = Counter(defined(ast.parse(path.read_text(encoding="utf-8"))))
    assert [name for name, times in counted.items() if times > 1] == []
