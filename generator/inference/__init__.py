"""Inference: what a document means beyond what it states; every conclusion keeps its evidence."""
