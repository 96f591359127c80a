"""The palette: type a few letters, go there or do it, without the mouse."""
