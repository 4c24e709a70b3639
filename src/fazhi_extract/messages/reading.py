"""What the readers of web pages, Word files and PDFs say: errors (E22x, E25x) and notes (N15x)."""

ERRORS: dict[str, tuple[str, str]] = {
    "E220": (
        "{path}：读 {format} 文件需要 {library}，这里没有安装。请运行：pip install 'fazhi-extract[{extra}]'",
        "{path}: reading {format} files needs {library}, which is not installed. Run: pip install 'fazhi-extract[{extra}]'",
    ),
    "E221": (
        "{path}：这个 {format} 文件不完整或已损坏，读不出来。请重新取得文件，或用原来的程序打开后另存再试。",
        "{path}: this {format} file is incomplete or damaged. Get it anew, or open it in its own program and save it again.",
    ),
    "E222": (
        "{path}：文件有密码保护。请用密码打开，另存为没有密码的文件再试。",
        "{path}: the file is protected by a password. Open it with the password, save it without one, and try again.",
    ),
    "E223": (
        "{path}：这个 PDF 的 {pages} 页都没有文字，多半是扫描件。请先做文字识别（OCR），再用识别后的文件。",
        "{path}: none of the {pages} pages of this PDF has text; it is probably a scan. "
        "Run text recognition (OCR) first and give the result.",
    ),
    "E224": (
        "{path}：这个 PDF 的字体没有注明是哪些字，读出来是乱码。请改用 Word 或网页版，或先做文字识别（OCR）。",
        "{path}: the fonts of this PDF do not say which characters they show; its text is garbage. "
        "Use a Word file or the web page instead, or run text recognition (OCR).",
    ),
    "E225": (
        "{path}：有 {pages} 页，超过 {limit} 页。若确是一份报告，请加 --max-pages {pages}。",
        "{path}: {pages} pages, more than {limit}. If this is one report indeed, add --max-pages {pages}.",
    ),
    "E226": (
        "{path}：解压后超过 {limit}，可能是恶意文件。若确是一份报告，请加大 --max-size。",
        "{path}: unpacks to more than {limit} and may be hostile. If this is one report indeed, raise --max-size.",
    ),
    "E227": (
        "{path}：XML 中有文档类型声明（DTD），Word 文件里不该有，可能是恶意文件，没有读取。请用 Word 或 WPS 打开后另存再试。",
        "{path}: its XML declares a document type (DTD), which has no place in a Word file and may be hostile; "
        "it was not read. Open it in Word or WPS and save it again.",
    ),
    "E228": (
        "{path}：内容层层嵌套过深，不像正常的文件，没有读取。请用浏览器或 Word 打开，把正文另存为 .txt 再试。",
        "{path}: it is nested too deeply for a real file and was not read. "
        "Open it in a browser or in Word and save its text as .txt.",
    ),
    "E229": (
        "{path}：文件是空的（0 字节）。请重新取得文件。",
        "{path}: the file is empty (0 bytes). Get it anew.",
    ),
    "E230": (
        "{path}：读到 {seconds} 秒还没有读完。请加 --timeout，例如 --timeout {more}。",
        "{path}: not finished after {seconds} seconds. Add --timeout, such as --timeout {more}.",
    ),
    "E250": (
        "{path}：读 {format} 文件需要 LibreOffice，这里没有找到。请安装 LibreOffice，或用 Word、WPS 另存为 .docx 再试。",
        "{path}: reading {format} files needs LibreOffice, which was not found. Install LibreOffice, "
        "or save the file as .docx in Word or WPS.",
    ),
    "E251": (
        "{path}：转换超过 {seconds} 秒，已停止。请加 --timeout，例如 --timeout {more}，或用 Word、WPS 另存为 .docx。",
        "{path}: converting it took more than {seconds} seconds and was stopped. Add --timeout, such as --timeout {more}, "
        "or save the file as .docx in Word or WPS.",
    ),
    "E252": (
        "{path}：没有转换成功，文件可能已损坏或有密码。请用 Word 或 WPS 打开，另存为 .docx 再试。",
        "{path}: it could not be converted; the file may be damaged or have a password. "
        "Open it in Word or WPS and save it as .docx.",
    ),
}

NOTES: dict[str, tuple[str, str]] = {
    "N151": (
        "文件名以 {suffix} 结尾，内容是 {format}，已按内容读取。",
        "The file's name ends in {suffix}, but its content is {format}; it was read as that.",
    ),
    "N152": (
        "网页的导航、链接等 {count} 字不是正文，已略去。",
        "{count} characters of the page's navigation, links and the like are no part of the article and were left out.",
    ),
    "N153": (
        "没有认出网页的正文在哪里，保留了全部文字。",
        "Where the article stands on the page could not be told; all its text was kept.",
    ),
    "N154": (
        "PDF 的第 {pages} 页没有文字（可能是图片），其中的内容没有读到。",
        "Pages of the PDF without text (pictures, perhaps), which were not read: {pages}.",
    ),
    "N155": (
        "文件中有修订：按全部接受读取，略去删除的文字 {count} 处。",
        "The file has tracked changes: it was read as if all were accepted; {count} deletions were left out.",
    ),
    "N156": (
        "文件中有隐藏的文字 {count} 处，已略去。",
        "{count} pieces of hidden text were left out.",
    ),
}

HELP: dict[str, tuple[str, str]] = {
    "help.max_pages": ("PDF 最多读多少页。默认 1000。", "Most pages of a PDF. 1000 by default."),
}
