"""What the pages about many reports say."""

ERRORS: dict[str, tuple[str, str]] = {
    "E182": (
        "{path} 里已有别的东西，又不是以前做的网页。请另选一个文件夹。",
        "{path} holds other things, and no pages made before. Choose another folder.",
    ),
    "E181": (
        "{path} 里有输入 {input}。请为网页另选一个文件夹，以免覆盖输入，或下次把网页当作报告来读。",
        "{path} holds the input {input}. Choose another folder for the pages, so that no input is overwritten and no page is "
        "read as a report next time.",
    ),
}

WORDS: dict[str, tuple[str, str]] = {
    "site.title": ("法治政府建设年度报告数据", "Figures of yearly rule-of-law reports"),
    "site.noscript": (
        "这个页面要用 JavaScript 显示表格和图。各份报告的页面在 reports 文件夹里。",
        "This page needs JavaScript for its tables and charts. The pages of single reports are in the folder reports.",
    ),
    "site.done": (
        "已写入 {path}：{pages} 份报告的页面；{rows} 份列入汇总，{apart} 份未列入，{bad} 份没有读成。用浏览器打开 {index}。",
        "{path}: pages of {pages} reports; {rows} in the panel, {apart} left out, {bad} not read. Open {index} in a browser.",
    ),
    "site.unshown": (
        "{count} 份报告没有单独的页面，第一份的原因：{reason}",
        "{count} reports have no page of their own; why the first has none: {reason}",
    ),
    "site.skipped": (
        "{path} 里的 {count} 个文件没有当作报告读：它是网页的文件夹。",
        "{count} files in {path} were not read as reports: it is the folder of the pages.",
    ),
    "site.tabs": ("视图", "Views"),
    "site.tab.reports": ("报告", "Reports"),
    "site.tab.panel": ("汇总表", "Panel"),
    "site.tab.coverage": ("覆盖", "Coverage"),
    "site.tab.lines": ("走势", "Time lines"),
    "site.tab.about": ("说明", "Notes"),
    "site.sum.reports": ("{count} 份报告", "{count} reports"),
    "site.sum.issuers": ("{count} 个机关", "{count} issuers"),
    "site.sum.figures": ("{count} 个数字", "{count} figures"),
    "site.sum.doubts": ("{count} 个存疑", "{count} in doubt"),
    "site.sum.failed": ("{count} 项核对不符", "{count} failed checks"),
    "site.sum.unreadable": ("{count} 份没有读成", "not read: {count}"),
    "site.sum.duplicates": ("{count} 份重复", "duplicates: {count}"),
    "site.any": ("（全部）", "(all)"),
    "site.year": ("年度", "Year"),
    "site.type": ("机关类型", "Issuer type"),
    "site.status": ("处理结果", "Outcome"),
    "site.state": ("有这种格", "Has a cell that is"),
    "site.order": ("列的次序", "Columns"),
    "site.order.rules": ("按指标", "by indicator"),
    "site.order.full": ("有数最多的在前", "fullest first"),
    "site.legend": ("图例", "Legend"),
    "site.domain": ("领域", "Domain"),
    "site.filter.q": ("机关、地区、文件", "Issuer, region, file"),
    "site.filter.c": ("指标名称或代码", "Indicator, name or code"),
    "site.column.issuer": ("发文机关", "Issuer"),
    "site.about.issuer": ("发文机关；打开报告的页面。", "The issuer; opens the page of the report."),
    "site.column.year": ("年度", "Year"),
    "site.about.year": ("报告所说的年度。", "The year reported on."),
    "site.column.region": ("地区", "Region"),
    "site.about.region": ("省、市、县；看不出的为空。", "Province, city, county; empty where it is not known."),
    "site.column.level": ("级别", "Level"),
    "site.about.level": ("机关级别。", "Level of the issuer."),
    "site.column.figures": ("数字", "Figures"),
    "site.about.figures": ("报告中的数字个数。", "How many figures the report has."),
    "site.column.doubts": ("存疑", "In doubt"),
    "site.about.doubts": ("程序自己没有把握的数字个数。", "How many figures the program is not sure of."),
    "site.column.checks": ("核对", "Checks"),
    "site.about.checks": ("核对了多少项数字关系。", "How many relations between figures were tested."),
    "site.column.failed": ("不符", "Failed"),
    "site.about.failed": ("核对不符的项数。", "How many of them disagree."),
    "site.column.status": ("处理结果", "Outcome"),
    "site.about.status": ("列入汇总、重复、没有读成……", "In the panel, a duplicate, not read, …"),
    "site.column.path": ("文件", "File"),
    "site.about.path": ("输入的路径。", "Path of the input."),
    "site.column.said": ("原因", "Why"),
    "site.about.said": ("没有列入或没有读成的原因。", "Why it was left out or not read."),
    "site.count.reports": ("{count} / {all} 份", "{count} of {all} inputs"),
    "site.count.panel": ("{rows} / {all} 行，{columns} 列", "{rows} of {all} rows, {columns} columns"),
    "site.count.map": ("{rows} 行 × {columns} 列", "{rows} rows × {columns} columns"),
    "site.count.lines": ("{count} 张图", "{count} charts"),
    "site.nothing": ("（没有）", "(nothing)"),
    "site.mode": ("看什么", "Show"),
    "site.mode.all": ("指标个数：机关 × 年度", "Number of indicators: issuer × year"),
    "site.mode.indicator": ("一个指标：机关 × 年度", "One indicator: issuer × year"),
    "site.mode.year": ("一个年度：机关 × 指标", "One year: issuer × indicator"),
    "site.mode.issuer": ("一个机关：指标 × 年度", "One issuer: indicator × year"),
    "site.of.indicator": ("指标", "Indicator"),
    "site.of.year": ("年度", "Year"),
    "site.of.issuer": ("机关", "Issuer"),
    "site.coverage.count": ("{count} 个指标写明了数", "{count} indicators stated"),
    "site.coverage.columns": ("{count} 列有数", "{count} columns with a figure"),
    "site.coverage.apart": (
        "{count} 份没有读成，或看不出机关、年度，不在图上；见“报告”。",
        "{count} inputs were not read, or show no issuer or year, and are not on the map; see Reports.",
    ),
    "site.lines.indicator": ("一个指标，各机关", "One indicator, all issuers"),
    "site.lines.issuer": ("一个机关，各指标", "One issuer, all indicators"),
    "site.lines.about": (
        "只画写明的、单位相同的单一数值。相邻两年才连线，缺的年份断开，不插补；空心或虚线：另有说明（约数、别的期间、存疑）或两端状态不同。"
        "画不成的列在图下。纵轴都从 0 起（有负数的除外，0 也在轴上）。点一下看原句。",
        "Only single values of one unit are plotted. Years that follow each other are joined, missing ones are gaps and "
        "never filled in; hollow or dotted: there is more to say (about, another period, a doubt), or the states differ. What "
        "cannot be plotted is listed below its chart. Every scale begins at zero, or below it where values do. A click opens the "
        "sentence.",
    ),
    "site.noted": ("另有说明", "has a note"),
    "site.other.unit": ("别的单位或范围", "another unit, or a range"),
    "site.scale": ("画法", "Charts"),
    "site.scale.own": ("一个机关一张图", "one for each issuer"),
    "site.scale.same": ("一个机关一张图，纵轴统一", "one for each issuer, on one scale"),
    "site.scale.together": ("几个机关一张图", "several issuers in one"),
    "site.count.together": ("{count} 个机关", "{count} issuers"),
    "site.pick": ("画哪些机关（最多 {most} 个）", "Issuers to draw ({most} at most)"),
    "site.pick.none": ("请选机关。", "Choose an issuer."),
    "site.pick.others": (
        "另有 {count} 个机关没有可画的数，或单位不同。",
        "{count} more have no value to plot, or another unit.",
    ),
    "site.names": ("用过的名称：{names}", "Names that it had: {names}"),
    "site.detail": ("出处", "Evidence"),
    "site.close": ("关闭", "Close"),
    "site.open.report": ("打开报告", "Open the report"),
    "site.open.figure": ("在报告中查看 {metric}", "See {metric} in the report"),
    "site.definition": ("指标定义：", "Definition: "),
    "site.print.cut": (
        "前 {rows} 行，共 {all} 行。要打印其余的，请先筛选。",
        "The first {rows} of {all} rows. Filter to print the others.",
    ),
    "site.bound.about": ("约", "about"),
    "site.bound.at_least": ("至少", "at least"),
    "site.bound.over": ("超过", "over"),
    "site.bound.at_most": ("至多", "at most"),
    "site.bound.under": ("不足", "under"),
    "site.about.rules": ("怎样读这些数", "How to read the figures"),
    "site.about.text": (
        "每行一个发文机关的一个年度，每列一个指标（属性不同的分列）。格中是报告年度内、说的是发文机关全部工作的实际数；"
        "限定地区、单位、专项行动或对象的数，其中数，上年数，增减和计划都不作为全部工作的数。\n"
        "不求和、不取平均、不折算、不插补。只有部分数时全部照列；几个数互相不一致时全部照列，不挑选。\n"
        "金额除另有注明外以元计。同义的量词（件、宗、起）按指标统一；量词不同义时，数字后面注明。\n"
        "点一个格，看它的状态和原句；原句里的数字连到报告页面上的位置。角上有三角的格另有说明，红色的存疑。",
        "A row is an issuer and a year, a column an indicator with its attributes. The figure of a cell is an actual one of the "
        "reporting year about the whole of the issuer's work; figures about a region, a unit, a campaign or some objects, parts, "
        "earlier values, growth and plans do not stand for the whole.\n"
        "Nothing is summed, averaged, converted or filled in. Where there are only parts, all are listed; where figures disagree, "
        "all are listed and none is chosen.\n"
        "Money is in yuan unless said otherwise. Measure words of the same meaning (件, 宗, 起) are made one for each indicator; "
        "another measure word stands behind its number.\n"
        "A click on a cell shows its state and its sentence, whose figures lead to their place in the page of the report. A cell "
        "with a corner has a note; a red corner is a doubt.",
    ),
    "site.about.states": ("状态", "States"),
    "site.about.library": (
        "走势图用 uPlot 绘制（© Leon Sorokin，MIT 许可），它就在本页之内，不联网。",
        "The time lines are drawn by uPlot (© Leon Sorokin, MIT licence), which is part of this page; nothing is loaded.",
    ),
    "site.about.keys": ("键盘", "Keyboard"),
    "site.about.keys.text": (
        "Tab 进入表格，方向键、Home、End、PageUp、PageDown 移动，Enter 打开或排序，Esc 关闭出处，/ 到搜索框。地址栏记着所选的内容，可以收藏或转发。",
        "Tab enters a table; arrow keys, Home, End, PageUp and PageDown move, Enter opens or sorts, Esc closes the evidence, / goes "
        "to the search box. The address keeps what is chosen.",
    ),
    "site.about.indicators": ("指标", "Indicators"),
}
