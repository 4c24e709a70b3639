"""Notes on where the issuer lies."""

NOTES: dict[str, tuple[str, str]] = {
    "N141": (
        "叫“{name}”的有 {count} 处（{places}），文中看不出是哪一处，region 留空。",
        "{count} places are called {name} ({places}); the text does not say which, so region is null.",
    ),
    "N142": (
        "行政区划表中没有“{name}”，region 不作推断。请核对地名。",
        "The table of administrative divisions has no {name}; region is not inferred. Check the name.",
    ),
}
