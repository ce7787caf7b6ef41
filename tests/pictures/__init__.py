"""Pictures of every page, dialog and state of the desk."""
