"""How the names of bodies end: offices, forces, institutions of other kinds. Each list stands here alone."""

from __future__ import annotations

FORCE = "[总支大中]队"
# 局, 委员会, 支队 …: what a line may end in that signs
OFFICE_END = f"(?:[局委厅署院所处站部]|委员会|政府|办公室|办事处|中心|领导小组|公司|{FORCE})"
_BORDER = "海关|海事处"
# Bodies that are no part of a government: 滨海大学, 某县总工会, 某市中心支行
SOCIETY = (
    "(?:大学|学院|[中小]学|学校|医院|保健院|(?:档案|图书|博物|文化|科技|美术|纪念)馆|残联|联合会|工会|妇联|团委|科协|文联|工商联"
    "|红十字会|气象台|电视台|监狱|[戒毒看守派出司法税务]{2,8}所|联合社|供销社|信用社|银行|[支分]行|协会|学会|仲裁委)"
)
INSTITUTION = f"(?:{_BORDER}|{SOCIETY})"
# Whole names of government bodies, as letterheads and titles have them
OFFICE = (
    "(?:人民政府(?:办公室|办公厅)?|管理委员会|委员会(?:办公室|党组|党委)?|管委会|办公室|[局厅署](?:党组|党委)?|街道办事处|办事处|(?:[市县区]委(?!托))"
    "|检察院|法院|总队|支队|大队|中心|卫健委|卫生健康委|发改委|总公司|集团|研究院)"
)
# What a name goes on to: 某市人民医院管理局, 某市中心支行, 某市水务局执法支队
LONGER = f"(?:局|委员会|中心|办事处|办公室|[所站院馆校]|{FORCE}|[支分]行|[大中小]学|海关)"
# A part of a body, which signs for it and does not issue its report
SECTION = "[处科股室]"
