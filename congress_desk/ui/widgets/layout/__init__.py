"""How a page is laid out: head, body that scrolls, parts beside each other, nothing there yet."""
