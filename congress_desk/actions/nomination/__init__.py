"""Acts on the way to the ballot: names with their source, votes on number and list, polls."""
