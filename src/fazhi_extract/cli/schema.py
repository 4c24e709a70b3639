"""``fazhi schema``: the JSON Schema of what ``extract`` writes."""

from __future__ import annotations

from typing import Annotated

import typer

from fazhi_extract.cli.console import Console
from fazhi_extract.cli.usage import Lang, no_more_arguments
from fazhi_extract.write import write_whole


def schema(
    context: typer.Context,
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="help.schema.output")] = None,
    lang: Lang = None,
) -> None:
    """Prints the schema, or writes it to a file."""
    from fazhi_extract.model.schema import schema_json

    no_more_arguments(context)
    data = schema_json().encode()
    if output is None:
        console: Console = context.obj
        console.write(data)
    else:
        with write_whole(output) as file:
            file.write(data)
