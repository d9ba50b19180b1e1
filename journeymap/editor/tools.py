"""The tools of the tool bar: with something fitting selected they act on it at once, else they wait for a click on the map."""

from PySide6.QtCore import QObject

from journeymap.editor.actions import Actions
from journeymap.editor.workspace import Workspace
from journeymap.model.structure import Link, Stage, Touchpoint

# action -> tool of the canvas
TOOLS: dict[str, str] = {
    "add-touchpoint": "touchpoint",
    "add-pain": "pain",
    "add-truth": "truth",
    "add-link": "link",
}


class Tools(QObject):
    """Keeps the checked action and the canvas's tool in step."""

    def __init__(self, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self._workspace: Workspace | None = None

    def attach(self, workspace: Workspace | None) -> None:
        """Serve another canvas."""
        self._workspace = workspace
        if workspace is not None:
            workspace.canvas.tool_changed.connect(self.show_tool)
        self.show_tool("select")

    def show_tool(self, tool: str) -> None:
        """Check the action of the tool that is in the hand."""
        for id, name in TOOLS.items():
            self._actions[id].setChecked(name == tool)

    def touchpoint(self) -> None:
        """A touchpoint in the selected place, or the tool for it."""
        if self._workspace is None:
            return
        if self._in_table("touchpoint"):
            return
        if self._selected(Touchpoint, Stage):
            self._at_once()
            self._workspace.canvas.add_touchpoint()
        else:
            self._toggle("touchpoint")

    def pain(self) -> None:
        """A pain point on what is selected, or the tool for it."""
        if self._workspace is None:
            return
        if self._in_table("pain"):
            return
        if self._selected(Touchpoint, Stage, Link):
            self._at_once()
            self._workspace.canvas.add_pain()
        else:
            self._toggle("pain")

    def truth(self) -> None:
        """A moment of truth on what is selected, or the tool for it."""
        if self._workspace is None:
            return
        if self._in_table("truth"):
            return
        if self._selected(Touchpoint, Stage):
            self._at_once()
            self._workspace.canvas.add_truth()
        else:
            self._toggle("truth")

    def link(self) -> None:
        """Link what is selected, or take the tool for it."""
        if self._workspace is None:
            return
        if self._in_table("link"):
            return
        if self._workspace.canvas.tool == "link":
            self._toggle("link")
        else:
            self._workspace.canvas.start_link()
            self.show_tool(self._workspace.canvas.tool)

    def _in_table(self, kind: str) -> bool:
        """Add the element in the table while that is shown."""
        if self._workspace is None or self._workspace.view != "table":
            return False
        self._workspace.table.add(kind)
        self.show_tool("select")
        return True

    def _selected(self, *classes: type) -> bool:
        if self._workspace is None:
            return False
        document = self._workspace.document
        marked = self._workspace.canvas.marked()
        return any(isinstance(document.journey.records.get(id), classes) for id in marked)

    def _at_once(self) -> None:
        if self._workspace is not None:
            self._workspace.canvas.set_tool("select")
        self.show_tool("select")

    def _toggle(self, tool: str) -> None:
        if self._workspace is None:
            return
        canvas = self._workspace.canvas
        canvas.set_tool("select" if canvas.tool == tool else tool)
        self.show_tool(canvas.tool)
        canvas.setFocus()
