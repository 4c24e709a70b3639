"""What is said where the program meets its surroundings: Arrow batches, the shell's completion."""

ERRORS: dict[str, tuple[str, str]] = {
    "E235": (
        "输入缺少这些列：{columns}；现有的列：{there}。每行是一份报告，要有 name，以及 text（文字）或 bytes（文件内容）。"
        "请改列名，例如 SELECT path AS name, content AS bytes。",
        "The input lacks columns: {columns}; there are: {there}. Each row is a report with name, and text or bytes (a file's "
        "content). Rename columns, such as SELECT path AS name, content AS bytes.",
    ),
    "E236": (
        "keep 中的这些列与输出的列重名，或写了两次：{columns}。请在输入中另取一个名字。",
        "These columns of keep are named as columns of the output, or twice: {columns}. Rename them in the input.",
    ),
    "E237": (
        "{path}：“{head}”一列写的是“{value}”，不合要求。请改正（年度写四位数，日期写 2024-03-01），或改列名，不用这一列。",
        "{path}: column {head!r} holds {value!r}, which will not do. Mend it (a year has four digits, a date is written "
        "2024-03-01), or rename the column so that it is not used.",
    ),
}

WORDS: dict[str, tuple[str, str]] = {}

HELP: dict[str, tuple[str, str]] = {}
