"""Records, the Change, the Journey that holds them, its rules, and what users do to it. Imports nothing of ours."""
