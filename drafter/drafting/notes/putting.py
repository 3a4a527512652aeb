"""What counsel says of the papers in everyday verbs, in those of a letter: “Table goes in”, “the phrase comes out”."""

from __future__ import annotations

import re

from drafter.drafting.language.being import plural
from drafter.drafting.language.casing import lowered, raised
from drafter.drafting.language.verbs import finite

_PAPER = (
    r"(?:analys[ei]s|memo|memorandum|cop(?:y|ies)|"
    r"table|footnote|sentence|language|disclosure|description|definition|paragraph|wording|risk factor|"
    r"chart|graph|graphic|"
    r"column|statement|exhibit|form|consent|opinion|deck|agreement|it|they|both|all of it|number|figure|level|"
    r"detail|breakdown|"
    r"split|reconciliation|text|line|phrase|word|claim|adjustment|slide|label|legend|bullet|reference|caption|"
    r"title|map|section|heading|that|those|note|factor|trigger|step|name|cap|range|period|schedule)s?"
)
_PLACE = (
    r"(?:the |our |its |a |an |all |both |next |coming |first |second |third |fourth |half-year |"
    r"quarter(?:ly)? |annual |year-end |inventory |segment |20\d\d |new |earnings |shareholder )*"
    r"(?:Form|10-[KQ]|20-F|8-K|K\b|prox(?:y|ies)|amendment|Amendment|note\b|Note|Item|MD&A|page|box|filing|"
    r"release|report|tables?|papers|footnote|section|summary|letter|A-\d|cover)"
)
_GOES = re.compile(
    rf"(?P<subject>\b(?:{_PAPER}(?:[^,.;:]{{0,110}}?)|\d+\.\d+)) (?P<will>will (?:also |then |each )?|also |"
    rf"all |each )?(?:goes|go) "
    rf"(?P<how>in(?= (?:from|at|by|with|as|with)\b|\s*[.;,]|$)|in(?:to)?(?= {_PLACE})|onto(?= {_PLACE}))",
    re.I,
)
_INTO = re.compile(
    rf"(?P<subject>^[^,.;:]{{2,60}}?|(?<=and )it) (?P<will>will (?:also |then |each )?|also )?(?:goes|go) "
    rf"(?P<how>in(?:to)?|onto)(?= {_PLACE})"
)
_FILED = re.compile(r"\b(?:exhibit|consent|opinion|agreement|23\.\d|10\.\d+|5\.\d|8\.1)\b", re.I)
_AS_EXHIBIT = re.compile(r" as (?:an )?(?:Exhibit|exhibit|\d+\.\d+)")
_TURN = re.compile(r"(?: in the| with the| the)? next turn\b")
_QUOTED_WORD = re.compile(r"^(?=(?:Words?|Phrase|Sentence|Term|Statement|Claim) [\"“])")
_SENT = re.compile(r"\b(?:by (?:separate )?(?:letter|courier)|Rule (?:418|12b-4)|supplementally)\b")
_OUT = re.compile(
    rf"(?P<subject>(?:\b{_PAPER}|[\"“”]\w[^\"“”]*[\"”])"
    r"(?: (?:about|of|on) [^,.;:]{2,40}?| [\"“][^\"“”]+[\"”]|(?<=word) \w+)?) "
    r"(?:will )?(?:(?:comes?|drops?) out|goes(?= from page))\b"
    r"(?! (?:at|on|to|above|below|after|ahead|each|every|with|in (?:January|February|March|"
    r"April|May|June|July|August|September|October|November|December|20\d\d))\b)(?: altogether)?(?P<of> of)?",
    re.I,
)
_FROM_CAUSE = re.compile(r"(?:They|It|These|Those|Both) comes? out of\b")
"""What comes of something, unless it is asked to be removed: “They come out of a 2023 order”."""
_COME_OUT = re.compile(r"^(?P<subject>[A-Z][^,.;:]{2,60}?) comes? out of\b")
_GONE = re.compile(rf"(?P<subject>\b{_PAPER}|[\"“]\w[^\"“”]*[\"”]) (?P<be>is|are) (?:now )?gone\b", re.I)
_GET_DONE = re.compile(
    r"(?P<before>^|[a-z\d\"”)] )(?:gets?) (?P<done>recast|redacted|deleted|amended|revised|removed|added|"
    r"disclosed|updated|corrected|"
    r"filed|included|expanded|moved|rewritten|replaced|dropped|restated|refiled|spun off)\b"
)
_GETS_DONE = re.compile(
    r"(?P<thing>[^,;:.]*[a-z\d\"”)]) (?P<get>gets?|got) (?P<done>[a-z]+(?:ed|en)|written|paid|sold|sent|cut|put)\b"
    r"(?! (?:the|an?)\b)"
)
_TAKE = re.compile(r"^Take (?P<what>(?:the |that |this )?[^,.;]{2,60}?) (?:out|off)(?: (?:of|from))?\b")
_COMES = re.compile(
    rf"(?P<subject>\b{_PAPER}) comes? (?:with|in) (?={_PLACE}|the (?:January|February|March|April|May|June|"
    rf"July|August|September|October|November|December) )",
    re.I,
)
_CARRIES = re.compile(r"(?P<page>^(?:Page|Note|Item) [\w-]+(?: will)?) carr(?P<end>y|ies)\b")


_IS_OUT = re.compile(
    rf"(?P<subject>[\"“][^\"“”]+[\"”]|\b(?:{_PAPER}|assumption|date|figure|limitation|one|and)(?: \(\w\))?) (?P<be>is|"
    rf"are) out\b(?! of)"
    r"(?: now| anyway)?(?P<where>(?:,? everywhere| throughout|,? all (?:\w+ )?places|(?: on| at| in|"
    r" from) (?:all )?pages? [^.;]+)?)(?=[.;,]|$| and\b)",
    re.I,
)
_EVERYWHERE = re.compile(r",? everywhere$")
_REMOVED = re.compile(
    r"^(?P<said>[\"“][^\"“”]+[\"”]) (?P<be>has been|have been|will be) (?P<done>removed|deleted|struck|"
    r"dropped|replaced|put in its place)\b"
)
_NOW = re.compile(
    r"\b(?P<verb>says?|shows?|reads?|lists?|names?|gives?|has|have|includes?|contains?|states?) "
    r"(?P<what>so|it|that|this|both|them|these|those|all \w+|the \w+|an? \w+) now\b"
)
_NOW_THAT = re.compile(r"\b(?P<verb>says?|states?|shows?|lists?|reads?|names?|gives?) now(?= [a-z])")
_NOW_ON = re.compile(
    r"\b(?P<be>is|are) (?P<where>(?:at|on|in) (?:pages?|[Nn]otes?|Items?|Exhibits?) [\w-]+(?: (?:and|to) [\w-]+)?)"
    r" now\b"
)
_WENT_IN = re.compile(r"(?<=\d) went in (?=(?:with|as)\b)")
_WHEN_DUE = re.compile(
    r"(?P<deed>\bwill\b[^,;:]{3,90}), (?:the |our |its )?(?P<next>next |coming )?"
    r"(?=(?:Form )?(?:10-[KQ]|20-F|6-K)\b(?!/)|annual report\b|proxy statement\b)"
)


_VERBLESS = re.compile(
    r"^(?P<said>[\"“][^\"“”]+[\"”]) (?:now )?(?P<done>removed|deleted|struck|dropped|"
    r"replaced)\b(?:,? (?:in )?(?P<all>(?:all|both) (?:[a-z]+ )?places))?"
)
_IN_ITS_PLACE = re.compile(r"^(?P<said>[\"“][^\"“”]+[\"”]) in its place(?=[.,;]|$)")
_INTO_PLACE = re.compile(
    rf"^(?P<subject>(?:Both|All(?: \w+)?|Each|It|They|[A-Z][a-z]+ (?:table|sentence|paragraph|line))) "
    rf"into (?=(?:the |our |its )?(?:[a-z-]+ ){{0,2}}?{_PLACE})"
)


def put(text: str, comment: str = "") -> str:
    """The text, what is put into the papers and taken out of them in the verbs of a letter."""
    asked_out = bool(_ASKED_OUT.search(comment))
    return _placed(_moved(_counted(text, comment), asked_out), comment)


_GONE_FROM = re.compile(
    r"^(?P<thing>(?!(?:It|This|That|They|These|Both|All|Each|Nothing)\b)[A-Z\"“][^,.;:]{1,60}?) "
    r"(?P<how>goes|go|comes? out|(?:is|are) (?:given up|out))(?:(?=[.,;]|$)|"
    r"(?P<since>,? (?:from|beginning with|starting with) )"
    r"(?=(?:the |our |its )?(?:next |coming )?(?:Form|10-[KQ]|20-F|release|proxy|annual|quarterly)))"
)
"""“Adjusted Yield goes, from the release for ...”, “Options come out from the Form 10-K”."""
_IN_OR_OUT = re.compile(
    r"^(?P<thing>[A-Z][^,.;:]{1,60}?) (?P<be>is|are) (?P<way>in|out)(?=[.,;]|$| from the first\b)"
)
_ASKED_WHAT = re.compile(
    r"(?!.*\b(?:remov|delet|eliminat|refrain)).*\b(?:includ|exclud|count|compris|defin)", re.S
)


def _counted(text: str, comment: str) -> str:
    """What counsel says is in a measure or out of it, or goes, in the verbs of a letter."""
    if (held := _IN_OR_OUT.match(text)) and _ASKED_WHAT.match(comment):
        included = "included" if held["way"] == "in" else "not included"
        return f"{held['thing']} {held['be']} {included}{text[held.end() :]}"
    gone = _GONE_FROM.match(text)
    if gone is None or not (gone["since"] or _ASKED_OUT.search(comment) or text[:1] in '"“'):
        return text
    be = {"is out": "has been", "are out": "have been"}.get(gone["how"], "will be")
    since = ", beginning with " if gone["since"] else ""
    return f"{gone['thing']} {be} removed{since}{text[gone.end() :]}"


_ASKED_OUT = re.compile(r"\b(?:remov|delet|omit|eliminat|exclud|discontinu|refrain)")
"""What shows that something is to come out of the papers."""


def _placed(text: str, comment: str) -> str:
    """What stands in the papers now, and words that are taken out of them named as words."""
    text = re.sub(r"\bat (?=pages? \w{1,4}\b)", "on ", text)
    text = _NOW_THAT.sub(r"now \g<verb>", _NOW.sub(r"now \g<verb> \g<what>", text))
    text = _WENT_IN.sub(" was filed ", _NOW_ON.sub(r"\g<be> now \g<where>", text)).replace("  ", " ")
    text = re.sub(
        r"\bnow (says?|states?) (?=(?:we|our|the|it|there|they|all(?! of (?:this|that|it)\b)|no)\b(?!,))",
        r"now \1 that ",
        text,
    )
    text = _WHEN_DUE.sub(lambda m: f"{m['deed']} in the {m['next'] or ''}", text)

    def named(found: re.Match[str]) -> str:
        said, several = found["said"], " " in found["said"]
        low = f"{said[0]}{lowered(said[1:])}"
        said = low if low[1:-1] in comment else said
        be = found["be"].replace("has been", "have been") if several else found["be"]
        return f"The word{'s' if several else ''} {said} {be} {found['done']}"

    return _REMOVED.sub(
        named,
        re.sub(
            r"^New (?=(?:risk factor|section|paragraph|table|sentence|column|footnote)\b)", "A new ", text
        ),
    )


def _moved(text: str, asked_out: bool) -> str:
    text = _VERBLESS.sub(
        lambda m: f"{m['said']} has been {m['done']}{' in ' + m['all'] if m['all'] else ''}", text
    )
    text = _IN_ITS_PLACE.sub(r"\g<said> has been put in its place", text)
    text = re.sub(r"^Goes (?=in(?:to)? )", "It goes ", text)
    text = _INTO_PLACE.sub(r"\g<subject> will be included in ", text)
    text = _GOES.sub(lambda m: _included(m, text), text)
    text = _INTO.sub(lambda m: _included(m, text), text)
    if asked_out or not _FROM_CAUSE.match(text):
        text = _OUT.sub(lambda m: f"{m['subject']} will be removed{' from' if m['of'] else ''}", text)
    text = _COME_OUT.sub(r"\g<subject> will be removed from", text) if asked_out else text
    text = _GONE.sub(lambda m: f"{m['subject']} {'has' if m['be'] == 'is' else 'have'} been deleted", text)
    text = _IS_OUT.sub(_taken_out, text)
    text = _GET_DONE.sub(r"\g<before>will be \g<done>", text)
    text = _GETS_DONE.sub(_undergone, text)
    text = _TAKE.sub(r"We will remove \g<what>", text)
    text = _COMES.sub(r"\g<subject> will be included in ", text)
    text = _QUOTED_WORD.sub("The ", _TURN.sub(" in the next amendment", text))
    text = re.sub(r"^The [A-Z](?=[a-z]+ [\"“])", lambda m: m[0].lower().capitalize(), text)
    return _CARRIES.sub(lambda m: f"{m['page']} {'include' if m['end'] == 'y' else 'includes'}", text)


def _undergone(found: re.Match[str]) -> str:
    """What “gets” done to a thing as what is done to it."""
    verb = finite(found["thing"])
    thing = found["thing"][: verb.start] if verb else found["thing"]
    be = {"gets": "is", "get": "are", "got": "were" if plural(thing.strip()) else "was"}[found["get"]]
    return f"{found['thing']} {be} {found['done']}"


def _taken_out(found: re.Match[str]) -> str:
    """What is out as what has been removed, and from where."""
    where = _EVERYWHERE.sub(" throughout", found["where"])
    return f"{found['subject']} {'has' if found['be'] == 'is' else 'have'} been removed{where}"


def _included(found: re.Match[str], text: str) -> str:
    """What goes in as what will be included, filed or furnished, with the preposition that its place needs."""
    how, also = found["how"].lower(), (found["will"] or "").removeprefix("will ").strip()
    after = text[found.end() :]
    done = (
        "filed"
        if _FILED.search(found["subject"]) or _AS_EXHIBIT.match(after)
        else "furnished to the Staff"
        if _SENT.search(text)
        else "included"
    )
    place = (
        ""
        if re.match(r"\s*(?:[.;,]|$|(?:from|at|by|with|as)\b)", after)
        else " on"
        if how == "onto"
        else " in"
    )
    return f"{found['subject']} will {also + ' ' if also else ''}be {done}{place}"


_WHOSE = r"(?:the )?(?:client|company|management|mgmt|board)|we"
_UNWILLING = re.compile(
    rf"(?P<joint>,? (?:but|and) |^|(?<=[.;:] ))(?P<who>(?:{_WHOSE})\b ?)?"
    r"(?:(?:really|strongly|very much|much|still|currently) )*"
    r"(?:(?:would|[’']d) (?:(?:much|strongly|far) )?(?:rather not|prefer not to)|prefers? not to|"
    r"(?:is|are|[’']re) (?:not (?:willing|prepared|inclined|minded|keen)|unwilling|reluctant|loath|disinclined) to|"
    r"declines? to|refuses? to|(?:do(?:es)? not|(?:do|does)n[’']t) (?:want|wish|like) to) (?=[a-z])",
    re.I,
)
"""“Client would rather not”, “we are reluctant to”, “but does not want to”."""


def in_letter_words(note: str) -> str:
    """The note, what the client would rather not do as what it does not propose to do, in a sentence of its own."""

    def said(found: re.Match[str]) -> str:
        who = raised((found["who"] or "client").strip())
        lead = ". " if found["joint"].strip() else found["joint"]
        return f"{lead}{who} {'do' if who == 'We' else 'does'} not propose to "

    return _PROPOSES_NOT_COLON.sub(r"\g<no>. Client \g<then>", _UNWILLING.sub(said, note))


_PROPOSES_NOT_COLON = re.compile(r"(?P<no>\bdo(?:es)? not propose to [^.;:]{3,60}): (?P<then>will )")
"""“Does not propose to amend: will file it with the next report.”"""
