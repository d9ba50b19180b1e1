"""The commands about lanes, and a submenu that names all lanes of the open map."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from journeymap.editor.actions import Actions
from journeymap.editor.document import Document
from journeymap.editor.lanes.edits import add_lane, lane_name, show_blueprint, show_lane, show_lanes, shown_keys
from journeymap.editor.widgets.labels import no_mnemonic
from journeymap.editor.workspace import Workspace
from journeymap.language import N_
from journeymap.layout.lane_table import all_lanes
from journeymap.model.change import Change
from journeymap.model.structure import JOURNEY_ID, JourneyInfo

SHOW = N_("Show lanes")


class LaneCommands(QObject):
    """Work on the open map; without one they do nothing. Each is one Change."""

    def __init__(self, actions: Actions, menu: QMenu, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._menu = menu
        self._listed: list[QAction] = []
        # The lanes stand before the two commands that add one.
        self._before = actions["add-text-lane"]
        self._line = menu.insertSeparator(self._before)
        self.workspace: Workspace | None = None
        menu.aboutToShow.connect(self._list)

    def attach(self, workspace: Workspace | None) -> None:
        """Follow another map."""
        self.workspace = workspace
        if workspace is not None:
            workspace.document.changed.connect(self._changed)
        self.show_state()

    def as_needed(self) -> None:
        """Show the lanes that have something in them."""
        document = self._document()
        if document is not None:
            keys = set(shown_keys(document.journey)) if document.journey.info.lanes is None else None
            with document.edit(SHOW) as edit:
                show_lanes(document.journey, edit, keys)
        self.show_state()

    def blueprint(self) -> None:
        """Show the lanes of a service blueprint."""
        document = self._document()
        if document is not None:
            with document.edit(SHOW) as edit:
                show_blueprint(document.journey, edit)

    def add_text(self) -> None:
        """A text lane of one's own, its name ready to be typed."""
        self._add("text")

    def add_image(self) -> None:
        """An image lane of one's own."""
        self._add("image")

    def full_text(self, on: bool) -> None:
        """Let cards grow to hold all of their text, or not."""
        document = self._document()
        if document is not None:
            with document.edit(N_("Change text on cards")) as edit:
                edit.update(JOURNEY_ID, full_text=on)

    def marks(self, on: bool) -> None:
        """Show level of experience, senses and evidence on the cards, or not."""
        document = self._document()
        if document is not None:
            with document.edit(N_("Change marks on cards")) as edit:
                edit.update(JOURNEY_ID, marks=on)

    def show_state(self) -> None:
        """Check the actions that stand for what the map shows."""
        document = self._document()
        info = document.journey.info if document is not None else None
        self._actions["full-text"].setChecked(info is not None and info.full_text)
        self._actions["card-marks"].setChecked(info is not None and info.marks)
        self._actions["lanes-auto"].setChecked(info is not None and info.lanes is None)

    def _document(self) -> Document | None:
        return self.workspace.document if self.workspace is not None else None

    def _add(self, type: str) -> None:
        workspace = self.workspace
        if workspace is None:
            return
        with workspace.document.edit(N_("Add lane")) as edit:
            lane = add_lane(workspace.document.journey, edit, type)
        workspace.document.selection.set([lane.id])
        workspace.show_panel("inspector", True)
        workspace.inspector.edit_title()

    def _list(self) -> None:
        """Name the lanes of the map as it is now."""
        for action in self._listed:
            self._menu.removeAction(action)
            action.deleteLater()
        self._listed = []
        document = self._document()
        if document is None:
            return
        shown = shown_keys(document.journey)
        for spec in all_lanes(document.journey):
            action = QAction(no_mnemonic(lane_name(spec)), self._menu)
            action.setCheckable(True)
            action.setChecked(spec.key in shown)
            action.setData(spec.key)
            action.triggered.connect(self._toggled)
            self._menu.insertAction(self._line, action)
            self._listed.append(action)

    def _toggled(self, on: bool) -> None:
        action, document = self.sender(), self._document()
        if isinstance(action, QAction) and document is not None:
            with document.edit(SHOW) as edit:
                show_lane(document.journey, edit, str(action.data()), on)

    def _changed(self, change: Change) -> None:
        if any(isinstance(record, JourneyInfo) for record in change.records()):
            self.show_state()
