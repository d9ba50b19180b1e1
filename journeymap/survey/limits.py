"""How much of a file is read at most, so that a crafted one can't take the program down."""

MAX_BYTES = 150_000_000
MAX_ROWS = 1_000_000
MAX_COLUMNS = 2_000
MAX_CELLS = 20_000_000
CELL_LINES = 1_000  # a cell over more lines than this is an unclosed quote
