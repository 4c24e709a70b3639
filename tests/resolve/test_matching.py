"""Which phrasing fits a figure: what docs/rules.md says of phrasings, on rules of one's own (data/own_rules.toml)."""

from pathlib import Path

import pytest

from fazhi_extract import extract
from fazhi_extract.explain import explain
from fazhi_extract.read import from_text
from fazhi_extract.resolve.binding import Binder
from fazhi_extract.rulebook import Rulebook

RULES = Path(__file__).parents[1] / "data" / "own_rules.toml"
FILLER = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃辰宿列张"


@pytest.fixture(scope="module")
def book():
    return Rulebook.load([str(RULES)])


def bound(text, book):
    metrics = extract(f"某市某局2022年法治政府建设年度报告\n\n{text}。\n", rulebook=book).metrics
    return [(m.text, m.indicator and m.indicator.removeprefix("park.")) for m in metrics]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # words in front of the number, behind it, and with other words between
        ("保护古树12株", [("12株", "trees")]),
        ("古树调查发现的12株", [("12株", "trees")]),
        ("12株古树", [("12株", "trees")]),
        ("12株受保护的古树", [("12株", "trees")]),
        ("12株（古树）", [("12株", "trees")]),
        ("“古树”12株", [("12株", "trees")]),
        ("8个鸟巢", [("8个", "nests")]),
        ("8个人工搭建鸟巢", [("8个", "nests")]),
        ("8个人工湖", [("8个", None)]),
        ("移栽12株", [("12株", None)]),
        ("鸟巢8个人工湖", [("8个", "nests")]),
        ("8个新式人工鸟巢", [("8个", "nests")]),
        # what a phrasing does not part may not be parted, and its words stand in their order
        ("老树12株", [("12株", "trees")]),
        ("抢救老树12株", [("12株", "trees")]),
        ("老树共12株", [("12株", None)]),
        ("8个新鸟巢", [("8个", None)]),
        ("移栽各类苗木12株", [("12株", "trees")]),
        ("行道树12株", [("12株", "trees")]),
        ("养护各类行道树12株", [("12株", "trees")]),
        ("苗木移栽12株", [("12株", "shrubs")]),
        # what may be missing stands between what may not, on either side of the number or on both
        ("补种优良青松12株", [("12株", "trees")]),
        ("补种青松12株", [("12株", "trees")]),
        ("补种各类优良品种青松共12株", [("12株", "trees")]),
        ("优良青松12株", [("12株", None)]),
        ("青松12株", [("12株", None)]),
        ("补栽青松12株", [("12株", None)]),
        ("选种青松12株", [("12株", None)]),
        ("12株红豆优良幼树", [("12株", "trees")]),
        ("12株红豆幼树", [("12株", "trees")]),
        ("12株红豆新品优良种幼树", [("12株", "trees")]),
        ("12株红豆", [("12株", None)]),
        ("12株红豆优良", [("12株", None)]),
        ("栽种12株古银杏", [("12株", "trees")]),
        ("栽种12株（银杏）", [("12株", "trees")]),
        ("栽种12株，银杏", [("12株", None)]),
        ("栽种12株", [("12株", None)]),
        ("8个人工、木制鸟巢", [("8个", "nests")]),
        # the noun behind the number, or in front of its verb; and what such a phrasing asks of its sentence
        ("移栽12株苗木", [("12株", "trees")]),
        ("移栽12株新苗木", [("12株", "trees")]),
        ("补植12株绿篱", [("12株", "trees")]),
        ("补植12株绿篱，长势良好", [("12株", "trees")]),
        ("补植12棵绿篱", [("12棵", None)]),
        ("绿篱补植12株", [("12株", "trees")]),
        ("绿篱12株", [("12株", None)]),
        ("补植12株，绿篱长势良好", [("12株", None)]),
        ("果园嫁接12株果苗", [("12株", "trees")]),
        ("果园果苗嫁接12株", [("12株", "trees")]),
        ("果苗嫁接12株，果园扩大", [("12株", "trees")]),
        ("嫁接12株果苗", [("12株", None)]),
        ("果园试验嫁接12株果苗", [("12株", None)]),
        ("果园嫁接12株试验果苗", [("12株", None)]),
        ("果园果苗试验嫁接12株", [("12株", None)]),
        ("果园试验，嫁接12株果苗", [("12株", "trees")]),
        # a word that begins in the figure in front says nothing
        ("灌木8株古树名木12株", [("8株", "shrubs"), ("12株", "trees")]),
        # not across a sentence, a semicolon, or a mark that ends the number's words
        ("栽小苗12株", [("12株", "trees")]),
        ("全部移栽；小苗12株", [("12株", None)]),
        ("引种工作推进，幼苗12株", [("12株", "trees")]),
        ("引种工作推进。幼苗12株", [("12株", None)]),
        ("引种工作推进；幼苗12株", [("12株", None)]),
        ("12株，古树", [("12株", None)]),
        ("古树保护工作；全区共有12株", [("12株", None)]),
        ("古树、12株", [("12株", None)]),
        ("古树、共12株", [("12株", "trees")]),
        # words that are only cited say nothing
        ("《古树保护办法》施行，种植12株", [("12株", None)]),
        ("《古树办法》《鸟巢办法》施行后古树12株", [("12株", "trees")]),
        ("依据《某办法》古树12株", [("12株", "trees")]),
        ("依据《某办法》古树名木群落（《某规范》所列）12株", [("12株", "trees")]),
        ("依据《某办法》《古树名木群落办法》种植12株", [("12株", None)]),
        ("依据《古树名木群落办法》《某办法》种植12株", [("12株", None)]),
        ("古树12株，依据《古树名木群落办法》新增30株", [("12株", "trees"), ("30株", None)]),
        ("施行《条例》后，古树12株，修订《古树规范》，灌木3株", [("12株", "trees"), ("3株", "shrubs")]),
        # a unit of another thing
        ("古树12个", [("12个", None)]),
        ("古树12株（棵）", [("12株（棵）", "trees")]),
        ("护林员12名", [("12名", "keepers")]),
        ("护林员12件", [("12件", None)]),
        ("养护费12万元", [("12万元", "budget")]),
        ("养护费12件", [("12件", None)]),
        ("草坪12亩", [("12亩", "lawn")]),
        ("草坪30平方米", [("30平方米", "lawn")]),
        ("草坪12株", [("12株", None)]),
        ("入园等候12分钟", [("12分钟", "wait")]),
        ("存活率为98‰", [("98‰", "nests_rate")]),
        ("存活率提高2个百分点", [("2个百分点", "nests_rate")]),
        ("古树12株（次）", [("12株（次）", "trees")]),
        ("登记12株（棵）", [("12株（棵）", "trees")]),
        ("登记12个", [("12个", None)]),
        ("养护费达12万美元", [("12万美元", "budget")]),
        ("存活率1.2倍", [("1.2倍", "nests_rate")]),
        ("树种数为12", [("12", "seeds")]),
        ("古树数量为12", [("12", "trees")]),
        ("护林员共12", [("12", "keepers")]),
        ("存活率为98", [("98", "nests_rate")]),
        ("果实收获430公斤", [("430公斤", "fruit")]),
        ("果实收获430吨", [("430吨", None)]),
        ("树种共计12个", [("12个", None)]),
        ("护林员0人", [("0人", "keepers")]),
        # none of a thing, whatever its measure word; but no area or amount is none
        ("古树数量为零", [("零", "trees")]),
        ("树种数量为零", [("零", "seeds")]),
        ("登记数量为零", [("零", None)]),
        ("护林员人数为零", [("零", "keepers")]),
        ("草坪数量为零", [("零", None)]),
        ("入园等候数量为零", [("零", None)]),
        ("草坪为零", []),
        ("养护费为零", []),
    ],
)
def test_where_words_stand(text, figures, book):
    assert bound(text, book) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # what a phrasing asks of the sentence in front of the number, or right behind it
        ("名木挂牌12株", [("12株", "trees")]),
        ("名木保护，老干复壮，挂牌12株", [("12株", "trees")]),
        ("挂牌12株，名木保护", [("12株", "trees")]),
        ("挂牌12株", [("12株", None)]),
        ("挂牌12株。名木保护", [("12株", None)]),
        ("挂牌12株；名木保护", [("12株", None)]),
        # a short sentence that opens the paragraph says it as a heading does, one farther off does not
        ("名木保护。挂牌12株", [("12株", "trees")]),
        ("巡园。名木保护。挂牌12株", [("12株", None)]),
        ("名木8株，挂牌12株", [("8株", None), ("12株", "trees")]),
        # the nearest heading says it too
        ("一、名木保护\n全年挂牌12株", [("12株", "trees")]),
        ("一、名木保护\n（一）巡园\n全年挂牌12株", [("12株", None)]),
        ("一、巡园\n全年挂牌12株", [("12株", None)]),
        # but not of people
        ("护林工作中，在岗12名", [("12名", "keepers")]),
        ("一、护林\n全年在岗12名", [("12名", None)]),
        # what follows the next number is that one's, and what follows this one is not another's
        ("挂牌12株，鸟巢8个，名木保护", [("12株", None), ("8个", "nests")]),
        ("鸟巢8个，挂牌12株，名木保护", [("8个", "nests"), ("12株", "trees")]),
        ("挂牌12株，均已办结，名木保护", [("12株", "trees"), ("均已办结", None)]),
        ("挂牌12株，均已办结，鸟巢8个，名木保护", [("12株", None), ("均已办结", None), ("8个", "nests")]),
        # the nearest of such words counts most
        ("名木保护，花境养护，挂牌12株", [("12株", "shrubs")]),
        ("花境养护，名木保护，挂牌12株", [("12株", "trees")]),
        # what must not stand in the clause, of the phrasing or of the indicator
        ("名木普查，挂牌12株", [("12株", "trees")]),
        ("名木保护，挂牌普查12株", [("12株", None)]),
        ("古树盆景12株", [("12株", None)]),
        ("12株古树盆景", [("12株", None)]),
        ("盆景展出，古树12株", [("12株", "trees")]),
        ("古树12株，盆景展出", [("12株", "trees")]),
        # what a sentence may not be about counts from its beginning to the figure's clause, and for no other indicator
        ("花卉市场开业，古树12株", [("12株", None)]),
        ("花卉市场灌木3株，古树12株", [("3株", "shrubs"), ("12株", None)]),
        ("古树12株，花卉市场开业", [("12株", "trees")]),
        ("花卉市场开业。古树12株", [("12株", "trees")]),
        ("花卉市场开业；古树12株", [("12株", "trees")]),
        ("灌木12株、古树盆景3株", [("12株", "shrubs"), ("3株", None)]),
    ],
)
def test_words_that_must_or_must_not_stand_in_the_sentence(text, figures, book):
    assert bound(text, book) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # nearer words win, longer ones over shorter, those of the own clause over those of the one in front
        ("灌木旁古树12株", [("12株", "trees")]),
        ("古树旁灌木12株", [("12株", "shrubs")]),
        ("古树、灌木12株", [("12株", "shrubs")]),
        ("古树保护，灌木12株", [("12株", "shrubs")]),
        ("移栽苗木12株", [("12株", "trees")]),
        ("苗木12株", [("12株", "shrubs")]),
        ("苗木12个", [("12个", "nests")]),
        ("古树12株，鸟巢8个", [("12株", "trees"), ("8个", "nests")]),
        ("灌木3株，移栽苗木12株", [("3株", "shrubs"), ("12株", "trees")]),
        # the words in front of the figure before count for less
        ("移栽灌木3株，苗木12株", [("3株", "shrubs"), ("12株", "shrubs")]),
        ("灌木12株、盆景3株", [("12株", "shrubs"), ("3株", None)]),
        # where the number stands first, what follows it up to the next one is its own
        ("8株古树、3株灌木", [("8株", "trees"), ("3株", "shrubs")]),
        ("8株古树，3株灌木", [("8株", "trees"), ("3株", "shrubs")]),
        ("8株古树和3株灌木", [("8株", "trees"), ("3株", "shrubs")]),
        ("8株挂牌、3株复壮的古树", [("8株", "trees"), ("3株", "trees")]),
        # two numbers of one thing run together
        *((f"草坪12处{link}3.5亩", [("12处", None), ("3.5亩", "lawn")]) for link in ("", "、", "/", "共", "，共")),
        ("灌木3株，草坪12处、3.5亩", [("3株", "shrubs"), ("12处", None), ("3.5亩", "lawn")]),
        ("草坪12处，3.5亩", [("12处", None), ("3.5亩", None)]),
        ("草坪12处、另有3.5亩", [("12处", None), ("3.5亩", None)]),
        # several things, each with its number, or all with one
        ("鸟巢及古树12株", [("12株", "trees")]),
        ("古树、鸟巢、护林员分别为12株、8个、3名", [("12株", "trees"), ("8个", "nests"), ("3名", "keepers")]),
        (
            "古树12株，鸟巢8个，护林员3名，巡园6次",
            [("12株", "trees"), ("8个", "nests"), ("3名", "keepers"), ("6次", "walks")],
        ),
        ("12名持证护林员巡园6次", [("12名", "keepers"), ("6次", "walks")]),
        ("护林员中持证12名", [("12名", "keepers")]),
        ("巡园6次（其中夜间2次）", [("6次", "walks"), ("2次", "walks")]),
        ("古树、灌木分别为12株、3株", [("12株", "trees"), ("3株", "shrubs")]),
        ("古树、鸟巢分别为12株、3个", [("12株", "trees"), ("3个", "nests")]),
        ("均已办结，古树12株", [("均已办结", None), ("12株", "trees")]),
        ("古树名木群落养护实现全覆盖，共有12株", [("实现全覆盖", None), ("12株", "trees")]),
        # a part has the name of its whole, unless its own words name something
        ("古树12株，其中灌木3株", [("12株", "trees"), ("3株", "shrubs")]),
        ("古树12株，其中挂牌3株", [("12株", "trees"), ("3株", "trees")]),
        ("古树12株、其余3株", [("12株", "trees"), ("3株", "trees")]),
        # a word of another domain names a part where it says much: more than three characters
        ("池鱼12尾，其中锦鲤3尾", [("12尾", "pond.fish"), ("3尾", "pond.fish")]),
        ("池鱼12尾，其中红锦鲤3尾", [("12尾", "pond.fish"), ("3尾", "pond.fish")]),
        ("池鱼12尾，其中名贵锦鲤3尾", [("12尾", "pond.fish"), ("3尾", "koi")]),
        ("池鱼12尾，锦鲤3尾", [("12尾", "pond.fish"), ("3尾", "koi")]),
        # what stands between two numbers may be the first one's, and bodies part nothing
        ("8株古树和3株新品", [("8株", "trees"), ("3株", None)]),
        *(
            (f"古树名木群落涉及4家{body}12株", [("4家", None), ("12株", "trees")])
            for body in ("单位", "部门", "乡镇", "镇街", "街道", "地区", "县区", "区县", "市县", "成员单位的")
        ),
        ("古树名木群落涉及4个单位12株", [("4个", None), ("12株", "trees")]),
        ("巡园3次，古树名木群落涉及4家单位12株", [("3次", "walks"), ("4家", None), ("12株", "trees")]),
        ("移栽灌木3株，苗木涉及4家单位12株", [("3株", "shrubs"), ("4家", None), ("12株", "shrubs")]),
        # a condition is no figure of its thing; nor are words of the clause in front, but for want of nearer ones
        ("古树达12株以上的公园", [("12株以上", None)]),
        ("古树名木群落保护稳步推进，全区共有12株", [("12株", "trees")]),
        ("古树12株，全区共有30株", [("12株", "trees"), ("30株", None)]),
        ("3次巡园，古树名木群落稳步推进，12株存活", [("3次", None), ("12株", "trees")]),
        ("巡园3次，古树名木群落稳步推进，全区共有12株", [("3次", "walks"), ("12株", "trees")]),
        # a rate that several things have is of what was counted before it
        ("古树12株，存活率98%", [("12株", "trees"), ("98%", "trees_rate")]),
        ("鸟巢12个，存活率98%", [("12个", "nests"), ("98%", "nests_rate")]),
        ("池鱼12尾，成活率95%", [("12尾", "pond.fish"), ("95%", "pond.fish_rate")]),
        ("投放鱼苗12尾，鱼类成活率95%", [("12尾", "pond.fish_fry"), ("95%", "pond.fish_rate")]),
        ("池虾12尾，鱼类成活率95%", [("12尾", "pond.shrimps"), ("95%", "pond.carp_rate")]),
        ("池鱼12尾，锦鱼苗3尾", [("12尾", "pond.fish"), ("3尾", "koi")]),
        ("池虾12尾，成活率95%", [("12尾", "pond.shrimps"), ("95%", "pond.fish_rate")]),
        ("灌木3株，成活率95%", [("3株", "shrubs"), ("95%", "grass_rate")]),
        ("池鱼12尾，水草丛中的成活率95%", [("12尾", "pond.fish"), ("95%", "pond.fish_rate")]),
        ("灌木3株，水草丛中的成活率95%", [("3株", "shrubs"), ("95%", "grass_rate")]),
        # a growth is of what grew, be it matters, money, events or people
        ("游园手续增长12%", [("12%", "papers")]),
        ("养护费增长12%", [("12%", "budget")]),
        ("巡园增长12%", [("12%", "walks")]),
        ("护林员增长12%", [("12%", "keepers")]),
        *(
            (f"古树12株{link}较上年增长20%", [("12株", "trees"), ("20%", "trees")])
            for link in ("，数量", "，总量", "；数量", "，其数量", "，且数量", "，", "，受理量", "，其受理量")
        ),
        ("古树12株，巡园数量比上年增长20%", [("12株", "trees"), ("20%", "walks")]),
        # an amount is that of a count in front that has a name
        ("受理量较上年增长20%", [("20%", None)]),
        ("落石12处，受理量较上年增长20%", [("12处", None), ("20%", None)]),
        ("存活率98%，受理量较上年增长20%", [("98%", "nests_rate"), ("20%", None)]),
        ("养护费12万元，受理量较上年增长20%", [("12万元", "budget"), ("20%", None)]),
        ("古树12株。受理量较上年增长20%", [("12株", "trees"), ("20%", None)]),
        ("古树增加12株", [("12株", "trees")]),
        ("古树由8株增至12株", [("8株", "trees"), ("12株", "trees")]),
    ],
)
def test_which_of_several_fits_best(text, figures, book):
    assert bound(text, book) == figures


@pytest.mark.parametrize(
    ("name", "unit", "code", "doubts"),
    [
        ("古树", "株", "park.trees", []),
        ("古树", "棵", "park.trees", ["unit-unusual"]),
        ("古树", "件", None, []),
        ("古树", "人", None, []),
        ("护林员", "人", "park.keepers", []),
        ("护林员", "位", "park.keepers", ["unit-unusual"]),
        ("护林员", "棵", None, []),
        ("游园手续", "件", "park.papers", []),
        ("游园手续", "人", None, []),
        # 人次 may count other things than people; 人 does not
        ("游览", "人次", "park.visits", []),
        ("游览", "人", None, []),
    ],
)
def test_a_table_may_name_another_unit_of_the_same_sort(name, unit, code, doubts, book):
    rows = ("项目", "单位", "数量"), ("---", "---", "---"), (name, unit, "12")
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    (metric,) = extract(f"某市某局2022年法治政府建设年度报告\n\n{table}\n", rulebook=book).metrics
    assert (metric.indicator, list(metric.doubts)) == (code, doubts)


OUTINGS = {
    "items": "事项", "cases": "案件", "docs": "文件", "files": "案卷", "records": "记录", "notices": "通知",
    "opinions": "意见", "reviews": "审查",
}  # fmt: skip


@pytest.mark.parametrize("sort", OUTINGS)
def test_bodies_that_are_counted_are_no_matters(sort, book):
    word = f"游园{OUTINGS[sort]}"
    assert bound(f"办理12个{word}", book) == [("12个", f"outing_{sort}")]
    assert bound(f"对12个单位开展{word}", book) == [("12个", None)]
    assert bound(f"{word}单位共12个", book) == [("12个", None)]
    assert bound(f"{word}共12个", book) == [("12个", f"outing_{sort}")]


@pytest.mark.parametrize("body", ["单位", "主体", "机关", "机构", "社区", "地区", "重点单位"])
def test_which_bodies_are_counted(body, book):
    assert bound(f"对12个{body}开展游园审查", book) == [("12个", None)]
    assert bound(f"对12个{body}开展游园名录", book) == [("12个", "outing_units")]


def test_a_body_that_is_part_of_another_word_is_none(book):
    for words in ("单位内部事项", "社区事务", "机构名称"):
        assert bound(f"对12个{words}开展游园审查", book) == [("12个", "outing_reviews")], words
    for words in ("单位", "部门共", "机关为", "机构有", "主体共有"):
        assert bound(f"游园审查{words}12个", book) == [("12个", None)], words


def test_what_fits_nearly_as_well_is_named(book):
    def candidates(text):
        (metric,) = extract(f"某市某局2022年法治政府建设年度报告\n\n{text}。\n", rulebook=book).metrics
        return list(metric.candidates)

    assert candidates("存活率98%") == ["park.trees_rate"]
    assert candidates("古树、灌木12株") == ["park.trees"]
    assert candidates("古树保护，灌木12株") == []
    assert candidates("移栽苗木12株") == []
    # no more than three
    assert candidates("遮阴率98%") == ["park.nests_shade", "park.shrubs_shade", "park.trees_shade"]


@pytest.mark.parametrize(
    ("words", "most"),
    [
        # how many characters may stand between a word and the number, between two words, and before what a sentence adds
        ("古树名木群落{}12株", 13),
        ("12株{}古树名木群落", 18),
        ("引种{}幼苗12株", 35),
        ("挂牌12株，{}名木", 21),
        # the third word's distance is counted from the second, and words may be far apart and far from the number too
        ("补种{}优良青松12株", 35),
        (f"集中巡查养护{{}}古树名木群落{FILLER[:13]}12次", 31),
        # of the clause in front a word must say more
        ("行道树{}，共12株", 5),
    ],
)
def test_how_far_words_reach(words, most, book):
    ((figure, code),) = bound(words.format(FILLER[:most]), book)
    assert code == ("walks" if figure == "12次" else "trees")
    assert bound(words.format(FILLER[: most + 1]), book) == [(figure, None)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # what is denied, by words of its own, and by what its sentence says in front
        ("未发生坠枝事故", [("未发生坠枝事故", "falls")]),
        ("未发生“坠枝”事故", [("未发生“坠枝”事故", "falls")]),
        ("古树保护中未发生倒伏事故", [("未发生倒伏事故", "falls")]),
        ("古树保护稳步推进，未发生倒伏事故", [("未发生倒伏事故", "falls")]),
        ("未发生倒伏事故", [("未发生倒伏事故", None)]),
        ("灌木保护中未发生倒伏事故", [("未发生倒伏事故", None)]),
        ("古树保护稳步推进。未发生倒伏事故", [("未发生倒伏事故", None)]),
        # cases in which people are named are denied, not people
        ("未发生护林员违纪案件", [("未发生护林员违纪案件", None)]),
    ],
)
def test_what_is_denied(text, figures, book):
    assert bound(text, book) == figures


LETTERS = ("提示函", "应对措施", "应对举措", "提示通告", "提示公告")


@pytest.mark.parametrize("unit", "份条张封")
@pytest.mark.parametrize("title", LETTERS)
def test_a_title_names_the_sheets_that_are_counted_behind_it(title, unit, book):
    assert bound(f"印发《落石{title}》18{unit}", book) == [(f"18{unit}", "letters")]
    assert bound(f"印发《落石{title}规定》18{unit}", book) == [(f"18{unit}", None)]
    assert bound(f"依据《落石{title}》印发18{unit}", book) == [(f"18{unit}", None)]
    assert bound(f"印发《落石排查清单》18{unit}", book) == [(f"18{unit}", "letters")]


@pytest.mark.parametrize("verb", ["立案", "受理", "审结", "办结", "结案", "审查", "答复", "收到", "已审结", "在已立案"])
@pytest.mark.parametrize("among", ["中", "之中", "案件中", "申请中", "复议案件中", "诉讼案件中"])
def test_those_of_the_sentence_before_are_named_there(verb, among, book):
    assert bound(f"游园手续30件。{verb}的24件{among}，甲类占多数", book) == [("30件", "papers"), ("24件", "papers")]
    assert bound(f"{verb}的24件", book) == [("24件", "acts")]


def test_the_first_and_the_last_figure_of_a_text():
    book = Rulebook.load([str(RULES)])

    def alone(text):
        return [(m.text, m.indicator) for m in extract(text, rulebook=book).metrics]

    assert alone("栽种12株") == [("12株", None)]
    assert alone("移栽12株受保护的古树") == [("12株", "park.trees")]
    assert alone("挂牌12株，名木保护") == [("12株", "park.trees")]
    assert alone("古树12株，依据《某办法》") == [("12株", "park.trees")]
    assert alone("共12株，古树8株") == [("12株", None), ("8株", "park.trees")]


@pytest.mark.parametrize(("unit", "missed"), [("棵", ["park.trees"]), ("公斤", ["park.trees"]), ("株", [])])
def test_a_unit_of_the_same_sort_in_the_text_is_none_of_the_indicator(unit, missed, book):
    title = "某市某局2022年法治政府建设年度报告"
    _, told = explain(from_text(f"{title}\n\n保护古树12{unit}。\n"), rulebook=book)
    facts = [fact for one in told for fact in one.facts if fact.key == "why.miss.unit"]
    assert [str(fact.params["rule"]).partition("#")[0] for fact in facts] == missed


@pytest.mark.parametrize("most", [0, 1, 2, 3])
def test_when_time_is_over_no_more_figures_are_bound(most, book, monkeypatch):
    numbers = []

    def bind(binder, figures, is_late, bind=Binder.bind):
        asked = iter([False] * most + [True])
        numbers.append(bind(binder, figures, lambda: next(asked)))
        return numbers[-1]

    monkeypatch.setattr(Binder, "bind", bind)
    found = bound("古树12株，鸟巢8个，其中3个", book)
    assert numbers == [most]
    names = ["trees", "nests", "nests" if most == 3 else None]
    assert found == [
        (words, name if i < most else None)
        for i, (words, name) in enumerate(zip(["12株", "8个", "3个"], names, strict=True))
    ]
