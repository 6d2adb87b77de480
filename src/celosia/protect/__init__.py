"""From a confidential table to tables that are safe to publish. Imported by the command line alone."""
