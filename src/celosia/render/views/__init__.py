"""What each kind of page shows, as typed values: a template reads them and does nothing else. Pure."""
