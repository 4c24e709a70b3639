"""What ``fazhi score`` and the samples of ``fazhi table`` say."""

ERRORS: dict[str, tuple[str, str]] = {
    "E185": (
        "{path}：不是答案文件（{reason} 不对）。格式见标注说明：一个 JSON 对象，有 file、metrics 等，每项有 span。",
        "{path}: this is no answer key ({reason} is wrong). A key is a JSON object with file, metrics and so on, each entry "
        "with its span.",
    ),
    "E186": (
        "--sample 写不了 {path} 这种结尾的文件。请写 -o 抽查.xlsx 或 -o 抽查.csv。",
        "--sample does not go with the ending of {path}. Write -o SAMPLE.xlsx or -o SAMPLE.csv.",
    ),
    "E187": (
        "请写明答案和报告：fazhi score 答案文件夹 报告文件夹；或填好的抽查表：fazhi score 抽查.xlsx。",
        "Give keys and reports: fazhi score KEYS REPORTS; or a sample that was judged: fazhi score SAMPLE.xlsx.",
    ),
    "E188": (
        "--min：没有“{name}”这个数。可用的：{names}。",
        "--min: there is no figure {name!r}. Figures: {names}.",
    ),
    "E189": (
        "{path}：没有“对/错”和“指标代码”两列，不是 fazhi table --sample 写出的抽查表；现有的列：{heads}。",
        "{path}: there are no columns for the verdict and the indicator's code; fazhi table --sample writes such a sheet. "
        "There are: {heads}.",
    ),
    "E190": (
        "--min 的值“{value}”不对。请写成 名称=数，例如 --min fact.precision=0.95。",
        "--min: {value!r} will not do. Write NAME=NUMBER, such as --min fact.precision=0.95.",
    ),
    "E191": (
        "{path} 与 {other} 是同一份报告（{file}）的答案。请只留一个。",
        "{path} and {other} are keys of the same report ({file}). Keep one of them.",
    ),
    "E192": (
        "{option} 要与 --sample 一起用，例如 --sample 200 {option}。",
        "{option} goes with --sample, such as --sample 200 {option}.",
    ),
    "E531": (
        "{path}：这是答案文件，不是报告。用它评分请运行 fazhi score；用它更正请写 --corrections。",
        "{path}: this is an answer key, no report. Score with it by fazhi score; correct with it by --corrections.",
    ),
    "E532": (
        "{path}：输入中没有它的报告 {file}，没有评分。请检查文件名，或补上这份报告。",
        "{path}: its report, {file}, is not among the inputs; it was not scored. Check the name, or add the report.",
    ),
    "E533": (
        "{path}：它是 {report} 另一个版本的答案（文件内容不同），没有评分。请用当时的文件，或重新标注。",
        "{path}: it is a key for another version of {report} (other bytes); not scored. Use the file of that time, or "
        "annotate anew.",
    ),
}

NOTES: dict[str, tuple[str, str]] = {
    "N162": (
        "跳过 {count} 份答案文件（不是报告）：{first}{more}。",
        "{count} answer keys passed over, which are no reports: {first}{more}.",
    ),
    "N163": (
        "{path}：“{issuer}”{year} 年度已有 {other}，从名称看不出是不是同一个机关，两份都列入汇总，请核对。",
        "{path}: there is {other} for {issuer!r} and {year} already; the name does not say whether it is the same body, so both "
        "are in the panel. Please check.",
    ),
    "N161": (
        "{path}：{answer} 已与 {other} 对照，这一份没有计入。",
        "{path}: {answer} was compared with {other} already; this one does not count.",
    ),
}

WORDS: dict[str, tuple[str, str]] = {
    "score.reports": (
        "{count} 份报告。准确率：找到的有多少是对的；召回率：应有的找到多少。",
        "{count} reports. Precision: how much of what was found is right; recall: how much of what is there was found.",
    ),
    "score.intervals": (
        "上下限：95% 区间，对报告自助重抽样 {draws} 次（种子 {seed}）；全部正确时、指标见于不足 {few} 份报告时不算。",
        "Low and high: 95 %, bootstrap over reports, {draws} draws (seed {seed}); none where all is right, or where fewer than "
        "{few} reports have the indicator.",
    ),
    "score.few": (
        "报告不足 {few} 份，区间偏窄，不宜引用。",
        "Fewer than {few} reports: the intervals are too narrow to be quoted.",
    ),
    "score.short": (
        "未达到要求：{name} 为 {value}，应不低于 {least}。",
        "Falls short: {name} is {value}, not {least} or more.",
    ),
    "score.head.class": ("类别", "Class"),
    "score.head.question": ("核对", "Question"),
    "score.head.indicator": ("指标", "Indicator"),
    "score.head.code": ("代码", "Code"),
    "score.head.right": ("对", "Right"),
    "score.head.wrong": ("错", "Wrong"),
    "score.head.missed": ("漏", "Missed"),
    "score.head.asked": ("共", "Asked"),
    "score.head.judged": ("已判", "Judged"),
    "score.head.precision": ("准确率", "Precision"),
    "score.head.recall": ("召回率", "Recall"),
    "score.head.f1": ("F1 值", "F1"),
    "score.head.accuracy": ("正确率", "Accuracy"),
    "score.head.low": ("下限", "Low"),
    "score.head.high": ("上限", "High"),
    "score.head.f1_low": ("F1 下限", "F1 low"),
    "score.head.f1_high": ("F1 上限", "F1 high"),
    "score.class.metric.found": ("数字：找到", "figures: found"),
    "score.class.metric.span": ("数字：位置一字不差", "figures: place exact"),
    "score.class.metric.number": ("数字：数值、单位、界限、形式都对", "figures: number all right"),
    "score.class.metric.coded": ("数字：数值、性质、指标都对", "figures: number, role, indicator right"),
    "score.class.fact": ("可制表的事实（有指标的实际数）", "facts (actual results with an indicator)"),
    "score.class.date.found": ("日期：找到", "dates: found"),
    "score.class.date.right": ("日期：位置和起止都对", "dates: place and days right"),
    "score.class.section": ("章节", "sections"),
    "score.class.item": ("条目（一是、二是）", "items (一是, 二是)"),
    "score.class.decoy.kept_out": ("不是指标的数字没有误取", "decoys kept out"),
    "score.class.section.end": ("章节的终点", "ends of sections"),
    "score.class.metadata": ("发文信息", "metadata"),
    "score.class.quote": ("引文与原文一致", "quotes are in the text"),
    "score.class.field.value": ("值", "value"),
    "score.class.field.value_to": ("值（上限）", "value to"),
    "score.class.field.unit": ("单位", "unit"),
    "score.class.field.kind": ("量的类型", "kind"),
    "score.class.field.bound": ("界限", "bound"),
    "score.class.field.form": ("形式", "form"),
    "score.class.field.role": ("性质", "role"),
    "score.class.field.indicator": ("指标", "indicator"),
    "score.class.field.attributes": ("属性", "attributes"),
    "score.class.field.scope": ("是否只说一部分", "whether it is about a part"),
    "score.error.missed": ("{path}  {at}  漏：{text}（{label}）", "{path}  {at}  missed: {text} ({label})"),
    "score.error.spurious": ("{path}  {at}  多：{text}（{label}）", "{path}  {at}  spurious: {text} ({label})"),
    "score.error.field": (
        "{path}  {at}  {text} 的{field}：答案 {wanted}，得到 {found}",
        "{path}  {at}  {text}, {field}: key {wanted}, found {found}",
    ),
    "score.error.span": (
        "{path}  {at}  位置：答案“{wanted}”，得到“{found}”",
        "{path}  {at}  place: key {wanted!r}, found {found!r}",
    ),
    "score.error.decoy": ("{path}  {at}  误取：{text}（{label}）", "{path}  {at}  decoy taken: {text} ({label})"),
    "score.error.date": (
        "{path}  {at}  日期 {text}：答案 {wanted}，得到 {found}",
        "{path}  {at}  date {text}: key {wanted}, found {found}",
    ),
    "score.error.date-missed": ("{path}  {at}  漏日期：{text}", "{path}  {at}  date missed: {text}"),
    "score.error.date-spurious": ("{path}  {at}  多日期：{text}", "{path}  {at}  date spurious: {text}"),
    "score.error.section": (
        "{path}  {at}  章节“{text}”：答案第 {wanted} 级，得到 {found}",
        "{path}  {at}  section {text!r}: key level {wanted}, found {found}",
    ),
    "score.error.section-spurious": ("{path}  {at}  多章节：{text}", "{path}  {at}  section spurious: {text}"),
    "score.error.metadata": (
        "{path}  发文信息 {field}：答案 {wanted}，得到 {found}",
        "{path}  metadata {field}: key {wanted}, found {found}",
    ),
    "score.judged": (
        "已判 {judged} 行，对 {right} 行，错 {wrong} 行；未填 {unfilled} 行。",
        "{judged} rows judged: {right} right, {wrong} wrong; {unfilled} not filled in.",
    ),
    "score.precision": (
        "准确率 {precision}，95% 区间 {low}–{high}（Wilson 1927）。",
        "Precision {precision}, 95 % interval {low}–{high} (Wilson 1927).",
    ),
    "score.weighted": (
        "各指标抽得一样多，总的准确率按每行所代表的个数加权。",
        "Indicators have equal shares of the sample; the precision of the whole is weighted by what each row stands for.",
    ),
    "score.precision.only": (
        "抽查只说明程序给出的有多少是对的，不说明漏了多少。",
        "A sample says how much of what the program gives is right, not how much it has missed.",
    ),
    "score.row.wrong": (
        "第 {row} 行判错：{text} → {said}{remark}",
        "Row {row} judged wrong: {text} → {said}{remark}",
    ),
    "score.row.unclear": (
        "第 {row} 行的“{written}”看不出是对是错，没有计入。请写 对 或 错。",
        "Row {row}: {written!r} is neither right nor wrong and does not count. Write right or wrong.",
    ),
    "sheet.sample": ("抽查", "Sample"),
    "sheet.sample_about": ("说明", "About"),
    "verdict.right": ("对", "right"),
    "verdict.wrong": ("错", "wrong"),
    "sample.choice": ("请写 {right} 或 {wrong}。", "Write {right} or {wrong}."),
    "sample.simple": (
        "抽法：从 {population} 个有指标的数字（{indicators} 个指标）中简单随机抽取 {size} 个，种子 {seed}。",
        "Drawn: {size} of {population} figures with an indicator ({indicators} indicators), simple random, seed {seed}.",
    ),
    "sample.stratified": (
        "抽法：从 {population} 个有指标的数字中按指标分层抽取 {size} 个，{indicators} 个指标抽得一样多（不足的全取），层内简单随机，"
        "种子 {seed}。每行的权数是它所代表的个数。",
        "Drawn: {size} of {population} figures with an indicator, stratified: as many of each of the {indicators} indicators, "
        "as far as it has them, simple random within, seed {seed}. The weight of a row is how many figures it stands for.",
    ),
    "sample.short": (
        "请注意：个数少于指标数，只抽到个数最多的 {size} 个指标，总的准确率只代表这些指标。请抽多些。",
        "Note: there are more indicators than rows; only the {size} with most figures are in the sample, and the precision of "
        "the whole is theirs alone. Draw more.",
    ),
    "sample.about": (
        "每个数字的签，是种子、报告编号和数字编号的 SHA-256，取签最小的；所以同样的报告和种子，抽得的总是同样的数字，"
        "多抽时包含少抽的。\n"
        "怎样判：读原句中标红的数字。指标、值、单位、界限、性质、属性、范围都与原句相符，在“对/错”栏选“对”，有一处不符选“错”，"
        "并在备注中写明哪里不符。范围空着，表示说的是全部工作。\n"
        "填好后运行 fazhi score 抽查.xlsx，得到各指标的准确率及 Wilson 区间。没有填的行不计入，但会报数。\n"
        "抽查只说明程序给出的有多少是对的（准确率），不说明漏了多少（召回率）。\n"
        "由 fazhi-extract {version} 生成。",
        "A figure's lot is the SHA-256 of seed, report and figure, and the smallest lots are drawn: the same reports and seed "
        "give the same sample, and a larger one holds the smaller one.\n"
        "How to judge: read the red figure in its sentence. Where indicator, value, unit, bound, role, attributes and scope "
        "all say what the sentence says, choose right; where one does not, choose wrong, and say in the remark which. An "
        "empty scope means the whole of the work.\n"
        "Then run fazhi score SAMPLE.xlsx for the precision by indicator with Wilson intervals. Rows that are not filled in "
        "do not count, and are told.\n"
        "A sample says how much of what the program gives is right (precision), not how much it has missed (recall).\n"
        "Made by fazhi-extract {version}.",
    ),
}

COLUMNS: dict[str, tuple[str, str]] = {
    "column.verdict": ("对/错", "Right/wrong"),
    "column.remark": ("备注", "Remark"),
    "column.weight": ("权数", "Weight"),
}

HELP: dict[str, tuple[str, str]] = {
    "help.score": (
        "评分：与人工答案对照，或汇总填好的抽查表。",
        "Score extractions against answer keys, or read a sample that was judged.",
    ),
    "help.score.details": (
        "答案是标注说明格式的 JSON（也可以是审阅页面保存的文件），按文件哈希或文件名找到自己的报告。报告可以是原文（当场提取），也可以是 "
        "fazhi extract 的结果。答案中标为 optional 的不计；也认第二种读法（also）。按指标的一栏只算可制表的事实：有指标的实际数。"
        "没有读成的报告，算作什么都没有找到。退出码：0 正常；1 有报告没有读成或没有对上，或低于 --min；2 用法或答案文件有误。",
        "Keys are JSON in the format of the annotation guide, or what a review page saved; each finds its report by hash, else "
        "by name. Reports may be texts, extracted on the fly, or what fazhi extract wrote. Optional entries do not count; "
        "second readings (also) are right. By indicator, facts are counted: actual results with an indicator. A report that "
        "cannot be read has found nothing. Exit status: 0 fine; 1 a report could not be read or found, or a figure is below "
        "--min; 2 wrong usage or a broken key.",
    ),
    "help.score.epilog": (
        "例：\n  fazhi score 答案/ 报告/\n  fazhi score 答案/ 结果.jsonl --errors\n  fazhi score 抽查.xlsx",
        "Examples:\n  fazhi score keys/ reports/\n  fazhi score keys/ results.jsonl --errors\n  fazhi score sample.xlsx",
    ),
    "help.score.keys": (
        "答案文件或文件夹；或填好的抽查表（.xlsx、.csv），后面不写报告。",
        "An answer key or a folder of keys; or a judged sample (.xlsx, .csv), with no reports behind it.",
    ),
    "help.score.reports": (
        "报告、JSON、JSON Lines、文件夹，或 -。",
        "Reports, JSON, JSON Lines, folders, or -.",
    ),
    "help.score.errors": ("逐条列出不一致之处。", "List every disagreement."),
    "help.score.json": ("输出 JSON。", "Print JSON."),
    "help.score.min": (
        "低于此数则退出码为 1，可写多次，如 fact.precision=0.95。",
        "Exit with 1 where a figure is lower; may be repeated: fact.precision=0.95.",
    ),
    "help.score.draws": (
        "自助重抽样的次数，默认 1000；0 不算区间。",
        "Draws of the bootstrap, 1000 by default; 0 for no intervals.",
    ),
    "help.score.seed": ("重抽样的种子，默认 1。", "Seed of the draws, 1 by default."),
    "help.table.sample": (
        "抽取这么多个有指标的数字，连同原句写成抽查表（.xlsx 或 .csv），供人逐个判对错；之后用 fazhi score 汇总。",
        "Draw so many figures with an indicator and write them with their sentences (.xlsx or .csv), for a person to judge; "
        "fazhi score reads the verdicts.",
    ),
    "help.table.stratify": (
        "抽查时各指标抽得一样多；默认简单随机。",
        "Draw as many of each indicator; by default the sample is simple random.",
    ),
    "help.table.seed": ("抽查的种子，默认 1。", "Seed of the sample, 1 by default."),
}
