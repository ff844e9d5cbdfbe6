"""What the client knows about each operation: data only, one module for each resource."""
