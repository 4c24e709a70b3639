"""Patterns from the cache are the patterns themselves; whatever is wrong with it, they are compiled as ever."""

import re

import pytest

from fazhi_extract.rulebook.compiled import remembered_patterns
from patterns import all_patterns, attacks


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("FAZHI_CACHE", str(tmp_path))
    re.purge()
    yield tmp_path / "patterns.json"
    re.purge()


def compiled(pattern, flags=0):
    re.purge()
    return re.compile(pattern, flags)


def test_a_pattern_from_the_cache_finds_what_it_finds_otherwise(cache):
    sources = list(all_patterns().values())
    ordinary = [compiled(*source) for source in sources]
    with remembered_patterns():
        made = [compiled(*source) for source in sources]
    assert cache.exists()
    before = cache.read_bytes()
    with remembered_patterns():
        read = [compiled(*source) for source in sources]
    assert cache.read_bytes() == before
    for source, *same in zip(sources, ordinary, made, read, strict=True):
        assert len({(p.pattern, p.flags, p.groups, tuple(p.groupindex.items())) for p in same}) == 1
        for start, piece in list(attacks(*source))[:12]:
            text = f"{start}{piece * 3}，办理案件5件（2021年）\n{piece}"
            found = [[(m.span(), m.groups()) for m in p.finditer(text)] for p in same]
            assert found[0] == found[1] == found[2]


def test_it_is_used(cache, monkeypatch):
    with remembered_patterns():
        compiled("甲+乙")
    with remembered_patterns():
        monkeypatch.setattr(re._parser, "parse", None)
        assert compiled("甲+乙").match("甲甲乙")


@pytest.mark.parametrize("content", [b"", b"{}", b"fazhi-extract-cache-1 k 00\n{}", b"\xff\x00"])
def test_a_damaged_cache_is_not_believed(cache, content):
    with remembered_patterns():
        compiled("甲+乙")
    cache.write_bytes(content)
    with remembered_patterns():
        assert compiled("甲+乙").match("甲甲乙")


def test_numbers_that_are_no_pattern_are_not_believed(cache, monkeypatch):
    from fazhi_extract.rulebook import compiled as module

    for parts in ([0, [1, 2, 3], 0, {}], [0, "x", 0, {}], None, [0, [], 5, {"a": 9}]):
        monkeypatch.setattr(module, "read_cache", lambda *_, parts=parts: {"0 '甲+乙'": parts})
        with remembered_patterns():
            assert compiled("甲+乙").match("甲甲乙")


def test_a_wrong_pattern_is_told_as_ever(cache):
    with remembered_patterns(), pytest.raises(re.error) as caught:
        compiled("(甲")
    assert "unterminated" in str(caught.value)
    assert not cache.exists()


def test_without_a_cache_nothing_is_kept(monkeypatch, tmp_path):
    monkeypatch.setenv("FAZHI_CACHE", "off")
    monkeypatch.chdir(tmp_path)
    with remembered_patterns():
        assert compiled("甲+乙").match("甲甲乙")
    assert list(tmp_path.iterdir()) == []


def test_the_library_is_as_it_was_afterwards(cache):
    before = re._compiler.compile
    with pytest.raises(KeyError), remembered_patterns():
        raise KeyError
    assert re._compiler.compile is before
