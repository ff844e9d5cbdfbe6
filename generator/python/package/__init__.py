"""What a package holds beside models and operations: names, servers, webhooks, seams and scopes."""
