"""Turns `content/` and `scenarios/` into the site: load, validate, link, check, render, build.

Read `pipeline.py` first.
"""
