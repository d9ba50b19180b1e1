"""The board and the matrix: what is particular to each of the two."""

from collections.abc import Sequence

from journeymap.editor.actions_view.keys import ActionsKeys
from journeymap.language import N_
from journeymap.layout import board, matrix
from journeymap.layout.action_facts import ActionFacts
from journeymap.layout.board import Board, build_board
from journeymap.layout.matrix import Matrix, build_matrix, cell_of
from journeymap.layout.shapes import Rect
from journeymap.model.action_moves import place_actions, rate_actions, shift_rating, step_actions
from journeymap.model.edit import Edit


class BoardView(ActionsKeys):
    """A column for each status; cards are dragged from one to the other, and up and down."""

    least_width = board.LEAST_WIDTH

    def build(self, facts: ActionFacts, width: float, height: float) -> Board:
        """The board in a window of this size."""
        return build_board(facts, width, height)

    @property
    def board(self) -> Board:
        """Where everything stands."""
        assert isinstance(self.shown, Board)
        return self.shown

    def drop(self, edit: Edit, ids: Sequence[str], x: float, y: float) -> None:
        """Into the column and between the cards where they were dropped."""
        slot = self.board.slot_at(x, y, frozenset(ids))
        place_actions(self.document.journey, edit, ids, slot.status, slot.before)

    def landing(self, x: float, y: float, ids: Sequence[str]) -> Rect:
        """A line between two cards."""
        return self.board.slot_at(x, y, frozenset(ids)).mark

    def shift(self, edit: Edit, ids: list[str], dx: int, dy: int) -> None:
        """To the next column, or up and down."""
        step_actions(self.document.journey, edit, ids, dx, dy)

    def put_new(self, edit: Edit, id: str, beside: str | None, x: float | None, y: float | None) -> None:
        """Below another card, at a place, or at the end of the first column."""
        journey = self.document.journey
        if x is not None and y is not None:
            slot = self.board.slot_at(x, y)
            place_actions(journey, edit, [id], slot.status, slot.before)
        elif beside is not None:
            status = self.board.facts.action(beside).status
            column = next(column.ids for column in self.board.columns if column.status == status)
            after = column[column.index(beside) + 1 :]
            place_actions(journey, edit, [id], status, after[0] if after else None)


class MatrixView(ActionsKeys):
    """Effort and impact; chips are dragged to where they belong, from the tray and back."""

    move_label = N_("Rate action")
    least_width = matrix.LEAST_WIDTH

    def build(self, facts: ActionFacts, width: float, height: float) -> Matrix:
        """The matrix in a window of this size."""
        return build_matrix(facts, width, height)

    @property
    def matrix(self) -> Matrix:
        """Where everything stands."""
        assert isinstance(self.shown, Matrix)
        return self.shown

    def drop(self, edit: Edit, ids: Sequence[str], x: float, y: float) -> None:
        """Effort and impact of the cell; in the tray neither."""
        cell = self.matrix.cell_at(x, y)
        moved = [id for id in ids if cell_of(self.matrix.facts.action(id)) != cell]
        rate_actions(self.document.journey, edit, moved, *(cell or (None, None)))

    def landing(self, x: float, y: float, ids: Sequence[str]) -> Rect:
        """The cell, or the tray."""
        return self.matrix.place_of(self.matrix.cell_at(x, y))

    def shift(self, edit: Edit, ids: list[str], dx: int, dy: int) -> None:
        """More or less effort, more or less impact; what is in the tray goes to the middle first."""
        shift_rating(self.document.journey, edit, ids, dx, -dy)

    def put_new(self, edit: Edit, id: str, beside: str | None, x: float | None, y: float | None) -> None:
        """Into a cell, the one of another action, or the tray."""
        cell = None
        if x is not None and y is not None:
            cell = self.matrix.cell_at(x, y)
        elif beside is not None:
            cell = cell_of(self.matrix.facts.action(beside))
        if cell is not None:
            rate_actions(self.document.journey, edit, [id], *cell)
