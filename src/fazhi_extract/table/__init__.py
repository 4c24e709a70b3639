"""Reports as tables: long ones, a row for each figure, and the panel, a row for each issuer and year.

Reports come one by one and go out one by one; formats are told apart by the ending of the output's name.
"""

from fazhi_extract.table.collect import Collector, Options, Writer
from fazhi_extract.table.output import Output, open_writer
from fazhi_extract.table.panel import Panel
from fazhi_extract.table.sample import Draw
from fazhi_extract.table.sample_file import open_sample
from fazhi_extract.table.template import Template, read_template

__all__ = [
    "Collector",
    "Draw",
    "Options",
    "Output",
    "Panel",
    "Template",
    "Writer",
    "open_sample",
    "open_writer",
    "read_template",
]
