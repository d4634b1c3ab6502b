"""Words for kinds, statuses, relations and reasons, in both languages."""
