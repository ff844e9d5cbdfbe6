"""Types in Python: how they are spelled, and the models and dictionaries that they become."""
