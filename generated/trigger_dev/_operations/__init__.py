# Copied from templates/_operations/__init__.py. DO NOT EDIT: it is made anew.
"""What the client knows about each operation: data only, one module for each resource."""
