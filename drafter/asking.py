"""The question before anything is sent: asked once for each library and provider."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from drafter.errors import Refused

if TYPE_CHECKING:
    from drafter.settings import Settings


def agree(settings: Settings, work: str, yes: bool = False) -> Settings:
    """The settings, once counsel has agreed to what that work with them sends elsewhere. Raises Refused."""
    from drafter import agreements

    sent = agreements.Work[work]
    hosts = agreements.leaves_for(settings, sent)
    named = ", ".join(hosts)
    if hosts:
        typer.echo(f"This sends {sent.value} to {named}.", err=True)
    if not agreements.agreed(settings).issuperset(hosts):
        if not (yes or (sys.stdin.isatty() and typer.confirm("Send them?", err=True))):
            raise Refused(f"Nothing was sent to {named}. Add --yes to agree, or work offline.")
        agreements.agree(settings, hosts)
    return settings
