"""NurseDesk: start and stop times at the infusion chair, and the charge ticket they make."""

__version__ = "0.1.0"
