"""Bare answers made whole sentences with the thing that the staff ask for: “None.”, “Mostly price.”

Each kind of question has its sentence. Where the words of the answer fit into none, a frame that says only what was
asked takes them (“The reasons for the decline are as follows: ...”), and where that is in doubt too, nothing does.
"""

from __future__ import annotations

import re

from drafter.drafting.language.articles import Setting, many
from drafter.drafting.language.casing import ended, lowered, raised
from drafter.drafting.language.days import MONTHS
from drafter.drafting.language.tagging import words
from drafter.drafting.language.turning import turn, turn_own
from drafter.drafting.language.verbs import finite
from drafter.drafting.notes.shaping import worded
from drafter.drafting.planning.answering import fit
from drafter.drafting.planning.plan import stems
from drafter.drafting.sentences.manners import LONGEST, is_participle
from drafter.drafting.sentences.questioned import QUESTIONS
from drafter.drafting.sentences.replies import Reply

_BARE = re.compile(
    r"(?:yes|no|none|never|neither|not at all|not yet|correct|confirmed|nothing|not [\w-]+)\b\W*$|"
    r"(?:it|we|they|client|the company|company|he|she) (?:is|are|was|were|has|have|had|do|does|did|will|would|"
    r"can|could|"
    r"may|might|must|shall)(?:n['’]t| not)?\W*$",
    re.I,
)
"""An answer that is whole only with its question: “It does not.”"""


def is_bare(said: str) -> bool:
    """Whether the words of a note are an answer and no sentence: without a verb of their own, or “It did not”."""
    return bool(_BARE.match(said.strip())) or finite(_MAY.sub("June ", said.strip(" ."))) is None


_MAY = re.compile(r"\bMay (?=\d)")
"""The month, which reads as a verb."""


_YES_OR_NO = re.compile(r"(?:yes|no)\b[.,;:]", re.I)


def answered(thing: str, said: str, setting: Setting) -> str:
    """The bare answer as one whole sentence on the thing that the staff ask for; "" where that is not certain."""
    if not is_bare(said) and not _YES_OR_NO.match(said):
        return ""
    if _LEANS.search(thing) or _TELEGRAPHIC.search(said) or re.search(r"[.?!] \w", said.strip()):
        return ""
    asked = _LIMITS.sub(
        "", turn(re.sub(r"^(?:also|specifically|clearly),? ", "", thing), setting.voice)
    ).strip(" .,")
    said = _unlabelled(said, thing)
    text = said if _BARE.match(said.strip()) else worded(said, setting)
    reply = Reply(turn_own(text.strip(" .,;"), setting.voice, setting.comment), setting)
    if not is_bare(reply.said) and not _YES_OR_NO.match(said):
        return ""
    found = ((kind.match(asked), say) for kind, say in _ASKED)
    whole = next((say(m["rest"], reply) for m, say in found if m), "")
    return ended(raised(whole)) if whole else ""


def _unlabelled(said: str, thing: str) -> str:
    """The answer without a label that only says the thing again: “Discount: 7 percent”."""
    label = re.match(r"(?P<label>[A-Za-z][A-Za-z -]{2,30}): (?=\S)", said)
    words_of = stems(label["label"]) if label else frozenset()
    if label is None or not words_of or not words_of <= stems(thing) or re.search(r"\b(?:and|or)\b", thing):
        return said
    return said[label.end() :]


_LEANS = re.compile(
    r"\b(?:it|them|they|he|she|his|her|him|the following|the foregoing|whether or how)\b|[:;“”\"]", re.I
)
"""What the thing itself leaves to be understood from elsewhere."""
_LIMITS = re.compile(
    r",? (?:(?:in|for) (?:each|all) (?:of the )?(?:periods?|years?|fiscal years?|quarters?)(?: presented)?|"
    r"for the periods presented|"
    r"(?:at|as of) (?:each|the) balance sheet dates?(?: presented)?|(?:at|as of) the end of each (?:period|"
    r"year)(?: presented)?|"
    r"separately by (?:[a-z]+ ){0,3}[a-z]+|in your (?:response|disclosure)|as applicable|if any|if so)$"
)
"""What says for which periods the staff ask, and not what."""
_TELEGRAPHIC = re.compile(
    r"=|->|→|[?!<>~]|\b(?:what|it|that|there|who)['’]s\b|\bw/|\be\.g\b|[\[\]]|\bincl\b|\bresp\b", re.I
)
# Things that are named

_FIGURE = re.compile(
    r"(?:about |approximately |nearly |some |over |almost )?(?:[$€£]?\d[\d,.]*|two|three|four|five|six|seven|"
    r"eight|nine|ten|twelve)(?:%| (?:percent|million|billion|thousand|basis points|years|months|days))?"
    r"(?P<tail>(?:,? (?:at|in|for|as of|on|of|per|over|after|before|through|to|and|compared|against|from|up|"
    r"down|before|without)\b.*)?)$",
    re.I,
)
_AMOUNT = re.compile(
    r"(?:amount|amounts|value|cost|costs|charge|charges|price|fee|fees|rent|revenue|balance|proceeds|loss|"
    r"losses|gain|gains|"
    r"number|percentage|rate|share|margin|principal|reserve|total|expense|expenses|ratio|headroom|payments|"
    r"savings|size|life|lives|dividends?|income|limit|term|period|length|duration)$"
)
_BEYOND = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:year|quarter|month)[- ]end\b|\byear (?:earlier|before|ago)\b|\b(?:prior|last) year\b"
)
"""A time that has passed."""
_LOOSE = re.compile(
    r", (?!\d|(?:at|in|for|as|on|of|per|over|after|before|through|to|and|or|compared|against|from|up|down|about|"
    r"each|which|repayable|"
    r"payable|net|gross|including|excluding|all|nearly|with|" + "|".join(MONTHS) + r")\b)"
)
"""What hangs loosely on a figure: “up from 22.9, new store”."""
_AHEAD = re.compile(
    r"\b(?:expect\w*|future|will|may|can|maximum|minimum|due|payable|remaining|committed|annual|available|"
    r"authorized|required|estimated|remains?|unused|outstanding)\b"
)
"""What an amount still is."""
_LISTED = re.compile(
    r"(?:reasons?|causes?|nature|status|terms?|components?|composition|basis|factors?|drivers?|circumstances|"
    r"events?|products?|"
    r"purposes?|assumptions?|inputs?|methods?|methodology|policy|criteria|steps|names?|identity|types?|"
    r"categories|sources?|"
    r"rationale|conditions|procedures|process|timing|jurisdictions|parties|items|frequency|location|extent|"
    r"formula|amounts?|"
    r"concentration|breakdown|duration|mix|expenses|costs|charges|assets|facts|services|structure|controls|"
    r"objectives?|members|peers|benchmarks?|metrics?|measures?|definitions?|threshold|dates?)$"
)
"""Names after which “are as follows” says what was asked, and no more."""
_VAGUE = re.compile(
    r"\b(?:any|each|every)\b|^(?:these|those)\b|^the (?:terms?|amounts?|policy|names?|dates?|facts|measures?)$"
)
"""A thing that is not one, or not named well enough to say what it is."""
_HEAD = re.compile(
    r"(?P<head>.+?)(?= (?:of|for|in|to|on|by|at|under|with|from|that|which|who|between|behind|attributable|"
    r"related|used|included|"
    r"paid|made|recognized|recorded|involved|underlying|due|as|over|during|outside|when|where|held|the|it|we)\b|$)"
)


def _thing(rest: str, reply: Reply) -> str:
    """“the amount of the charge”, “the status of the talks” with what the answer says of them."""
    rest = _determined(rest)
    head = _HEAD.match(rest)
    noun = head["head"] if head else rest
    if (
        not rest
        or re.search(r"\b(?:whether|how|why|what)\b", rest)
        or len(rest.split()) > LONGEST
        or finite(noun)
    ):
        return ""
    if reply.denies:
        return _no_such(rest, noun, reply.said)
    return _measured(rest, noun, reply) or _as_follows(rest, noun, reply)


def _determined(thing: str) -> str:
    """The thing with its article; "" where it is not the name of one."""
    if _DETERMINED.match(thing):
        return thing
    head = _HEAD.match(thing)
    named = re.match(r"[a-z]", thing) and words(thing)[0].kind in "NSJ" and not finite(thing)
    return f"the {thing}" if head and named and many(head["head"]) else ""


def _measured(rest: str, noun: str, reply: Reply) -> str:
    """“the rent due” with its figures."""
    figure = _FIGURE.match(reply.said)
    if figure is None or not _AMOUNT.search(noun) or reply.rough:
        return ""
    past = _BEYOND.search(f"{rest} {figure['tail']}") and not _AHEAD.search(rest)
    be = ("were" if past else "are") if many(noun) else ("was" if past else "is")
    tail = figure["tail"].strip()
    named, dated, others = rest.partition(f" {tail}") if tail else (rest, "", "")
    if dated and re.match(r",? and (?:at|in|for|as of)\b", others):
        rest, dated = named, ""
    said = reply.said.removesuffix(figure["tail"]) if dated else reply.said
    figures = re.split(r"; |, (?=[$€£])", lowered(said))
    said = f"{', '.join(figures[:-1])} and {figures[-1]}" if len(figures) > 1 else figures[0]
    return "" if _LOOSE.search(figures[-1]) else f"{re.sub('^any ', 'the ', rest)} {be} {said}"


def _as_follows(rest: str, noun: str, reply: Reply) -> str:
    """The thing with the words of the answer behind a colon."""
    several = many(noun)
    be = "are" if several else "is"
    if (
        _MOVED.search(noun)
        and reply.framed
        and not re.match(r"[$€£]?\d|about|approximately", reply.said, re.I)
    ):
        return f"{rest} {be} explained as follows: {reply.framed}"
    measured = _AMOUNT.search(noun) and re.search(r"\d", reply.said)
    itemized = _SEVERAL.search(noun) and re.search(r",| and ", reply.said)
    one = re.sub(r"^any (?!of\b)", "the ", rest) if several else rest
    if not (_LISTED.search(noun) or measured or itemized) or not reply.framed or _VAGUE.search(one):
        return ""
    if _strange(noun, reply.said) or fit(rest, reply.said) < 0 or _DOING.search(rest):
        return ""
    return f"{one} {be} as follows: {reply.framed}"


def _strange(noun: str, said: str) -> bool:
    """Whether the answer is of another kind than what the noun names: a mere figure, or what was done to something."""
    if all(map(_PLAIN.fullmatch, re.findall(r"[^\s,;()]+", said))) and not _AMOUNT.search(noun):
        return True
    if _REASONED.search(noun) and re.match(r"[$€£]?\d", said):
        return True
    done = _DONE.match(said)
    return bool(done and is_participle(done[1].lower())) and not _TOLD_DONE.search(noun)


_PLAIN = re.compile(
    rf"[$€£]?\d[\d.,]*%?|million|billion|percent|in|at|of|the|fiscal|and|year|quarter|{'|'.join(MONTHS)}"
)
_DONE = re.compile(
    rf"(\w+)(?= (?:not|on|in|by|at|as|from|over|under|with|when|to|since|only|{'|'.join(MONTHS)}|[a-z]+ly)\b|$)"
)
_REASONED = re.compile(
    r"(?:reasons?|causes?|basis|nature|status|polic(?:y|ies)|facts|events|rationale|circumstances|categories|persons|types|names?)$"
)
"""What no figure begins to tell."""
_TOLD_DONE = re.compile(r"(?:status|polic(?:y|ies)|treatment|timing|method|methodology)$")
"""What is told by what was done."""
_SEVERAL = re.compile(
    r"(?:exceptions|elements|requirements|expenditures|compan(?:y|ies)|countries|materials|changes|holders|"
    r"groups|brands|"
    r"customers|suppliers|proceeds|bookings|adjustments|payments|positions|waivers|openings|cancellations|"
    r"write-downs)$"
)
"""Names of what a list answers."""
_DOING = re.compile(r", (?!including\b)[a-z]+ing\b")
"""A further directive within a thing: “the transfers made, quantifying the amounts”."""
_DETERMINED = re.compile(r"(?:the|any|all|its|our|these|those|each|total|aggregate)\b")


_MOVED = re.compile(r"\b(?:increase|decrease|decline|difference|variance|fluctuation|improvement|drop|rise)$")
"""What is asked about so that its reasons or its parts are told."""


def _no_such(rest: str, noun: str, said: str) -> str:
    """That there is none of what the staff ask for as “any”."""
    if not re.fullmatch(r"none|no|nothing", said, re.I) or not re.match(r"any (?!of\b)", rest):
        return ""
    return f"there {'are' if many(noun) else 'is'} no {rest.removeprefix('any ')}"


_ASKED = (
    *QUESTIONS,
    (re.compile(r"(?P<rest>(?!(?:how|if|to|and|or|that|which|in|what|who|so)\b).+)$", re.S), _thing),
)
