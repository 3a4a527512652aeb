"""Errands in counsel's notes: somebody is to find a thing out or to send it, and a blank asks for it by its name.

“Loan operations to confirm that none of them defaulted” -> “whether any of them defaulted (loan operations)”.
"""

from __future__ import annotations

import re

from drafter.drafting.language.casing import lowered
from drafter.drafting.language.shapes import PEOPLE
from drafter.drafting.language.tagging import AUXILIARY, words
from drafter.drafting.language.verbs import is_clause
from drafter.drafting.notes.pending import valued
from drafter.templates import load_patterns


def _forms(kind: str, flags: int = re.I) -> tuple[re.Pattern[str], ...]:
    """The patterns of that kind in errands.toml, which says what they are."""
    return load_patterns("offline/errands.toml", kind, flags)


_IT_IS = re.compile(r"(?:it|they|this|these) (?:is|are|was|were|has|have|had) \w", re.I)
"""“Need Ada to confirm it was paid”."""
_SO = re.compile(r"^(?:so|and|but) ", re.I)
_NAME = re.compile(r"(?!The |Each |All )[A-Z][a-z]+(?:'s [a-z]+| [A-Z][a-z]+)?(?:'s)?")
_OF = {
    **dict.fromkeys(("word", "draft", "write", "phrase"), "the wording of"),
    "split": "the split of",
    "reconcile": "the reconciliation of",
    "quantify": "the amount of",
}


def errand(said: str, orders: bool = True) -> str:
    """What the blank for an errand asks for, with who is to answer; "" where the sentence gives none.

    Without `orders` what only tells a colleague to find out is none.
    """
    whole = said.replace("’", "'").strip(" .!")
    plain = _forms("unanswered")[0].sub("", whole)
    orders = orders and not _forms("among_us", 0)[0].search(plain)
    forms = (*_forms("orders"), *_forms("errands")) if orders else _forms("errands")
    return next(
        (thing for form in forms if (m := form.fullmatch(plain)) and (thing := _thing(m, plain < whole))), ""
    )


RETURNED = re.compile(
    r"(?:please )?(?:ask|request|want)\b(?: (?:to have|for|that))? "
    r"(?:[^.;]{2,60}\b(?:back|returned?)\b|(?:their |its |the )?return\b)",
    re.I,
)
"""What the company asks of the Staff with the papers that it sends, which is nothing that a blank could ask for."""


def stated_before(sentence: str) -> int:
    """Where the last part of the sentence begins, if that gives an errand and a statement stands before it; else 0."""
    cuts = [m for m in _forms("parts")[0].finditer(sentence) if is_clause(sentence[: m.start()])]
    return next((m.end() for m in reversed(cuts) if _parts_off(sentence[m.end() :])), 0)


def _parts_off(said: str) -> bool:
    return bool(RETURNED.match(said) or errand(said))


def _thing(found: re.Match[str], anybody: bool) -> str:
    """What is to be found out, with who does it; "" for no errand. `anybody` may be asked what is still awaited."""
    said = found.groupdict()
    who, thing = (_forms("when", 0)[0].sub("", said.get(k) or "").strip(" ,:-") for k in ("who", "thing"))
    if (
        _forms("powers")[0].search(who)
        or is_clause(re.sub(r"^(?:the )?", "the ", who))
        or (said.get("ours") and not anybody and not _ours(who, found.start("who")))
        or not _asked(thing)
    ):
        return ""
    thing = _SO.sub("", f"that {thing}" if _IT_IS.match(thing) else thing)
    if _forms("asks")[0].match(thing):
        named = re.sub(r"^(?:if|that)\b", "whether", thing, flags=re.I)
        named = re.sub(r"^whether (?:no\b|none\b)", "whether any", named)
    else:
        verb = re.search(rf"\b(?:re-?)?({'|'.join(_OF)}) $", found.string[: found.start("thing")])
        named = f"{_OF[verb[1]]} {thing}" if verb else re.sub(r"^(?=20\d\d)", "the amounts for ", thing)
    who = re.sub(r"^(?:the|our)\b ?|'s?$", "", said.get("knows") or who, flags=re.I)
    return f"{lowered(named)} ({who})" if who else lowered(named)


def _asked(thing: str) -> bool:
    """Whether a blank can ask for it: a question, or the name of what is not known, and nothing done each quarter."""
    if ";" in thing or _forms("often")[0].search(thing):
        return False
    stated = {w.low for w in words(thing)} & AUXILIARY and not re.search(r"\b(?:that|which|who)\b", thing)
    return bool(_forms("asks")[0].match(thing) or _IT_IS.match(thing)) or not (
        valued(thing) or stated or _forms("bare")[0].match(thing)
    )


def _ours(who: str, at: int) -> bool:
    """Whether it names somebody whom counsel may ask: by a role, or by a name that does not open the sentence."""
    first, *rest = who.replace("'s", "").split()
    roles = {*rest, *(w.lower() for w in (first, *rest) if w.isupper() or (w == first and not at))}
    ours = {w for w in (first, *roles) if w in PEOPLE and not _forms("outside", 0)[0].fullmatch(w)}
    return bool(ours) or bool(at and _NAME.fullmatch(who))
