"""Short reports of our own, as text and as ``extract`` writes them."""

import json

from fazhi_extract import extract

HEAD = "{issuer}{year}年度法治政府建设情况报告\n\n一、主要做法\n{body}\n\n{issuer}\n{next}年1月10日\n"
EAST = "全市作出行政处罚决定743件，其中，东城区200件。罚款约12.5万元。全年未发生行政复议案件。开展法治培训5场。开展法治培训12期。"
WEST = "作出行政处罚决定**件。力争法制审核率达到95%。"


def report_text(issuer="甲市卫生健康委员会", year=2021, body=EAST):
    return HEAD.format(issuer=issuer, year=year, next=year + 1, body=body)


def report_line(number=0, **said):
    """A report as ``extract`` writes it, with bytes (and so a key) of its own for each number."""
    report = extract(report_text(**said) + "\n" * number, name=f"{number}.txt")
    return json.dumps(report.model_dump(mode="json"), ensure_ascii=False)
