"""The journal desk: who did what, when and why; before and after; codes from papers."""
