"""Reading: bytes to plain data with places, overlays applied, references followed."""
