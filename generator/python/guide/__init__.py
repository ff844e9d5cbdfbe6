"""What users read: the README and API.md of a package, and the snippets in them."""
