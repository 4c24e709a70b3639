"""Text -> mentions: numerals, quantities, dates, citations, absences."""
