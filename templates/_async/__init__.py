"""The client for asyncio and trio, and the source that the sync one is derived from."""
