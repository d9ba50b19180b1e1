"""The workbook in another program: LibreOffice opens it and prints it."""

import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

from journeymap import Journey
from journeymap.model.structure import Channel, Stage, Touchpoint
from tests.formats.excel_hand import export, opened, washing_machine

pytestmark = pytest.mark.office


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """LibreOffice's own folder, apart from the user's."""
    return tmp_path_factory.mktemp("office")


def pages(soffice: str, profile: Path, data: bytes, folder: Path) -> list[str]:
    """The text of each page that LibreOffice prints."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed.")
    file = folder / "map.xlsx"
    file.write_bytes(data)
    command = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(folder), str(file)], check=True, capture_output=True, timeout=100)
    shown = subprocess.run(["pdftotext", "-layout", str(folder / "map.pdf"), "-"], check=True, capture_output=True)
    return unicodedata.normalize("NFKC", shown.stdout.decode()).split("\f")[:-1]


def test_the_map_is_printed_on_one_page_and_each_table_on_one(soffice: str, profile: Path, tmp_path: Path) -> None:
    data = export(washing_machine())
    printed = pages(soffice, profile, data, tmp_path)
    assert len(printed) == len(opened(data).sheetnames)
    for text in ("Buying a washing machine", "Awareness", "Delivery", "Waits on the day", "◆", "n<5"):
        assert text in printed[0]
    assert "Long wait" in printed[4]


def test_a_wide_map_is_printed_on_one_page_width(soffice: str, profile: Path, tmp_path: Path) -> None:
    journey = Journey("A wide map")
    with journey.edit("Fill") as edit:
        edit.add(Channel, id="c", title="Web site")
        for place in range(8):
            edit.add(Stage, id=f"s{place}", title=f"Stage{place}", order=float(place))
            for card in range(4):
                title = f"Card{place}{card}"
                edit.add(Touchpoint, title=title, stage=f"s{place}", channel="c", order=float(card))
    printed = pages(soffice, profile, export(journey), tmp_path)
    assert "Customer's goal" in printed[1]  # the map takes one page, then come the stages
    first = printed[0].replace("\n", " ")
    assert all(f"Stage{place}" in first for place in range(8))
    assert all(f"Card{place}{card}" in first for place in range(8) for card in range(4))


def test_a_right_to_left_map_begins_at_the_right(soffice: str, profile: Path, tmp_path: Path) -> None:
    journey = washing_machine("fa")
    with journey.edit("Rename") as edit:
        edit.update("aware", title="آگاهی")
        edit.update("deliver", title="تحویل")
    (header,) = [
        line
        for line in pages(soffice, profile, export(journey), tmp_path)[0].split("\n")
        if "آگاهی" in line or "یهاگآ" in line
    ]
    first, last = (max(header.find(word), header.find(word[::-1])) for word in ("آگاهی", "تحویل"))
    assert first > last >= 0
