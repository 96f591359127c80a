"""Guests and letters, what is arranged for each person, and the rota of photographs and flowers."""
