"""Notes on tables inside reports."""

NOTES: dict[str, tuple[str, str]] = {
    "N170": (
        "这张表有的行比表头的格子多，列与表头对不上：只按行首的文字读数，没有套用列的表头。请核对原表（合并的单元格可能在复制时丢失）。",
        "Rows of this table have more cells than its head, so columns cannot be told: its figures are read by the heads of"
        " their rows alone. Compare with the original (merged cells may have been lost in copying).",
    ),
    "N171": (
        "表中有 {count} 个数没有单位：格内、表头和表题都没有写。数值照原样，unit 为空；金额不归入指标。",
        "{count} figures of this table have no unit: neither cell, heads nor caption name one. Values are as printed and"
        " unit is null; amounts of money are left without an indicator.",
    ),
}
