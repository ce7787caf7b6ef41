"""The station's real window on an X server of its own, worked through the server as a person's hands would."""
