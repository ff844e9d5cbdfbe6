"""`python -m generator` is the program `oasmith`."""

from generator.cli import run

run()
