"""Statements: who said what, in which words, when and where."""
