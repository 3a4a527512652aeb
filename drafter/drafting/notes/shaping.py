"""Counsel's shorthand made into whole sentences, with verbs, subjects and articles put in."""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.drafting.language.acronyms import in_words
from drafter.drafting.language.articles import Setting, article, determined, subject_of
from drafter.drafting.language.being import MONTHS, plural, pronoun
from drafter.drafting.language.casing import ended, lowered, raised
from drafter.drafting.language.days import spelled
from drafter.drafting.language.heads import names_thing
from drafter.drafting.language.scaling import in_told_units
from drafter.drafting.language.tagging import leans, rather, words
from drafter.drafting.language.turning import third_person, turn_own
from drafter.drafting.language.verbs import finite, is_clause
from drafter.drafting.notes.concluding import concluded
from drafter.drafting.notes.denying import denied, existing
from drafter.drafting.notes.fragments import completed, in_state, passive_subject
from drafter.drafting.notes.labels import labelled, unnamed
from drafter.drafting.notes.listing import bare_figure, listed
from drafter.drafting.notes.locating import located
from drafter.drafting.notes.parting import befalls, goes_on, parts
from drafter.drafting.notes.promising import in_a_filing, promised
from drafter.drafting.notes.putting import put
from drafter.drafting.notes.rows import closed
from drafter.drafting.notes.soundness import flawed, sound
from drafter.drafting.notes.subjects import acting, begins_with_verb, deed, under_way, undergone
from drafter.drafting.notes.terms import in_terms
from drafter.drafting.notes.unlabelling import unlabelled
from drafter.templates import load_table


@lru_cache(maxsize=1)
def _replacements() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows: list[dict[str, str]] = load_table("offline/register.toml")["replace"]
    return tuple((re.compile(r["from"], re.I), r["to"]) for r in rows)


@lru_cache(maxsize=1)
def _verbs() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Everyday verbs with those of a letter, form by form."""
    table: dict[str, str] = load_table("offline/register.toml")["verbs"]
    found: list[tuple[re.Pattern[str], str]] = []
    for said, formal in table.items():
        forms, _, before = said.partition(" {")
        follows = _FOLLOWS.get(before.rstrip("}"), "")
        pairs = zip(forms.split(", "), formal.split(", "), strict=True)
        found += [(re.compile(rf"(?<!to )\b{one}\b{follows}"), to) for one, to in pairs]
    return tuple(found)


_FOLLOWS = {
    "object": r"(?= (?:it|them|that|these|those|the|an?|its|their|each|all|no|relief|[a-z]{3,}(?<!s)s)\b| [$€£\d])",
    "place": r"(?= (?:in|at|on|as|with|under|the same|[a-z]+ed)\b)",
    "once": r"(?! [^.;:]*\b(?:and|or) at\b)",
    "month": rf"(?= (?:{MONTHS})\b)",
}
"""How what follows a verb begins, by its name in the table."""


def sentence(said: str, setting: Setting, before: str = "") -> str:
    """A note as a sentence of the letter: verbs, subjects, articles and the company's person put in.

    `before` is the sentence that stands before it in the same note, whose subject it may go on from. What has no
    verb and is of no known shape is left as it is.
    """
    text = worded(said, setting)
    if re.search(r"\bdefin", setting.comment):
        text = re.sub(
            r"^([A-Za-z][\w -]{2,40}?) (?:=|is) (?=at least|any|anyone|an? |each|all|those|"
            r"users|customers)",
            r"\1 means ",
            text,
        )
    text = re.sub(r"\b(?:NOT|NO|NEVER|ALL|ONLY|ANY|BOTH)\b", lambda m: m.group(0).lower(), text)
    if terms := in_terms(text, setting):
        return ended(raised(turn_own(terms, setting.voice, setting.comment)))
    text = unlabelled(text, setting)
    lead, _, rest = text.partition(": ")
    if is_clause(lead) and rest[:1].isalpha() and passive_subject(rest) and (whole := completed(rest)):
        text = f"{lead}: {lowered(whole)}."
    text = _DATED_NOUN.sub(r"The \g<when> ", text)
    text = _RANKED.sub(lambda m: f"The {m['rank'].lower()} ", text) if is_clause(text) else text
    text = re.sub(r"\s{2,}", " ", _FORM.sub(r"\1 the ", text)).replace(" :", ":").strip()
    text = re.sub(r"[\s,;–-]+\.$", ".", text)
    text = _with_none(_with_undergone(located(text, setting), setting))
    if (coded := _CODED.fullmatch(text)) and not _WORDS_TOO.search(coded["items"].split(",")[0]):
        text = f"The {coded['noun'].lower()} are {coded['items']}"
    text = closed(text, setting)
    if _stands(text):
        stands = turn_own(determined(article(text, setting)), setting.voice, setting.comment)
        return ended(raised(_agreeing(stands, setting)))
    text = _SUM_DONE.sub(_whose_sum, text.rstrip(" .-–,;"))
    shaped = labelled(text, setting, clauses)
    if not shaped:
        shaped = text if unnamed(text) else clauses(text, setting, before).replace(" :", ":")
    shaped = _YEAR_OF.sub(r"the amount for \g<year> was ", shaped)
    shaped = _ON_A_DAY.sub(r"\g<0>on ", shaped)
    said = ended(raised(_agreeing(turn_own(determined(shaped), setting.voice, setting.comment), setting)))
    return ended(raised(turn_own(text, setting.voice, setting.comment))) if flawed(said) else said


_ON_A_DAY = re.compile(
    rf"\b(?:(?!ended|dated)[a-z]{{3,}}ed|met|held|(?<=ed )it|(?<=at )it) (?=(?:{MONTHS}) \d{{1,2}}\b)"
)
"""Where a day follows what was done: “affirmed February 12”."""
_DATED_NOUN = re.compile(
    rf"^(?P<when>(?:(?:{MONTHS}) )?(?:19|20)\d\d) (?=[a-z]+(?<!s) (?:was|is|has|had|will)\b)"
)
"""A thing named by its year, without its article: “June 2023 letter was right”."""
_SUM_DONE = re.compile(
    r"^(?P<done>Paid|Received|Spent|Incurred|Billed|Drawn|Repaid|Accrued|Reserved|Recognized|Recorded|Invested|Raised)"
    r"(?P<when> to date| so far| through [^:$€£]+| in [^:$€£]+| at [^:$€£]+| as of [^:$€£]+):? "
    r"(?P<sum>(?:about |approximately )?[$€£]\d[\d,]*(?:\.\d+)?(?: (?:million|billion))?)(?=$|;| \(|, )"
)
"""“Paid to date $1.4 million”."""


def _whose_sum(found: re.Match[str]) -> str:
    """A sum with what was done with it as a clause: “$1.4 million has been paid to date”."""
    be = "has been" if found["when"] in {" to date", " so far"} else "was"
    return f"{found['sum']} {be} {found['done'].lower()}{found['when']}"


_RANKED = re.compile(
    r"^(?P<rank>First|Last|Next|Latest|Largest|Lowest|Highest|Main|Primary|Secondary|Final) "
    r"(?=(?!half\b|in\b|of\b)[a-z]+ )"
)
"""One of several named without its article: “First assessment after closing is due in June”."""
_YEAR_OF = re.compile(
    r"\b(?:the )?(?P<year>(?:(?:accident|policy|underwriting|report|crop|model|plan|tax|program) year|vintage)"
    r" (?:19|20)\d\d) (?:was|were) (?=[$€£\d])",
    re.I,
)
"""A year by what happened in it, which has an amount and is none: “Accident year 2022: $17.9 million”."""


def worded(said: str, setting: Setting) -> str:
    """The note with dates, acronyms and shorthand written out, and no more."""
    text = put(
        raised(in_words(spelled(in_told_units(_unquoted(said.strip()))), setting.comment)), setting.comment
    )
    for pattern, to in (*_replacements(), *_verbs()):
        text = pattern.sub(to, text)
    return _MOVED.sub(_moved, text)


_MOVED = re.compile(r"(?P<clause>[^,;:.]*?)\b(?P<how>up|rose|down|fell) (?=[$€£]?\d)")


def _moved(found: re.Match[str]) -> str:
    """“Revenue up $5 million” with its verb; a particle stays with the verb before it: “wrote down $5 million”."""
    said = words(found["clause"])
    particle = (
        found["how"] in {"up", "down"} and said and (said[-1].kind in "ABEGIVZ" or finite(found["clause"]))
    )
    verb = "increased" if found["how"] in {"up", "rose"} else "decreased"
    return found[0] if particle else f"{found['clause']}{verb} "


_FORM = re.compile(
    r"\b(in|from|with|to|into|by|of|beginning) (?=(?:fiscal 20\d\d )?Form (?:10-[KQ]|20-F|8-K|6-K)(?:/A)? (?:for|of)\b)"
)
"""A preposition before a report of one period."""
_QUOTED = re.compile(r"[\"“](?P<said>[^\"“”]*)[\"”]?|(?P<open>[^\"“”]*)[\"”]")


def _unquoted(said: str) -> str:
    """The note without the marks of quotation around the whole of it; marks on words of it stay."""
    whole = _QUOTED.fullmatch(said)
    return (whole["said"] or whole["open"] or "") if whole else said


_NONE = re.compile(
    r", no (?P<thing>[a-z][a-z -]*?(?: (?:at|as of|in|for) (?:fiscal )?(?:[A-Z][a-z]+ )?(?:\d\d?, )?20\d\d)?)"
    r"(?=[.;]|$|, (?:and|no|or) )"
)


def _with_none(text: str) -> str:
    """What a clause lacks joined to it: “placed one by one, no minimums, no returns” -> “with no ... and no ...”."""
    first = _NONE.search(text)
    before, after = (text[: first.start()], text[first.end() :]) if first else ("", "")
    if (
        first is None
        or not (is_clause(before) or completed(before))
        or re.search(r"\b[Nn]o ", before)
        or finite(f"no {first['thing']}")
    ):
        return text
    if after.startswith((", and ", ", or ")) and finite(after[6:]) is None:
        return text
    further = _NONE.sub(r" and no \g<thing>", after, count=1)
    return f"{before}, with no {first['thing']}{further}"


_LAST = re.compile(
    r", (?!(?:less|more|plus|not|no)\b)(?P<piece>(?:\w[\w'’-]* ){1,4}[a-z]+)"
    r"(?P<of> (?:under|in accordance with) [^,;]+)?(?P<end>\.?)$"
)


def _with_undergone(text: str, setting: Setting) -> str:
    """What is done to a thing behind a clause that is not past, joined to it: “..., prior periods recast”."""
    last = _LAST.search(text)
    thing = passive_subject(raised(last["piece"])) if last else ""
    if last is None or not thing or re.search("; |: ", text):
        return text
    verb = finite(text[: last.start()])
    if verb is None or verb.kind == "V" or verb.low in {"was", "were", "had", "did"}:
        return text
    named = lowered(thing) if plural(thing) else subject_of(thing, setting)
    return f"{text[: last.start()]}, with {named}{last['piece'][len(thing) :]}{last['of'] or ''}{last['end']}"


_FURTHER = re.compile(r"(?<=[a-z,] )and (?P<verb>[a-z]+)(?= (?:the|an?|its|no|\$?\d))")


def _agreeing(text: str, setting: Setting) -> str:
    """The second verb of what the company does in the form of the first: “runs the plant and sets prices”."""
    subject = re.match(rf"(?:{re.escape(setting.voice.noun)}|It) (?P<verb>[a-z]+s)\b", raised(text), re.I)
    if setting.voice.plural or subject is None or rather(subject["verb"], "VVZ", "NN2") < 0:
        return text

    def agree(found: re.Match[str]) -> str:
        verb, main = found["verb"], text[subject.end() : found.start()]
        plain = {"VVB", "VVI"} <= leans(verb).keys() and rather(verb, "VVI", "NN1") > _SELDOM
        apart = re.search(r"[;:]|\b(?:to|will|may|can|that|which|who|where|when)\b", main)
        return f"and {third_person(verb)}" if plain and not apart and finite(main) is None else found.group(0)

    return _FURTHER.sub(agree, text)


_SELDOM = -2.0
"""How much likelier a word may be a noun that still is taken for a verb behind “and”: “set”."""


def _stands(text: str) -> bool:
    """Whether the note is a sentence as its writer typed it: with its stop, its subject, its verb, and no splice."""
    verb, undergone = finite(text), passive_subject(text)
    if begins_with_verb(text) or not text.endswith(".") or not sound(text) or verb is None:
        return False
    if verb.kind == "B" and _ONE_SUM.fullmatch(text):
        return False
    head = re.split(r", (?!(?:19|20)\d\d\b)", text)[0]
    if undergone and (verb.start <= len(undergone) + len(" never ") or finite(head) is None):
        return False
    first, *others = [piece for _, piece in parts(text.rstrip("."))]
    whole = sound(raised(first)) or bool(completed(raised(first)))
    spliced = whole and any(sound(raised(p)) or goes_on(p, first, ",") or befalls(first, p) for p in others)
    if len(others) == 1 and " and " not in others[0] and _FIGURED.search(first):
        spliced = spliced or bool(listed(others[0], None))
    return not spliced or "; " in text or bool(_SERIES.search(text))


_FIGURED = re.compile(r"\b(?:is|are|was|were) (?:about )?[$€£]?\d")
_ONE_SUM = re.compile(r"[^:;]+: [$€£]\d[\d,.]*(?: million| billion)?\.")
"""A label with one sum, in which a participle can be taken for a verb: “Royalties forgone in 2025: $2 million.”"""
_SERIES = re.compile(r", [^,;]+, (?:or|and) [^,;]+\.$")
"""A series that its writer closed: “if it is past due, is rated doubtful, or could not be placed elsewhere.”"""


def clauses(text: str, setting: Setting, before: str = "") -> str:
    """The clauses of the text, each made whole, as one sentence without its full stop."""
    main, drawn = concluded(text, setting)
    if drawn:
        return f"{clauses(main, setting, before)}{drawn}"
    whole = in_a_filing(text) or (
        "" if deed(text, setting, before) or begins_with_verb(text) else listed(text, setting)
    )
    if whole:
        return whole
    done: list[str] = []
    told_apart = parts(text)
    names = {part.split()[0] for _, part in told_apart[1:] if part[:1].isupper()}
    for joint, part in told_apart:
        said = goes_on(part, done[-1], joint) if done else ""
        if said:
            done[-1] = f"{done[-1]}{',' if said.startswith('which ') else ' and'} {said}"
            continue
        said = clause(raised(part), setting, done[-1] if done else before)
        said = part if done and said == raised(part) else said
        if done and (joint == ";" or is_clause(said)):
            done.append(said)
        else:
            done = [*done[:-1], f"{done[-1]}, {_inside(said, names)}"] if done else [said]
    return _as_one([done[0], *(_inside(d, names) for d in done[1:])], [joint for joint, _ in told_apart])


def _inside(clause_: str, names: set[str]) -> str:
    """The clause as it stands within a sentence: a first word that counsel wrote with a capital there keeps it."""
    return clause_ if clause_.split()[0] in names else lowered(clause_)


def _as_one(said: list[str], joints: list[str]) -> str:
    """Whole clauses as one sentence: short ones parted by commas, others by semicolons."""
    short = all(len(clause_.split()) <= SHORT_CLAUSE for clause_ in said)
    if len(said) > 1 and ";" not in joints and short:
        return f"{', '.join(said[:-1])} and {said[-1]}"
    return "; ".join(said)


SHORT_CLAUSE = 7
"""Words of a clause that a comma parts from the next: “price increased 4%, volume decreased 2%”."""


def clause(text: str, setting: Setting, before: str = "") -> str:
    """One clause of a note made whole; as it is where nothing is known of its shape."""
    if (led := _LED.match(text)) and not finite(text):
        later = f"{raised(led['rest'])} {lowered(led['when'])}"
        return whole if (whole := clause(later, setting, before)) != later else text
    return next((said for shape in _SHAPES if (said := shape(text, setting, before))), text)


_LED = re.compile(
    r"(?P<when>(?:As of|At|On|By|In|Since) (?:fiscal |year end |[A-Z][a-z]+ )?(?:\d\d?, )?20\d\d(?: and 20\d\d)?),? "
    r"(?P<rest>(?:all|both|no|none|nothing|most|neither)\b.+)$"
)
"""A time before what lacks its verb: “At May 31, 2025 none impaired”."""
_ACTED = re.compile(r"(?:%|percent|million) (?!unaudited\b|estimated\b|combined\b)[a-z]+ed$")
"""Figures that do something: “holders of 44 percent accepted”."""


def _listed(text: str, setting: Setting, _: str) -> str:
    return "" if _ACTED.search(text) or begins_with_verb(text) else listed(text, setting)


def _completed(text: str, setting: Setting, before: str) -> str:
    whole = completed(text)
    if " will " in before and not re.search(r"\d| (?:not|never|needed|required) ", text):
        whole = re.sub(r" (?:was|were|is|are) ", " will be ", whole, count=1)
    return article(whole, setting) if whole else ""


def _figure(text: str, _: Setting, before: str) -> str:
    return bare_figure(text, before)


def _plain(text: str, setting: Setting, _: str) -> str:
    return article(text, setting) if is_clause(text) else ""


_SINCE = re.compile(r" since (?:19|20|[A-Z]|fiscal|the)")


def _negated(text: str, _: Setting, before: str) -> str:
    """What something is not: “Not a party to it”, “Not exclusive, because they wanted it so”."""
    main, *why = re.split(r",? (?=because\b|(?<=, )since\b)", text)
    if not finite(main) and why and _QUALITY.match("".join(w.kind for w in words(main))):
        return f"{pronoun(before) if before else 'It'} is n{text[1:]}"
    if finite(text) or not re.match(
        r"Not (?:an? (?!cent\b|thing\b|word\b|single\b)|part|subject to|in|within|on (?:the|its|our)|required|one|"
        r"a party)\b",
        text,
    ):
        return ""
    be = "has not been" if _SINCE.search(text) else "is not"
    return f"{pronoun(before) if before else 'This'} {be} {text.removeprefix('Not ')}"


_QUALITY = re.compile(r"x(?:J(?:$|p)|K*[NAI]K*$|D?J*[NS])")
"""The kinds of the words by which something is denied of a thing: “not exclusive”, “not the lessee”, “not "will"”."""


_ASKED_HOW = re.compile(
    r"\bhow you (?P<verb>measure|determine|calculate|compute|estimate|value|define|identify|allocate|classify)d? "
    r"(?P<thing>(?!whether|that|if)[a-z][\w' -]*?)(?=[,.;]| (?:and|including|in|for|as|under|so|to) )"
)
_HOW = re.compile(
    r"\b(?:method|approach|basis|model|value|cost|costs|average|straight[- ]line|inputs?|formula|only|divided|less|"
    r"plus|annualized|history|index|quotes?|curve|hours)\b|-to-|\bby [a-z]",
    re.I,
)
"""What tells how something is done."""


def _method(text: str, setting: Setting, before: str) -> str:
    """How the thing is done of which the comment asks it: “Cost-to-cost” -> “Progress is measured as follows: ...”."""
    asked = list(_ASKED_HOW.finditer(setting.comment))
    if before or len(asked) != 1 or finite(text) or not _HOW.search(text) or text.startswith("Not "):
        return ""
    thing, verb = asked[0]["thing"], asked[0]["verb"]
    done = f"{verb[:-1]}ied" if verb.endswith("y") else f"{verb}d" if verb.endswith("e") else f"{verb}ed"
    own = re.sub(r"\byour\b", "our", thing)
    return f"{own} {'are' if plural(thing) else 'is'} {done} as follows: {lowered(text)}"


_DAYED = re.compile(
    rf"(?P<thing>(?!Next|In|On)[A-Z][a-z]+(?: [a-z-]+)*) "
    rf"(?P<day>(?:{MONTHS}) (?:\d{{1,2}}, )?(?:19|20)\d\d)(?P<rest>, .*)?"
)
_ASKED_WHEN = re.compile(r"\bwhen\b[^.;?]{0,80}\b(?:[a-z]+ed|was|were|did)\b|\bdates? (?:of|on which)\b")


def _on_its_day(text: str, setting: Setting, _: str) -> str:
    """What happened with its day, where the comment asks when it did: “Decision to close May 6, 2025”."""
    found = _DAYED.fullmatch(text) if _ASKED_WHEN.search(setting.comment) else None
    if found is None or not names_thing(found["thing"]):
        return ""
    day = f"{'on' if ',' in found['day'] else 'in'} {found['day']}{found['rest'] or ''}"
    return f"{subject_of(found['thing'], setting)} was {day}"


_WHICH = re.compile(
    r"\bwhich (?P<noun>number|figure|amount|percentage|date|rate) is (?:the )?(?:correct|right|accurate)"
)


def _right(text: str, setting: Setting, _: str) -> str:
    """The figure alone, where the comment asks which of two is right: “218” -> “The correct number is 218”."""
    asked = _WHICH.search(setting.comment)
    return (
        f"The correct {asked['noun']} is {text}"
        if asked and re.fullmatch(r"\$?\d[\d.,]*(?: \w+)?%?", text)
        else ""
    )


_CODED = re.compile(
    r"(?P<noun>(?!Pages|Notes|Items|Rules)[A-Z][a-z]+s) (?P<items>(?:\d+[A-Z]|[A-Z])\b(?: \([^()]*\))?,? .*\band .+)"
)
_WORDS_TOO = re.compile(r"\b(?!and\b)[a-z]{2,}\b(?![^(]*\))")
"""Things that their letters name: “Proposals 2A (officers) and 2B, none conditioned on the other”."""
_SHAPES = (
    _right,
    deed,
    _listed,
    denied,
    acting,
    undergone,
    under_way,
    promised,
    in_state,
    _completed,
    _on_its_day,
    _figure,
    _negated,
    _plain,
    _method,
    existing,
)
"""What a clause of shorthand can be, the more particular first."""
