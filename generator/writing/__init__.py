"""Writing: from views to formatted files on disk."""
