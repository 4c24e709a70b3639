"""What is a yearly report on the rule of law, and what is not."""

from pathlib import Path

import pytest

from fazhi_extract import extract

ROOT = Path(__file__).parents[2]
REPORTS = sorted([*(ROOT / "samples").glob("*.txt"), *(ROOT / "tests" / "data" / "reports").glob("*.txt")])


def is_taken_for_a_report(text: str) -> bool:
    return "N120" not in [note.code for note in extract(text).notes]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_reports(path):
    text = path.read_text(encoding="utf-8")
    assert is_taken_for_a_report(text)
    assert is_taken_for_a_report("".join(text.split()))
    body = text[60:]  # without the title
    assert is_taken_for_a_report(body)


@pytest.mark.parametrize(
    "text",
    [
        "本店营业至二十二时，周末照常。",
        "永宁市人民政府2022年政府信息公开工作年度报告\n一、总体情况\n全年主动公开信息3120条，收到申请46件。\n"
        "二、存在问题\n对依法公开的认识还要提高，法治观念有待加强。\n",
        "政府工作报告\n——2023年1月8日在市第九届人民代表大会第二次会议上\n各位代表：\n一、过去一年工作回顾\n"
        "地区生产总值增长5.2%。法治政府建设扎实推进，办理建议提案213件。\n",
        "永宁市2023年法治政府建设工作要点\n一、加强行政执法监督\n组织执法检查2次。\n",
        "关于报送2022年度法治政府建设情况报告的通知\n各县区人民政府：\n请于1月20日前报送。\n",
    ],
)
def test_other_texts(text):
    assert not is_taken_for_a_report(text)


@pytest.mark.parametrize(
    "text",
    [
        "永宁市司法局2022年度法治政府建设年度报告\n全年办理行政处罚案件3件。\n",
        "永宁市税务局2021年依法行政工作总结\n全年办理行政处罚案件3件。\n",
        "2021年法治建设情况\n一、工作情况\n全年3件。\n",
        "一、深入推进法治政府建设\n（一）严格规范行政执法\n办理案件3件。\n（二）深化普法\n开展活动2场。\n",
    ],
)
def test_short_reports(text):
    assert is_taken_for_a_report(text)
