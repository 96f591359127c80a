"""The one place where this computer's choices are made: looks, sounds, folders, what is kept."""
