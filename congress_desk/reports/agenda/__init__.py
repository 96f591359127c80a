"""Papers of the programme: the printed programme and the script of the chair."""
