"""The measures of a map, in map units (one unit is a pixel at 100 %)."""

MARGIN = 18.0
TITLE_HEIGHT = 104.0

LABEL_WIDTH = 150.0  # the channels' names, before the first stage
LEAST_WIDTH = 900.0  # of a map without stages
STAGE_GAP = 6.0
STAGE_PAD = 16.0
LEAST_COLUMNS = 2
HEADER_TOP = 4.0
HEADER_HEIGHT = 72.0
ARROW = 16.0  # how far a header's point reaches
ROWS_TOP = 24.0
ROWS_BOTTOM = 12.0  # links that loop back below the last row

CARD_WIDTH = 166.0
CARD_HEIGHT = 88.0
COLUMN_GAP = 38.0
CARD_TOP = 14.0
CARD_BOTTOM = 10.0
STACK_GAP = 20.0

EMOTION_HEIGHT = 188.0
CHIP_HEIGHT = 30.0
CHIP_GAP = 6.0
LANE_TOP = 8.0
LANE_BOTTOM = 12.0
BODY_PAD = 12.0
LEGEND_HEIGHT = 66.0
FOOTER_HEIGHT = 46.0
LOGO_HEIGHT, LOGO_WIDTH = 30.0, 180.0  # at most
LANE_LEAST = 46.0
LINE_HEIGHT = 26.0
IMAGE_HEIGHT = 120.0
MARKS_HEIGHT = 20.0
NOTE_PAD = 10.0
