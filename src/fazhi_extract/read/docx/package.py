"""The parts of a Word file: a zip archive of XML (Open Packaging Conventions, ECMA-376 part 2).

Parsed by lxml (BSD licence): a well-kept parser in C with limits of its own on depth and amplification.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING

from fazhi_extract.errors import FazhiError
from fazhi_extract.read.reading import Limits, size_words

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = "/officeDocument"
_ENCRYPTED = 0x1


def local(name: object) -> str:
    """A tag or attribute without its namespace, which differs between transitional and strict files; "" for comments."""
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def get(element: _Element, name: str) -> str | None:
    """An attribute by its name without namespace."""
    for key, value in element.attrib.items():
        if local(key) == name:
            return str(value)
    return None


def child(element: _Element | None, *names: str) -> _Element | None:
    """The first child of that name, its first child of the next name, and so on."""
    for name in names:
        if element is None:
            return None
        element = next((below for below in element if local(below.tag) == name), None)
    return element


def value(element: _Element | None, *names: str) -> str | None:
    """The attribute ``val`` of the child at the end of the names."""
    found = child(element, *names)
    return None if found is None else get(found, "val")


class Package:
    """An open Word file. Raises :class:`FazhiError` for parts that are damaged, hostile or too large."""

    def __init__(self, data: bytes, path: str, limits: Limits) -> None:
        self._path = path
        self._limit = limits.unpacked
        self._left = limits.unpacked
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise self._damaged() from error
        self._names = {name.lower(): name for name in self._archive.namelist()}
        self.main = next((target for kind, target in self.relations("").values() if kind.endswith(_MAIN)), "")
        if self.main.lower() not in self._names:
            raise self._damaged()

    def part(self, name: str) -> _Element | None:
        """The root of a part, ``None`` where there is no such part."""
        from lxml import etree

        data = self._read(name)
        if data is None:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
                raise FazhiError("E227", path=self._path) from error
            raise self._damaged() from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise FazhiError("E227", path=self._path)
        return root

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """The relations of a part ("" for the package) by id: type and target part; those that lead outside are left out."""
        folder, base = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", base + ".rels"))
        if root is None:
            return {}
        found = {}
        for entry in root:
            if get(entry, "TargetMode") == "External":
                continue
            target = get(entry, "Target") or ""
            target = (
                target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            )
            found[get(entry, "Id") or ""] = (get(entry, "Type") or "", target)
        return found

    def related(self, kind: str) -> _Element | None:
        """The part that the main document relates to as, say, ``numbering``."""
        for type_, target in self.relations(self.main).values():
            if type_.rpartition("/")[2] == kind:
                return self.part(target)
        return None

    def _read(self, name: str) -> bytes | None:
        real = self._names.get(name.lower())
        if real is None:
            return None
        if self._archive.getinfo(real).flag_bits & _ENCRYPTED:
            raise FazhiError("E222", path=self._path)
        try:
            with self._archive.open(real) as part:
                # What the archive says of a part's size may be a lie.
                data = part.read(self._left + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            ValueError,
            EOFError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise self._damaged() from error
        self._left -= len(data)
        if self._left < 0:
            raise FazhiError("E226", path=self._path, limit=size_words(self._limit))
        return data

    def _damaged(self) -> FazhiError:
        return FazhiError("E221", path=self._path, format="Word (docx)")
