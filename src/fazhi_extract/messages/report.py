"""What a report says of itself: notes on its reading (N1xx), headlines' reasons, its consistency checks."""

NOTES: dict[str, tuple[str, str]] = {
    "N101": ("文件里没有文字。", "The file holds no text."),
    "N102": (
        "文中有 {count} 处无法用任何编码表示的字符，已各以一个 U+FFFD 代替，位置不变。",
        "{count} characters that no encoding can carry were each replaced by U+FFFD; positions are unchanged.",
    ),
    "N103": ("没有找到章节标题。", "No section headings were found."),
    "N104": (
        "序号“{marker}”重复或次序颠倒，按原文保留。",
        "The marker {marker} is repeated or goes back; it is kept as it stands.",
    ),
    "N105": ("序号“{marker}”之前有跳号，按原文保留。", "Markers before {marker} are skipped; it is kept as it stands."),
    "N106": ("没有找到报告标题。", "No title was found."),
    "N107": (
        "没有找到报告年度，未写年份的日期无法补全。",
        "No reporting year was found; dates that do not write their year cannot be completed.",
    ),
    "N108": ("没有找到发文机关。", "No issuer was found."),
    "N109": (
        "指标 {indicator} 没有可直接入表的数字：{reason}。",
        "The indicator {indicator} has no figure to tabulate: {reason}.",
    ),
    "headline.prior": ("只有上年的数", "there are only earlier values"),
    "headline.change": ("只有增减数", "there are only changes"),
    "headline.target": ("只有计划数", "there are only targets"),
    "headline.threshold": ("只有规定中的条件", "there are only conditions of rules"),
    "headline.in_words": ("只有文字表述", "it is said in words only"),
    "headline.scope": ("只有限定范围的数", "all figures are about a part of the work"),
    "headline.part": ("只有其中数", "all figures are parts of others"),
    "headline.period": ("所说的不是报告年度", "the figures are not about the reporting year"),
}

CHECKS: dict[str, tuple[str, str]] = {
    "check.rate.agrees": (
        "{numerator} ÷ {denominator} = {quotient}%，与所述一致",
        "{numerator} ÷ {denominator} = {quotient}%, as stated",
    ),
    "check.rate.chosen": (
        "{numerator} ÷ {denominator} = {quotient}%，与所述一致（以{stage}数为分母）",
        "{numerator} ÷ {denominator} = {quotient}%, as stated (of those {stage})",
    ),
    "check.rate.cut": (
        "{numerator} ÷ {denominator} = {quotient}%，与所述一致（末位去尾，未四舍五入）",
        "{numerator} ÷ {denominator} = {quotient}%, as stated (cut off, not rounded)",
    ),
    "check.rate.near": (
        "{numerator} ÷ {denominator} ≈ {quotient}%，在各数的精度内与所述 {stated}% 一致",
        "{numerator} ÷ {denominator} ≈ {quotient}%, which fits the stated {stated}% within the digits printed",
    ),
    "check.rate.disagrees": (
        "{numerator} ÷ {denominator} = {quotient}%，文中写的是 {stated}%",
        "{numerator} ÷ {denominator} = {quotient}%, but the text says {stated}%",
    ),
    "check.share.within": ("{count} 个比率都在 0% 至 100% 之间", "All {count} shares lie between 0% and 100%"),
    "check.share.outside": (
        "“{label}”为 {rate}，比率应在 0% 至 100% 之间",
        "{label} is {rate}; a share lies between 0% and 100%",
    ),
    "check.closure.agrees": (
        "完结率 {closure}% 不低于完成率 {completion}%",
        "The closure rate, {closure}%, is no less than the completion rate, {completion}%",
    ),
    "check.closure.disagrees": (
        "完结率 {closure}% 低于完成率 {completion}%，完成的也应算作完结",
        "The closure rate, {closure}%, is less than the completion rate, {completion}%; what is completed is closed",
    ),
    "check.stages.agrees": ("{chain}，各环节数量依次不增", "{chain}: from stage to stage no more"),
    "check.stages.disagrees": (
        "{later} {part}，多于{earlier} {whole}；若无上年结转，则前后不符",
        "{part} {later}, more than the {whole} {earlier}; this fits only if some came over from the year before",
    ),
    "check.sum.equal": ("{sum}，与总数 {total} 一致", "{sum}, which is the total of {total}"),
    "check.sum.unequal": ("{sum}，总数写的是 {total}", "{sum}, but the total is said to be {total}"),
    "check.sum.more": ("{sum}，超过总数 {total}", "{sum}, more than the total of {total}"),
    "check.sum.remains": (
        "{sum}；{total} − {added} = {rest}，余 {rest} 未分列",
        "{sum}; {total} − {added} = {rest}, so {rest} remain",
    ),
    "check.account.agrees": (
        "{left} = {right}，收进的与办出、结转的相等",
        "{left} = {right}: what came in was dealt with or is left",
    ),
    "check.account.disagrees": (
        "{left} ≠ {right}，收进的与办出、结转的不等",
        "{left} ≠ {right}: what came in is not what was dealt with or is left",
    ),
    "check.campaign-within-year.agrees": (
        "专项行动 {part}，不超过全年的 {whole}",
        "{part} in the campaign, no more than {whole} in the year",
    ),
    "check.campaign-within-year.disagrees": (
        "专项行动 {part}，多于全年的 {whole}",
        "{part} in the campaign, more than {whole} in the year",
    ),
    "check.noncompliant-within-checked.agrees": (
        "不合格 {part}，不超过检查的 {whole}",
        "{part} failed, no more than the {whole} that were checked",
    ),
    "check.noncompliant-within-checked.disagrees": (
        "不合格 {part}，多于检查的 {whole}",
        "{part} failed, more than the {whole} that were checked",
    ),
    "check.penalised-within-reports.agrees": (
        "投诉举报中处罚 {part}，不超过收到或受理的 {whole}",
        "{part} reports led to a penalty, no more than the {whole} received or accepted",
    ),
    "check.penalised-within-reports.disagrees": (
        "投诉举报中处罚 {part}，多于收到或受理的 {whole}",
        "{part} reports led to a penalty, more than the {whole} received or accepted",
    ),
    "check.appearances-within-lawsuits.agrees": (
        "负责人出庭 {part}，不超过应诉的 {whole}",
        "Leaders appeared in {part} lawsuits, no more than all {whole}",
    ),
    "check.appearances-within-lawsuits.disagrees": (
        "负责人出庭 {part}，多于应诉的 {whole}",
        "Leaders appeared in {part} lawsuits, more than all {whole}",
    ),
    "check.legal-review-within-cases.agrees": (
        "法制审核 {part}，不超过处罚、许可案件的 {whole}",
        "{part} decisions were reviewed, no more than {whole} penalties and permits",
    ),
    "check.legal-review-within-cases.disagrees": (
        "法制审核 {part}，多于处罚、许可案件的 {whole}",
        "{part} decisions were reviewed, more than {whole} penalties and permits",
    ),
    "check.growth.one": (
        "{value}（{change}）对应的基数是 {base}",
        "{value} ({change}) goes back to {base}",
    ),
    "check.growth.several": (
        "{value}（{change}）对应的基数约为 {base}",
        "{value} ({change}) goes back to about {base}",
    ),
    "check.growth.none": (
        "{value}（{change}）没有对应的整数基数：最接近的 {base} 得出 {growth}",
        "{value} ({change}) goes back to no whole number: the nearest, {base}, gives {growth}",
    ),
    "check.direction.agrees": (
        "从 {earlier} 到 {later}，与“{word}”一致",
        "From {earlier} to {later}, which fits the word {word}",
    ),
    "check.direction.disagrees": (
        "从 {earlier} 到 {later}，与“{word}”不符",
        "From {earlier} to {later}, which does not fit the word {word}",
    ),
    "check.none.disagrees": (
        "文中称没有“{label}”，又写有 {count}",
        "The text says that there is no {label}, and also that there are {count}",
    ),
    "check.same.agrees": ("“{label}”两处都是 {one}（{two}）", "{label} is {one} ({two}) in both places"),
    "check.same.disagrees": (
        "“{label}”前面写 {one}，后面写 {two}",
        "{label} is {one} in one place and {two} in another",
    ),
    "stage.received": ("收到", "received"),
    "stage.accepted": ("受理", "accepted"),
    "stage.handled": ("办理", "handled"),
    "stage.completed": ("办结", "completed"),
    "stage.closed": ("结案", "closed"),
    "stage.filed": ("立案", "filed"),
    "stage.found": ("发现", "found"),
    "stage.rectified": ("整改", "rectified"),
    "stage.succeeded": ("成功", "succeeded"),
    "stage.issued": ("印发", "issued"),
}
