"""Where the program's own data files are: in a checkout beside the package, in an installation inside it."""

from pathlib import Path


def resource(*parts: str) -> Path:
    """The path of a file or folder under `resources/`."""
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return (inside if inside.is_dir() else package.parent / "resources").joinpath(*parts)
