"""What is said where a text asks for more than it may."""

NOTES: dict[str, tuple[str, str]] = {
    "N175": (
        "处理时间超过 {seconds:.0f} 秒：从这里起的 {count} 个数字没有确定指标，其他数字也没有从上下文推定指标。"
        "请把文件分成几份再提取。",
        "More than {seconds:.0f} seconds: the {count} figures from here on were given no indicator, and none was inferred "
        "from the context of the others. Divide the file and extract again.",
    ),
    "N176": (
        "数字、日期或引用太多（一份至多各 {most} 个），从这里起的 {count} 个没有处理。请把文件分成几份再提取。",
        "Too many figures, dates or citations (at most {most} of each): {count} from here on were left out. "
        "Divide the file and extract again.",
    ),
}
