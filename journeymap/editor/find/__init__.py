"""Find and replace in all texts of a map."""
