"""The words beside a figure: the nearest in front, the nearest behind, and those that are its own."""

import pytest

from fazhi_extract.resolve.place import Place, nearest_after, nearest_before, of_former, stands, words_behind

TEXT = "古树保护和名木保护共12株"


def read(span):
    return None if span is None else (span[0], TEXT[slice(*span)])


@pytest.mark.parametrize(
    ("words", "at", "floor", "found"),
    [
        (("保护",), 9, 0, (7, "保护")),
        (("保护",), 10, 0, (7, "保护")),
        (("保护",), 8, 0, (2, "保护")),
        (("古树", "名木"), 10, 0, (5, "名木")),
        (("名木", "古树"), 10, 0, (5, "名木")),
        (("保护", "木保护"), 9, 0, (6, "木保护")),
        (("木保护", "保护"), 9, 0, (6, "木保护")),
        (("古树",), 10, 0, (0, "古树")),
        (("古树",), 10, -5, (0, "古树")),
        (("古树",), 10, 1, None),
        (("灌木",), 10, 0, None),
    ],
)
def test_the_nearest_word_in_front(words, at, floor, found):
    assert read(nearest_before(TEXT, words, at, floor)) == found


@pytest.mark.parametrize(
    ("words", "at", "limit", "gap", "found"),
    [
        (("保护",), 2, 20, False, (2, "保护")),
        (("保护",), 1, 20, True, (2, "保护")),
        (("保护",), 1, 20, False, None),
        (("名木", "保护"), 2, 20, False, (2, "保护")),
        (("保护",), 3, 20, True, (7, "保护")),
        (("名木", "古树"), 0, 20, True, (0, "古树")),
        (("古树", "名木"), 0, 20, True, (0, "古树")),
        (("名木", "名木保护"), 3, 20, True, (5, "名木保护")),
        (("名木保护", "名木"), 3, 20, True, (5, "名木保护")),
        (("名木",), 3, 7, True, (5, "名木")),
        (("名木",), 3, 6, True, None),
        (("灌木",), 0, 20, True, None),
    ],
)
def test_the_nearest_word_behind(words, at, limit, gap, found):
    assert read(nearest_after(TEXT, words, at, limit, gap)) == found


def test_whether_a_word_stands_between_two_places():
    assert stands(TEXT, ("灌木", "名木"), 5, 7)
    assert not stands(TEXT, ("灌木", "名木"), 6, 9)
    assert not stands(TEXT, ("灌木", "名木"), 5, 6)
    assert not stands(TEXT, (), 0, 9)


@pytest.mark.parametrize(
    ("between", "former"),
    [
        *((f"国家级{joint}", True) for joint in "、和与及"),
        *((f"{opening}国家级、", False) for opening in "，；、(和与及"),
        ("国家级", False),
        ("国家级，", False),
        ("", False),
    ],
)
def test_words_between_two_numbers_that_belong_to_the_first(between, former):
    assert of_former(between) is former


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("【12株】古树、名木共三处。", "古树"),
        ("【12株】古树(名木)三处。", "古树"),
        ("【12株】古树，均已挂牌。", "古树，均已挂牌"),
        ("【12株】古树，均已挂牌；另有灌木。", "古树，均已挂牌"),
        ("【12株】古树，均已挂牌\n另有灌木。", "古树，均已挂牌"),
        ("【12株】古树，均已挂牌)另有灌木。", "古树，均已挂牌"),
        ("【12株】古树，均已挂牌", "古树，均已挂牌"),
        ("【12株】，均已挂牌。", ""),
        # the clause of the figure behind speaks of that one, and so does all that stands in front of 其中
        ("【12株】古树，均已挂牌，鸟巢〔8个〕。", "古树，均已挂牌"),
        ("【12株】古树，其中挂牌，鸟巢〔8个〕。", "古树"),
        ("【12株】古树，其中已挂牌。", "古树，其中已挂牌"),
        # what is said of a part
        ("【12株】古树中挂牌三株。", "古树"),
        ("【12株】中挂牌三株。", ""),
        ("【12株】中国古树。", "中国古树"),
        # what goes on for long says something else
        ("【12株】古树" + "，" + "略" * 39 + "。", "古树，" + "略" * 39),
        ("【12株】古树" + "，" + "略" * 40 + "。", "古树"),
    ],
)
def test_a_figures_own_words_behind_it(text, words):
    start, end = text.index("【"), text.index("】") - 1
    plain = text.replace("【", "").replace("】", "")
    following = plain.find("〔")
    plain = plain.replace("〔", "").replace("〕", "")
    right = min((at for at in (plain.find(mark, end) for mark in "，。；\n") if at >= 0), default=len(plain))
    place = Place(start, end, 0, right, 0, 0, 0, 0, following if following >= 0 else len(plain))
    assert words_behind(plain, place) == words
