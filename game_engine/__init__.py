"""Plays Baken's games. Standard library only: the same code runs under CPython and in the browser (Pyodide)."""
