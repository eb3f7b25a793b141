#!/usr/bin/python3
"""Fetches what the pages need from elsewhere into vendor/, once, and checks every byte of it.

    vendor/htmx.min.js         htmx 2, from the wheel of django-htmx
    vendor/cytoscape.esm.js    Cytoscape.js as an ES module (`import { c as cytoscape }`), from the wheel of nicegui
    vendor/outlines.json       countries and provinces, from Debian's qgis-common (see outlines.py)
    vendor/VERSIONS.txt        what came from where, with sums and licences

Every page works without any of them: a machine that may not download can do without. At run time Daybreak
serves these files from disk; no request leaves the machine.

    vendor.py            fetch what is missing or out of date; says nothing when nothing is
    vendor.py --check    exit code 0 when all is there, 1 when not
"""

import hashlib
import pathlib
import subprocess
import sys
import tempfile
import zipfile

import outlines

ROOT = pathlib.Path(__file__).resolve().parent.parent
VENDOR = ROOT / "vendor"
VERSIONS = VENDOR / "VERSIONS.txt"

# (file in vendor, wheel, path in the wheel, SHA-256 of the file, what it is)
LIBRARIES = [
    ("htmx.min.js", "django_htmx-1.29.0", "django_htmx/static/django_htmx/htmx-2.min.js",
     "71ea67185bfa8c98c39d31717c6fce5d852370fcdfd129db4543774d3145c0de",
     "htmx 2.0.10, 0BSD, from PyPI django-htmx 1.29.0"),
    ("cytoscape.esm.js", "nicegui-3.18.0", "nicegui/elements/mermaid/dist/cytoscape.esm-BXUmgHKB.js",
     "d6b213d9aafb5dd715172b1422183fe3b7a44c60bb0da80364b194462c4d974e",
     "Cytoscape.js 3.34.0, MIT, from PyPI nicegui 3.18.0"),
]
MAP_PACKAGE = "qgis-common"
MAP_FILE = "usr/share/qgis/resources/data/world_map.gpkg"
MAP_SHA256 = "ff5cceefc4b27abea094fa82459d8aef9417023236c326a666978b62ffe85db2"
MAP_IS = "Natural Earth 1:10m, public domain, from Debian qgis-common 3.22.16"


class CannotFetch(Exception):
    """Something could not be fetched or is not what it should be; the message says what to do."""


def sha256(path):
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def recipe():
    """A sum over everything that decides what vendor/ holds: when it changes, vendor/ is made again."""
    here = pathlib.Path(__file__).resolve().parent
    parts = [here / name for name in ("vendor.py", "outlines.py", "requirements-run.txt")]
    return hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()


def is_complete():
    """Whether vendor/ was made by this very recipe and all its files are there."""
    names = [library[0] for library in LIBRARIES] + ["outlines.json"]
    if not VERSIONS.exists() or not all((VENDOR / name).exists() for name in names):
        return False
    return f"recipe {recipe()}" in VERSIONS.read_text(encoding="utf-8").splitlines()


def run(command, where, advice):
    """Runs a command quietly; when it fails, shows its last words and the advice."""
    done = subprocess.run(command, cwd=where, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode != 0:
        last = (done.stderr.strip() or done.stdout.strip()).splitlines()[-3:]
        raise CannotFetch(f"{' '.join(command[:4])} … did not work:\n    " + "\n    ".join(last) + f"\n  {advice}")


def expect(path, sum_expected, what):
    """Refuses a file whose bytes are not the pinned ones."""
    found = sha256(path)
    if found != sum_expected:
        raise CannotFetch(
            f"{what} is not the file that was reviewed.\n  expected SHA-256 {sum_expected}\n  found    {found}\n"
            "  Nothing was installed. If a new version is wanted, review it and change the sum in scripts/vendor.py.")


def fetch_libraries(scratch):
    """Downloads the wheels (pip checks their sums) and takes one file out of each."""
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
           "--only-binary", ":all:", "--require-hashes", "--dest", str(scratch),
           "--requirement", str(ROOT / "scripts/requirements-run.txt")]
    run(pip, scratch, "Is the network there? Daybreak also runs without these files; only the pictures are plainer.")
    for name, wheel, inside, sum_expected, _ in LIBRARIES:
        archive = next(scratch.glob(f"{wheel}-*.whl"))
        part = VENDOR / f"{name}.part"
        part.write_bytes(zipfile.ZipFile(archive).read(inside))
        expect(part, sum_expected, name)
        part.rename(VENDOR / name)


def fetch_outlines(scratch):
    """Downloads the Debian package with the map (apt checks its signature), unpacks it, and simplifies the map."""
    run(["apt-get", "download", MAP_PACKAGE], scratch,
        "`apt-get update` may help. The map needs it once; Daybreak also runs without outlines.")
    package = next(scratch.glob(f"{MAP_PACKAGE}_*.deb"))
    run(["dpkg", "-x", package.name, "."], scratch, "The package seems damaged: try again.")
    expect(scratch / MAP_FILE, MAP_SHA256, "the map in " + package.name)
    part = VENDOR / "outlines.json.part"
    outlines.write_outlines(scratch / MAP_FILE, part)
    part.rename(VENDOR / "outlines.json")


def main():
    """Fetches what is missing."""
    if is_complete():
        return 0
    if "--check" in sys.argv[1:]:
        return 1
    VENDOR.mkdir(exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(prefix="daybreak-vendor-") as folder:
            scratch = pathlib.Path(folder)
            scratch.chmod(0o755)  # so that apt's own user can read it
            print("Fetching the web libraries (9 MB) …", flush=True)
            fetch_libraries(scratch)
            print("Fetching the map (23 MB) and drawing its outlines …", flush=True)
            fetch_outlines(scratch)
    except CannotFetch as problem:
        print(f"vendor: {problem}", file=sys.stderr)
        return 1
    lines = ["What stands in this folder, and where it came from. Made by scripts/vendor.py; not in git.", ""]
    for name, _, _, _, what in LIBRARIES + [("outlines.json", "", "", "", MAP_IS)]:
        lines.append(f"{name}\n    {what}\n    sha256 {sha256(VENDOR / name)}")
    VERSIONS.write_text("\n".join(lines) + f"\n\nrecipe {recipe()}\n", encoding="utf-8")
    print("vendor/ is complete.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
