"""A made-up suite of twelve chairs in every state, written through the use cases with a clock that is given."""
