"""The words of ``fazhi verify``."""

VERIFY_ERRORS: dict[str, tuple[str, str]] = {
    "E195": (
        "不会写 {path} 这种结尾的核验结果。请改用 .xlsx、.csv 或 .json；不写 -o 则显示在屏幕上。",
        "Cannot write findings with the ending of {path}. Use .xlsx, .csv or .json, or leave -o out to see them here.",
    ),
    "E196": (
        "{path}：不是完整的 JSON 或 JSON Lines（{reason}）。请用原来的程序重新导出，或改为 .csv、.xlsx。",
        "{path}: this is no complete JSON or JSON Lines ({reason}). Export it again, or as .csv or .xlsx.",
    ),
    "E197": (
        "{path} 第 {line} 行：没有“{name}”这个指标、列或单位。相近的：{near}。",
        "{path}, line {line}: {name!r} is no indicator, field or unit. Near: {near}.",
    ),
    "E198": (
        "{path} 第 {line} 行：读不懂这份映射（{reason}）。CSV 要有“表头”“含义”两列，可加“单位”；TOML 每行写成 “表头” = “含义”。",
        "{path}, line {line}: this is no mapping ({reason}). A CSV needs the columns head and meaning, and may have unit; "
        'TOML has lines such as "head" = "meaning".',
    ),
    "E199": (
        "{path}：没有工作表“{sheet}”。现有：{sheets}。",
        "{path}: there is no sheet {sheet!r}. There are: {sheets}.",
    ),
    "E345": (
        "{path}：看不出哪一列是什么，没有可核验的值。找到的表头：{heads}。"
        "请用指标代码或名称作表头（fazhi indicators 可查），或用 --map 说明。",
        "{path}: no column could be told, so there is nothing to verify. Heads found: {heads}. "
        "Name the columns by codes or names of indicators (see fazhi indicators), or say what they are with --map.",
    ),
    "E346": (
        "{path}：没有读到一份报告，无从核验。请检查路径。",
        "{path}: no report could be read, so there is nothing to verify against. Check the path.",
    ),
}

NOTES: dict[str, tuple[str, str]] = {
    "N166": (
        "列“{head}”看不出是哪个指标，其中的值只查了有没有这个数。{near}可用 --map 说明。",
        "Column {head!r} names no indicator that could be told; its values were only looked up as numbers. {near}"
        "Use --map to say what it is.",
    ),
    "N167": (
        "第 {row} 行没有核验：{reason}（{whose}）。",
        "Row {row} was not verified: {reason} ({whose}).",
    ),
    "N168": (
        "这些报告在表中没有一行：{paths}。",
        "These reports have no row in the table: {paths}.",
    ),
    "N169": (
        "没有核验的列（不是数字，或说明不用）：{heads}。",
        "Columns that were passed over (no numbers, or said to be of no use): {heads}.",
    ),
}

VERIFY: dict[str, tuple[str, str]] = {
    "help.verify": (
        "核验别人填的表：每个数在不在报告里，是不是那个意思。",
        "Verify a table that somebody else filled.",
    ),
    "help.verify.details": (
        "逐格说明：文中有而且是这个意思；文中有但是别的意思（别的指标、目标、上年数、部分的数）；是文中几个数的和、差、比，或四舍五入；"
        "单位错；文中没有；漏填；打码。附原句和位置。表可以是台账，也可以是语言模型的回答（.csv、.xlsx、.json、.jsonl），"
        "每行一份报告或每行一个数都行。列按名称对应：指标代码、指标名称、报告中的说法，表头可带单位（万元）。"
        "行按文件名或发文机关和年度对应。对应不上的一一说明，不会略过。"
        "退出码：0 核验完；1 有报告没有读成，或加了 --strict 而有值没有得到确认；2 用法有误。",
        "Says of each value: it stands there with that meaning; it stands there but means something else (another indicator, "
        "a target, last year's, a part); it is a sum, a difference, a share or a rounding of figures that stand there; its "
        "unit is wrong; it stands nowhere; it was left out; it is masked. With the sentence and its place. The table may be a "
        "clerk's sheet or a language model's answer (.csv, .xlsx, .json, .jsonl), a row for each report or for each figure. "
        "Columns go by code, name or the words of reports, units in the head included; rows by file name or by issuer and year. "
        "What cannot be matched is said, never dropped. Exit status: 0 verified; 1 a report could not be read, or --strict was "
        "given and a value is not confirmed; 2 wrong usage.",
    ),
    "help.verify.epilog": (
        "例：\n  fazhi verify 台账.xlsx 报告文件夹\n  fazhi verify 模型.json 报告文件夹 -o 核验.xlsx\n"
        "  fazhi verify 台账.csv 结果.jsonl --map 映射.csv --strict",
        "Examples:\n  fazhi verify ledger.xlsx reports\n  fazhi verify model.json reports -o verified.xlsx\n"
        "  fazhi verify ledger.csv results.jsonl --map map.csv --strict",
    ),
    "help.verify.table": (
        "要核验的表：.csv、.tsv、.xlsx、.json、.jsonl。",
        "The table: .csv, .tsv, .xlsx, .json or .jsonl.",
    ),
    "help.verify.reports": ("报告、文件夹或 fazhi extract 的结果。", "Reports, folders, or what extract wrote."),
    "help.verify.output": (
        "写入 .xlsx、.csv 或 .json；不写则显示在屏幕上。",
        "Write to .xlsx, .csv or .json; by default to the screen.",
    ),
    "help.verify.map": (
        "说明表头含义的文件（.csv：表头,含义,单位；或 .toml）。",
        "A file that says what heads mean (.csv: head,meaning,unit; or .toml).",
    ),
    "help.verify.sheet": ("只核验工作簿中的这一张表。", "Verify this sheet of the workbook alone."),
    "help.verify.json": ("在标准输出写 JSON。", "Write JSON to standard output."),
    "help.verify.all": ("屏幕上也列出相符的。", "List what is confirmed too."),
    "help.verify.strict": (
        "有任何一个值没有得到确认就以 1 退出。",
        "Exit with 1 where any value is not confirmed.",
    ),
    "verify.title": ("核验", "Verification"),
    "verify.sheet.summary": ("概况", "Summary"),
    "verify.sheet.table": ("原表", "Table"),
    "verify.sheet.open": ("未确认", "Not confirmed"),
    "verify.sheet.all": ("全部", "All values"),
    "verify.total": (
        "{values} 个值：相符 {ok}，要看一眼 {look}，不符 {wrong}，没能核验 {open}",
        "{values} values: {ok} confirmed, {look} to look at, {wrong} not so in the reports, {open} not verified",
    ),
    "verify.nothing": ("没有一个值需要看。", "There is nothing to look at."),
    "verify.blanks": ("空格 {count} 个，文中也没有数字。", "{count} blanks, where the reports have no figure either."),
    "verify.more": (
        "……另有 {count} 个，见 -o 写出的文件或 --json。",
        "… and {count} more; see the file of -o, or --json.",
    ),
    "verify.more_rows": (
        "……另有 {count} 行没有对应的报告，见“未确认”。",
        "… and {count} more rows without a report; see the sheet Not confirmed.",
    ),
    "verify.head.level": ("结果", "Result"),
    "verify.head.verdict": ("结论", "Verdict"),
    "verify.head.count": ("个数", "Count"),
    "verify.head.sheet": ("工作表", "Sheet"),
    "verify.head.row": ("行", "Row"),
    "verify.head.column": ("列", "Column"),
    "verify.cell": ("{cell} 格", "cell {cell}"),
    "verify.record": ("第 {row} 条", "entry {row}"),
    "verify.head.head": ("表头", "Head"),
    "verify.head.indicator": ("指标", "Indicator"),
    "verify.head.issuer": ("发文机关", "Issuer"),
    "verify.head.year": ("年度", "Year"),
    "verify.head.words": ("表中的值", "Value"),
    "verify.head.found": ("文中的数", "In the report"),
    "verify.head.explanation": ("说明", "Explanation"),
    "verify.head.instead": ("该指标文中写的是", "What the report says"),
    "verify.head.quote": ("原句", "Sentence"),
    "verify.head.place": ("所在部分", "Section"),
    "verify.head.span": ("位置", "Place"),
    "verify.head.code": ("指标代码", "Code"),
    "verify.head.found_code": ("文中数的指标", "Indicator of the figure"),
    "verify.head.path": ("报告", "Report"),
    "verify.head.quote_found": ("所附原文", "Given sentence"),
    "verify.level.ok": ("相符", "confirmed"),
    "verify.level.look": ("看一眼", "look"),
    "verify.level.wrong": ("不符", "not so"),
    "verify.level.open": ("没能核验", "not verified"),
    "verify.verdict.confirmed": ("相符", "confirmed"),
    "verify.verdict.approximate": ("相符，文中是约数", "confirmed, about so many"),
    "verify.verdict.blank": ("空，文中也没有", "blank, none in the report"),
    "verify.verdict.several": ("相符，另有别的数", "confirmed, among others"),
    "verify.verdict.maybe_part": ("可能是部分的数", "perhaps a part"),
    "verify.verdict.maybe_target": ("可能是目标", "perhaps a target"),
    "verify.verdict.one_of": ("几个时长之一", "one of several times"),
    "verify.verdict.rounded": ("约整", "rounded"),
    "verify.verdict.sum": ("几个数之和", "sum"),
    "verify.verdict.difference": ("两个数之差", "difference"),
    "verify.verdict.ratio": ("两个数之比", "share"),
    "verify.verdict.no_unit": ("同数，单位未注明", "same number, unit not given"),
    "verify.verdict.other_unit": ("同数，单位不同", "same number, another unit"),
    "verify.verdict.other_period": ("时段不同", "another period"),
    "verify.verdict.undecided": ("文中有，含义未定", "stands there, meaning not decided"),
    "verify.verdict.unit_slip": ("单位错", "wrong unit"),
    "verify.verdict.target": ("是目标", "a target"),
    "verify.verdict.prior": ("是以前的数", "an earlier value"),
    "verify.verdict.change": ("是增减数", "a change"),
    "verify.verdict.threshold": ("是规定中的条件", "a condition of a rule"),
    "verify.verdict.part": ("是部分的数", "a part"),
    "verify.verdict.other_attribute": ("是另一环节或类别的数", "another stage or kind"),
    "verify.verdict.other_indicator": ("是另一个指标的数", "another indicator"),
    "verify.verdict.other_year": ("是另一年报告的数", "from another year's report"),
    "verify.verdict.differs": ("与文中不符", "differs"),
    "verify.verdict.not_found": ("文中没有", "stands nowhere"),
    "verify.verdict.zero": ("填 0，文中未提到", "0, not mentioned"),
    "verify.verdict.masked": ("文中打码", "masked in the report"),
    "verify.verdict.missing": ("漏填", "left out"),
    "verify.verdict.unreadable": ("看不出是什么数", "no number"),
    "verify.verdict.unmapped": ("列未对应", "column not mapped"),
    "verify.verdict.unmatched": ("没有对应的报告", "no report"),
    "verify.say.approximate": ("文中写的是“{found}”", "the report says {found}"),
    "verify.say.several": ("文中该指标还有 {instead}", "the report also has {instead}"),
    "verify.say.maybe_part": (
        "{found} 的句子里有“{cue}”，可能只是部分的数",
        "{cue} stands in the sentence of {found}: it may be a part only",
    ),
    "verify.say.maybe_part_lead": (
        "{found} 那一段以“{cue}”开头，可能只是部分的数",
        "the paragraph of {found} opens with {cue}: it may be a part only",
    ),
    "verify.say.one_of": (
        "文中该指标还有 {instead}，各是不同事项的时长",
        "the report also has {instead}, each for matters of its own",
    ),
    "verify.say.maybe_target": (
        "{found} 的句子里有“{cue}”，可能是计划，不是结果",
        "{cue} stands in the sentence of {found}: it may be a plan and no result",
    ),
    "verify.say.rounded": ("文中写的是 {found}", "the report says {found}"),
    "verify.say.sum": ("= {found}；文中没有写这个合计", "= {found}; the report does not state this sum"),
    "verify.say.difference": ("= {found}；文中没有写这个差", "= {found}; the report does not state this difference"),
    "verify.say.ratio": ("= {found}；文中没有写这个比率", "= {found}; the report does not state this share"),
    "verify.say.no_unit": (
        "表中没有注明单位；文中是 {found}",
        "the table does not say the unit; the report says {found}",
    ),
    "verify.say.other_unit": ("文中是 {found}", "the report says {found}"),
    "verify.say.other_period": ("文中这个数的时段是 {period}", "in the report this is about {period}"),
    "verify.say.undecided": (
        "文中有 {found}，程序没有认作这个指标，请看原句",
        "{found} stands there, but was not read as this indicator: see the sentence",
    ),
    "verify.say.unit_slip": (
        "文中是 {found}，相差 {factor} 倍",
        "the report says {found}: wrong by a factor of {factor}",
    ),
    "verify.say.target": ("{found} 是计划或要求，不是结果", "{found} is a plan or a duty, not a result"),
    "verify.say.prior": ("{found} 是以前的数，供比较用", "{found} is an earlier value, given for comparison"),
    "verify.say.change": ("{found} 是增减，不是总数", "{found} is a change, not a total"),
    "verify.say.threshold": ("{found} 是规定中的条件", "{found} is a condition in a rule"),
    "verify.say.part": ("{found} 只是一部分（{scope}）", "{found} is a part only ({scope})"),
    "verify.say.other_attribute": ("{found} 是“{name}”", "{found} is {name}"),
    "verify.say.other_indicator": ("{found} 是“{name}”", "{found} is {name}"),
    "verify.say.other_year": (
        "{found} 在 {year} 年的报告里（{path}）",
        "{found} stands in the report of {year} ({path})",
    ),
    "verify.say.differs": ("文中写的是 {instead}", "the report says {instead}"),
    "verify.say.not_found": (
        "文中没有这个数，也没有这个指标的数",
        "neither this number nor this indicator is in the report",
    ),
    "verify.say.zero": (
        "报告没有提到这个指标；没有提到不等于 0",
        "the report does not mention it; not mentioned is not 0",
    ),
    "verify.say.masked": ("文中是 {found}，数字无从核对", "the report has {found}; the number cannot be checked"),
    "verify.say.missing": ("文中有 {found}", "the report has {found}"),
    "verify.say.unreadable": ("格中没有数字", "there is no number in the cell"),
    "verify.say.unmapped": ("表头看不出是哪个指标", "the head names no indicator that could be told"),
    "verify.note.masked": ("文中打码：{found}", "masked in the report: {found}"),
    "verify.note.stands": ("；文中有这个数", "; the number stands in the report"),
    "verify.note.nowhere": ("；文中也没有这个数", "; the number does not stand in the report"),
    "verify.note.instead": ("；文中该指标写的是 {instead}", "; for this indicator the report says {instead}"),
    "verify.note.quote": ("；所附原文在报告中找不到", "; the sentence given does not stand in the report"),
    "verify.no_name": ("没有指标的数", "a figure without an indicator"),
    "verify.unmatched.no-report": ("没有这个机关或文件的报告", "there is no report of this issuer or file"),
    "verify.unmatched.no-year": (
        "有这个机关的报告，但不是这一年的",
        "there are reports of this issuer, but none of this year",
    ),
    "verify.unmatched.several": (
        "有几份报告都对得上，请加一列文件名或年度",
        "several reports fit; add a column with the file name or the year",
    ),
    "verify.unmatched.nameless": (
        "这一行没有写是哪个机关、哪份文件",
        "the row does not say whose figures these are",
    ),
    "verify.near": ("相近的指标：{near}。", "Near: {near}. "),
    "verify.part.unnamed": ("其中的一部分", "of a whole told before"),
    "verify.yes": ("找到", "found"),
    "verify.no": ("没有找到", "not found"),
    "verify.about": (
        "相符：报告里有这个数，而且是这个指标、这一年、整个机关的实际数。\n"
        "看一眼：要人看原句才能定。文中有这个数，但程序没有认作这个指标（含义未定），只有某个部分的数，句中有字样说明可能是部分或计划，"
        "时段不同，没有注明单位；"
        "或者不是文中写的，而是算出来的（和、差、比、四舍五入）。\n"
        "不符：文中这个数是别的意思（另一指标、目标、以前的数、部分的数），单位错，或者根本没有；漏填；文中打码。\n"
        "没能核验：列看不出是哪个指标，行找不到报告，或格中不是数字。\n"
        "数字按原样比较：743件 与 743宗 相同，341.203万元 与 3412030元 相同。程序读报告也会出错，所以拿不准的只说“看一眼”。",
        "Confirmed: the number stands in the report, for this indicator, this year, and the whole of the issuer's work.\n"
        "Look: settled only by reading the sentence. The number stands there but was not read as this indicator, is the only "
        "one and about a part, has words beside it that may make it a part or a plan, is about another period, or lacks its "
        "unit; or it was reckoned (sum, difference, share, rounding).\n"
        "Not so: the number means something else there (another indicator, a target, an earlier value, a part), its unit is "
        "wrong, or it stands nowhere; it was left out; it is masked in the report.\n"
        "Not verified: the column names no indicator, the row has no report, or the cell has no number.\n"
        "Numbers are compared as they are: 743件 and 743宗 are the same, so are 341.203万元 and 3412030元. The program may "
        "misread a report too: where it cannot be sure it says look.",
    ),
}
