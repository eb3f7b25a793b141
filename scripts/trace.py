#!/usr/bin/python3
"""Requirement -> code -> test (`make trace`).

Reads which files of Sources/ and Tests/ cite a requirement (R064, R043-R047) or a red line (RL-33), and prints
one row for each that is cited anywhere, then the numbers of those that are not. A requirement is *tested* when
a file under Tests/ cites it. Those that no test can decide before some instrument exists stand in
docs/pending.txt as `R123 = reason`. Titles come from ../shared/domain.md when that is there.
"""

import os
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = pathlib.Path(os.environ.get("DAYBREAK_SHARED", ROOT.parent / "shared"))
REQUIREMENTS = [f"R{number:03}" for number in range(1, 200)]
RED_LINES = [f"RL-{number:02}" for number in range(1, 39)]
KNOWN = REQUIREMENTS + RED_LINES

# R064 · R043-R047 · R043–R047 · R043...R047, and the same for red lines.
CITATION = re.compile(r"\b(R|RL-)(\d{2,3})\b(?:\s?(?:-|–|\.{2,3})\s?\1(\d{2,3})\b)?")


def cited(text):
    """All identifiers that a text cites, ranges written out."""
    found = set()
    for kind, first, last in CITATION.findall(text):
        width = 3 if kind == "R" else 2
        if len(first) == width:
            found.update(f"{kind}{number:0{width}}" for number in range(int(first), int(last or first) + 1))
    return found


def citations(folder):
    """Identifier -> files below the folder that cite it, by name."""
    by_id = {}
    for path in sorted((ROOT / folder).rglob("*.swift")):
        for identifier in cited(path.read_text(encoding="utf-8")):
            by_id.setdefault(identifier, []).append(str(path.relative_to(ROOT / folder)))
    return by_id


def titles():
    """Identifier -> title, from the tables of the domain dossier; empty when it is not beside the repository."""
    dossier = SHARED / "domain.md"
    if not dossier.exists():
        return {}
    rows = re.findall(r"^\| (R\d{3}|RL-\d{2})\b[^|]*\|([^|]*)\|", dossier.read_text(encoding="utf-8"), re.M)
    red = re.findall(r"^\| (RL-\d{2})[^|]*\| \*\*(.*?)\*\*", dossier.read_text(encoding="utf-8"), re.M)
    return {identifier: title.strip() for identifier, title in rows + red}


def pending():
    """Identifier -> reason, from docs/pending.txt."""
    path = ROOT / "docs/pending.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    pairs = (line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    return {identifier.strip(): reason.strip() for identifier, reason in pairs}


def ranges(identifiers, order):
    """R001-R004 R007: a list of identifiers, neighbours drawn together."""
    runs = []
    for identifier in (i for i in order if i in identifiers):
        at = order.index(identifier)
        if runs and runs[-1][1] == at - 1:
            runs[-1][1] = at
        else:
            runs.append([at, at])
    return " ".join(order[a] if a == b else f"{order[a]}-{order[b]}" for a, b in runs)


def shorten(text, width):
    """The text in at most `width` characters."""
    return text if len(text) <= width else text[:width - 1] + "…"


def print_table(code, tests, waiting, title):
    """One row for each identifier that code, a test or the pending list names."""
    print(f"{'id':6} {'requirement':46} {'code':52} test")
    for identifier in KNOWN:
        if identifier not in code and identifier not in tests and identifier not in waiting:
            continue
        test = " ".join(tests.get(identifier, []))
        if not test:
            test = f"(pending: {waiting[identifier]})" if identifier in waiting else "(no test)"
        sources = code.get(identifier, [])
        place = sources[0] + (f" +{len(sources) - 1}" if len(sources) > 1 else "") if sources else "-"
        print(f"{identifier:6} {shorten(title.get(identifier, ''), 46):46} {shorten(place, 52):52} {test}")


def main():
    """Prints the table, what is missing, and the closing line."""
    code, tests, waiting = citations("Sources"), citations("Tests"), pending()
    print_table(code, tests, waiting, titles())
    nowhere = [i for i in KNOWN if i not in code and i not in tests and i not in waiting]
    untested = [i for i in KNOWN if i in code and i not in tests and i not in waiting]
    print("\nno code and no test:")
    for order in (REQUIREMENTS, RED_LINES):
        print("  " + (ranges(nowhere, order) or "none"))
    print("code without a test: " + (ranges(untested, KNOWN) or "none"))
    for identifier in sorted(set(code) | set(tests) | set(waiting)):
        if identifier not in KNOWN:
            places = code.get(identifier, []) + tests.get(identifier, []) or ["docs/pending.txt"]
            print(f"there is no {identifier}: {' '.join(places)}")
    for identifier in waiting:
        if identifier in tests:
            print(f"{identifier} is tested now: take it out of docs/pending.txt")
    tested = sum(identifier in tests for identifier in REQUIREMENTS)
    red = sum(identifier in tests for identifier in RED_LINES)
    pending_count = sum(identifier in waiting and identifier not in tests for identifier in REQUIREMENTS)
    print(f"\nrequirements {tested} of 199 tested, {pending_count} instrument pending; red lines {red} of 38")


if __name__ == "__main__":
    sys.exit(main())
