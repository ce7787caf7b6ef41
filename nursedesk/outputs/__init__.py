"""What leaves the desk: paper, files, pictures and the words on them."""
