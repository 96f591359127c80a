"""Rows of elections to records, and back: lists, rounds, ballots, decisions, nominations."""
