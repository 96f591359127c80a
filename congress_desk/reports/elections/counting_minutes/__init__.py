"""The minutes of the count (biên bản kiểm phiếu) of a round, section by section."""
