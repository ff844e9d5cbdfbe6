# Copied from templates/_async/__init__.py. DO NOT EDIT: it is made anew.
"""The client for asyncio and trio, and the source that the sync one is derived from."""
