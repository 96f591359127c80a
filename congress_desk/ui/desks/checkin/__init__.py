"""The check-in desk: who comes in and goes out, at one door or at several."""
