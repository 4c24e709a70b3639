"""One report as one web page that needs nothing else: the text with its figures, and a review of them.

``render(report)`` gives the page. A figure of it is addressed by ``PAGE#m=<metric id>``, a place by
``PAGE#at=<start>-<end>`` (offsets of code points in ``source.text``).
"""

from fazhi_extract.page.data import Why, page_data
from fazhi_extract.page.document import page_name, render

__all__ = ["Why", "page_data", "page_name", "render"]
