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
    "E238": (
        "没有 {shell} 这种 shell 的补全，支持的有：{shells}。请在其中一种里运行，或写明：SHELL=bash fazhi {option}。",
        "There is no completion for the shell {shell}, only for {shells}. Run this in one of them, or name it: "
        "SHELL=bash fazhi {option}.",
    ),
}

WORDS: dict[str, tuple[str, str]] = {
    "completion.installed": (
        "{shell} 的补全已装好：{path}。新开的终端中有效。",
        "Completion for {shell} is installed in {path}. It holds in terminals opened from now on.",
    ),
}

HELP: dict[str, tuple[str, str]] = {
    "help.install_completion": (
        "为当前的 shell 装上 Tab 补全（bash、zsh、fish、PowerShell）。",
        "Install Tab completion for the current shell (bash, zsh, fish, PowerShell).",
    ),
    "help.show_completion": (
        "显示当前 shell 的补全脚本，供自行安装。",
        "Print the completion script of the current shell, to install it by hand.",
    ),
}
