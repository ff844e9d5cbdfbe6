"""Reports: what a person or another tool is told about a run."""
