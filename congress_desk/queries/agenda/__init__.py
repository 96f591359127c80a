"""The programme and its script as screens and papers read them."""
