"""What ``extract`` says when many reports go through it: usage, inputs, outputs, notes, progress."""

ERRORS: dict[str, tuple[str, str]] = {
    "E141": (
        "--resume 要与 -o 一起用，不能与 --rows 一起用：接着做，先要有做到一半的报告。请写 -o 结果.jsonl 或 -o 文件夹/。",
        "--resume goes with -o and not with --rows: there must be reports to go on from. Write -o RESULTS.jsonl or "
        "-o FOLDER/.",
    ),
    "E142": (
        "选项 {option} 的值“{value}”不对。请写大于 0 的数，例如 {option} {example}。",
        "{option}: {value!r} will not do. Write a number above 0, such as {option} {example}.",
    ),
    "E143": (
        "{path}：清单里没有路径这一列。请把那一列的标题写成 path 或“路径”；现有的列：{heads}。",
        "{path}: the list has no column of paths. Call it path; there are: {heads}.",
    ),
    "E144": (
        "{path}：没有“{column}”这一列。请用 --text 写出正文所在的列；现有的列：{heads}。",
        "{path}: there is no column {column!r}. Name the column of the texts with --text; there are: {heads}.",
    ),
    "E145": (
        "{path}：不是表格，不能用 --text。请给出 .csv、.tsv 或 .xlsx 文件，或去掉 --text。",
        "{path}: --text is for tables. Give a .csv, .tsv or .xlsx file, or leave --text out.",
    ),
    "E146": (
        "{path}：读不了这份清单（{reason}）。请检查路径，并另存为 CSV（UTF-8）再试。",
        "{path}: the list cannot be read ({reason}). Check the path, save it as CSV (UTF-8), and try again.",
    ),
    "E147": (
        "{path}：读 Excel 文件要另装一个库。请运行 pip install 'fazhi-extract[xlsx]'，或另存为 CSV（UTF-8）。",
        "{path}: workbooks need one more library. Run pip install 'fazhi-extract[xlsx]', or save the table as CSV (UTF-8).",
    ),
    "E148": (
        "{path} 正由另一个 fazhi 写入。请等它做完，或用 -o 另取一个名字。",
        "{path} is being written by another fazhi. Wait for it to end, or choose another name with -o.",
    ),
    "E240": (
        "{path}：文件夹里没有符合 --include、--exclude 的文件。请检查这两个选项。",
        "{path}: no file in this folder passes --include and --exclude. Check the two options.",
    ),
    "E241": (
        "{path}：没有与之相符的文件。请检查路径和通配符（* ? [] **）。",
        "{path}: no file fits. Check the path and its wildcards (* ? [] **).",
    ),
    "E242": (
        "{path}：处理这份报告的进程意外中止，这份没有结果。内存可能不够：请减小 --jobs，加 --resume 再试；仍不行请报告给开发者。",
        "{path}: the process at work on this report died; there is no result for it. Memory may be short: try again with "
        "--resume and fewer --jobs; if that does not help, send the file to the developers.",
    ),
    "E243": (
        "{path}：超过 {seconds} 秒仍未处理完，这份没有结果。请加大 --timeout，加 --resume 再试。",
        "{path}: not done within {seconds} seconds; there is no result for it. Try again with --resume and a longer --timeout.",
    ),
    "E244": (
        "{path}：清单 {list} 第 {line} 行的“{head}”写的是“{value}”，不合要求。请改正这一格（年度写四位数，日期写 2024-03-01）。",
        "{path}: in row {line} of {list}, {head!r} is {value!r}, which will not do. Mend this cell (a year has four "
        "digits, a date is written 2024-03-01).",
    ),
    "E245": (
        "{path}：读不了这个表格（{reason}）。请打开后另存为 .xlsx 或 CSV（UTF-8）再试。",
        "{path}: the table cannot be read ({reason}). Open it, save it as .xlsx or CSV (UTF-8), and try again.",
    ),
    "E246": (
        "{path}：这一行的“{column}”是空的，没有正文。请补上，或删去这一行。",
        "{path}: {column!r} is empty in this row, so there is no text. Fill it in, or delete the row.",
    ),
    "E311": (
        "{path}：经由链接到了输出文件夹之外，没有写入。请删去这个链接，或用 -o 另取文件夹。",
        "{path}: a link leads out of the output folder; nothing was written. Remove the link, or choose another folder "
        "with -o.",
    ),
    "E312": (
        "处理报告的进程一再中止，无法继续。请用 --jobs 1 再试；已完成的可加 --resume 接着做。",
        "The processes at work died again and again. Try --jobs 1; what is done is kept with --resume.",
    ),
}

NOTES: dict[str, tuple[str, str]] = {
    "N120": (
        "这份文字不像法治政府建设年度报告，不列入汇总。",
        "This text does not look like a yearly report on the rule of law; it stays out of the panel.",
    ),
    "N121": (
        "与 {path} 正文相同，不列入汇总。",
        "Its text is that of {path}; it stays out of the panel.",
    ),
    "N122": (
        "与 {path} 发文机关和年度相同而正文不同，请核对以哪一份为准；这一份不列入汇总。",
        "It has the issuer and year of {path} and another text; see which of them holds. This one stays out of the panel.",
    ),
    "N123": (
        "{field}按清单取“{given}”，正文写的是“{read}”。",
        "The {field} is {given!r} by the list; the text says {read!r}.",
    ),
    "N124": (
        "这一格有 {count} 字，已到表格软件一格的上限，后面的正文可能已丢失。",
        "The cell has {count} characters, as many as a workbook's cell can hold; the rest of the text may be lost.",
    ),
    "given.issuer": ("发文机关", "issuer"),
    "given.reporting_year": ("年度", "year"),
    "given.title": ("标题", "title"),
}

WORDS: dict[str, tuple[str, str]] = {
    "extract.done": ("共 {total} 份：成功 {good}，失败 {bad}", "{total} inputs: {good} done, {bad} failed"),
    "extract.kept": ("，其中 {count} 份沿用上次的结果", ", {count} of them kept from an earlier run"),
    "extract.codes": ("（原因：{codes}）", " (by reason: {codes})"),
    "extract.twins": ("；重复 {count} 份", "; {count} duplicates"),
    "extract.others": ("；不像年度报告 {count} 份", "; {count} do not look like yearly reports"),
    "extract.sum": ("{words}。用时 {time}。", "{words}. Time: {time}."),
    "extract.rate": ("{rate} 份/秒", "{rate}/s"),
    "extract.left": ("剩 {time}", "{time} left"),
    "extract.failures": ("失败 {count}", "{count} failed"),
    "extract.stopped": (
        "有一份失败，按 --fail-fast 停在这里：{done} / {total}。",
        "One failed; stopped there (--fail-fast): {done} of {total}.",
    ),
    "extract.part": (
        "已完成的留在 {path}；再运行一次并加 --resume，即可接着做。",
        "What is done stays in {path}; run it again with --resume to go on.",
    ),
    "extract.columns": (
        "{path}：这些列没有用到：{heads}。",
        "{path}: columns that are not used: {heads}.",
    ),
}

HELP: dict[str, tuple[str, str]] = {
    "help.extract.jobs": (
        "同时处理几份（进程数）。默认为处理器的核数；输入很少时不另开进程。",
        "How many reports at a time, in as many processes. By default the machine's cores; few inputs get no processes "
        "of their own.",
    ),
    "help.extract.resume": (
        "接着上次做：输入、规则、版本和选项都没变的沿用，其余重做（失败的也重做）。中断后、补充报告后都可用。",
        "Go on from an earlier run: results whose input, rules, version and options are the same are kept, all else is "
        "made anew, failures too. For runs that were broken off, and for folders that have grown.",
    ),
    "help.extract.fail_fast": (
        "有一份失败就停下。默认做完其余的。",
        "Stop at the first failure. By default the others go on.",
    ),
    "help.extract.timeout": (
        "每份最多用多少秒，超过的算失败。不写则只限读 PDF 和由 LibreOffice 转换的时间（120 秒）。",
        "Seconds that a report may take; beyond that it has failed. By default only the reading of PDFs, and of what "
        "LibreOffice converts, is limited (120).",
    ),
    "help.extract.include": (
        "文件夹和通配符中只取名称相符的文件，如 '*2023*'；可写多次。带 / 的与文件夹以下的路径相比。",
        "Of folders and wildcards, only files with such names, such as '*2023*'; may be repeated. With a /, the path "
        "below the folder is compared.",
    ),
    "help.extract.exclude": (
        "文件夹和通配符中不取名称相符的文件和文件夹；可写多次。",
        "Of folders and wildcards, no files and folders with such names; may be repeated.",
    ),
    "help.extract.list": (
        "CSV 或 Excel 清单：path（路径，从清单所在的文件夹算起）一列，另可有 issuer、year、region、url、retrieved、title，"
        "优先于正文所写；列名也可用中文，如 发文机关、年度。",
        "A list (CSV or workbook) with a column path, seen from the list's own folder, and any of issuer, year, region, "
        "url, retrieved, title, which go before what the text says.",
    ),
    "help.extract.text": (
        "输入是表格（csv、xlsx），每行一份报告，正文在这一列；其余列的用法同 --list。",
        "The inputs are tables (csv, xlsx) with a report in each row, the text in this column; other columns as in --list.",
    ),
}
