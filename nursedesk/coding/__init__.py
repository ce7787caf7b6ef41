"""What may be charged for what happened: pure functions from an encounter to a charge ticket."""
