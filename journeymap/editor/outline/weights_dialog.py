"""How much each part of the ranking counts: four sliders that make 100 % together."""

from dataclasses import astuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QSlider, QVBoxLayout, QWidget

from journeymap.editor.outline.advice import Advice
from journeymap.editor.outline.weights import WHOLE, balanced
from journeymap.editor.widgets.labels import TextLabel
from journeymap.language import _
from journeymap.survey.display import percent
from journeymap.survey.fix_first import PARTS, Weights
from journeymap.survey.fix_first_words import PART_NAMES


class WeightsDialog(QDialog):
    """The ranking follows every move of a slider; Cancel puts it back as it was."""

    def __init__(self, advice: Advice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._advice = advice
        self._before = advice.weights
        self.setObjectName("weightsDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(_("Fix first: weights"))
        self.setMinimumWidth(540)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(14)
        about = _("Each touchpoint gets the weighted mean of these four, 0 to 1. What is not known of it is left out.")
        box.addWidget(TextLabel(about, role="muted", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        self.sliders: list[QSlider] = []
        self.shown: list[TextLabel] = []
        for row, name in enumerate(PARTS):
            title = _(PART_NAMES[name])
            slider = QSlider(Qt.Orientation.Horizontal)
            slider.setRange(0, WHOLE)
            slider.setPageStep(10)
            slider.setAccessibleName(title)
            slider.valueChanged.connect(self._moved)
            label = TextLabel(title)
            label.setBuddy(slider)
            value = TextLabel()
            value.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            value.setMinimumWidth(52)
            for column, widget in enumerate((label, slider, value)):
                grid.addWidget(widget, row, column)
            self.sliders.append(slider)
            self.shown.append(value)
        self.sum = TextLabel(role="strong")
        self.sum.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        grid.addWidget(TextLabel(_("Together"), role="strong"), len(PARTS), 0)
        grid.addWidget(self.sum, len(PARTS), 2)
        box.addLayout(grid)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel | standard.RestoreDefaults)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.buttons.button(standard.RestoreDefaults).clicked.connect(self._usual)
        box.addWidget(self.buttons)
        self._show(list(astuple(self._before)))

    def reject(self) -> None:
        """The weights as they were."""
        self._advice.set_weights(self._before)
        super().reject()

    def _moved(self, value: int) -> None:
        place = next(place for place, slider in enumerate(self.sliders) if slider is self.sender())
        before = list(astuple(self._advice.weights))
        self._show(balanced(before, place, value))

    def _usual(self) -> None:
        self._show(list(astuple(Weights())))

    def _show(self, values: list[int]) -> None:
        for slider, label, value in zip(self.sliders, self.shown, values, strict=True):
            slider.blockSignals(True)
            slider.setValue(value)
            slider.blockSignals(False)
            label.setText(percent(value))
        self.sum.setText(percent(sum(values)))
        self._advice.set_weights(Weights(*values))
