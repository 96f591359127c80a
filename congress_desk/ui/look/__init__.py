"""How the window looks and sounds: theme, tokens, icons, sounds, words of Qt."""
