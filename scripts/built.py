"""Programs of ours that scripts run."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def bench():
    """The newest `daybreak-bench` that was built."""
    return newest("daybreak-bench")


def daybreak():
    """The newest `daybreak` that was built."""
    return newest("daybreak")


def newest(program):
    built = [ROOT / f".build/{kind}/{program}" for kind in ("release", "debug")]
    built = [path for path in built if path.exists()]
    if not built:
        raise SystemExit(f"{program} is not built: swift build --product {program}")
    return str(max(built, key=lambda path: path.stat().st_mtime))
