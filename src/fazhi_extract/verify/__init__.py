"""A table that somebody else filled, held against the reports: whether each of its values stands there, and as what.

tables.py     a file -> grids of cells (records.py: the shapes that JSON comes in)
names.py      the words of a head or of a row's name -> what they mean (mapping.py: where the user says it)
layout.py     a grid -> which column is what
claims.py     a grid with its layout -> claims: a value, what it is said to be, whose and of which year
reports.py    reports -> bodies with their figures, and which row of the table is about which of them
numbers.py    when two numbers are the same, when one is the other rounded or in another scale
standing.py   how a figure with the same number stands to what a claim says it is
narrowing.py words in front of a figure that may narrow what it is about
sums.py       which figures a number is the sum, the difference or the share of
judge.py      a claim and its report -> a finding (referee.py: all of a table)
words.py      a finding in words
output.py     findings -> csv, json or workbook
"""
