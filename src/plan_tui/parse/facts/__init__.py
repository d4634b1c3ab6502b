"""Dates, targets, quantities and KPI statuses: pure grammars over clean text."""
