"""Acts on guests, letters and the rota of photographs and flowers."""
