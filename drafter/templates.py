"""Prompts and letter templates: files in prompts/ with front matter, checked before they are used."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sized
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, meta, nodes
from jinja2 import Template as Compiled
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from drafter.errors import BadTemplate
from drafter.packaged import folder

FENCE = "---"

LARGEST = 10_000
"""No width, count or sum of a template is larger."""

WIDE = re.compile(r"[%:][^\s{}%:]{0,8}?\d{5,}")
"""A format that pads to a width of five digits or more: "%12345d", "{:>12345}"."""

KEYS = frozenset({"name", "version", "variables", "about"})


@dataclass(frozen=True)
class Template:
    """A template file. `digest` is the hexadecimal SHA-256 of its whole text, front matter included."""

    name: str
    version: str
    variables: frozenset[str]
    digest: str
    body: str
    compiled: Compiled

    def render(self, **values: object) -> str:
        """The text with those values set in; raises BadTemplate where a variable is missing or unknown."""
        given = frozenset(values)
        if given != self.variables:
            missing, extra = sorted(self.variables - given), sorted(given - self.variables)
            said = [f"lacks {', '.join(missing)}"] * bool(missing)
            said += [f"does not know {', '.join(extra)}"] * bool(extra)
            raise BadTemplate(f"Template {self.name!r} {' and '.join(said)}. Give exactly its variables.")
        try:
            return self.compiled.render(**values)
        except TemplateError as error:
            raise BadTemplate(f"Template {self.name!r} cannot be filled: {error}. Mend the file.") from None


@lru_cache(maxsize=64)
def load(name: str) -> Template:
    """The template in prompts/ of that name, such as "answer.md"; raises BadTemplate where it is broken."""
    path = _place(name)
    return read(path.read_text(encoding="utf-8"), name)


def load_table(name: str) -> dict[str, Any]:
    """The table of frames or words in the TOML file of that name in prompts/."""
    path = _place(name)
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BadTemplate(f"{path} is not valid TOML: {error}. Mend that line.") from None


@lru_cache(maxsize=64)
def load_patterns(name: str, kind: str, flags: int = 0) -> tuple[re.Pattern[str], ...]:
    """The patterns of that kind in the [forms] of the TOML file, what stands in its [words] put in for {names}."""
    table = load_table(name)
    said = table["forms"][kind]
    forms = [said] if isinstance(said, str) else list(said)
    for word, stands in reversed(table["words"].items()):
        forms = [form.replace(f"{{{word}}}", stands) for form in forms]
    return tuple(re.compile(form, flags) for form in forms)


def autoescaped(name: str) -> Template:
    """As `load`, for a page: every text set into it is escaped."""
    return read(_place(name).read_text(encoding="utf-8"), name, escaping=True)


def fenced(text: str) -> str:
    """The text with nothing in it that could close or open a fence around material in a prompt."""
    return text.replace("<", "‹").replace(">", "›")


def read(text: str, name: str, escaping: bool = False) -> Template:
    """The template that a file's text holds.

    Raises BadTemplate where the front matter is missing or broken, or where its `variables` are not exactly
    those that the body uses.
    """
    head, body = _split(text, name)
    environment = sandbox()
    environment.autoescape = escaping
    try:
        used = meta.find_undeclared_variables(environment.parse(body))
        compiled = environment.from_string(body)
    except TemplateError as error:
        raise BadTemplate(f"Template {name!r} is broken: {error}. Mend the file.") from None
    declared = _variables(head, name)
    _compare(declared, frozenset(used), name)
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return Template(str(head.get("name", name)), str(head["version"]), declared, digest, body, compiled)


class _Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox in which no number grows large: one that does is a width, a count or a power that never ends."""

    intercepted_binops = frozenset({"*", "**", "+"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """The sum or product. Raises SecurityError where it is large or long, and for powers."""
        large = _size(left) * _size(right) > LARGEST if operator == "*" else operator == "**"
        made = None if large else super().call_binop(context, operator, left, right)
        if large or (isinstance(made, int) and abs(made) > LARGEST):
            raise SecurityError(f"a result of {operator!r} is too large for a letter")
        return made

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for constant in tree.find_all(nodes.Const):
            if _large(constant.value):
                raise TemplateSyntaxError(f"{constant.value} is too large for a letter", constant.lineno)
        for call in _returning(tree):
            raise TemplateSyntaxError(f"{call.name!r} would call itself, and never end", call.lineno)
        return tree


def _returning(tree: nodes.Template) -> Iterator[nodes.Name]:
    """Names by which a macro calls itself or one defined below it, and a block any."""
    macros = [*tree.find_all(nodes.Macro)]
    for n, macro in enumerate(macros):
        later = {m.name for m in macros[n:]}
        yield from (name for name in macro.find_all(nodes.Name) if name.name in later)
    yield from (name for name in tree.find_all(nodes.Name) if name.name == "self")


def _size(value: object) -> float:
    """How large a number is, or how long a text or list."""
    return abs(value) if isinstance(value, int | float) else len(value) if isinstance(value, Sized) else 0


def _large(constant: object) -> bool:
    """Whether a constant is a large number, or a format that pads to a large width."""
    if isinstance(constant, str):
        return bool(WIDE.search(constant))
    return isinstance(constant, int) and abs(constant) > LARGEST


def sandbox() -> ImmutableSandboxedEnvironment:
    """An environment in which a template can neither reach into Python nor pass over a missing variable, and
    has no functions and no large numbers: it sets a letter's fields and cannot run on without end.
    """
    environment = _Sandbox(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=False
    )
    environment.globals.clear()
    return environment


def _place(name: str) -> Path:
    home = folder("prompts").resolve()
    path = (home / name).resolve()
    if not path.is_relative_to(home) or not path.is_file():
        known = sorted(p.relative_to(home).as_posix() for p in home.rglob("*") if p.is_file())
        raise BadTemplate(f"There is no template {name!r} in {home}. There are: {', '.join(known)}.")
    return path


def _split(text: str, name: str) -> tuple[Mapping[str, Any], str]:
    parts = text.replace("\r\n", "\n").split(f"{FENCE}\n", 2)
    if len(parts) < 3 or parts[0].strip():
        raise BadTemplate(
            f"Template {name!r} lacks front matter: name, version, variables between --- lines."
        )
    try:
        head = yaml.safe_load(parts[1])
    except yaml.YAMLError as error:
        raise BadTemplate(f"The front matter of template {name!r} is not valid YAML: {error}.") from None
    if not isinstance(head, dict) or "version" not in head:
        raise BadTemplate(f"The front matter of template {name!r} must give name, version and variables.")
    if unknown := sorted(set(head) - KEYS):
        raise BadTemplate(f"The front matter of template {name!r} has unknown keys: {', '.join(unknown)}.")
    return head, parts[2]


def _variables(head: Mapping[str, Any], name: str) -> frozenset[str]:
    said = head.get("variables") or []
    if not isinstance(said, list) or not all(isinstance(v, str) for v in said):
        raise BadTemplate(f"The variables of template {name!r} must be a list of names.")
    return frozenset(said)


def _compare(declared: frozenset[str], used: frozenset[str], name: str) -> None:
    if unused := sorted(declared - used):
        raise BadTemplate(f"Template {name!r} declares but never uses: {', '.join(unused)}.")
    if undeclared := sorted(used - declared):
        raise BadTemplate(f"Template {name!r} uses undeclared variables: {', '.join(undeclared)}.")
