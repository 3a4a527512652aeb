"""Amounts told in a row: by year, by day or by name, each with its figure, under one label or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.drafting.language.articles import Setting, many, subject_of
from drafter.drafting.language.casing import is_kept, lowered
from drafter.drafting.language.days import MONTHS
from drafter.drafting.language.heads import headed, is_name, names_thing
from drafter.drafting.language.together import together
from drafter.drafting.language.verbs import finite

_YEAR = r"(?:19|20)\d\d"
_MONTH = "|".join(MONTHS)
_WHEN = (
    rf"(?:(?:[Tt]he )?(?:(?:first|second|third|fourth) quarter|(?:first|second) half)(?: of (?:fiscal )?{_YEAR})?|"
    rf"[Ff]iscal (?:year )?{_YEAR}|[Yy]ear[- ]end {_YEAR}|(?:{_MONTH})(?: \d{{1,2}})?(?:,? {_YEAR})?(?![\d.])|"
    rf"{_YEAR}|thereafter|(?:a|the|one) year (?:earlier|before))"
)
_ABOUT = r"(?:(?:about|approximately|nearly|around|over|under|up to|more than|less than|at least) )?"
_UNIT = (
    r"(?: ?%|(?: (?:percent|percentage|million|billion|thousand|basis|points?|cents|times|tons|tonnes|days|weeks|"
    r"months|years|shares|units|people|stores|employees|barrels|ounces|feet|megawatts|acres|hours|customers|square))+)?"
)
_FIGURE = (
    rf"(?:{_ABOUT}[+-]?(?!{_YEAR}(?: |$))\(?[$€£]?\(?\d[\d,]*(?:\.\d+)?\)?(?: to \d+(?:\.\d+)?)?{_UNIT}(?:/\w+)?|"
    r"nil|none|nothing|zero)"
)
_HOW = (
    r"(?: (?:diluted|basic|net|gross|pre-?tax|after tax|each|apiece|in total|(?:un)?favorable|adverse|"
    r"(?:a|per) (?:year|month|day|share|unit|ton)))?"
)
_TURN = r"up|down|minus|increased|decreased"
_SHAPES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<when>{_WHEN}):? (?:was |were )?(?P<figure>{_FIGURE})$",
        rf"(?P<figure>{_FIGURE}),? \(?(?:in |for |at |on |as of )?(?P<when>{_WHEN})\)?$",
        rf"(?P<name>[A-Z]?[A-Za-z][^$:;=\d]*?),? (?P<figure>{_FIGURE}),? (?:in |for |at |on |as of )(?P<when>{_WHEN})$",
        rf"(?P<name>[A-Z]?[A-Za-z][^$:;=]*?),?(?: (?P<turn>{_TURN}))? (?P<figure>{_FIGURE}{_HOW}(?: \([^()]*\))?)$",
    )
)
FEWEST = 2
"""Amounts of a row."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One amount of a row with what it is told of, a time or a name; the other is empty. `turn` says which way it went,
    where the row says so: “down”, “minus”.
    """

    figure: str
    when: str = ""
    name: str = ""
    turn: str = ""


def row(text: str, counted: bool = False) -> tuple[Entry, ...]:
    """The amounts of the text in order, all by time or all by name, in one unit where only one has it; none where
    the text is anything else or has one amount only. Bare numbers do where what is `counted` stands before them.
    """
    entries = [_entry(part) for part in _parts(text)]
    found = [entry for entry in entries if entry]
    alike = all(entry.when and not entry.name for entry in found) or all(entry.name for entry in found)
    if (
        len(found) < FEWEST
        or len(found) < len(entries)
        or not alike
        or not (counted or any(map(_measures, found)))
    ):
        return ()
    return _in_one_unit(found)


def _measures(entry: Entry) -> bool:
    """Whether the figure tells in what or of which year it is, and is no day of a month: not “May 8”, “clay 24”."""
    return bool(re.search(_YEAR, entry.when)) or bool(re.search(r"[$€£%+.-]|\d [a-z]", entry.figure))


def _entry(said: str) -> Entry | None:
    said = re.sub(r"^(less|minus) ([$€£][^a-z]*(?:[mb]illion)?) (?:for|of) (?=[a-z])(.+)$", r"\1 \3 \2", said)
    taken = re.match(r"(?:less|plus|minus) (?=[a-z])", said)
    text = said[taken.end() :] if taken else said
    for shape in _SHAPES:
        if found := shape.match(text):
            parts = found.groupdict()
            name = re.sub(r",? of$", "", (parts.get("name") or "").strip())
            turn = parts.get("turn") or (taken[0].strip() if taken else "")
            if name and not taken and (not _names(name) or finite(name if turn else text)):
                return None
            return Entry(parts["figure"].strip(), parts.get("when") or "", name, turn)
    return None


def _names(name: str) -> bool:
    """Whether the name is one of a row, where a quality can stand for its thing: “executive physical”, “pre-tax”."""
    quality = re.fullmatch(r"(?:\w+ )*(?:[a-z]+(?:al|er|ry)|\w+(?:-\w+)+)|(?:[A-Z][a-z]+ )?[A-Z]", name)
    return bool(names_thing(name) or quality) and not _BREAKS_OFF.search(name)


_BREAKS_OFF = re.compile(
    r",|\d$|\b(?:per|at|of|in|to|by|for|with|from|on|and|or|plus|less|over|under|above|below|than)$"
)
"""A name that breaks off before its figure, or is more than one."""


def _parts(text: str, last_too: bool = True) -> list[str]:
    """The text by its commas and semicolons, but not within a date, a number or brackets; and by its last “and”,
    if `last_too`.
    """
    kept = re.sub(rf"({_MONTH}) (\d{{1,2}}), ({_YEAR})", "\\1 \\2\0 \\3", text.strip(" ."))
    kept = re.sub(r"\([^()]*\)", lambda m: m[0].replace(",", "\0").replace(";", "\1"), kept)
    parts = re.split(r"[;,]\s+(?:and )?", kept)
    if last_too and (
        both := re.match(r"(?P<a>.*(?:[\d%)]|illion|rcent|oints|days|nil|none)) and (?P<b>\S.*)$", parts[-1])
    ):
        parts[-1:] = [both["a"], both["b"]]
    return [part.replace("\0", ",").replace("\1", ";").strip() for part in parts if part.strip()]


_SCALED = re.compile(
    r"(?P<currency>[$€£]?)\(?\d[\d,.]*\)?(?P<scale> (?:million|billion|percent|(?:percentage |basis )?points)|%)$"
)
_BARE = re.compile(r"(?P<sign>[+-]?)(?P<digits>\(?\d[\d,]*(?:\.\d+)?\)?)$")


def _in_one_unit(entries: Sequence[Entry], label: str = "") -> tuple[Entry, ...]:
    """The amounts, those without a unit in that of all the others: “$6.0 million; storm cleanup 1.2”. Shares have one
    only under a `label` that is a measure or a whole, and whole numbers only under the latter.
    """
    scales = {(m["currency"], m["scale"]) for e in entries if (m := _SCALED.search(e.figure))}
    others = [e for e in entries if not _SCALED.search(e.figure) and not re.fullmatch("[a-z]+", e.figure)]
    whole = _OF_WHOLE.match(label)
    if len(scales) != 1 or not all(_BARE.fullmatch(e.figure) and (whole or "." in e.figure) for e in others):
        return tuple(entries)
    currency, scale = scales.pop()
    if not currency and not whole and not _had_by(entries, label):
        return tuple(entries)
    return tuple(
        replace(e, figure=_BARE.sub(rf"\g<sign>{currency}\g<digits>{scale}", e.figure)) for e in entries
    )


def dated(entry: Entry) -> str:
    """The amount with its time as it is said: “$4 million in 2025”, “$17.25 on September 4”."""
    when = re.sub(r"^[TFY](?!ebruary)", lambda m: m[0].lower(), entry.when)
    if when == "thereafter":
        return f"{entry.figure} thereafter"
    if re.match(rf"(?:{_MONTH}) \d{{1,2}},? {_YEAR}|year[- ]end", when):
        return f"{entry.figure} at {when}"
    if re.fullmatch(rf"(?:{_MONTH}) \d{{1,2}}", when):
        return f"{entry.figure} on {when}"
    if "year " in when and not when.startswith("fiscal"):
        return f"{entry.figure} {when}"
    if re.match(r"(?:first|second|third|fourth)", when):
        when = f"the {when}"
    return f"{entry.figure} {'for' if when.startswith('fiscal') else 'in'} {when}"


_COUNT = re.compile(r"\d (?:shares|units|people|stores|employees|customers)$")


def named(entries: Sequence[Entry], setting: Setting) -> str:
    """The amounts with their names as a clause whose verb stands once: “price was 6.4, mix 0.5 and traffic 1.8”."""
    first, *others = entries
    if all(_COUNT.search(e.figure) for e in entries):
        return together([f"{subject_of(e.name, setting)} had {_told(e)}" for e in entries])
    if all(e.turn in _WENT for e in entries) and not all(map(_is_effect, entries)):
        return together([f"{subject_of(e.name, setting)} {_WENT[e.turn]} {_told(e)}" for e in entries])
    if any(e.turn for e in entries):
        return contributed(entries)
    be = "were" if many(first.name) else "was"
    alike = len(others) > 1 and all(many(e.name) == many(first.name) for e in others)
    verb = "" if alike else "{} "
    said = [f"{subject_of(first.name, setting)} {be} {_told(first)}"]
    for entry in others:
        form = verb.format("were" if many(entry.name) else "was") if verb else ""
        said.append(f"{subject_of(entry.name, setting)} {form}{_told(entry)}")
    return together(said)


_WENT = {verb: verb for verb in ("increased", "decreased")} | {"up": "increased", "down": "decreased"}


def contributed(entries: Sequence[Entry]) -> str:
    """What each thing had in a change: “price accounted for $3 million and volume for a decrease of $1 million”.

    A minus against a rest without one is an offset, whichever way the whole went.
    """
    signed = [e.turn in {"minus", "less"} for e in entries]
    less = "an offset" if 2 * sum(signed) < len(entries) else "a decrease"
    kinds = dict.fromkeys(("minus", "less"), less) | {"down": "a decrease", "decreased": "a decrease"}
    kinds |= {"up": "an increase", "increased": "an increase"} if all(map(_is_effect, entries)) else {}
    said = [
        f"{_small(e.name)} for {f'{kinds[e.turn]} of {_told(e)}' if e.turn in kinds else _told(e)}"
        for e in entries
    ]
    return together([said[0].replace(" for ", " accounted for ", 1), *said[1:]])


def _is_effect(entry: Entry) -> bool:
    """Whether the sum is what a price, a volume and the like did to another amount: “price up $4.1 million”."""
    return bool(_CAUSE.search(entry.name) and re.match(r"[$€£]|[A-Z]{3} ", entry.figure))


_CAUSE = re.compile(
    r"\b(?:price|pricing|prices|volumes?|mix|currency|exchange|rates?|inflation|traffic|ticket)$", re.I
)


def _told(entry: Entry) -> str:
    return dated(entry) if entry.when else entry.figure


_CHANGE = r"(?:increase|decrease|change|decline|difference|drop|rise|growth|improvement)"
_OF_WHOLE = re.compile(
    rf"(?:(?:The )?(?P<said>(?P<sum>{_FIGURE}) {_CHANGE})|"
    rf"Of (?:the|this|that) (?P<all>(?:(?P<whole>{_FIGURE})(?: {_CHANGE})?|{_CHANGE})))$"
)


def under_label(label: str, rest: str, setting: Setting) -> str:
    """The row under its label as a clause: “Fees: 2023 $2 million; 2024 $3 million”; "" where none stands there."""
    if taken := _AS_TAKEN.search(rest):
        label, rest = f"{taken['how']} {_small(label)}", _AS_TAKEN.sub("", rest)
    whole = _OF_WHOLE.match(label)
    entries = row(rest, bool(whole)) or _by_columns(rest)
    if not entries and (against := _AGAINST.search(rest)) and (told := row(rest[: against.start()])):
        return f"{under_label(label, rest[: against.start()], setting)}{against[0]}" if told[0].when else ""
    if not entries:
        return _figure_under(label, rest, setting)
    if not entries[0].name:
        return _over_time(label, entries, setting)
    if whole:
        parts = _in_one_unit([*entries, Entry(whole["sum"] or whole["whole"] or "nil")], label)[:-1]
        return f"of the {whole['said'] or whole['all']}, {contributed(parts)}"
    if head := _measured(label, setting):
        return f"{head}: {together([f'{_small(e.name)} {e.figure}' for e in entries])}"
    return _by_name(label, entries, setting)


_AGAINST = re.compile(r",? (?:against|compared with|versus|out of|on) (?![^,;]* (?:in|for) [^,;]*[,;])[^;]+$")


def _measured(text: str, setting: Setting) -> str:
    """A name with its figure alone as a clause: “Margin 31%, compared with 33%”; "" for anything else."""
    found = _MEASURED.match(text)
    if found is None or not names_thing(found["name"]) or not re.search(r"[$€£%.]|\d [a-z]", found["figure"]):
        return ""
    return (
        f"{subject_of(found['name'], setting)} {'were' if many(found['name']) else 'was'} {found['figure']}"
    )


def _by_name(label: str, entries: Sequence[Entry], setting: Setting) -> str:
    """The amounts told of names under a label that says when or of what they are."""
    if _LEADING.match(label) and all("-" in e.name and not names_thing(e.name) for e in entries):
        each = [f"{e.name}, {_told(e)}" for e in entries]
        return f"{lowered(label)}, the amounts were as follows: {'; '.join(each[:-1])}; and {each[-1]}"
    if re.fullmatch(_WHEN, label):
        when = dated(Entry("", when=label)).strip()
        return f"{when}, {named(entries, setting)}"
    if _LEADING.match(label):
        return f"{lowered(label)}, {named(entries, setting)}"
    if (
        names_thing(label)
        and not re.search(r"\bby\b", label)
        and (_had_by(entries, label) or all(e.name[0].isupper() for e in entries))
    ):
        said = together([f"{_told(e)} for {e.name}" for e in _in_one_unit(entries, label)])
        return f"{subject_of(label, setting)} {'were' if many(label) else 'was'} {said}"
    if (many(label) and not any(e.turn for e in entries)) or not names_thing(label):
        return ""
    return f"for {subject_of(label, setting)}, {named(entries, setting)}"


_LEADING = re.compile(r"(?:In|At|On|As of|For|During|By|Under|Through) ")


_MEASURED = re.compile(
    rf"(?P<name>[A-Z][^$:;,=\d]*?) (?P<figure>{_FIGURE}"
    rf"(?:,? (?:compared with|up from|down from|against) {_FIGURE}(?: (?:in|for) the (?:prior|previous) [a-z]+)?)?)$"
)


def _small(name: str) -> str:
    return name if re.search(r"\w [A-Z]", name) or is_name(name.split()[0]) else lowered(name)


def _over_time(label: str, entries: Sequence[Entry], setting: Setting) -> str:
    said = together([dated(e) for e in entries])
    if re.fullmatch(r"[A-Z][a-z]+ed|Paid|Spent|Sold|Bought", label):
        return f"the amounts {label.lower()} were {said}"
    if not names_thing(label):
        return ""
    return f"{subject_of(label, setting)} {'were' if many(label) else 'was'} {said}"


_GOES_ON = re.compile(
    rf"(?:, (?:{_FIGURE}|{_WHEN}|or|and|plus|less|net|up|down|all|both|compared|of which|mostly|mainly|excluding|"
    r"including|with|at|in|on|as|each|before|after|until|through|since|more)\b[^,;]*|"
    r" (?:in|at|on|as of|for|of|to|per|a|and|plus|less|by|or|from|against|before|after|until|through|since)\b"
    r"[^,;]*)+$"
)
"""What is told further of a figure under a label."""


_AS_TAKEN = re.compile(r",? (?:on (?:an? )?)?(?P<how>(?:weighted )?average|median)(?=$|[,;] )")
"""How a figure was taken, behind it: “office 61 percent weighted average”."""
_RATIO = re.compile(
    r"(?:\b(?:LTV|DSCR|occupancy|coverage|utilization|churn|retention|turnover)|"
    r"(?:ratio|rate|share|margin|yield|price|percentage|grade|multiple|factor|cost|term|age)s?)$",
    re.I,
)
"""A measure, which things have: “LTV: office 61 percent”."""
_LEVEL = re.compile(
    r"(?:threshold|target|maximum|minimum|actual|result|payout|high|low|average|median|mean|range|cap|floor|budget|plan|"
    r"total|change|increase|decrease)s?$",
    re.I,
)
"""What is no thing that has a measure but one of its values."""


def _had_by(entries: Sequence[Entry], label: str) -> bool:
    """Whether the label is a measure that the things of those names have."""
    measure = re.sub(r" (?:in|for|at|as of) .+$", "", label)
    return bool(_RATIO.search(measure)) and not any(_LEVEL.search(e.name) for e in entries)


_INTEGER = re.compile(r"(?!(?:19|20)\d\d$)\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten")


def _figure_under(label: str, rest: str, setting: Setting) -> str:
    """A figure of the thing that the label names, with what is told further of it; "" for anything else."""
    alone = _entry(rest)
    if alone and alone.name and _had_by([alone], label):
        be = "were" if many(label) else "was"
        return f"{subject_of(label, setting)} for {_small(alone.name)} {be} {_told(alone)}"
    if alone and alone.name and names_thing(label):
        return f"for {subject_of(label, setting)}, {named([alone], setting)}"
    first = re.match(_FIGURE, rest) or _INTEGER.match(rest)
    if first is None or not headed(label):
        return ""
    clause, which, more = rest.partition(", of which ")
    tail = clause[first.end() :]
    if (_INTEGER.fullmatch(clause) or (_INTEGER.fullmatch(first[0]) and _VALUED.match(tail))) and many(label):
        be = "are" if not _IN_A_PERIOD.search(label) else "were"
        return f"there {be} {first[0]} {_small(label)}{tail}{which}{more}"
    unit = re.search(r"[$€£%]|\d [a-z]|\d,\d{3}$", first[0])
    if not unit or finite(clause) or (tail and not _GOES_ON.match(tail)):
        return _undertaken(label, rest, setting)
    if re.fullmatch(rf"{_FIGURE}, {_FIGURE}", clause):
        clause = clause.replace(", ", " and ")
    return f"{subject_of(label, setting)} {told(label, clause)} {clause}{which}{more}"


def _undertaken(label: str, rest: str, setting: Setting) -> str:
    """What something undertaken is for, with what is done in it; "" for anything else."""
    cost = _PRICED.fullmatch(rest)
    if cost is None or not _UNDERTAKING.search(label) or finite(rest):
        return ""
    done = f" ({cost['done']})" if cost["done"] else ""
    return f"{subject_of(label, setting)} {'are' if many(label) else 'is'} for {cost['sum']}{done}"


_UNDERTAKING = re.compile(r"(?:program|plan|project|campaign|initiative)s?$", re.I)
_PRICED = re.compile(
    rf"(?P<sum>{_FIGURE} (?:over|through|from|until) [^,;]*(?:\d{{4}}|years|months))"
    r"(?:, (?P<done>[a-z][^,;$€£%]+))?"
)
"""“$9 million over 2025 to 2027, repairs at two mills”."""
_VALUED = re.compile(r", (?:valued|worth|with|representing|covering|all|each)\b[^;]+$")
"""What is told further of things counted: “1,600, valued at $210 million”."""


_PART_OF = re.compile(r"\d[\d.]*(?:%| percent) of ")
_TERM = re.compile(
    r"(?:discount|cap|floor|tier|threshold|limit|strike|(?:exercise|conversion|offering|strike) price|premium|"
    r"spread|ceiling)s?$",
    re.I,
)
_IN_A_PERIOD = re.compile(rf"\b(?:{_YEAR}|{_MONTH}|quarter|half|compared|year|period|was|were)\b")


def told(name: str, rest: str) -> str:
    """The verb between a name and its figure: what a paper fixes holds now, an amount was one of its time."""
    if is_kept(name) and _PART_OF.match(rest):
        return "represented"
    if _TERM.search(name) and not _IN_A_PERIOD.search(rest):
        return "are" if many(name) else "is"
    return "were" if many(name) else "was"


_COLUMNS = re.compile(
    rf"(?P<figures>{_FIGURE}(?:, (?:and )?{_FIGURE})+) \((?P<whens>{_WHEN}(?:(?:, (?:and )?| and |[-–]){_WHEN})+)\)$"
)
_SEVERAL = re.compile(
    rf"(?P<parts>[A-Z][^;()]*(?:; [^;()]*)+) \((?P<whens>{_WHEN}(?:(?:, (?:and )?| and |[-–]){_WHEN})+)\)$"
)
_COLUMN = re.compile(rf"(?P<name>[A-Za-z][^\d$;]*?) (?P<figures>{_FIGURE}(?:, (?:and )?{_FIGURE})+)$")


def _times(whens: str) -> list[str]:
    """The times of a list, a range of years as each of its years."""
    if found := re.fullmatch(rf"({_YEAR})[-–]({_YEAR})", whens):
        return [str(year) for year in range(int(found[1]), int(found[2]) + 1)]
    return re.split(r", (?:and )?| and ", whens)


def _by_columns(rest: str) -> tuple[Entry, ...]:
    """Figures with their times behind them: “14, 22, 19 (2025, 2024, 2023)”."""
    found = _COLUMNS.match(rest)
    return _paired(found["figures"], _times(found["whens"])) if found else ()


def _paired(figures: str, whens: Sequence[str]) -> tuple[Entry, ...]:
    each = re.split(r", (?:and )?", figures)
    if len(each) != len(whens):
        return ()
    return tuple(Entry(figure, when=when) for figure, when in zip(each, whens, strict=True))


def _columns(text: str, setting: Setting) -> str:
    """A table in a line: “Upkeep 22, 24; growth 61, 88 (2024, 2025)” as clauses; "" for anything else."""
    found = _SEVERAL.match(text)
    parts = [_COLUMN.match(part) for part in found["parts"].split("; ")] if found else []
    said: list[str] = []
    for part in parts:
        entries = _paired(part["figures"], _times(found["whens"])) if part and found else ()
        clause = _over_time(part["name"], entries, setting) if part and entries else ""
        if not clause:
            return ""
        said.append(clause)
    return "; ".join(said)


_HEADED = re.compile(
    rf"(?P<name>[A-Z](?:(?!{_MONTH}|[Ff]iscal|\bthe\b)[^\d$€£:;,])+?),? (?P<rest>(?:{_WHEN}|{_FIGURE}).*)$"
)
"""A name before the first of the amounts: “Clay scrap 2024 $2 million; 2025 $3 million”."""


def closed(said: str, setting: Setting) -> str:
    """The sentence, “and” before the last of its amounts: “rent was $3 million in 2024, $2 million in 2023”."""
    first, *others = _parts(said, last_too=False) if not re.search(r"[;:] |, and ", said) else [""]
    entries = [e for e in map(_entry, others) if e]
    be = re.search(rf" (?:was|were|is|are) (?P<figure>{_FIGURE})(?: [^,]*)?$", first)
    if be is None or not entries or len(entries) < len(others):
        return said
    if all(e.name and not e.turn for e in entries):
        verb = "" if others[1:] else "were " if many(entries[0].name) else "was "
        return f"{together([first, *(f'{subject_of(e.name, setting)} {verb}{_told(e)}' for e in entries)])}."
    units = {re.sub(r"[\d.,]+", "#", f) for f in (be["figure"], *(e.figure for e in entries))}
    timed = re.search(rf" (?:in|for|at|on|as of) {_WHEN}$", first) and all(e.when for e in entries)
    return f"{together([first, *others])}." if timed and len(units) == 1 else said


def alone(text: str, setting: Setting) -> str:
    """A row without a label as a clause; "" for anything else: “Clay $2 million; coal $3 million”."""
    if table := _columns(text, setting):
        return table
    entries = row(text)
    head, _, tail = text.rpartition("; ")
    parts = row(head) if not entries and finite(tail) else ()
    if any(e.turn for e in parts):
        return f"{named(parts, setting)}; {tail}"
    if not entries:
        found = _HEADED.match(text)
        named_thing = found and names_thing(found["name"]) and not found["name"].endswith("ed")
        fits = named_thing and found and (row(found["rest"]) or _by_columns(found["rest"]))
        if "compared" in text and (head := _measured(text, setting)):
            return head
        return under_label(found["name"], found["rest"], setting) if found and fits else ""
    if entries[0].name:
        return named(entries, setting)
    money = any(re.search("[$€£]", e.figure) for e in entries)
    several = "amounts were" if len(entries) > 1 else "amount was"
    return f"the {several if money else several.replace('amount', 'figure')} {together([dated(e) for e in entries])}"
