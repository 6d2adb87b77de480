"""What the search knows: an entry for each thing that can be found, and the index as scripts that a browser asks for. Pure."""
