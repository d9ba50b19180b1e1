"""Which lanes the map shows below its channels, and lanes of one's own."""
