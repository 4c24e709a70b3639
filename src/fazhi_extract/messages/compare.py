"""The words of ``fazhi compare``."""

COMPARE_ERRORS: dict[str, tuple[str, str]] = {
    "E161": (
        "不会写 {path} 这种结尾的对比表。请改用 .xlsx 或 .csv；不写 -o 则显示在屏幕上。",
        "Cannot write a comparison with the ending of {path}. Use .xlsx or .csv, or leave -o out to see it here.",
    ),
    "E162": (
        "--jump 的值“{value}”应当是大于 1 的数，例如 --jump 3。",
        "--jump: {value!r} must be a number above 1, such as --jump 3.",
    ),
    "E521": (
        "{path}：表中没有表头。请在第一行写明“指标”“数值”“单位”三列（也可写 indicator、value、unit），一行一个数字。",
        "{path}: the sheet has no heads. Name the columns in its first row: indicator, value, unit "
        "(or 指标, 数值, 单位), one figure a row.",
    ),
    "E522": (
        "{path}：读取 Excel 文件需要 openpyxl。请运行 pip install openpyxl，或另存为 .csv 再试。",
        "{path}: reading Excel files needs openpyxl. Run pip install openpyxl, or save it as .csv.",
    ),
    "E523": (
        "{path}：不是可读的 Excel 工作簿（{reason}）。请用 Excel 或 WPS 打开后另存为 .xlsx 或 .csv。",
        "{path}: this is no readable Excel workbook ({reason}). Open it and save it as .xlsx or .csv.",
    ),
    "E525": (
        "{path}：短列名不能还原成指标。请用 fazhi table --panel --names code（默认）或 zh 另写一份汇总表。",
        "{path}: short column names cannot be turned back into indicators. Write the panel with --names code (the default) "
        "or zh.",
    ),
    "E524": (
        "{old} 与 {new} 之间没有同一机关的报告，无从对比。请检查路径；若机关名称不同而确是一家，请各给一份报告。",
        "{old} and {new} have no body in common. Check the paths; where one body goes by two names, give one report each.",
    ),
}

COMPARE: dict[str, tuple[str, str]] = {
    "help.compare": ("对比两年的报告。", "Compare the reports of two years."),
    "help.compare.details": (
        "逐项列出前期和本期的数字、增减、文中所写增幅与计算所得的增幅、文中增幅所对应的基数，并提示：增幅不符、上年数前后不一、"
        "单位改变、不再报告、变化过大（口径可能有变）。同一机关改了名称也能对上。每一边可以是报告、文件夹、JSON、JSON Lines，"
        "或自己的表格（.csv、.xlsx，列名为 指标、数值、单位，可加 发文机关、年度）。数字从不相加。",
        "Lists what was and what is, the change, growth as stated and as computed, the base that a stated growth "
        "implies, and what to look at: growth that does not fit, another value for the year before, changed units, what is no "
        "longer reported, and jumps that suggest a changed definition. A body under a changed name is recognised. "
        "Each side is a report, a folder, JSON, JSON Lines, or a sheet of your own (.csv, .xlsx with the columns "
        "indicator, value, unit, and if you like issuer and year). Nothing is ever summed.",
    ),
    "help.compare.epilog": (
        "例：\n  fazhi compare 2021.txt 2022.txt\n  fazhi compare 2021年/ 2022年/ -o 对比.xlsx\n"
        "  fazhi compare 台账.xlsx 2022.txt --findings",
        "Examples:\n  fazhi compare 2021.txt 2022.txt\n  fazhi compare 2021/ 2022/ -o comparison.xlsx\n"
        "  fazhi compare ledger.xlsx 2022.txt --findings",
    ),
    "help.compare.old": ("前期：报告、文件夹、JSON 或表格。", "The earlier side: report, folder, JSON or sheet."),
    "help.compare.new": ("本期：同上。", "The later side, likewise."),
    "help.compare.output": (
        "写入 .xlsx 或 .csv；不写则显示在屏幕上。",
        "Write to .xlsx or .csv; by default to the screen.",
    ),
    "help.compare.findings": ("只列有提示的行。", "List only the rows with findings."),
    "help.compare.jump": (
        "变为几倍（或几分之一）算变化过大，默认 3；比率相差 30 个百分点。",
        "The factor from which a change is a jump, 3 by default; rates: 30 points.",
    ),
    "help.compare.bom": (
        "在 .csv 开头加字节顺序标记，便于 Excel 打开。",
        "Begin the .csv with a byte order mark, for Excel.",
    ),
    "compare.title": ("两期对比", "Comparison"),
    "compare.sheet.rows": ("对比", "Comparison"),
    "compare.sheet.about": ("说明", "About"),
    "compare.about": (
        "前期、本期：可以作为该指标全年数的数字（金额单位为元，比率为 %）。不是单独一个确定的数时，照抄原文，并在状态栏说明。\n"
        "增减：本期减前期；比率为百分点。增幅（计算）：(本期 − 前期) ÷ 前期，按印出的数字计算。\n"
        "增幅（文中）：本期报告所写的增幅。推算基数：按文中增幅倒推的前期数，考虑四舍五入或截尾。\n"
        "上年数（文中）：本期报告所写的上年数字。\n"
        "提示“增幅不符”：文中增幅不能由这两个数字得出，前期数可能经过调整，或口径有变。\n"
        "提示“变化过大”：变化倍数达到 --jump（默认 3），而文中没有与之相符的增幅；口径可能有变，请核对原文。\n"
        "只部分报告的数字（某次专项行动、某个地区）从不当作全年数，也从不相加。",
        "Before and now: the figures to tabulate for the indicator (money in yuan, rates in %). Where there is no single "
        "definite number, the words of the text stand there, and the state says why.\n"
        "Change: now less before; points for rates. Growth (computed): (now − before) ÷ before, from the printed numbers.\n"
        "Growth (stated): as the later report has it. Implied base: what the stated growth leads back to, rounded or cut "
        "off.\n"
        "Year before (stated): what the later report gives for the year before.\n"
        "Growth does not fit: it cannot come from these two figures; the earlier one may have been revised, or the "
        "definition changed.\n"
        "Jump: the change reaches --jump (3 by default) and the text has no growth that fits; the definition may have "
        "changed.\n"
        "Figures of a part only (one campaign, one district) never stand for the year, and are never summed.",
    ),
    "compare.pair": (
        "{name}：{years}，{count} 项，有提示 {findings} 项（{old} → {new}）",
        "{name}: {years}, {count} rows, {findings} with findings ({old} → {new})",
    ),
    "compare.order": (
        "请注意：{new} 的年度不晚于 {old}，前后两期是否写反了？",
        "Note: {new} is about no later year than {old}. Are the two sides in the right order?",
    ),
    "compare.unread": (
        "{path} 第 {row} 行：看不出“{text}”是什么数（{quote}），没有对比。金额请写明元或万元。",
        "{path}, row {row}: {text!r} is no number that could be read ({quote}); not compared. Say 元 or 万元 for money.",
    ),
    "compare.unknown": (
        "{path}：这些列看不出是哪个指标，没有对比：{heads}。",
        "{path}: these columns name no indicator and are not compared: {heads}.",
    ),
    "compare.only.old": (
        "只有前期：{name} {year}（{path}）",
        "Only in the earlier side: {name} {year} ({path})",
    ),
    "compare.only.new": (
        "只有本期：{name} {year}（{path}）",
        "Only in the later side: {name} {year} ({path})",
    ),
    "compare.only.doubled": (
        "同一机关还有一份，没有对比：{name} {year}（{path}）",
        "Another report of the same body, not compared: {name} {year} ({path})",
    ),
    "compare.head.issuer": ("发文机关", "Issuer"),
    "compare.head.indicator": ("指标", "Indicator"),
    "compare.head.attributes": ("属性", "Attributes"),
    "compare.head.code": ("指标代码", "Code"),
    "compare.head.old_year": ("前期年度", "Year before"),
    "compare.head.old": ("前期", "Before"),
    "compare.head.old_unit": ("前期单位", "Unit before"),
    "compare.head.old_state": ("前期状态", "State before"),
    "compare.head.new_year": ("本期年度", "Year now"),
    "compare.head.new": ("本期", "Now"),
    "compare.head.new_unit": ("本期单位", "Unit now"),
    "compare.head.new_state": ("本期状态", "State now"),
    "compare.head.difference": ("增减", "Change"),
    "compare.head.growth": ("增幅%（计算）", "Growth % (computed)"),
    "compare.head.stated": ("增幅（文中）", "Growth (stated)"),
    "compare.head.implied": ("推算基数", "Implied base"),
    "compare.head.said_base": ("上年数（文中）", "Year before (stated)"),
    "compare.head.findings": ("提示", "Findings"),
    "compare.head.old_quote": ("前期原句", "Sentence before"),
    "compare.head.new_quote": ("本期原句", "Sentence now"),
    "compare.head.old_path": ("前期文件", "File before"),
    "compare.head.new_path": ("本期文件", "File now"),
    "compare.state.stated": ("有数字", "stated"),
    "compare.state.stated_none": ("写明没有", "stated as none"),
    "compare.state.in_words": ("只有文字表述", "in words"),
    "compare.state.masked": ("被遮盖", "masked"),
    "compare.state.partial": ("只有部分或其他时段的数字", "parts or other periods only"),
    "compare.state.several": ("几处不一", "several that disagree"),
    "compare.state.target_only": ("只有目标", "target only"),
    "compare.state.not_found": ("未报告", "not reported"),
    "compare.finding.growth-differs": (
        "增幅不符：文中写 {stated}，按两期数字是 {growth}%；文中增幅对应的基数是 {base}，前期报告写 {old}",
        "growth does not fit: {stated} is stated, the two figures give {growth}%; the stated growth leads back to "
        "{base}, the earlier report has {old}",
    ),
    "compare.finding.difference-differs": (
        "增幅不符：文中写 {stated}，按两期数字是 {growth}；前期报告写 {old}",
        "growth does not fit: {stated} is stated, the two figures give {growth}; the earlier report has {old}",
    ),
    "compare.finding.base-differs": (
        "上年数前后不一：本期称上年为 {said}，前期报告写 {old}",
        "the year before differs: {said} in the later report, {old} in the earlier one",
    ),
    "compare.finding.unit-changed": (
        "单位由“{old}”变为“{new}”，不能相比",
        "measured in {new} instead of {old}: not comparable",
    ),
    "compare.finding.gone": ("本期不再报告", "no longer reported"),
    "compare.finding.new": ("前期未报告", "not reported before"),
    "compare.finding.jump": (
        "变化过大：是前期的 {factor} 倍，口径可能有变",
        "jump: {factor} times the value before; the definition may have changed",
    ),
    "compare.finding.jump-points": (
        "变化过大：{points} 个百分点，口径可能有变",
        "jump: {points} points; the definition may have changed",
    ),
    "compare.finding.inexact": (
        "前期“{old}”、本期“{new}”中有约数，不计算增幅",
        "{old} before, {new} now: only about so many, no growth computed",
    ),
    "compare.finding.unnamed": (
        "没有叫这个名称的指标，无法与报告对应；请写指标代码或名称（见 fazhi indicators）",
        "no indicator has this name; write a code or name of fazhi indicators",
    ),
    "compare.finding.open": ("无法计算：前期{old}，本期{new}", "cannot be computed: {old} before, {new} now"),
}
