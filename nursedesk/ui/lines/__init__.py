"""What else can be done to a line and to a chair: the menu that offers it and the short questions it asks."""
