"""The charge ticket on paper: a pure model of the form (`sheet`), and the painter that puts it on any page."""
