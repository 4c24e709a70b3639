"""What stands behind the last sentence of a report: closing formula, attachments, imprint, a note on disclosure."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern

_OPENING = "(?:以上情况，?)?[特专谨]此(?:报告|汇报|总结|[函上呈]报|报送)|以上(?:报告|汇报)|[妥当]否"
CLOSING_FORMULA = lazy_pattern(f"(?:{_OPENING}|现予报告|请予审议|请审阅)[^。\n]{{0,12}}[。.！]?")
# What closes whether or not the last sentence has its full stop: …98%以上 / (此件主动公开)
BEHIND_BODY = lazy_pattern(
    f"{_OPENING}|抄[送报]：|附件?[0-9]{{0,2}}：|\\((?:此件|本件|此文)|此件[^，。；]{{2,10}}$|信息公开选项"
)
# What closes behind a full stop: 特此说明, 抄送 市司法局
BEHIND_STOP = lazy_pattern("(?:特此|专此|现予|以上报告|妥否|抄送|抄报|附件?[:：]|\\((?:此件|本件|此文))")
