"""The guided first congress: a panel beside the page that sees by itself what was done."""
