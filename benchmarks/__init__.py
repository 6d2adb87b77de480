"""What a build costs, beside plain MkDocs Material on the same pages: `python -m benchmarks`. Everything here is invented."""
