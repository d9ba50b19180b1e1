"""Charts of the scores panel; the only place that loads pyqtgraph, and only when there is something to draw."""
