"""Mentions -> metrics: what is a figure, what it measures, what it is in its sentence."""
