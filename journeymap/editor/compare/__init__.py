"""As-is and to-be: derive, switch, and what differs, listed and drawn."""
