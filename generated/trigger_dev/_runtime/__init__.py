# Copied from templates/_runtime/__init__.py. DO NOT EDIT: it is made anew.
"""What every generated client runs on: plain functions over data, and nothing that waits."""
