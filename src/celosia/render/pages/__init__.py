"""Each kind of page: what it is told, the unit that makes it, and the function that does. Pure."""
