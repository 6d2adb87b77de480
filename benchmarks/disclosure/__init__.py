"""What protection is worth: its safety, its cost beside the peers', its time: `python -m benchmarks.disclosure`.

All families are synthetic: nobody is counted in them. Nothing here imports `celosia.protect` or `celosia.disclosure` to judge:
the judge is a plain program of its own, which knows of ours only what a family and what somebody's knowledge of it are.
"""
