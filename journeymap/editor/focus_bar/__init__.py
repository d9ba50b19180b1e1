"""The focus: what the window looks at more closely, chosen in a sheet and said in a thin bar."""
