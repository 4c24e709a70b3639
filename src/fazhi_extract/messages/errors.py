"""What goes wrong: usage (E1xx), reading (E2xx), writing (E3xx), rule files (E4xx), reports as input (E5xx)."""

USAGE_ERRORS: dict[str, tuple[str, str]] = {
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
        "{line} 后面的 --outline（结构）、--text（正文）、--why（每个数字的依据）只能写一个；都不写则显示原文和数字。",
        "{line}: --outline (the structure), --text (the text) and --why (why each figure is what it is) do not go "
        "together; without any, the text is shown with its figures.",
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

CONFIG_ERRORS: dict[str, tuple[str, str]] = {
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

READING_ERRORS: dict[str, tuple[str, str]] = {
    "E201": ("{path}：找不到这个文件或文件夹。请检查路径。", "{path}: no such file or folder. Check the path."),
    "E202": (
        "{path}：没有读取权限。请检查文件的权限，或复制到自己的文件夹再试。",
        "{path}: no permission to read it. Check the file's permissions, or copy it to a folder of your own.",
    ),
    "E203": (
        "{path}：这是 {format} 文件，读不了。请用能打开它的程序另存为 .docx、.pdf 或 .txt（图片先做文字识别）再试。",
        "{path}: this is a {format} file, which cannot be read. Save it as .docx, .pdf or .txt in a program that opens it "
        "(run text recognition on pictures first).",
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
        "{path}：文件夹里没有报告（{suffixes}）。请检查路径，其他类型的文件请先另存为 .txt。",
        "{path}: no reports ({suffixes}) in this folder. Check the path; save other files as .txt first.",
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

WRITING_ERRORS: dict[str, tuple[str, str]] = {
    "E301": (
        "{path}：写入失败（{reason}）。请检查权限和磁盘空间，文件若在别的程序中打开请先关闭。",
        "{path}: cannot be written ({reason}). Check permissions and disk space; close it in other programs.",
    ),
}

RULE_ERRORS: dict[str, tuple[str, str]] = {
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

REPORT_FILE_ERRORS: dict[str, tuple[str, str]] = {
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

INTERNAL_ERRORS: dict[str, tuple[str, str]] = {
    "E901": (
        "{path}：程序内部出错（{reason}），这份报告没有结果。请把文件和这条消息报告给开发者。",
        "{path}: internal error ({reason}); there is no result for this report. "
        "Please send the file and this message to the developers.",
    ),
}
