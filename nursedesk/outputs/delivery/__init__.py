"""Handing a message to another system: a folder it looks into, or a connection it listens on."""
