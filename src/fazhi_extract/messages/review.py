"""What ``fazhi table --corrections`` says, and the columns that it adds."""

from fazhi_extract.messages import columns

ERRORS: dict[str, tuple[str, str]] = {
    "E538": (
        "{path}：文件夹里没有更正文件（.json）。在 fazhi page 写出的网页上核对，按“保存核对结果”，把存下的文件放进这个文件夹。",
        "{path}: no corrections (.json) in this folder. Review a page that fazhi page writes, save the review, "
        "and put the file here.",
    ),
    "E534": (
        "{path}：这份更正读不懂（{reason}），一处也没有采用。请用审阅页面重新保存，或按标注说明的格式改正。",
        "{path}: these corrections cannot be read ({reason}); none was applied. Save them again from the review page, or mend "
        "them as the annotation guide has it.",
    ),
    "E535": (
        "{path}：输入中没有它的报告 {file}，没有采用。请补上这份报告，或移走这份更正。",
        "{path}: its report, {file}, is not among the inputs; nothing was applied. Add the report, or take the file away.",
    ),
    "E536": (
        "{path}：它是按 {report} 的另一个版本更正的（不同处：{reason}），一处也没有采用。请用当时的文件，或重新审阅。",
        "{path}: it corrects another version of {report} (different: {reason}); none of it was applied. Use the file of that "
        "time, or review anew.",
    ),
    "E537": (
        "{path}：{report} 已有更正 {other}，两份都没有采用。请只留一份。",
        "{path}: there are corrections of {report} already, {other}; neither was applied. Keep one of them.",
    ),
}

NOTES: dict[str, tuple[str, str]] = {
    "N164": (
        "{path}：其中没有审阅过的数字，没有可采用的。",
        "{path}: nobody has reviewed anything in it; there is nothing to apply.",
    ),
}

WORDS: dict[str, tuple[str, str]] = {
    "review.done": (
        "更正：采用 {files} 份，确认 {confirmed}、改正 {corrected}、补充 {added}、剔除 {rejected} 个数字。",
        "Corrections: {files} files applied; {confirmed} figures confirmed, {corrected} corrected, {added} added, {rejected} "
        "rejected.",
    ),
    "review.cell.corrected": (
        "人工更正为 {person}，程序为 {machine}",
        "corrected by hand to {person}, {machine} by the program",
    ),
    "review.cell.added": ("人工补充", "added by hand"),
    "reviewed.confirmed": ("确认", "confirmed"),
    "reviewed.corrected": ("改正", "corrected"),
    "reviewed.added": ("补充", "added"),
    "reviewed.rejected": ("剔除", "rejected"),
}

_MACHINE = (
    "kind", "value", "value_to", "unit", "bound", "form", "role", "label", "indicator", "attributes", "scope", "scope_kind",
)  # fmt: skip

COLUMNS: dict[str, tuple[str, str]] = {
    "column.reviewed": ("审阅", "Reviewed"),
    "about.reviewed": (
        "confirmed 确认，corrected 改正，added 补充，rejected 剔除（不是指标，其余各列为空）；空：没有人看过。",
        "confirmed, corrected, added, or rejected (no figure: the columns of its meaning are empty); empty: nobody looked at it.",
    ),
    "column.review_note": ("审阅备注", "Review note"),
    "about.review_note": ("审阅的人写的话。", "Words of the person who reviewed it."),
    **{
        f"column.machine_{name}": tuple(  # type: ignore[misc]
            said.format(words)
            for said, words in zip(("程序的{}", "Program: {}"), columns.COLUMNS[f"column.{name}"], strict=True)
        )
        for name in _MACHINE
    },
    **{
        f"about.machine_{name}": (
            f"审阅以前，程序给出的{columns.COLUMNS[f'column.{name}'][0]}；没有审阅过和补充的为空。",
            f"What the program had in {name} before the review; empty where nobody looked and for added figures.",
        )
        for name in _MACHINE
    },
}

HELP: dict[str, tuple[str, str]] = {
    "help.table.corrections": (
        "采用这个文件夹（或文件）中的更正，即审阅页面保存的 JSON。程序原来的值留在明细的 machine_ 各列。",
        "Apply the corrections in this folder (or file): JSON that a review page saved. The program's own values stay beside "
        "them, in the machine_ columns of the figures.",
    ),
}
