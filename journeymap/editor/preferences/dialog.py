"""The preferences on one page. What concerns the look is shown at once, and taken back by Cancel."""

from dataclasses import replace

from babel import Locale
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from journeymap.editor.appearance import SYSTEM
from journeymap.editor.heat_bar import RAMP, ramp_icon
from journeymap.editor.preferences.choices import MOST_ANSWERS, Preferences, read, write
from journeymap.editor.preferences.logo_field import LogoField
from journeymap.editor.schemes import SCHEME_NAMES
from journeymap.editor.settings import Settings
from journeymap.editor.theme import scaled
from journeymap.editor.widgets.combo import ElidedCombo
from journeymap.editor.widgets.labels import TextLabel
from journeymap.language import N_, _, available
from journeymap.layout.palette import PALETTES
from journeymap.model.text import LINE_LIMIT

TEXT_SIZES = (90, 100, 110, 125, 150)
WIDTH, HEIGHT = 560, 640
NEXT_START = N_("The language changes when the program is started next.")


class PreferencesDialog(QDialog):
    """Alters the settings, and nothing else: whoever needs them listens to `Settings.changed`."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._before = read(settings)
        self.setObjectName("preferencesDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Preferences"))
        self._inside = QWidget()
        self._inside.setObjectName("inspectorForm")
        self._form = QFormLayout(self._inside)
        self._form.setContentsMargins(20, 16, 20, 16)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(10)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._look()
        self._scores()
        self._maps()
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._inside)
        self.note = TextLabel("", role="warning", wrap=True)
        self.note.setContentsMargins(20, 8, 20, 0)
        self.note.hide()
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.setContentsMargins(20, 8, 20, 16)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for widget, stretch in ((area, 1), (self.note, 0), (self.buttons, 0)):
            box.addWidget(widget, stretch)
        self._fit()
        self._show(self._before)
        for combo in (self.scheme, self.text_size):
            combo.activated.connect(self._preview)
        self.language.activated.connect(self._say_when)
        self.withhold.valueChanged.connect(self.tentative.setMinimum)

    def chosen(self) -> Preferences:
        """What the fields say."""
        return Preferences(
            language=str(self.language.currentData()),
            scheme=str(self.scheme.currentData()),
            text_size=int(self.text_size.currentData()),
            palette=str(self.palette_list.currentData()),
            withhold=self.withhold.value(),
            tentative=self.tentative.value(),
            author=self.author.text().strip(),
            footer=self.footer.text().strip(),
            logo=self.logo.data,
        )

    def accept(self) -> None:
        """Remember what was chosen."""
        write(self._settings, self.chosen())
        super().accept()

    def reject(self) -> None:
        """Everything as it was."""
        write(self._settings, self._before)
        super().reject()

    # -- the page

    def _look(self) -> None:
        self.language = self._list(
            [("", _("As the system")), *((code, Locale.parse(code).display_name or code) for code in available())]
        )
        self.scheme = self._list(
            [(SYSTEM, _("As the system")), *((name, _(text)) for name, text in SCHEME_NAMES.items())]
        )
        self.text_size = self._list([(size, _("{number} %").format(number=size)) for size in TEXT_SIZES])
        self._head(_("Window"))
        self._row(_("Language"), self.language)
        self._row(_("Colours"), self.scheme)
        self._row(_("Size of text"), self.text_size)

    def _scores(self) -> None:
        self.palette_list = self._list([(key, _(one.name)) for key, one in PALETTES.items()])
        self.palette_list.setIconSize(RAMP)
        for row, key in enumerate(PALETTES):
            self.palette_list.setItemIcon(row, ramp_icon(key))
        self.withhold, self.tentative = QSpinBox(), QSpinBox()
        for spin in (self.withhold, self.tentative):
            spin.setRange(1, MOST_ANSWERS)
            spin.setMinimumWidth(scaled(90))
        self._head(_("Scores"))
        self._row(_("Heat colours"), self.palette_list)
        self._row(_("Shown from so many answers on"), self._beside(self.withhold), self.withhold)
        self._row(_("Not hatched from so many on"), self._beside(self.tentative), self.tentative)

    def _maps(self) -> None:
        self.author, self.footer = QLineEdit(), QLineEdit()
        for line in (self.author, self.footer):
            line.setMaxLength(LINE_LIMIT)
        self.author.setPlaceholderText(_("who draws the maps"))
        self.footer.setPlaceholderText(_("e.g. your company, confidential"))
        self.logo = LogoField(self._settings)
        self.logo.refused.connect(self._refuse)
        self._head(_("Maps and exports"))
        self._row(_("Author of new maps"), self.author)
        self._row(_("Footer of pictures"), self.footer)
        self._row(_("Logo"), self.logo, self.logo.box.choose)

    def _head(self, text: str) -> None:
        label = TextLabel(text, role="strong")
        label.setContentsMargins(0, 8 if self._form.rowCount() else 0, 0, 0)
        self._form.addRow(label)

    def _row(self, text: str, widget: QWidget, field: QWidget | None = None) -> None:
        label = TextLabel(text, role="caption")
        label.setBuddy(field or widget)
        (field or widget).setAccessibleName(text)
        self._form.addRow(label, widget)

    def _list(self, entries: list[tuple[object, str]]) -> ElidedCombo:
        combo = ElidedCombo()
        for value, text in entries:
            combo.addItem(text, value)
        return combo

    def _beside(self, widget: QWidget) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(widget)
        row.addStretch(1)
        return whole

    def _show(self, preferences: Preferences) -> None:
        for combo, value in (
            (self.language, preferences.language),
            (self.scheme, preferences.scheme),
            (self.text_size, min(TEXT_SIZES, key=lambda size: abs(size - preferences.text_size))),
            (self.palette_list, preferences.palette),
        ):
            combo.setCurrentIndex(max(0, combo.findData(value)))
        self.tentative.setMinimum(preferences.withhold)
        self.withhold.setValue(preferences.withhold)
        self.tentative.setValue(preferences.tentative)
        self.author.setText(preferences.author)
        self.footer.setText(preferences.footer)
        self.logo.show_data(preferences.logo)

    def _fit(self) -> None:
        room = self.screen().availableGeometry()
        self.resize(min(scaled(WIDTH), room.width() - 40), min(scaled(HEIGHT), room.height() - 60))

    def _preview(self) -> None:
        now = self.chosen()
        write(self._settings, replace(self._before, scheme=now.scheme, text_size=now.text_size))
        self._fit()

    def _say_when(self) -> None:
        self._refuse(_(NEXT_START) if self.language.currentData() != self._before.language else "")

    def _refuse(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))
