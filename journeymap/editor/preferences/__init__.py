"""What a user sets once for all maps: language, look, colours, thresholds, and who signs the exports."""
