"""The thirty bad inputs, wherever each can come in: the sentence a person reads, and that nothing is lost."""
