"""Releases: what changed since the last one, which version that asks for, and everything that goes out with it."""
