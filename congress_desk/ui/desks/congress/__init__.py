"""The congress desk: details, state, D, organs, programme and election rules."""
