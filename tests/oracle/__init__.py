"""A second coder, written from the rules alone, that the program's is compared with."""
