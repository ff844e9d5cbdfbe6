"""Reading: from bytes to plain data in one spelling, with a place for everything."""
