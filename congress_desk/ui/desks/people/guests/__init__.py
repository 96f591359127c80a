"""Guests and letters, and the rota of photographs and flowers: shown once they are asked for."""
