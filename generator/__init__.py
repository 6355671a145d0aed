"""Turns `content/` and `scenarios/` into the site: load, validate, link, check, render, build. Start at `pipeline.py`."""
