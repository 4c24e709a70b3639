"""Everything that people read, in Chinese and English: errors, notes, help, heads of tables.

An entry is ``key: (Chinese, English)``; ``{named}`` fields are filled in by :func:`message`.
Errors say what happened, where, and what to do about it. Keys of errors and notes are their stable codes.
"""

from __future__ import annotations

LANGUAGES = ("zh", "en")

_USAGE_ERRORS = {
    "E100": ("用法有误：{detail}", "Wrong usage: {detail}"),
    "E101": (
        "没有“{word}”这个命令。可用的命令：{verbs}。请输入：{line}",
        "There is no command {word!r}. Commands: {verbs}. Type: {line}",
    ),
    "E102": (
        "“{path}”是文件或文件夹，前面还缺一个命令。请输入：{line}",
        "{path!r} is a file or folder; a command is missing before it. Type: {line}",
    ),
    "E103": ("缺少参数 {name}。用法：{line}", "{name} is missing. Usage: {line}"),
    "E104": ("没有 {option} 这个选项。请看：{near}", "There is no option {option}. See: {near}"),
    "E105": (
        "选项 {option} 的值“{value}”不是大小。请写成 64M、500K 或字节数。",
        "{option}: {value!r} is no size. Write 64M, 500K or a number of bytes.",
    ),
    "E106": (
        "不认识编码名“{encoding}”。请改用 utf-8、gb18030、big5、utf-16-le 等名称。",
        "Unknown encoding {encoding!r}. Use a name such as utf-8, gb18030, big5 or utf-16-le.",
    ),
    "E107": ("选项 {option} 后面缺少值。用法：{line}", "{option} needs a value. Usage: {line}"),
    "E108": (
        "有多份输入，不能写进一个 .json 文件 {path}。请改用 -o 文件名.jsonl，或 -o 文件夹/。",
        "Several inputs do not fit into one .json file, {path}. Use -o FILE.jsonl or -o FOLDER/.",
    ),
    "E109": (
        "不会写 {path} 这种结尾的文件。请改用 .json、.jsonl 或以 / 结尾的文件夹。",
        "Cannot write a file with the ending of {path}. Use .json, .jsonl, or a folder that ends in /.",
    ),
    "E110": (
        "请说明要看什么：{line} --outline（结构）、--text（正文）或 --why（每个数字的依据），三者选一。",
        "Say what to show: {line} --outline (the structure), --text (the text) or --why (why each figure is what it "
        "is), one of the three.",
    ),
    "E111": ("标准输入（-）只能出现一次。", "Standard input (-) can be given only once."),
    "E112": ("多余的参数：{detail}。用法：{line}", "Unexpected arguments: {detail}. Usage: {line}"),
    "E113": (
        "{path} 是输入文件，不能再作输出。请用 -o 另取一个名字。",
        "{path} is an input and cannot be the output. Choose another name with -o.",
    ),
    "E114": (
        "JSON Lines 每份报告一行，不能用 --indent。请去掉它，或用 -o 文件夹/ 每份写一个文件。",
        "JSON Lines have one report a line and cannot be indented. Leave --indent out, or use -o FOLDER/.",
    ),
    "E116": (
        "{path} 已经存在，不会覆盖。请另取一个名字。",
        "{path} exists and will not be overwritten. Choose another name.",
    ),
    "E117": (
        "没有与“{word}”相符的指标。相近的：{near}。",
        "No indicator fits {word!r}. Near: {near}.",
    ),
    "E118": (
        "{path}：正文中没有“{which}”。请写位置（从 0 数的字数）、文中的词语或数字，或编号（如 m27）。",
        "{path}: there is no {which!r} in the text. Give an offset (characters from 0), words or digits of the text, or "
        "an id such as m27.",
    ),
    "E115": (
        "没有语言“{value}”。请用 --lang zh 或 --lang en。",
        "There is no language {value!r}. Use --lang zh or --lang en.",
    ),
}

_READING_ERRORS = {
    "E201": ("{path}：找不到这个文件或文件夹。请检查路径。", "{path}: no such file or folder. Check the path."),
    "E202": (
        "{path}：没有读取权限。请检查文件的权限，或复制到自己的文件夹再试。",
        "{path}: no permission to read it. Check the file's permissions, or copy it to a folder of your own.",
    ),
    "E203": (
        "{path}：这是 {format} 文件，不是纯文本。请打开后另存为 .txt（UTF-8）再试。",
        "{path}: this is a {format} file, not plain text. Open it, save it as .txt (UTF-8), and try again.",
    ),
    "E204": (
        "{path}：这是二进制文件，不是文本。请换成 .txt 文件。",
        "{path}: this is a binary file, not text. Give a .txt file.",
    ),
    "E205": (
        "{path}：不能按 {encoding} 解码，第 {offset} 字节（从 0 数起）有误。"
        "文件若完好，请注明编码：{candidates}；否则请重新取得文件。",
        "{path}: cannot be decoded as {encoding}; byte {offset} (counted from 0) is wrong. "
        "If the file is sound, name its encoding: {candidates}; otherwise get the file anew.",
    ),
    "E206": (
        "{path}：按 {encoding} 读出来是乱码。请注明编码：{candidates}。",
        "{path}: read as {encoding} it makes no sense. Name its encoding: {candidates}.",
    ),
    "E207": (
        "{path}：超过 {limit}。若确是一份报告，请加 --max-size，例如 --max-size 64M。",
        "{path}: more than {limit}. If this is one report indeed, add --max-size, such as --max-size 64M.",
    ),
    "E208": (
        "{path}：文件夹里没有报告（.txt、.text、.md）。请检查路径，其他类型的文件请先另存为 .txt。",
        "{path}: no reports (.txt, .text, .md) in this folder. Check the path; save other files as .txt first.",
    ),
    "E209": (
        "{path}：没有权限列出这个文件夹。请检查文件夹的权限。",
        "{path}: no permission to list this folder. Check its permissions.",
    ),
    "E210": (
        "{path}：读取失败（{reason}）。请检查路径和磁盘后再试。",
        "{path}: cannot be read ({reason}). Check the path and the disk, and try again.",
    ),
    "E211": (
        "{path}：第 {offset} 字节（从 0 数起）起有孤立的代理码元，不是合法的 UTF-8。请用原来的程序重新导出为 UTF-8。",
        "{path}: lone surrogates from byte {offset} (counted from 0) on; this is no valid UTF-8. "
        "Export it again as UTF-8 from the program it came from.",
    ),
    "E212": (
        "{path}：这是文件夹，这里要的是一个文件。请写出文件名。",
        "{path}: this is a folder where a file is needed. Give the name of a file.",
    ),
    "E213": (
        "{path}：第 {offset} 字（从 0 数起）是空字符（NUL），文本已损坏。请用原来的程序重新导出，或删去空字符。",
        "{path}: character {offset} (counted from 0) is NUL; the text is damaged. "
        "Export it again from the program it came from, or remove the NUL characters.",
    ),
}

_WRITING_ERRORS = {
    "E301": (
        "{path}：写入失败（{reason}）。请检查权限和磁盘空间，文件若在别的程序中打开请先关闭。",
        "{path}: cannot be written ({reason}). Check permissions and disk space; close it in other programs.",
    ),
}

_REPORT_FILE_ERRORS = {
    "E501": (
        "{path}：是 JSON，但不是本程序的报告。请给出 fazhi extract 的结果，或报告原文。",
        "{path}: this is JSON, but no report of this program. Give what fazhi extract wrote, or a report itself.",
    ),
    "E502": (
        "{path}：第 {line} 行的 JSON 不完整或有误。请重新运行 fazhi extract。",
        "{path}: the JSON in line {line} is incomplete or wrong. Run fazhi extract again.",
    ),
    "E503": (
        "{path}：报告的格式版本是 {version}，本程序只认 1.x。请更新程序，或重新运行 fazhi extract。",
        "{path}: the report has schema version {version}; this program knows 1.x. "
        "Update it, or run fazhi extract again.",
    ),
    "E504": (
        "{path}：这份报告不含正文（用了 --no-text）。请给出报告原文，或不加 --no-text 重新提取。",
        "{path}: this report has no text (made with --no-text). Give the report itself, or extract without --no-text.",
    ),
    "E505": (
        "{path}：其中有 {count} 份报告，--text 只能显示一份。请给出单独一份报告。",
        "{path}: there are {count} reports in it; --text shows one. Give a single report.",
    ),
    "E506": (
        "{path}：这份报告当时没有读成（{reason}），没有可显示的内容。请先解决原因，再重新提取。",
        "{path}: this report could not be read when it was made ({reason}). Mend the cause and extract again.",
    ),
    "E507": (
        "{path}：报告的内容前后不符（{reason}），可能被改动过。请重新运行 fazhi extract。",
        "{path}: the report contradicts itself ({reason}); it may have been changed. Run fazhi extract again.",
    ),
}

_INTERNAL_ERRORS = {
    "E901": (
        "{path}：程序内部出错（{reason}），这份报告没有结果。请把文件和这条消息报告给开发者。",
        "{path}: internal error ({reason}); there is no result for this report. "
        "Please send the file and this message to the developers.",
    ),
}

# What is wrong with a rule file (E4xx).
_RULE_ERRORS = {
    "E401": (
        "{path}：读不了这个规则文件（{reason}）。请检查路径，并用 UTF-8 保存。",
        "{path}: the rule file cannot be read ({reason}). Check the path and save it as UTF-8.",
    ),
    "E402": (
        "{path} 第 {line} 行：不是合格的 TOML（{reason}）。请看这一行及前一行：引号、括号要成对，用半角；各项之间要有逗号。",
        "{path}, line {line}: this is no valid TOML ({reason}). Look at this line and the one before: quotation marks "
        "and brackets come in pairs and are half-width; commas stand between entries.",
    ),
    "E403": (
        "{path} 第 {line} 行：不认识字段“{field}”。可用的字段：{allowed}。",
        "{path}, line {line}: unknown field {field!r}. Allowed: {allowed}.",
    ),
    "E404": (
        "{path} 第 {line} 行：{code} 缺少 {field}。请补上。",
        "{path}, line {line}: {code} has no {field}. Add it.",
    ),
    "E405": (
        "{path} 第 {line} 行：{field} 不能是“{value}”。可用的值：{allowed}。",
        "{path}, line {line}: {field} cannot be {value!r}. Allowed: {allowed}.",
    ),
    "E406": (
        "{path} 第 {line} 行：说法“{say}”读不懂：{reason}。写法见 fazhi rules new 生成的文件。",
        "{path}, line {line}: the phrasing {say!r} cannot be read: {reason}. "
        "The file that fazhi rules new writes explains how.",
    ),
    "E407": (
        "{path} 第 {line} 行：指标 {code} 已经有了。请换一个代码；要取代它，请加一行 replaces = true。",
        "{path}, line {line}: there is an indicator {code} already. Use another code; to take its place, add replaces = true.",
    ),
    "E408": (
        "{path} 第 {line} 行：例句里要有且只有一处〔…〕，标出所说的数字。",
        "{path}, line {line}: an example needs exactly one 〔…〕 around the figure it is about.",
    ),
    "E409": (
        "{path} 第 {line} 行：代码“{code}”不合规则。请写成 前缀.名称，只用小写字母、数字和下划线，例如 my.water_fee。",
        "{path}, line {line}: {code!r} is no code. Write PREFIX.NAME in lower-case letters, digits and underscores, "
        "such as my.water_fee.",
    ),
    "E410": (
        "{path} 第 {line} 行：{code} 的前缀 {domain} 属于内置指标。请换成自己的前缀，例如 my。",
        "{path}, line {line}: {code} has the prefix {domain} of the built-in indicators. Use one of your own, such as my.",
    ),
    "E411": (
        "{path} 第 {line} 行：没有指标 {code}，无从取代或停用。相近的：{near}。",
        "{path}, line {line}: there is no indicator {code} to replace or disable. Near: {near}.",
    ),
    "E412": (
        "{path} 第 {line} 行：{field} 应当是{kind}。",
        "{path}, line {line}: {field} must be {kind}.",
    ),
    "E413": (
        "{path} 第 {line} 行：set 中的属性 {key} 没有写在这个指标的 attributes 里。请在那里加上，或改正拼写。",
        "{path}, line {line}: the attribute {key} in set is not among the attributes of this indicator. "
        "Add it there, or mend the spelling.",
    ),
    "E414": (
        "{path} 第 {line} 行：{code} 在这个文件中写了两次。请删去一处，或换一个代码。",
        "{path}, line {line}: {code} stands twice in this file. Delete one, or use another code.",
    ),
    "phrasing.n": ("N 要有且只有一个，这里有 {count} 个", "N must stand exactly once, it stands {count} times"),
    "phrasing.bare": ("N 旁边没有词语", "there are no words beside N"),
    "phrasing.gaps": ("两个省略号之间没有词语", "there is nothing between two gaps"),
    "phrasing.optional": ("最靠近 N 的词语不能全部可有可无", "the words nearest to N cannot all be optional"),
    "phrasing.bracket": ("括号不成对", "the brackets do not pair"),
    "phrasing.variants": (
        "一处的变体太多或括号套得太深，请拆成几个说法（一处至多 {most} 种）",
        "too many variants in one place, or brackets too deep; split the phrasing (at most {most} in one place)",
    ),
    "phrasing.mark": ("问号前面必须是括号", "? must follow a bracket"),
    "kind.words": ('一列词语，例如 ["件", "起"]', 'a list of words, such as ["件", "起"]'),
    "kind.text": ("加引号的文字", "text in quotation marks"),
    "kind.flag": ("true 或 false", "true or false"),
    "kind.table": ("表，例如 {{ stage = true }}", "a table, such as {{ stage = true }}"),
    "kind.phrasings": ('一列说法，例如 ["征收水资源费…N"]', 'a list of phrasings, such as ["征收水资源费…N"]'),
    "kind.values": ("true 或一列值", "true or a list of values"),
    "kind.entries": ("[[…]] 形式的条目", "entries under [[…]]"),
    "kind.number": ("数", "a number"),
}

# What is wrong with fazhi.toml (E12x).
_CONFIG_ERRORS = {
    "E121": (
        "{path}：读不了这个配置文件（{reason}）。请检查路径，并用 UTF-8 保存。",
        "{path}: the configuration cannot be read ({reason}). Check the path and save it as UTF-8.",
    ),
    "E122": (
        "{path} 第 {line} 行：不是合格的 TOML（{reason}）。请改正这一行。",
        "{path}, line {line}: this is no valid TOML ({reason}). Mend this line.",
    ),
    "E123": (
        "{path} 第 {line} 行：不认识配置项“{field}”。可用的：{allowed}。",
        "{path}, line {line}: unknown setting {field!r}. Allowed: {allowed}.",
    ),
    "E124": (
        "{path} 第 {line} 行：{field} 应当是{kind}。",
        "{path}, line {line}: {field} must be {kind}.",
    ),
    "kind.files": ('一列规则文件，例如 ["my.toml"]', 'a list of rule files, such as ["my.toml"]'),
    "kind.lang": ('"zh" 或 "en"', '"zh" or "en"'),
}

# Notes on the reading of one report (N1xx).
_NOTES: dict[str, tuple[str, str]] = {
    "N101": ("文件里没有文字。", "The file holds no text."),
    "N102": (
        "文中有 {count} 处无法用任何编码表示的字符，已各以一个 U+FFFD 代替，位置不变。",
        "{count} characters that no encoding can carry were each replaced by U+FFFD; positions are unchanged.",
    ),
    "N103": ("没有找到章节标题。", "No section headings were found."),
    "N104": ("序号“{marker}”重复，按原文保留。", "The marker {marker} is repeated; it is kept as it stands."),
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

# What the consistency checks found, and the words in it.
_CHECKS: dict[str, tuple[str, str]] = {
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

# What ``fazhi rules`` says.
_RULES = {
    "rulecheck.unknown": ("没有指标 {code}", "there is no indicator {code}"),
    "rulecheck.forbidden": ("不应是 {code}", "must not be {code}"),
    "rulecheck.wanted": ("应为 {wanted}，得到 {got}", "wanted {wanted}, got {got}"),
    "rulecheck.script": (
        "数字换一种写法后应仍为 {wanted}，得到 {got}",
        "wanted {wanted} in another script too, got {got}",
    ),
    "rulecheck.unmatched": ("没有例句的说法", "no example for the phrasing"),
    "rules.written": ("已写入 {path}。", "{path} is written."),
    "rules.tested": (
        "例句 {examples} 个，说法 {phrasings} 个，问题 {problems} 个。",
        "{examples} examples, {phrasings} phrasings, {problems} problems.",
    ),
    "rules.gained": ("新增", "gained"),
    "rules.lost": ("失去", "lost"),
    "rules.taken": ("改变", "taken"),
    "rules.compared": (
        "共 {figures} 个数字：新增 {gained}，失去 {lost}，改变 {taken}。",
        "{figures} figures: {gained} gained, {lost} lost, {taken} taken from another indicator.",
    ),
    "suggest.head": (
        "没有对应指标的数字，按名称归为 {groups} 组，多的在前。请选出需要的，改好代码、名称、量的种类和说法，其余删去；"
        "再运行 fazhi rules test 检查。",
        "Figures without an indicator in {groups} groups by name, the largest first. Keep what you need, mend code, "
        "name, dimension and phrasing, delete the rest; then run fazhi rules test.",
    ),
    "suggest.group": ("{count} 个数字，见于 {reports} 份报告", "{count} figures in {reports} reports"),
    "suggest.nameless": (
        "另有 {count} 个数字在文中没有可用的名称，未列出。",
        "{count} more figures have no usable name in the text and are left out.",
    ),
    "rulecheck.stolen": ("内置的例句被改变", "an example of the package comes out otherwise"),
}

# What ``fazhi indicators`` says.
_INDICATORS = {
    "indicators.code": ("代码", "code"),
    "indicators.name": ("名称", "name"),
    "indicators.tier": ("层级", "tier"),
    "indicators.dimension": ("量", "dimension"),
    "indicators.units": ("量词", "units"),
    "indicators.unitless": ("（也可没有量词）", "(or none)"),
    "indicators.not": ("不算", "not with"),
    "indicators.phrasings": (
        "说法（N 是数字，… 是隔开的文字）：",
        "Phrasings (N is the number, … is text in between):",
    ),
    "indicators.when": ("句中要有", "when"),
    "indicators.unless": ("分句中不能有", "unless"),
    "indicators.set": ("由此确定", "set"),
    "indicators.count": ("共 {count} 个指标。", "{count} indicators."),
    "dimension.count": ("件数", "count"),
    "dimension.people": ("人数", "people"),
    "dimension.money": ("金额", "money"),
    "dimension.rate": ("比率", "rate"),
    "dimension.ratio": ("比值", "ratio"),
    "dimension.duration": ("时长", "duration"),
    "dimension.area": ("面积", "area"),
    "tier.A": ("A（常见）", "A (in most reports)"),
    "tier.B": ("B（较常见）", "B (in many reports)"),
    "tier.C": ("C（少见）", "C (in some reports)"),
}

# What ``fazhi show --why`` says, and the vocabularies of the output in words of people.
_WHY = {
    "why.metric": ("{id}  {text}  位置 {span}", "{id}  {text}  at {span}"),
    "why.turned_down": ("（不是指标）{text}  位置 {span}", "(no figure) {text}  at {span}"),
    "why.place": ("（不是指标）{text}  位置 {span}", "(no figure) {text}  at {span}"),
    "why.other_rules": (
        "注意：结果文件是用另一版程序或另外的规则提取的，以下按现在的规则说明。",
        "Note: the results were made with another version or other rules; what follows is said by the present ones.",
    ),
    "why.indicator": ("指标：{code} {name}", "indicator: {code} {name}"),
    "why.unbound": (
        "指标：无。没有规则的说法在它旁边成立",
        "indicator: none; no phrasing of a rule holds beside it",
    ),
    "why.miss.unit": (
        "接近的规则 {rule}“{say}”：量词不合，只用于 {words}",
        "near: {rule} {say!r}, but the unit does not fit; it takes {words}",
    ),
    "why.miss.word": (
        "接近的规则 {rule}“{say}”：分句中有“{words}”，不算",
        "near: {rule} {say!r}, but {words!r} in the clause rules it out",
    ),
    "why.words": ("依据的词语：{words}", "words: {words}"),
    "why.rule": ("规则：{rule}  {say}", "rule: {rule}  {say}"),
    "why.lent": ("自己没有说明，随 {id}（{text}）", "says nothing of its own; goes with {id} ({text})"),
    "why.attribute.cue": ("属性：{key} = {value}，因为“{words}”", "attribute: {key} = {value}, because of {words!r}"),
    "why.attribute.lent": ("属性：{key} = {value}，随 {id}", "attribute: {key} = {value}, as {id}"),
    "why.attribute.rule": (
        "属性：{key} = {value}，由说法确定",
        "attribute: {key} = {value}, by the phrasing or the list",
    ),
    "why.candidate": ("也可能是：{code} {name}", "might also be: {code} {name}"),
    "why.form.masked": ("数字在原文中被遮盖", "the digits are blanked out in the text"),
    "why.form.stated_none": ("原文写明没有，记为 0", "the text says that there is none: 0"),
    "why.form.in_words": ("没有数字，原文用文字说明是全部", "no digits: the text says in words that it is all"),
    "why.role": ("性质：{role}", "role: {role}"),
    "why.role.cue": ("性质：{role}，因为“{words}”", "role: {role}, because of {words!r}"),
    "why.scope": ("范围：{kind}（{words}）", "scope: {kind} ({words})"),
    "why.period": (
        "期间：{start} 至 {end}（句中没有日期，按报告年度）",
        "period: {start} to {end} (no date in the sentence)",
    ),
    "why.period.stated": ("期间：{start} 至 {end}（句中写明）", "period: {start} to {end} (stated in the sentence)"),
    "why.link.whole": ("是 {id} 的一部分", "a part of {id}"),
    "why.link.changed": ("是 {id} 的增减", "the change of {id}"),
    "why.link.later": ("是 {id} 以前的值", "the value before {id}"),
    "why.link.numerator": ("分子是 {id}", "numerator: {id}"),
    "why.link.denominator": ("分母是 {id}", "denominator: {id}"),
    "why.headline": ("列入汇总表", "goes into the table"),
    "why.date": ("是日期 {id}：{start} 至 {end}", "the date {id}: {start} to {end}"),
    "why.citation": ("在书名号《》中，是文件名", "the title of a document, in 《》"),
    "why.heading": ("是标题或条目 {id}", "the heading or item {id}"),
    "why.metadata": ("是发文信息（{field}）", "letterhead ({field})"),
    "role.actual": ("实际发生的数", "what happened"),
    "role.prior": ("以前的数", "an earlier value"),
    "role.change": ("增减", "growth or fall"),
    "role.target": ("目标或计划", "a target or plan"),
    "role.threshold": ("规定中的条件", "a condition in a rule"),
    "scope.own": ("本机关", "the issuer itself"),
    "scope.system": ("本系统或本地区全部", "the whole system or region"),
    "scope.region": ("其中一个地区", "one region"),
    "scope.unit": ("其中一个单位", "one unit"),
    "scope.campaign": ("一次专项行动", "one campaign"),
    "scope.objects": ("一类对象", "a group of objects"),
    "reason.title": ("在文件名《》中", "part of a document's title"),
    "reason.slogan": ("是提法或口号的一部分，不计数", "part of a slogan or set phrase; it counts nothing"),
    "reason.ordinal": ("是序数（第几），不计数", "an ordinal; it counts nothing"),
    "reason.marker": ("是标题或条目的序号", "the marker of a heading or item"),
    "reason.name": ("是名称的一部分", "part of a name"),
    "reason.document-number": ("在文号中", "part of a document number"),
    "reason.phone": ("是电话或热线号码", "a phone number or hotline"),
    "reason.idiom": ("是固定说法，不计数", "an idiom; it counts nothing"),
    "reason.page": ("是页码", "a page number"),
    "reason.other": (
        "不是在数什么（时间长短、几个方面、编号等）",
        "counts nothing (a length of time, aspects, an identifier …)",
    ),
    "doubt.unit-unusual": ("请核对：量词少见", "look twice: the unit is unusual"),
    "doubt.indicator-close": ("请核对：有两个指标几乎同样合适", "look twice: two indicators fitted nearly alike"),
    "doubt.subject-far": ("请核对：所说的事物离数字较远", "look twice: what it counts stands far from it"),
    "doubt.period-unclear": ("请核对：期间不明确", "look twice: the period is unclear"),
    "doubt.scope-unclear": ("请核对：范围不明确", "look twice: the scope is unclear"),
    "doubt.check-failed": ("请核对：与其他数字对不上", "look twice: it disagrees with other figures"),
    "doubt.list-uneven": ("请核对：并列的名称与数字个数不等", "look twice: a list has not as many names as numbers"),
}

_HELP = {
    "help.program": (
        "从法治政府建设年度报告中提取数据：章节、每个数字及其在原文中的位置、日期和发文信息。",
        "Extracts the figures of Chinese yearly rule-of-law reports: sections, every figure with its exact place "
        "in the text, dates and letterhead.",
    ),
    "help.program.epilog": (
        "每个命令的用法：fazhi 命令 --help。\nEnglish: fazhi --lang en --help, or set FAZHI_LANG=en.",
        "Each command explains itself: fazhi COMMAND --help.\n中文：fazhi --lang zh --help。",
    ),
    "help.lang": (
        "消息和帮助的语言：zh 或 en。默认 zh，也可用环境变量 FAZHI_LANG。",
        "Language of messages and help: zh or en. zh by default; also FAZHI_LANG.",
    ),
    "help.version": ("显示版本号。", "Print the version."),
    "help.help": ("显示这份帮助。", "Print this help."),
    "help.extract": (
        "读取报告，输出 JSON。",
        "Read reports and write JSON.",
    ),
    "help.extract.details": (
        "一份报告输出一个 JSON；多份或整个文件夹输出 JSON Lines，每行一份。文件夹会逐层读取其中的 .txt、.text、.md，"
        "跳过隐藏文件、~$ 开头的临时文件和 *_files 文件夹。",
        "One report gives one JSON document; several, or a folder, give JSON Lines, one report a line. In folders, "
        ".txt, .text and .md files are read at all depths; hidden files, ~$* and *_files folders are skipped.",
    ),
    "help.extract.epilog": (
        "例：\n  fazhi extract 报告.txt > 报告.json\n  fazhi extract 报告文件夹 -o 结果.jsonl\n"
        "  fazhi extract 报告文件夹 -o 结果/\n退出码：0 全部成功；1 有输入没有读成；2 用法有误；130 被中断。",
        "Examples:\n  fazhi extract report.txt > report.json\n  fazhi extract reports/ -o results.jsonl\n"
        "  fazhi extract reports/ -o results/\n"
        "Exit status: 0 all done; 1 an input could not be read; 2 wrong usage; 130 interrupted.",
    ),
    "help.extract.paths": (
        "报告文件、文件夹，或 - 表示标准输入。",
        "Report files, folders, or - for standard input.",
    ),
    "help.extract.output": (
        "写到 文件.json（一份）、文件.jsonl，或 文件夹/（每份一个 .json）。",
        "Write to FILE.json (one report), FILE.jsonl, or FOLDER/ (one .json per report).",
    ),
    "help.encoding": (
        "输入的编码，如 gb18030、big5。不写则自动判断。",
        "Encoding of the inputs, such as gb18030 or big5. Found out if not given.",
    ),
    "help.max_size": (
        "每份输入的最大字节数，可写 64M。默认 16M。",
        "Largest size of an input in bytes, such as 64M. 16M by default.",
    ),
    "help.extract.no_text": ("结果中不含报告全文。", "Leave the report's full text out of the result."),
    "help.extract.compact": (
        "每份写成一行；--indent 则缩进。默认：单份缩进，JSON Lines 一行。",
        "Write a report on one line; --indent to indent. By default a single report is indented.",
    ),
    "help.quiet": ("不显示进度和小结；错误照常显示。", "No summary; errors are still shown."),
    "help.show": (
        "在终端查看一份报告的结构、正文，或每个数字的依据。",
        "Show a report's structure or text, or why each figure is what it is.",
    ),
    "help.show.details": (
        "可读报告原文、fazhi extract 写出的 JSON 或 JSON Lines，或标准输入（-）。",
        "Reads a report itself, the JSON or JSON Lines that fazhi extract wrote, or standard input (-).",
    ),
    "help.show.epilog": (
        "例：\n  fazhi show 报告.txt --outline\n  fazhi show 报告.txt --why 743件\n  fazhi show 报告.json --why m27",
        "Examples:\n  fazhi show report.txt --outline\n  fazhi show report.txt --why 743件\n"
        "  fazhi show report.json --why m27",
    ),
    "help.show.file": ("报告、JSON、JSON Lines，或 -。", "A report, JSON, JSON Lines, or -."),
    "help.show.outline": ("章节树，带各节的数字个数。", "The tree of sections with their counts of figures."),
    "help.show.text": ("位置所指的正文，原样输出。", "The text that spans refer to, unchanged."),
    "help.show.which": (
        "只看一处：位置（从 0 数的字数）、文中的词语或数字，或编号（m27）。与 --why 一起用。",
        "One place alone: an offset, words or digits of the text, or an id (m27). Goes with --why.",
    ),
    "help.show.why": (
        "每个数字的依据：词语、规则、属性、性质和范围；不是指标的，说明理由。",
        "Why each figure is what it is: words, rule, attributes, role and scope; and why other numerals are no figures.",
    ),
    "help.check": ("核对报告中的数字是否前后一致。", "Check that a report's figures fit together."),
    "help.check.details": (
        "核对比率与分子分母、分项与总数、各环节的先后、罚没款与罚款和没收、同比增幅与基数、重复提及等，不符的排在前面。"
        "无法核对的不列出。读取报告原文或 fazhi extract 写出的 JSON、JSON Lines；后者的说明用提取时的语言。"
        "退出码：0 全部读成；1 有输入没有读成，或加了 --strict 而有属于“错误”的不符；2 用法有误。",
        "Rates and their parts, parts and totals, stages, fines and confiscations, growth and its base, what is said "
        "twice, and more; what disagrees comes first. What cannot be checked is left out. Reads reports, or what "
        "fazhi extract wrote (JSON, JSON Lines), whose sentences keep the language of the extraction. Exit status: "
        "0 all were read; 1 an input was not, or, with --strict, an error was found; 2 wrong usage.",
    ),
    "help.check.paths": (
        "报告、JSON、JSON Lines、文件夹，或 - 表示标准输入。",
        "Reports, JSON, JSON Lines, folders, or - for standard input.",
    ),
    "help.check.strict": (
        "有属于“错误”的不符时，退出码为 1。",
        "Exit with 1 where something of severity error disagrees.",
    ),
    "help.check.json": (
        "输出 JSON Lines，每份报告一行。",
        "Print JSON Lines, one report a line.",
    ),
    "help.rules_option": (
        "加载自己的规则文件，可写多次。不写则用 fazhi.toml 中的 rules。",
        "Load a rule file of your own; may be repeated. By default the rules of fazhi.toml.",
    ),
    "help.config": (
        "配置文件。默认为当前文件夹的 fazhi.toml（有则读取）。",
        "Configuration file. By default fazhi.toml in the working directory, where there is one.",
    ),
    "help.indicators": ("列出指标，或说明其中一个。", "List the indicators, or explain one."),
    "help.indicators.details": (
        "不写参数列出全部；写代码（penalty.cases）显示定义、量词、属性和说法；写前缀（penalty）或词语（复议）列出相符的。",
        "All without an argument; a code (penalty.cases) shows definition, units, attributes and phrasings; "
        "a prefix (penalty) or a word lists what fits.",
    ),
    "help.indicators.epilog": (
        "例：\n  fazhi indicators\n  fazhi indicators 复议\n  fazhi indicators penalty.cases --json",
        "Examples:\n  fazhi indicators\n  fazhi indicators review\n  fazhi indicators penalty.cases --json",
    ),
    "help.indicators.word": ("指标代码、前缀或词语。", "Code, prefix or word."),
    "help.indicators.json": ("输出 JSON。", "Print JSON."),
    "help.rules": ("自己的指标：新建、测试、建议、比较。", "Indicators of your own: write, test, find, compare."),
    "help.rules.details": (
        "规则文件是 TOML：指标的代码、名称、量词、说法和例句。用 --rules 或 fazhi.toml 中的 rules 加载。",
        "A rule file is TOML: codes, names, units, phrasings and examples. It is loaded with --rules, or with rules in "
        "fazhi.toml.",
    ),
    "help.rules.epilog": (
        "例：\n  fazhi rules suggest 报告文件夹 > 待选.toml\n  fazhi rules new my.toml\n  fazhi rules test my.toml\n"
        "  fazhi rules diff my.toml 报告文件夹\n  fazhi extract 报告文件夹 --rules my.toml -o 结果.jsonl",
        "Examples:\n  fazhi rules suggest reports/ > candidates.toml\n  fazhi rules new my.toml\n"
        "  fazhi rules test my.toml\n  fazhi rules diff my.toml reports/\n"
        "  fazhi extract reports/ --rules my.toml -o results.jsonl",
    ),
    "help.rules.folder": (
        "报告、JSON、JSON Lines、文件夹，或 - 表示标准输入。",
        "Reports, JSON, JSON Lines, folders, or - for standard input.",
    ),
    "help.rules.new": ("写一个带说明的规则文件，作为开头。", "Write a commented rule file to start from."),
    "help.rules.new.details": ("已有的文件不会被覆盖。", "An existing file is never overwritten."),
    "help.rules.new.file": ("新文件的名字，例如 my.toml。", "Name of the new file, such as my.toml."),
    "help.rules.test": ("用例句检查规则。", "Check rules by their examples."),
    "help.rules.test.details": (
        "每个例句都要得到所写的指标、值和量词，数字换成全角或汉字也一样；每个说法都要有例句；自己的规则不能改变内置例句的结果"
        "（被取代和停用的指标除外）。不写文件则检查内置规则。退出码：0 没有问题；1 有问题；2 规则文件有误。",
        "Every example must give its indicator, value and unit, in full-width digits and Chinese numerals too; every "
        "phrasing needs an example; rules of your own must not change what the package's examples give, those of "
        "replaced and disabled indicators aside. Without a file the package's own rules are checked. Exit status: "
        "0 nothing found; 1 something found; 2 a rule file is wrong.",
    ),
    "help.rules.test.files": ("规则文件；不写则检查内置规则。", "Rule files; the package's own if none is given."),
    "help.rules.suggest": (
        "把没有对应指标的数字按名称归组，写成规则草稿。",
        "List the figures without an indicator by name, as rules to complete.",
    ),
    "help.rules.suggest.details": (
        "输出可直接加载的规则文件，附例句和出处。增减幅度和规定中的条件不列。",
        "Prints a rule file that can be loaded as it is, with sentences and where they stand. Growth and the "
        "conditions of rules are left out.",
    ),
    "help.rules.diff": (
        "比较加上一个规则文件前后，哪些数字的指标变了。",
        "Show which figures a rule file gains, loses, or takes from a built-in indicator.",
    ),
    "help.rules.diff.details": (
        "每行一个数字，以制表符分隔：变化、原指标 → 新指标、数字、出处、句子；末行是小结。JSON 要带正文。",
        "One figure a line, parted by tabs: what happened, old → new indicator, the figure, its place, its sentence; "
        "the last line sums up. JSON must hold the text.",
    ),
    "help.rules.diff.file": ("规则文件。", "The rule file."),
    "help.schema": ("输出结果的 JSON Schema。", "Print the JSON Schema of the results."),
    "help.schema.output": ("写入文件。", "Write to a file."),
}

_HEADS = {
    "head.usage": ("用法", "Usage"),
    "head.arguments": ("参数", "Arguments"),
    "head.options": ("选项", "Options"),
    "head.commands": ("命令", "Commands"),
    "head.error": ("错误", "error"),
    "head.interrupted": ("已中断。", "Interrupted."),
    "extract.done": ("共 {total} 份：成功 {good}，失败 {bad}。", "{total} inputs: {good} done, {bad} failed."),
    "check.head": ("{path}：核对 {count} 项，不符 {bad} 项", "{path}: {count} checked, {bad} disagree"),
    "check.agrees": ("一致", "agrees"),
    "check.disagrees": ("不符", "disagrees"),
    "severity.error": ("错误", "error"),
    "severity.warning": ("警告", "warning"),
    "severity.info": ("提示", "info"),
    "outline.before": ("（标题之前）", "(before the first heading)"),
    "outline.untitled": ("（无标题）", "(untitled)"),
    "outline.figures": ("{count} 个数字", "{count} figures"),
}

MESSAGES: dict[str, tuple[str, str]] = {
    **_USAGE_ERRORS,
    **_READING_ERRORS,
    **_WRITING_ERRORS,
    **_CONFIG_ERRORS,
    **_RULE_ERRORS,
    **_REPORT_FILE_ERRORS,
    **_INTERNAL_ERRORS,
    **_NOTES,
    **_CHECKS,
    **_RULES,
    **_INDICATORS,
    **_WHY,
    **_HELP,
    **_HEADS,
}


def message(key: str, /, lang: str = "zh", **params: object) -> str:
    """The entry ``key`` in ``lang`` (``"zh"`` or ``"en"``) with its fields filled in.

    Raises ``KeyError`` for an unknown key or a missing field, and ``ValueError`` for an unknown language.
    """
    if lang not in LANGUAGES:
        raise ValueError(f"no messages in {lang!r}, only in {', '.join(LANGUAGES)}")
    return MESSAGES[key][LANGUAGES.index(lang)].format(**params)
