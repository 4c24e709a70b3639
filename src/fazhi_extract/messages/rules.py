"""What ``fazhi rules`` and ``fazhi indicators`` say."""

RULES: dict[str, tuple[str, str]] = {
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

INDICATORS: dict[str, tuple[str, str]] = {
    "indicators.code": ("代码", "code"),
    "indicators.name": ("名称", "name"),
    "indicators.tier": ("层级", "tier"),
    "indicators.dimension": ("量", "dimension"),
    "indicators.units": ("量词", "units"),
    "indicators.unitless": ("（也可没有量词）", "(or none)"),
    "indicators.not": ("不算", "not with"),
    "indicators.not_about": ("句子说的是这些时不算", "not in sentences about"),
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
