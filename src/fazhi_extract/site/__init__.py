"""A folder of web pages about many reports: an index with their panel, coverage and time lines, and a page for each.

Everything works from ``file://`` and asks nothing of any network. Reports come one by one; memory holds a line about each.
"""

from fazhi_extract.site.collect import Site
from fazhi_extract.site.placing import check_target, open_site

__all__ = ["Site", "check_target", "open_site"]
