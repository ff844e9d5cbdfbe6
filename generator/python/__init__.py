"""Python: names, annotations and every printed string; nothing here reads the document."""
