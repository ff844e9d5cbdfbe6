"""What every generated client runs on: plain functions over data, and nothing that waits."""
