"""From a candidate's votes to the sheets, on screen alone."""
