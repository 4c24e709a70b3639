"""How a text was laid out: which line ends end a paragraph, and what is page furniture.

Reports reach us clean (a paragraph a line), wrapped at a page's width, torn by a web page's markup (numbers on lines
of their own), or as one line. Every decision is taken from a line and its neighbours, so the work is linear.
"""

from fazhi_extract.layout.paragraphs import Layout, survey

__all__ = ["Layout", "survey"]
