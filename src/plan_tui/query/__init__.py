"""Queries as they are typed: words and filters, what they mean, and what they let through."""
