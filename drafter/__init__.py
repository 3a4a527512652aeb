"""First drafts of response letters to SEC staff comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.workbench import Workbench

__version__ = "0.1.0"
__all__ = ["Workbench", "__version__"]


def __getattr__(name: str) -> object:
    """Workbench on first use: it brings slow libraries along."""
    if name == "Workbench":
        from drafter.workbench import Workbench

        return Workbench
    raise AttributeError(f"module 'drafter' has no attribute {name!r}")
