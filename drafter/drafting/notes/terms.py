"""Terms told in a row without a verb, as a sentence on what has them: “Five years, exclusive, 60 days' notice”."""

from __future__ import annotations

import re

from drafter.drafting.language.articles import MASS, Setting, many, subject_of
from drafter.drafting.language.casing import lowered
from drafter.drafting.language.days import MONTHS
from drafter.drafting.language.tagging import plain_form, words
from drafter.drafting.language.verbs import is_clause

_THING = (
    r"(?P<debt>loans?|(?:^|(?:credit|loan|term|revolving|bank|debt|warehouse|liquidity) )facilit(?:y|ies)|"
    r"revolvers?|mortgages?|notes?|debentures?|bonds?|line of credit)\b(?! \d)|"
    r"(?:agreements?|leases?|licen[cs]es?|contracts?)\b"
)
_LABEL = re.compile(rf"(?:[\w-]+ ){{0,4}}(?:{_THING})(?:, [A-Z][\w .&]+)?", re.I)
_SMALL = r"of|to|in|on|and|or|with|for|from|under|terms|if|any|the|your|an?|its|each|such"
_IN_COMMENT = re.compile(
    rf"\b(?:the|your|this|that|an?) (?P<thing>(?:(?!(?:{_SMALL}) )[a-z-]+ ){{0,2}}(?:{_THING}))", re.I
)
"""What has terms, in a label or in the comment."""
_APART = re.compile(r"; (?:and )?|, (?:and )?(?!(?:19|20)\d\d\b|\d{3}\b)")
_COUNT = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty)"
_SUM = r"(?:about )?[$€£]\d[\d,.]*(?: (?:million|billion))?"
_DAY = rf"(?:(?:{'|'.join(MONTHS)}) )?(?:\d{{1,2}}, )?(?:19|20)\d\d"
_LAND = r"(?:the )?(?:North America|United States|United Kingdom|Canada|Mexico|Europe|Asia|Japan)"
_SHAPES = (
    (rf"({_COUNT}-(?:year|month) (?:initial )?term\b.*)", r"has a \1"),
    (r"(no minimum .+)", r"provides for \1"),
    (rf"dated ({_DAY}(?: \(as amended\))?)", r"is dated \1"),
    (r"(?:an )?initial term ((?:to|of|from|until|ending) .+)", r"has an initial term \1"),
    (
        r"then (?:successive )?((?:one|two|three|four|five|ten)-year) (?:terms|periods|renewals)( unless .+)?",
        r"then renews for successive \1 terms\2",
    ),
    (
        r"(?:on|upon) (?:an? )?change (?:of|in) control,? (?:an? |the )?(.+)",
        r"provides for a \1 on a change of control",
    ),
    (rf"({_COUNT}[- ](?:year|month)s?(?: (?:from|to|until|ending|beginning) .+)?)", r"has a term of \1"),
    (r"then (year[- ]to[- ]year|month[- ]to[- ]month)", r"then continues from \1"),
    (r"then (.+)", r"then provides for \1"),
    (rf"({_COUNT} [^,;]*\b(?:options?|renewals?|extensions?))", r"provides for \1"),
    (rf"({_LAND}(?:(?:, | and ){_LAND})*)", r"covers \1"),
    (rf"((?:due|matures|expires) )(?:on )?({_DAY})", r"\1on \2"),
    (r"(worldwide|nationwide|due .+)", r"is \1"),
    (rf"({_COUNT} (?:days|months|years)['’] notice)", r"may be terminated on \1"),
    (
        r"(?:at )?((?:fixed |floating )?\d[\d.]* ?(?:percent|%)(?: (?:a|per) (?:year|annum)| fixed)?)",
        r"bears \1",
    ),
    (r"((?:[\w-]+ )*?(?:SOFR|SONIA|[A-Z]{1,4}BOR|prime)\b.*)", r"bears \1"),
    (r"(?:the )?((?:prime|base|federal funds|bank) rate\b.*)", r"bears the \1"),
    (rf"({_SUM})(?: principal)?", r"is for \1"),
)
"""What each kind of term is, and how it is said of what has it; the last four of a debt alone."""
_EITHER = re.compile(r"\beither (?=gives|objects|terminates|elects)")
_DATED = re.compile(r"^((?:[\w-]+ ){0,3}(?:agreement|lease|license|contract)) (?=dated [A-Z])", re.I)
_SO_TO = re.compile(rf",? so ((?:to|until|through) {_DAY})")
"""How far a term reaches that is told before: “five years, so to August 3, 2028”."""
_OUTSTANDING = re.compile(
    rf"(?P<sum>{_SUM}) (?P<how>outstanding|drawn|undrawn|unused)(?P<at> (?:at|as of) .+)?"
)
_PRICED = re.compile(rf"(?P<what>[a-z][a-z ]+?)(?: of)? (?P<sum>{_SUM}.*|\d[\d.]* ?(?:percent|%).*)", re.I)
_QUALITY = re.compile(r"x?R?[JVE](?:$|[pGtK])")
"""The kinds of the words by which a thing is said to be so: “unsecured”, “not secured by the plant”."""
_PARTY_MAY = re.compile(
    r"(?P<who>either|each|neither) (?:side|party) (?P<may>may|can) (?:leave|terminate|cancel|end)\b(?: it\b)?",
    re.I,
)


def in_terms(text: str, setting: Setting) -> str:
    """Terms in a row as one sentence on what the label or the comment names as having them; "" for any other text."""
    text = _EITHER.sub("either party ", text.rstrip(" .").replace(", as amended", " (as amended)"))
    text = _DATED.sub(r"\1: ", text)
    text, reaches = _SO_TO.subn(r" \1", text)
    label, colon, rest = text.rpartition(": ")
    thing, debt = _having(label, setting.comment)
    pieces = _APART.split(rest)
    if not thing or (is_clause(pieces[0]) and not _PARTY_MAY.match(pieces[0])):
        return ""
    aside, said, own = "", list[str](), list[str]()
    for piece in pieces:
        if drawn := _OUTSTANDING.fullmatch(piece):
            aside = f", of which {drawn['sum']} was {drawn['how']}{drawn['at'] or ''},"
        elif _PARTY_MAY.match(piece):
            own.append(_PARTY_MAY.sub(r"\g<who> party \g<may> terminate it", piece))
        elif said and re.match(r"[a-z]+ing\b", piece):
            said[-1] += f", {piece}"
        else:
            small = piece if re.match(_LAND, piece) else lowered(piece)
            said.append(_predicate(small, debt, many(thing)))
    alone = len(pieces) == 1 and not reaches and "interest at" not in "".join(said)
    if alone or not (said and all(said)):
        return ""
    subject = subject_of(thing, setting) if colon else f"the {thing}"
    series = f"{', '.join(said[:-1])} and {said[-1]}" if said[1:] else said[0]
    return ", and ".join([f"{subject}{aside} {series}", *map(lowered, own)])


def _having(label: str, comment: str) -> tuple[str, bool]:
    """The thing with terms, from the label or else the one of the comment, and whether it is a debt; "" for none."""
    if label:
        found = _LABEL.fullmatch(label)
        return (label.replace(", ", " with "), bool(found["debt"])) if found else ("", False)
    named = sorted(_IN_COMMENT.finditer(comment), key=lambda m: len(m["thing"]))
    alike = named and all(m["thing"].lower().endswith(named[0]["thing"].lower()) for m in named)
    return (named[-1]["thing"], bool(named[-1]["debt"])) if alike else ("", False)


def _predicate(piece: str, debt: bool, several: bool) -> str:
    """What the piece says of the thing, with its verb; "" where its kind is not known."""
    shapes = _SHAPES if debt else _SHAPES[:-4]
    said = next((m.expand(to) for shape, to in shapes if (m := re.fullmatch(shape, piece, re.I))), "")
    said = re.sub("^due", "is due", re.sub("^bears ", "bears interest at ", said))
    said = re.sub("(?<!the )(?=United [SK])", "the ", said)
    kinds = "".join(w.kind for w in words(piece))
    if not said and kinds.startswith("Ep") and re.search(rf"\b{_DAY}$", piece):
        said = f"was {piece}"
    elif not said and (_QUALITY.match(kinds) or kinds.startswith("Z")):
        said = piece if kinds.startswith("Z") else f"is {piece}"
    elif not said and (priced := _PRICED.fullmatch(piece)) and words(priced["what"])[-1].kind in "NS":
        what = priced["what"]
        one = "" if many(what) or MASS.match(what.split()[-1]) else "an " if what[0] in "aeiou" else "a "
        said = f"provides for {one}{what} of {priced['sum']}"
    verb = said.split(" ")[0]
    plain = {"is": "are", "has": "have"}.get(verb) or plain_form(verb) or verb
    return f"{plain}{said[len(verb) :]}" if several else said
