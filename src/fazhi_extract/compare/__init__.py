"""Two years side by side: what a figure was, what it is, and whether what is said of its growth fits.

figures.py   a report -> one reading per indicator: its figure, or why there is none to set beside another
sheet.py     a sheet of one's own -> the same
growth.py    growth computed, the base that a stated growth implies, and whether they agree
sides.py     which report of one side belongs to which of the other
rows.py      two readings -> a row with its findings
output.py    rows -> csv or workbook
"""

from fazhi_extract.compare.figures import Body, body_of
from fazhi_extract.compare.rows import Row, compare
from fazhi_extract.compare.sides import Sides, pair

__all__ = ["Body", "Row", "Sides", "body_of", "compare", "pair"]
