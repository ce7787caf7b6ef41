"""The page of one visit: timeline, events, live ticket, findings, charting."""
