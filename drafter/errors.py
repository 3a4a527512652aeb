"""One tree of errors. Every message says what to do next; the doors print it without a traceback.

DrafterError
├── Unreadable          a file cannot be read as a letter
│   ├── TooLarge        over a bound on size, depth, pages or time
│   └── NoText          a scan: pages without a text layer
├── BadMatter           matter.toml or the facts notes say something that cannot be used
├── BadSettings         drafter.toml, a DRAFTER_* variable or a flag cannot be used
├── LibraryError
│   ├── LibraryMismatch the library was built with another embedder or layout
│   ├── LibraryAway     the server that keeps the vectors does not answer
│   └── LibraryBusy     another process holds the library for too long
├── BadTemplate         a letter template names a field that does not exist, or is broken
├── WouldOverwrite      the output exists and --force was not given
├── ProviderError       a chat or an embedder cannot be used
│   ├── NotConfigured   no such provider, or no key
│   ├── Unreachable     no answer from it: a retry may help
│   └── BadReply        it answered, twice, something that is not what was asked for
└── Refused             a thing the tool will not do, such as sending a confidential matter out
"""

from __future__ import annotations


class DrafterError(Exception):
    """The root. `str(error)` is one or two sentences for counsel: what is wrong, and what to do."""


class Unreadable(DrafterError):
    """The file cannot be read as a letter."""


class TooLarge(Unreadable):
    """The file passes a bound on size, depth, pages or time."""


class NoText(Unreadable):
    """The document holds no text: most often a scan that wants OCR first."""


class BadMatter(DrafterError):
    """The matter file or the facts notes cannot be used as they are."""


class BadSettings(DrafterError):
    """A setting, an environment variable or a flag cannot be used."""


class LibraryError(DrafterError):
    """The library cannot be used as it is."""


class LibraryMismatch(LibraryError):
    """The library was built with another embedder or another layout."""


class LibraryAway(LibraryError):
    """The server that keeps the library's vectors does not answer: a retry may help."""


class LibraryBusy(LibraryError):
    """Another process holds the library and did not let go in time."""


class BadTemplate(DrafterError):
    """A letter template or prompt names a field that does not exist, or cannot be parsed."""


class WouldOverwrite(DrafterError):
    """The output exists already."""


class ProviderError(DrafterError):
    """A chat or an embedder cannot be used."""


class NotConfigured(ProviderError):
    """There is no such provider, or it lacks a key or a package."""


class Unreachable(ProviderError):
    """The provider did not answer: trying again may help, not before `after` seconds where it said so."""

    def __init__(self, message: str, after: float = 0.0) -> None:
        super().__init__(message)
        self.after = after


class BadReply(ProviderError):
    """The provider answered something other than what was asked for, also on the second ask."""


class Refused(DrafterError):
    """The tool will not do this without an explicit word from counsel."""
