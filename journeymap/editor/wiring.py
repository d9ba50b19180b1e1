"""Which method does what an action says, and what there is for actions to work on."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from journeymap.editor.document import Document
from journeymap.editor.settings import Settings
from journeymap.model.measures import Counts
from journeymap.model.other_version import OTHER_ID

if TYPE_CHECKING:
    from journeymap.editor.window import MainWindow


def handlers(window: "MainWindow") -> dict[str, Callable[..., object]]:
    """Action -> bound method."""
    files, edits, views = window.files, window.edits, window.views
    tools, exports = window.tools, window.exports
    return {
        "new": files.new,
        "open": files.open,
        "clear-recent": files.clear_recent,
        "save": files.save,
        "save-as": files.save_as,
        "save-template": window.template_commands.save,
        "close": files.close,
        "import-survey": window.surveys.ask,
        "export-png": exports.png,
        "export-actions": exports.actions,
        "export-xlsx": exports.xlsx,
        "quit": window.close,
        "undo": edits.undo,
        "redo": edits.redo,
        "cut": edits.cut,
        "copy": edits.copy,
        "paste": edits.paste,
        "duplicate": edits.duplicate,
        "delete": edits.delete,
        "rename": edits.rename,
        "select-all": edits.select_all,
        "preferences": window.preferences.ask,
        "find": window.search.finding.find,
        "find-next": window.search.finding.next,
        "find-previous": window.search.finding.previous,
        "replace": window.search.finding.replace,
        "palette": window.search.palette,
        "add-touchpoint": tools.touchpoint,
        "add-pain": tools.pain,
        "add-truth": tools.truth,
        "add-link": tools.link,
        "add-note": edits.add_note,
        "add-image": window.images.ask,
        "add-stage": edits.add_stage,
        "add-channel": edits.add_channel,
        "add-persona": edits.add_persona,
        "add-action": edits.add_action,
        "derive-version": window.versions.derive,
        "switch-version": window.versions.switch,
        "compare-versions": window.versions.compare,
        "discard-version": window.versions.discard,
        "properties": edits.properties,
        "zoom-in": views.zoom_in,
        "zoom-out": views.zoom_out,
        "zoom-actual": views.zoom_actual,
        "fit": views.fit,
        "fit-selection": views.fit_selection,
        "view-map": views.view_map,
        "view-table": views.view_table,
        "view-actions": views.view_actions,
        "focus": window.search.focus.open,
        "show-all": window.search.focus.show_all,
        "lanes-auto": window.lanes.as_needed,
        "lanes-blueprint": window.lanes.blueprint,
        "add-text-lane": window.lanes.add_text,
        "add-image-lane": window.lanes.add_image,
        "full-text": window.lanes.full_text,
        "card-marks": window.lanes.marks,
        "show-outline": views.show_outline,
        "show-inspector": views.show_inspector,
        "show-scores": views.show_scores,
        "full-screen": views.full_screen,
        "heat": views.heat,
        "import-notes": window.captures.import_notes,
        "capture": window.captures.show_box,
        "present": window.presents.present,
        "present-here": window.presents.present_from_here,
        "shortcuts": views.shortcuts,
        "about": views.about,
    }


def there(document: Document | None, settings: Settings) -> set[str]:
    """What there is, in the words of the table of actions (`needs`)."""
    found = {"recent"} if settings.recent() else set()
    if document is None:
        return found
    found.add("map")
    found.add("two-versions" if OTHER_ID in document.journey else "one-version")
    if document.selection:
        found.add("selection")
    if document.history.undo_label is not None:
        found.add("undo")
    if document.history.redo_label is not None:
        found.add("redo")
    if document.focus:
        found.add("focus")
    if document.journey.all(Counts):
        found.add("scores")
    return found
