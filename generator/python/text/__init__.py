"""Text of the document, made safe to stand in what is printed."""
