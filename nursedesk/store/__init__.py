"""The ledger on disk: the only SQL in the house."""
