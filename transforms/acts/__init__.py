"""Acts: who demands, refuses, threatens ... what of whom; see find.py."""
