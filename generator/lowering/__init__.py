"""Lowering: what the document means, as the records of `generator.ir`."""
