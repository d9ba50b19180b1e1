"""The .journey file: format, migrations, atomic save, recovery."""
