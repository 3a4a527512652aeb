"""A Word document as bytes, with no trace of the machine or the hour."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from typing import cast

from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.coreprops import CoreProperties

AUTHOR = "drafter"
"""Who wrote our notes and last changed the file."""


def settled(document: Word, when: datetime) -> bytes:
    """The document's bytes, with no trace of the machine or the hour: its properties say `when`."""
    properties = properties_of(document)
    properties.created = properties.modified = when.astimezone(UTC).replace(tzinfo=None)
    properties.last_modified_by, properties.revision = AUTHOR, 1
    return packed(document)


def properties_of(document: Word) -> CoreProperties:
    """The document's properties. Files of LibreOffice name theirs by a relation that python-docx does not know
    and would add a second part beside; theirs goes.
    """
    package = document.part.package
    for key, relation in list(package.rels.items()):
        foreign = not relation.is_external and relation.reltype != RELATIONSHIP_TYPE.CORE_PROPERTIES
        if foreign and str(relation.target_part.partname) == "/docProps/core.xml":
            del package.rels[key]
    return cast("CoreProperties", document.core_properties)


def packed(document: Word) -> bytes:
    """The document's bytes; the same document gives the same bytes at any hour."""
    saved, zipped = BytesIO(), BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as out:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name)  # its date is 1980-01-01 unless given
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            out.writestr(entry, parts.read(name))
    return zipped.getvalue()
