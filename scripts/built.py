"""Programs of ours that scripts run."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def bench():
    """The newest `daybreak-bench` that was built."""
    built = [ROOT / f".build/{kind}/daybreak-bench" for kind in ("release", "debug")]
    built = [path for path in built if path.exists()]
    if not built:
        raise SystemExit("daybreak-bench is not built: swift build --product daybreak-bench")
    return str(max(built, key=lambda path: path.stat().st_mtime))
