"""Word files (.docx, .docm): only their XML is read, macros and links are never followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fazhi_extract.errors import FazhiError
from fazhi_extract.read.docx.body import Walk
from fazhi_extract.read.docx.numbering import Numbering
from fazhi_extract.read.docx.package import Package, child, get, local
from fazhi_extract.read.reading import Furniture, Limits, Reading, Remark

if TYPE_CHECKING:
    from lxml.etree import _Element

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read(data: bytes, path: str, encoding: str | None, limits: Limits) -> Reading:
    """The document as printed, tracked changes accepted. Raises :class:`FazhiError` for what is damaged or hostile."""
    package = Package(data, path, limits)
    document = package.part(package.main)
    body = child(document, "body")
    if body is None:
        raise FazhiError("E221", path=path, format="Word (docx)")
    numbering = Numbering(package.related("numbering"), package.related("styles"))
    walk = Walk(path, numbering, _notes(package))
    walk.body(body)
    furniture = _furniture(package, walk)
    remarks = []
    if walk.deleted:
        remarks.append(Remark("N155", params={"count": walk.deleted}))
    if walk.hidden:
        remarks.append(Remark("N156", params={"count": walk.hidden}))
    sheet = walk.sheet
    return Reading(
        "docx", sheet.text, MEDIA_TYPE, blocks=tuple(sheet.blocks), furniture=furniture, remarks=tuple(remarks)
    )


def _notes(package: Package) -> dict[tuple[str, str], _Element]:
    notes: dict[tuple[str, str], _Element] = {}
    for kind in ("footnote", "endnote"):
        root = package.related(kind + "s")
        for note in root if root is not None else ():
            if local(note.tag) == kind and get(note, "type") in (None, "normal"):
                notes[kind, get(note, "id") or ""] = note
    return notes


def _furniture(package: Package, walk: Walk) -> tuple[Furniture, ...]:
    """Running heads and feet, each wording once."""
    found: dict[tuple[str, str], None] = {}
    for type_, target in package.relations(package.main).values():
        kind = type_.rpartition("/")[2]
        root = package.part(target) if kind in ("header", "footer") else None
        if root is not None and (words := walk.apart(root).text.strip()):
            found[kind, words] = None
    return tuple(Furniture(kind, words) for kind, words in found)
