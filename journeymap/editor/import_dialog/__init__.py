"""The dialog that loads a survey file into the map."""

from journeymap.editor.import_dialog.dialog import ImportDialog

__all__ = ["ImportDialog"]
