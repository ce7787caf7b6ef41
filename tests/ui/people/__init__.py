"""Tests of the people page and what asks who somebody is."""
