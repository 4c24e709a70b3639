"""The help texts, and the words of the command line's own pages."""

HELP: dict[str, tuple[str, str]] = {
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
        "一份报告输出一个 JSON；多份或整个文件夹输出 JSON Lines，每行一份。文件夹会逐层读取其中的文本、网页、Word 文件和 PDF，"
        "跳过隐藏文件、~$ 开头的临时文件和 *_files 文件夹。路径可用通配符，** 表示任意层。",
        "One report gives one JSON document; several, or a folder, give JSON Lines, one report a line. In folders, "
        "texts, web pages, Word files and PDFs are read at all depths; hidden files, ~$* and *_files folders are skipped. "
        "Paths may have wildcards; ** stands for any depth.",
    ),
    "help.extract.epilog": (
        "例：\n  fazhi extract 报告.txt > 报告.json\n  fazhi extract 报告文件夹 -o 结果.jsonl\n"
        "  fazhi extract 报告文件夹 -o 结果/ --resume\n  fazhi extract --list 清单.csv -o 结果.jsonl\n"
        "  fazhi extract 采集.xlsx --text 正文 -o 结果.jsonl\n退出码：0 全部成功；1 有输入没有读成；2 用法有误；130 被中断。",
        "Examples:\n  fazhi extract report.txt > report.json\n  fazhi extract reports/ -o results.jsonl\n"
        "  fazhi extract reports/ -o results/ --resume\n  fazhi extract --list list.csv -o results.jsonl\n"
        "  fazhi extract crawl.xlsx --text 正文 -o results.jsonl\n"
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
        "在终端查看一份报告：原文和数字、结构，或每个数字的依据。",
        "Show a report: its text with the figures, its structure, or why each figure is what it is.",
    ),
    "help.show.details": (
        "不写选项：先列不符的校验，再是原文，数字按类型着色，目标、上年数、排除的数字各有样式，最后是按领域的表；长了自动分页。"
        "输出到管道或文件时没有颜色：数字在【】中，排除的数字在〈〉中。"
        "可读报告原文、fazhi extract 写出的 JSON 或 JSON Lines，或标准输入（-）。",
        "Without an option: first what disagrees, then the text with its figures coloured by kind, plans, earlier values and "
        "numerals turned down told apart, then a table by domain; in a pager when long. Pipes and files get no colour: "
        "figures stand in 【】, numerals turned down in 〈〉. Reads a report itself, the JSON or JSON Lines that fazhi "
        "extract wrote, or standard input (-).",
    ),
    "help.show.epilog": (
        "例：\n  fazhi show 报告.txt\n  fazhi show 报告.txt --outline\n  fazhi show 报告.txt --why 743件\n"
        "  fazhi show 报告.json --why m27",
        "Examples:\n  fazhi show report.txt\n  fazhi show report.txt --outline\n  fazhi show report.txt --why 743件\n"
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

HEADS: dict[str, tuple[str, str]] = {
    "head.usage": ("用法", "Usage"),
    "head.arguments": ("参数", "Arguments"),
    "head.options": ("选项", "Options"),
    "head.commands": ("命令", "Commands"),
    "head.error": ("错误", "error"),
    "head.note": ("提示", "note"),
    "head.interrupted": ("已中断。", "Interrupted."),
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
