# SPDX-License-Identifier: EUPL-1.2
"""A signed PDF -> whether each revision added one signature, and nothing else.

Stricter than pyHanko's difference analysis, which is asked as well: an existing object may change only if it
is listed here, and only in the entries listed here. What is not expressly allowed is not green.
"""

import io
from typing import Any

from senior_desktop.paper.archive import STAMP_FIELD
from senior_desktop.paper.closing import FIELDS

KNOWN_FIELDS = frozenset({*FIELDS.values(), STAMP_FIELD})

_CATALOGUE = frozenset({
    "/Type", "/Pages", "/Lang", "/ViewerPreferences", "/OutputIntents", "/Outlines", "/PageMode", "/Names", "/AF",
    "/AcroForm", "/StructTreeRoot", "/MarkInfo", "/Metadata", "/Perms", "/PageLayout", "/DSS",
    "/Extensions",
})
"""Catalogue entries our papers have; an /OpenAction or a script would be another."""

_CERTIFIED = frozenset({"/Perms", "/Extensions"})
_STAMPED = frozenset({"/DSS", "/Extensions"})
"""Entries of the catalogue that signing and stamping add (Extensions: the PAdES developer prefix)."""

_SIGNED = frozenset({"/V", "/AP"})
"""Entries of a widget that signing sets."""


def in_order(reader: Any, signatures: list[Any], stamps: list[Any]) -> bool:
    """Whether revision 1 was made, each next one signed one field, and later ones only stamped.

    reader: pyHanko's PdfFileReader. signatures, stamps: its embedded signatures and timestamps, oldest first.
    """
    for number, signature in enumerate(signatures, start=1):
        if signature.signed_revision != number or not _only(reader, number, signature.field_name, _CERTIFIED):
            return False
    last = reader.total_revisions - 1
    if not stamps:
        return last == len(signatures)
    # A stamp may bring its validation data (/DSS) in the same revision or in one before it.
    return (
        len(stamps) == 1 and stamps[0].field_name == STAMP_FIELD and stamps[0].signed_revision == last
        and 1 <= last - len(signatures) <= 2
        and all(_only(reader, number, STAMP_FIELD, _STAMPED) for number in range(len(signatures) + 1, last + 1))
    )


def known_fields(reader: Any) -> bool:
    """Whether the form is ours: known names only, each once, signature fields without kids; catalogue as expected."""
    root = reader.root
    names = []
    for one in root["/AcroForm"]["/Fields"]:
        field = one.get_object()
        if field.get("/FT") != "/Sig" or "/Kids" in field:
            return False
        names.append(str(field["/T"]))
    return len(names) == len(set(names)) and set(names) <= KNOWN_FIELDS and set(root.keys()) <= _CATALOGUE


def said(info: Any, key: Any) -> str:
    """An entry of Info as text, "" when there is none; `get` would hand out what is still encrypted."""
    return str(info[str(key)]) if str(key) in info else ""


def expected(reader: Any) -> list[str]:
    """Names of the party fields that revision 1 asks to be signed."""
    root = reader.get_historical_root(0)
    names = {str(one.get_object()["/T"]) for one in root["/AcroForm"]["/Fields"]}
    return [name for name in FIELDS.values() if name in names]


def same_metadata(reader: Any) -> bool:
    """Whether Info and XMP are those of revision 1: the same objects, never written again."""
    first = reader.get_historical_resolver(0)
    info, xmp = first.trailer_view.raw_get("/Info"), first.root.raw_get("/Metadata")
    last = reader.get_historical_resolver(reader.total_revisions - 1)
    return bool(
        info == last.trailer_view.raw_get("/Info") and xmp == last.root.raw_get("/Metadata")
        and all(reader.xrefs.get_last_change(one.reference) == 0 for one in (info, xmp))
    )


def _only(reader: Any, number: int, field: str, additions: frozenset[str]) -> bool:
    """Whether revision `number` changed only the widget of `field` and, in the catalogue, `additions`."""
    xrefs = reader.xrefs
    if xrefs.refs_freed_in_revision(number):
        return False
    before, after = reader.get_historical_resolver(number - 1), reader.get_historical_resolver(number)
    for key in ("/Root", "/Info", "/Encrypt"):
        if _raw(before, key) != _raw(after, key):
            return False
    for reference in xrefs.explicit_refs_in_revision(number):
        if xrefs.get_introducing_revision(reference) == number:
            continue
        old, new = before(reference), after(reference)
        if reference == before.root_ref:
            free = additions
        elif isinstance(old, dict) and old.get("/FT") == "/Sig" and "/T" in old and str(old["/T"]) == field:
            free = _SIGNED
        else:
            free = frozenset()
        if not _same(old, new, free):
            return False
    return True


def _raw(resolver: Any, key: str) -> Any:
    trailer = resolver.trailer_view
    return trailer.raw_get(key) if key in trailer else None


def _same(old: Any, new: Any, free: frozenset[str]) -> bool:
    """Whether both are the same, entries in `free` left out of account."""
    if not (isinstance(old, dict) and isinstance(new, dict)) or hasattr(old, "encoded_data"):
        return _text(old) == _text(new)
    keys = (set(old) | set(new)) - free
    return all(key in old and key in new and _text(old.raw_get(key)) == _text(new.raw_get(key)) for key in keys)


def _text(thing: Any) -> bytes:
    """The object as it would be written."""
    out = io.BytesIO()
    thing.write_to_stream(out, None)
    return out.getvalue()
