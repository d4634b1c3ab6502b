"""Made-up plans for the tests: one builder, and the worlds that several tests share."""
