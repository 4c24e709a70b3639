"""What ``fazhi table`` says: its errors, notes and help, and the words in its tables."""

ERRORS: dict[str, tuple[str, str]] = {
    "E150": ("没有“{name}”这张表。可用的：{tables}。", "There is no table {name!r}. Tables: {tables}."),
    "E151": (
        "{path} 已经存在。请另取一个名字，或加 --overwrite 覆盖。",
        "{path} exists. Choose another name, or add --overwrite.",
    ),
    "E152": (
        "不会写 {path} 这种结尾的文件。请改用 .xlsx、.csv、.sqlite、.parquet，或以 / 结尾的文件夹。",
        "Cannot write a file with the ending of {path}. Use .xlsx, .csv, .sqlite, .parquet, or a folder that ends in /.",
    ),
    "E153": (
        "{option} 不能用于 {path}。--table、--panel 用于 .csv、.parquet 和标准输出，二者选一；--bom 用于 .csv 和文件夹；"
        "--columns 用于有汇总表的输出；--rows 用于标准输出和 .jsonl。",
        "{option} does not go with {path}. --table and --panel go with .csv, .parquet and standard output, one of the two; "
        "--bom with .csv and folders; --columns with outputs that have a panel; --rows with standard output and .jsonl.",
    ),
    "E154": ("{option} 不能是“{value}”。可用的：{allowed}。", "{option} cannot be {value!r}. Allowed: {allowed}."),
    "E155": (
        "{path}：模板第一行要有“列”，可有“表头”“单位”，下面至少一列；这里是：{found}。",
        "{path}: the first line of a template has column, and may have head and unit, with at least one line below; "
        "this one has {found}.",
    ),
    "E156": (
        "{path} 第 {line} 行：不认识列“{name}”。请写 penalty.cases[stage=decided] 这样的代码，或表头中的名称。相近的：{near}。",
        "{path}, line {line}: unknown column {name!r}. Write a code such as penalty.cases[stage=decided], or a name from "
        "a table's heads. Near: {near}.",
    ),
    "E157": (
        "{path} 第 {line} 行：{name} 的单位不能是“{unit}”。只有金额可以换单位：元、万元、亿元。",
        "{path}, line {line}: the unit of {name} cannot be {unit}. Money alone may be in another unit: 元, 万元, 亿元.",
    ),
    "E158": (
        "“{text}”读不懂。请写：--why '发文机关 年度 列'，例如 --why '某市卫生健康委员会 2021 penalty.cases[stage=decided]'。",
        "{text!r} is not understood. Write --why 'ISSUER YEAR COLUMN', such as "
        "--why '某市卫生健康委员会 2021 penalty.cases[stage=decided]'.",
    ),
    "E159": (
        "没有列“{name}”。请写 penalty.cases[stage=decided] 这样的代码，或表头中的名称。相近的：{near}。",
        "There is no column {name!r}. Write a code such as penalty.cases[stage=decided], or a name from a table's heads. "
        "Near: {near}.",
    ),
    "E341": (
        "{path} 正在 Excel 或 WPS 中打开，无法改写。请先关闭它，或用 -o 另取一个名字。",
        "{path} is open in Excel or WPS and cannot be replaced. Close it there, or choose another name with -o.",
    ),
    "E342": (
        "写 .parquet 需要 pyarrow。请运行：pip install pyarrow，或改写 .csv、.sqlite。",
        "Writing .parquet needs pyarrow. Run pip install pyarrow, or write .csv or .sqlite.",
    ),
    "E343": (
        "汇总有 {rows} 行、{columns} 列，超过 Excel 的上限。请用 --columns 选列，或改写 .csv、.sqlite。",
        "The panel has {rows} rows and {columns} columns, more than Excel allows. Choose columns with --columns, "
        "or write .csv or .sqlite.",
    ),
    "E511": (
        "没有“{issuer}”{year} 年度的报告。有的：{known}。",
        "There is no report of {issuer!r} for {year}. There are: {known}.",
    ),
}  # fmt: skip

NOTES: dict[str, tuple[str, str]] = {
    "N131": (
        "{path}：与 {other} 正文相同，没有重复列入。",
        "{path}: its text is that of {other}; it is not listed twice.",
    ),
    "N132": (
        "{path}：{issuer} {year} 年度已有 {other}，这一份只列入明细，不列入汇总。",
        "{path}: there is {other} for {issuer} and {year} already; this one is in the long tables, not in the panel.",
    ),
    "N133": (
        "{path}：不像法治政府建设年度报告，只列入明细，不列入汇总。",
        "{path}: it does not look like a yearly report on the rule of law; it is in the long tables, not in the panel.",
    ),
}

WORDS: dict[str, tuple[str, str]] = {
    "table.title": ("法治政府建设年度报告数据", "Figures of yearly rule-of-law reports"),
    "table.about": (
        "由 fazhi-extract {version} 从报告原文提取。每个数字都附原文和位置；不求和，不取平均，不推测。",
        "Extracted from the reports by fazhi-extract {version}. Every figure has its words and its place; nothing is summed, "
        "averaged or guessed.",
    ),
    "table.any": ("不分属性", "any attributes"),
    "table.value": ("数值", "value"),
    "table.state": ("状态", "state"),
    "table.note": ("说明", "note"),
    "table.part": ("其中", "a part"),
    "table.beside": ("另计{text}", "also {text}"),
    "table.role.prior": ("上年", "earlier"),
    "table.role.change": ("增减", "change"),
    "table.role.target": ("目标", "target"),
    "table.role.threshold": ("条件", "condition"),
    "table.done": (
        "已写入 {path}：{rows} 份列入汇总，{apart} 份未列入，{bad} 份没有读成。",
        "{path}: {rows} reports in the panel, {apart} left out, {bad} not read.",
    ),
    "table.rules": (
        "每行一个发文机关的一个年度，每列一个指标（属性不同的分列），数字旁边是它的状态，原句在批注里。\n"
        "列入汇总的，是报告年度内、说的是发文机关全部工作的实际数；限定地区、单位、专项行动或对象的数，其中数，上年数，增减，"
        "计划和规定中的条件都不作为全部工作的数。\n"
        "不求和、不取平均、不折算。只有部分数时全部照列，不相加；几个数互相不一致时全部照列，不挑选。\n"
        "金额除另有注明外以元计。同义的量词（件、宗、起）按指标统一；量词不同义时，数字后面注明。≈ 约，> 超过，≥ 至少，< 不足，≤ 至多。",
        "A row is an issuer and a year, a column an indicator with its attributes; beside a figure stands its state, its "
        "sentence is in the cell's note.\n"
        "The figure of a cell is an actual one of the reporting year about the whole of the issuer's work. Figures about a "
        "region, a unit, a campaign or a group of objects, parts of another figure, earlier values, growth, plans and the "
        "conditions of rules do not stand for the whole.\n"
        "Nothing is summed, averaged or converted. Where there are only parts, all are listed; where figures disagree, all "
        "are listed and none is chosen.\n"
        "Money is in yuan unless said otherwise. Measure words of the same meaning (件, 宗, 起) are made one for each "
        "indicator; another measure word stands behind its number. ≈ about, > over, ≥ at least, < under, ≤ at most.",
    ),
    "table.few_notes": (
        "批注超过 {most} 个，其余的原句请看明细。",
        "There are more than {most} notes; the other sentences are in the sheet of figures.",
    ),
    "sheet.panel": ("汇总", "Panel"),
    "sheet.metrics": ("明细", "Figures"),
    "sheet.review": ("待核", "Review"),
    "sheet.checks": ("校验", "Checks"),
    "sheet.indicators": ("口径", "Definitions"),
    "sheet.inputs": ("来源", "Sources"),
    "state.stated": ("写明", "stated"),
    "state.stated_none": ("写明没有", "stated none"),
    "state.in_words": ("文字说明", "in words"),
    "state.masked": ("打码", "masked"),
    "state.partial": ("部分", "partial"),
    "state.several": ("多个数", "several"),
    "state.target_only": ("仅有目标", "target only"),
    "state.not_found": ("未提到", "not found"),
    "state.no_report": ("没有报告", "no report"),
    "state.unreadable": ("没有读成", "unreadable"),
    "about.state.stated": ("报告写明了数字。", "The report states the figure."),
    "about.state.stated_none": ("报告写明没有发生，记为 0。", "The report says that there was none: 0."),
    "about.state.in_words": (
        "没有数字，用文字说明是全部（如“均按期办结”记为 100）。",
        "No numeral: the text says in words that it is all (100).",
    ),
    "about.state.masked": ("数字在原文中被遮盖，照录。", "The digits are blanked out in the text."),
    "about.state.partial": (
        "只有部分的数（某地区、单位、专项行动、对象、其中数或另一期间），逐个照列，不相加。",
        "There are only figures about a part (a region, unit, campaign, objects, a share, another period): all are listed, "
        "none is summed.",
    ),
    "about.state.several": (
        "有几个数，互相不同，逐个照列，不挑选。",
        "There are several figures that differ: all are listed, none is chosen.",
    ),
    "about.state.target_only": ("只有计划或要求的数，照列。", "There are only plans and duties: they are listed."),
    "about.state.not_found": (
        "没有找到这一年的数。报告如果只写了上年数、增减或规定中的条件，格中照列。",
        "No figure of the year was found. Earlier values, growth and conditions of rules are listed where they are all "
        "there is.",
    ),
    "about.state.no_report": (
        "输入中没有这个机关这一年的报告。",
        "There is no report of this issuer and year among the inputs.",
    ),
    "about.state.unreadable": (
        "这份输入没有读成，原因见“来源”。",
        "The input could not be read; the reason is in the list of sources.",
    ),
    "status.report": ("列入汇总", "in the panel"),
    "status.duplicate": ("重复，未列入", "duplicate, left out"),
    "status.same_year": ("同机关同年度，只列入明细", "same issuer and year, figures only"),
    "status.no_report": ("不像报告，只列入明细", "no report, figures only"),
    "status.failed": ("没有读成", "not read"),
    "bound.about": ("约", "about"),
    "bound.at_least": ("至少", "at least"),
    "bound.over": ("超过", "over"),
    "bound.at_most": ("至多", "at most"),
    "bound.under": ("不足", "under"),
    "issuer_type.government": ("政府", "government"),
    "issuer_type.department": ("部门", "department"),
    "issuer_type.subdistrict": ("街道", "subdistrict"),
    "issuer_type.zone": ("开发区", "zone"),
    "issuer_type.party": ("党委机构", "party"),
    "issuer_type.other": ("其他", "other"),
    "yes.True": ("是", "yes"),
    "yes.False": ("否", "no"),
    "why.cell": ("{issuer} {year} 年度  {name}（{code}）", "{issuer} {year}  {name} ({code})"),
    "why.cell.state": ("状态：{state}。{about}", "state: {state}. {about}"),
    "why.cell.value": ("格中：{text}", "cell: {text}"),
    "why.cell.figure": (
        "{id}  {text}  位置 {span}  {section}  规则 {rule}",
        "{id}  {text}  at {span}  {section}  rule {rule}",
    ),
    "why.cell.path": ("出处：{path}", "report: {path}"),
}

HELP: dict[str, tuple[str, str]] = {
    "help.table": (
        "把多份报告汇成一张表：机关、年度、指标。",
        "Turn reports into one table: issuer by year by indicator.",
    ),
    "help.table.details": (
        "输入可以是报告原文、fazhi extract 写出的 JSON 或 JSON Lines、文件夹，或 -。输出看 -o 的结尾：.xlsx 工作簿，.csv 一张表，"
        "文件夹/ 全部的表（附 datapackage.json），.sqlite 数据库，.parquet 一张表；不写 -o 则在标准输出打印 CSV。"
        "不求和，不取平均；没有单一数字的格，照列原文中的数，旁边写明状态。",
        "Inputs are reports, the JSON or JSON Lines that fazhi extract wrote, folders, or -. The ending of -o says what is "
        "written: .xlsx a workbook, .csv one table, FOLDER/ all tables with a datapackage.json, .sqlite a database, "
        ".parquet one table; without -o, CSV is printed. Nothing is summed or averaged; where there is no one figure, "
        "the cell lists those of the report, and its state says so.",
    ),
    "help.table.epilog": (
        "例：\n  fazhi table 报告文件夹 -o 汇总.xlsx\n  fazhi table 报告文件夹 -o 数据.sqlite\n"
        "  fazhi extract 报告文件夹 | fazhi table - --panel > panel.csv\n"
        "  fazhi table 结果.jsonl --why '某市卫生健康委员会 2021 penalty.cases[stage=decided]'",
        "Examples:\n  fazhi table reports/ -o panel.xlsx\n  fazhi table reports/ -o data.sqlite\n"
        "  fazhi extract reports/ | fazhi table - --panel > panel.csv\n"
        "  fazhi table results.jsonl --why '某市卫生健康委员会 2021 penalty.cases[stage=decided]'",
    ),
    "help.extract.rows": (
        "每行一个数字（JSON Lines，列固定），不写整份报告。",
        "Write JSON Lines with a figure a line and constant columns, in place of whole reports.",
    ),
    "help.table.paths": (
        "报告、JSON、JSON Lines、文件夹，或 - 表示标准输入。",
        "Reports, JSON, JSON Lines, folders, or - for standard input.",
    ),
    "help.table.output": (
        "写到 文件.xlsx、.csv、.sqlite、.parquet，或 文件夹/。",
        "Write to FILE.xlsx, .csv, .sqlite, .parquet, or FOLDER/.",
    ),
    "help.table.table": (
        "写哪张表（.csv、.parquet 和标准输出）：metrics（默认）、reports、sections、dates、citations、turned_down、checks、"
        "notes、cells、indicators、inputs、panel。",
        "Which table to write (.csv, .parquet, standard output): metrics (by default), reports, sections, dates, citations, "
        "turned_down, checks, notes, cells, indicators, inputs or panel.",
    ),
    "help.table.panel": (
        "写汇总表：每个机关每个年度一行，每个指标一列。",
        "Write the panel: a row for each issuer and year, a column for each indicator.",
    ),
    "help.table.names": (
        "列名：code 代码，short 短名（Stata、SQL），zh 中文。工作簿默认 zh，其他默认 code。",
        "Column names: code, short (legal in Stata and SQL), zh or en. Words in workbooks by default, else code.",
    ),
    "help.table.columns": (
        "模板.csv：列、表头、单位（金额可写 万元），规定有哪些列和先后。",
        "TEMPLATE.csv with column, head and unit (万元 for money): which columns there are, in which order.",
    ),
    "help.table.balanced": (
        "每个机关都有全部年度的行；没有报告的写明没有报告。",
        "Give every issuer a row for every year.",
    ),
    "help.table.bom": ("CSV 开头加 BOM，以便 Excel 直接打开。", "Begin CSV with a byte order mark, for Excel."),
    "help.table.overwrite": ("输出已存在时覆盖。", "Replace an output that exists."),
    "help.table.why": (
        "说明一格的数字在哪里：'发文机关 年度 列'。",
        "Tell where a cell's figure stands: 'ISSUER YEAR COLUMN'.",
    ),
}  # fmt: skip
