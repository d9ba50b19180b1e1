"""Makes the virtual environment `.venv` with exactly the versions of constraints.txt; takes no time where it is made already.

    python3 packaging/environment.py

Your own pip configuration (an index, a proxy, certificates) is used as it is. Imports nothing but the standard library.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
CONSTRAINTS = PROJECT / "packaging" / "constraints.txt"
FOLDER = PROJECT / ".venv"
STAMP = FOLDER / "made-from"


def main() -> int:
    """Make the environment, or bring it up to date; returns the exit code."""
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == fingerprint() and python().exists():
        return 0
    print("Making the virtual environment .venv: some 160 MB of packages, once …", flush=True)
    try:
        STAMP.unlink(missing_ok=True)
        if not is_ours():
            run(sys.executable, "-m", "venv", "--clear", str(FOLDER))
        # Not isolated: pip would fetch whatever setuptools is newest into a throw-away environment for the build.
        pip("setuptools")
        pip("--no-build-isolation", "--editable", f"{PROJECT}[dev]")
        run(str(python()), "-m", "pip", "--disable-pip-version-check", "check")
    except subprocess.CalledProcessError as error:
        print(f"The virtual environment could not be made: “{' '.join(error.cmd)}” failed.")
        print(
            "Mend what is said above (often: no network, a full disk, no python3-venv), then run the same command again."
        )
        return 1
    STAMP.write_text(fingerprint(), encoding="utf-8")
    return 0


def fingerprint() -> str:
    """What the environment depends on: the wanted packages, the Python it was made with, and its place (it can't be moved)."""
    parts = [
        CONSTRAINTS.read_bytes(),
        (PROJECT / "pyproject.toml").read_bytes(),
        sys.version.encode(),
        os.fsencode(PROJECT),
    ]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def is_ours() -> bool:
    """Whether there is an environment here that was made at this place with this Python, so that pip has less to do."""
    if not python().exists():
        return False
    ask = [str(python()), "-c", "import pip, sys; print(sys.prefix, sys.version)"]
    answer = subprocess.run(ask, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    return answer.returncode == 0 and answer.stdout.strip() == f"{FOLDER} {sys.version}".strip()


def python() -> Path:
    """The environment's own Python."""
    return FOLDER / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def pip(*what: str) -> None:
    """Install packages in their constrained versions."""
    command = ["-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--constraint", str(CONSTRAINTS)]
    run(str(python()), *command, *what)


def run(*command: str) -> None:
    """Run a command to its end; raises `CalledProcessError` where it fails."""
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
