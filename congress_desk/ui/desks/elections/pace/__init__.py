"""How long the entry of ballots takes: a plan before it, a forecast while it goes on."""
