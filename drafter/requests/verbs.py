"""The verbs of the staff's directives: what each does, and what it usually wants back."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a list written as one string."""
    return frozenset(text.split())


VERBS: dict[str, tuple[str, str]] = {
    verb: (action, deliverable)
    for action, deliverable, verbs in (
        ("tell_us", "explanation", "tell advise inform let"),
        ("explain", "explanation", "explain elaborate justify demonstrate help"),
        ("describe", "revised_disclosure", "describe outline summarize illustrate"),
        (
            "disclose",
            "revised_disclosure",
            "disclose include state say add indicate specify present report insert",
        ),
        ("discuss", "revised_disclosure", "discuss address"),
        ("quantify", "revised_disclosure", "quantify calculate compute disaggregate"),
        ("clarify", "revised_disclosure", "clarify define distinguish"),
        ("identify", "revised_disclosure", "identify list name"),
        ("balance", "revised_disclosure", "balance"),
        (
            "revise",
            "revised_disclosure",
            "revise expand enhance update correct modify change supplement restate reclassify label rename "
            "highlight separate segregate break move relocate replace reflect limit mark make prepare "
            "retitle ensure tailor characterize recharacterize "
            "augment adjust align conform shorten rewrite reorganize improve cross-reference",
        ),
        ("remove", "revised_disclosure", "remove delete omit eliminate strike"),
        ("refrain", "revised_disclosure", "refrain avoid discontinue cease stop"),
        ("confirm", "confirmation", "confirm acknowledge undertake"),
        ("provide", "explanation", "provide furnish submit send show forward supply give"),
        ("reconcile", "explanation", "reconcile compare"),
        ("support", "supplemental", "support substantiate"),
        ("identify", "explanation", "cite"),
        ("analyze", "explanation", "analyze analyse assess evaluate"),
        ("amend", "amendment", "amend"),
        ("file", "exhibit", "file refile attach"),
        ("consider", "revised_disclosure", "consider"),
        ("revise", "revised_disclosure", "comply have obtain"),
    )
    for verb in verbs.split()
} | {f"{verb} us": ("tell_us", "explanation") for verb in ("direct", "point", "refer")}
"""Base form -> (action, what it wants back where nothing else says)."""

POINTERS = words("refer see note direct contact call understand allow keep feel be")
"""Verbs that ask for nothing by themselves, also after "please" ("Please refer to ...")."""

ALSO_NOUNS = words(
    "address balance change compute file help label let limit list make mark move name report supplement "
    "support update have add present separate state stop strike show forward supply give assess "
    "correct break compare adjust reflect prepare obtain say"
)
"""Verbs that are as often nouns or adjectives: they open a request only before its object."""

REPORTING = words("tell explain confirm describe advise clarify provide")
"""Verbs that open a request of their own wherever "us" follows them."""
