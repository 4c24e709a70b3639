"""Loads, validates and compiles the rules."""
