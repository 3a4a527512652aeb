"""Errands in counsel's notes: somebody is to find a thing out or to send it, and a blank asks for it by its name.

“Loan operations to confirm that none of them defaulted” -> “whether any of them defaulted (loan operations)”.
"""

from __future__ import annotations

import re

from drafter.drafting.casing import lowered
from drafter.drafting.pending import valued
from drafter.drafting.shapes import PEOPLE
from drafter.drafting.tagging import AUXILIARY, words
from drafter.drafting.verbs import is_clause

_NO_WHO = (
    r"(?!(?:to|not|and|I|we|you|he|she|it|they|is|are|was|were|has|have|can|will|must|should|needs?|"
    r"says?|said|wants?|wanted|asked|told|hopes?|agreed|plans?|expects?|intends?|likes?|able|due|going|w/)\b)"
)
_WHO = rf"(?P<who>(?:{_NO_WHO}\w[\w&'./-]* ){{0,5}}?{_NO_WHO}\w[\w&'./-]*)"
_CHECK = (
    r"(?:(?:re|double-|cross-)?(?:check|confirm|verify)|find out|pull(?: together)?|dig (?:out|up)|work out|clarify|"
    r"(?:tell|let|give|get|send) (?:us|me)(?: have| know)?|revert (?:on|with)|(?:come|report) back (?:on|with))"
)
_GIVE = (
    r"(?:supply|send|give|provide|get|advise(?: on)?|say|determine|prepare|estimate|identify|collect|explain|"
    r"(?:re-?)?run|count|compute|calculate|split|compile|quantify|reconcile|tie(?: out)?|look (?:up|into|for)|"
    r"update|sign off on)"
)
_FINDING = (
    r"(?:(?:double-|cross-)?checking|confirming|verifying|finding out|looking into|clarifying|working out)"
)
_FOUND = (
    r"(?:(?:re-?)?(?:confirmed|checked|verified|computed|calculated|counted)|supplied|sent|provided|determined|"
    r"quantified|compiled|pulled|obtained|split|worked out|reconciled|filled in|advised)"
)
_HOW = r"(?:whether|if|that|how|what|when|which|why|where|who)"
_NEED = r"(?:(?:we|I|counsel) )?(?:still )?(?:(?:need|have|want|ought)s?(?: to)?|must|should)"
_COME = rf"(?:awaited|requested|to come|to follow|pending|needed|coming|tb[cda]|to be {_FOUND})"
_WITH = rf"(?:with (?P<knows>{_WHO.replace('?P<who>', '?:')}) (?={_HOW} ))?(?P<thing>.+)"
_MUST = rf"(?:must|should|(?:still )?needs? to|(?:still )?has to|is to|are to|will|can) (?:{_CHECK}|{_GIVE})"
_ORDER = rf"(?:{_NEED}|please|(?:[A-Z]\w+ says )?to)? ?"
_ORDERS = tuple(
    re.compile(form, re.I)
    for form in (
        rf"{_ORDER}(?:check|confirm|verify|ask|clarify)(?: (?:this |it )?with| of)? {_WHO} "
        rf"(?:for (?!{_HOW})|about )?(?P<thing>(?:{_HOW} |(?<=for )|(?<=about )).+)",
        rf"to be (?:checked|confirmed|verified) with {_WHO}: (?P<thing>{_HOW} .+)",
        rf"{_ORDER}(?:check|confirm|verify|find out|clarify|ask) (?P<thing>{_HOW} .+)",
    )
)
"""How counsel tells a colleague to find out, which may be about the letter and no fact."""
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        rf"(?:once|when|as soon as|after) {_WHO} (?:is|are|gets?|comes?|returns?|has|have|sends?|answers?)\b[^,]*?,? "
        rf"(?:we|he|she|they) (?:can|will|should|could) (?:(?:say|know)(?= {_HOW})|confirm|(?:tell|give|send) us) "
        r"(?P<thing>.+)",
        rf"{_NEED} (?P<thing>.+?) from {_WHO}",
        rf"(?:{_NEED} )?{_WHO} to {_CHECK} {_WITH}",
        rf"{_WHO} needs? to {_CHECK} (?=with ){_WITH}",
        rf"(?P<ours>{_WHO} (?:to {_GIVE}|{_MUST}) {_WITH})",
        rf"(?P<ours>{_WHO} (?:is|are)(?: still| now)? {_FINDING} (?P<thing>{_HOW} .+))",
        rf"(?:(?:we|I) )?(?:have |'ve )?(?:asked|chasing) {_WHO} (?:for|about|to {_CHECK}) (?P<thing>.+)",
        rf"(?P<ours>{_WHO} (?:has been|have been|was|were)(?: just)? asked (?:(?:for|about|to {_CHECK}) |(?={_HOW} ))"
        r"(?P<thing>(?!and|but|in|at|by|on).+))",
        rf"(?:still )?(?:awaiting|waiting (?:for|on)) (?P<thing>.+?)(?: from {_WHO})?",
        rf"(?P<ours>(?P<thing>[^:]+?)[:,]? (?:-+ |is |are )?(?:still )?{_COME} (?:from|by|with) {_WHO})",
        rf"(?P<thing>.+?)[:,]? (?:-+ |is |are )?(?:still )?(?:tb[cda]|to be {_FOUND})",
        r"(?P<thing>[^:]+?)(?::| -+|,) see (?P<who>[\w. -]+?'s?) (?:[a-z]+ ){0,3}?"
        r"(?:table|schedule|sheet|spreadsheet|file|workpaper|analysis|list|numbers|figures|memo)s?",
        r"for (?P<thing>20\d\d(?:,? (?:and |or )?20\d\d)*), see (?P<who>[^;.]+)",
        rf"(?P<ours>(?P<thing>{_HOW} .+) (?:is|are) (?:still )?(?:(?:open )?with|(?:a question |one )?for) {_WHO})",
        rf"(?P<ours>(?P<thing>[^:,]+?)(?::| -+|,) {_WHO} (?:(?:is|are) \w+ing|will \w+|to \w+) (?:it|them|this|that)"
        r"(?: out| up)?)",
        rf"(?P<ours>{_WHO} owes? us (?P<thing>.+))",
        rf"(?P<ours>(?P<thing>(?:the )?[^,;:]+?) (?:is|are) still (?:with|at) {_WHO})",
        r"(?P<thing>[^,;:]*?\b(?:numbers?|figures?|estimates?|counts?|splits?|breakdown|report|memo|schedule|analysis|"
        r"reconciliation|answer|data|confirmation|range)),? (?:still )?(?:pending|outstanding|to come|awaited)",
    )
)
"""How notes give an errand; the first that fits decides."""
_PARTS = re.compile(r";\s+|,? (?:--?|—|–) |, (?:and |but )?")
_WHEN = re.compile(
    r",? (?:(?:by|on|before|until) (?:(?:next |this |end of )?(?:\w+day|week|month)|tomorrow|[A-Z]\w+ \d+|filing|"
    r"we \w+)|(?:next|this|later this) (?:week|month)|tomorrow|today|shortly|soon|now|in time)(?: .*)?$"
)
_AMONG_US = re.compile(
    r"\b(?:anybody|anyone|somebody|us|we|you|he|she|this)\b(?! (?:filing|company|year|quarter)\b)"
)
_OFTEN = re.compile(r"\b(?:each|every) (?:month|quarter|year|day|week)\b|\b(?:us|me|you)\b")
_BARE = re.compile(r"(?:it|this|that|them|these|those|so|us|me|on|with|back|up)\b(?! \w+ \w+ \w)", re.I)
_POWERS = frozenset(
    str.split(
        "right rights obligation obligations duty ability option commitment agreement plan plans decision intention "
        "failure authority request requirement process procedure procedures controls time letter consent not "
        "somebody someone"
    )
)
"""What there is to do a thing: “the right to verify counts” is nobody's errand."""
_OURS = PEOPLE - set(
    str.split(
        "bank banks lender lenders trustee agent agency custodian supplier vendor board committee "
        "client appraiser appraisers"
    )
)
"""Who may be asked; others may be bound to do such a thing: “The lender must provide statements” is a fact."""
_NAME = re.compile(r"(?!The |Each |All )[A-Z][a-z]+(?:'s [a-z]+| [A-Z][a-z]+)?(?:'s)?")
_OF = {"split": "the split of", "reconcile": "the reconciliation of", "quantify": "the amount of"}


def errand(said: str, orders: bool = True) -> str:
    """What the blank for an errand asks for, with who is to answer; "" where the sentence gives none.

    Without `orders` what only tells a colleague to find out is none.
    """
    plain = said.replace("’", "'").strip(" .!")
    forms = (*_ORDERS, *_FORMS) if orders and not _AMONG_US.search(plain) else _FORMS
    return next((thing for form in forms if (m := form.fullmatch(plain)) and (thing := _thing(m))), "")


def stated_before(sentence: str) -> int:
    """Where the last part of the sentence begins, if that gives an errand and a statement stands before it; else 0."""
    cuts = [m for m in _PARTS.finditer(sentence) if is_clause(sentence[: m.start()])]
    return next((m.end() for m in reversed(cuts) if errand(sentence[m.end() :])), 0)


def _thing(found: re.Match[str]) -> str:
    said = found.groupdict()
    who, thing = _WHEN.sub("", said.get("who") or "").strip(), _WHEN.sub("", said["thing"].strip(" ,:-"))
    nobody = any(w in _POWERS for w in who.lower().split()[-1:])
    if nobody or (said.get("ours") and not _ours(who, found.start("who"))) or not _asked(thing):
        return ""
    if re.match(rf"{_HOW}\b", thing, re.I):
        named = re.sub(r"^(?:if|that)\b", "whether", thing, flags=re.I)
        named = re.sub(r"^whether (?:no\b|none\b)", "whether any", named)
    else:
        verb = re.search(r"\b(split|reconcile|quantify) $", found.string[: found.start("thing")])
        named = f"{_OF[verb[1]]} {thing}" if verb else re.sub(r"^(?=20\d\d)", "the amounts for ", thing)
    who = re.sub(r"^(?:the|our)\b ?|'s?$", "", said.get("knows") or who, flags=re.I)
    return f"{lowered(named)} ({who})" if who else lowered(named)


def _asked(thing: str) -> bool:
    """Whether a blank can ask for it: a question, or the name of what is not known, and nothing done each quarter."""
    if ";" in thing or _OFTEN.search(thing):
        return False
    stated = {w.low for w in words(thing)} & AUXILIARY and not re.search(r"\b(?:that|which|who)\b", thing)
    return bool(re.match(rf"{_HOW}\b", thing, re.I)) or not (valued(thing) or stated or _BARE.match(thing))


def _ours(who: str, at: int) -> bool:
    """Whether it names somebody whom counsel may ask: by a role, or by a name that does not open the sentence."""
    first, *rest = who.replace("'s", "").split()
    roles = {*rest, *(w.lower() for w in (first, *rest) if w.isupper() or (w == first and not at))}
    return bool({first, *roles} & _OURS) or bool(at and _NAME.fullmatch(who))
