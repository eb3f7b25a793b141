#!/usr/bin/env python3
"""The access matrix once more, read from its page by other code than Sources/Access: writes the same 725,760 bytes.

usage: access-oracle.py PAGE OUT      (a test compares OUT with what `daybreak access enumerate` writes)
"""
import itertools
import sys

OPERATIONS = "RCUSXEP"
BREAK_GLASS = {
    "N": {"victim_id", "shelter_loc"}, "S": {"victim_pseudo", "shelter_loc"}, "C": {"clinical", "victim_id"},
    "D": {"victim_pseudo", "site_loc", "tip"}, "O": {"victim_pseudo", "site_loc"},
}
IDENTITY = {"victim_id", "relatives", "source_id"}
CARE = {"victim_id", "victim_pseudo", "relatives", "testimony", "shelter_loc", "service_plan", "clinical",
        "compensation", "status_label"}
NONE, VALID, WITHDRAWN = range(3)
TWO_DIFFERENT = 3


def read(page):
    lines = [line.strip().strip("|").split("|") for line in open(page, encoding="utf-8") if line.startswith("|")]
    roles = [cell.strip() for cell in lines[0][1:]]
    kinds, cells = [], {}
    for line in lines[2:]:
        kinds.append(line[0].strip().strip("*"))
        for role, cell in zip(roles, line[1:]):
            for alternative in [] if cell.strip() == "·" else cell.strip().split("<br>"):
                letters, _, qualifiers = alternative.partition("/")
                for letter in letters:
                    cells.setdefault((kinds[-1], role, letter), []).append(qualifiers)
    return kinds, roles, cells


def forbidden(kind, role, operation, context):
    _, own, consent, approvals, _, order, excluded, posted, _ = context
    asked = (kind, operation)
    if kind == "stats_pub":
        return False
    return any((
        excluded and not (role == "V" and own),
        not posted and role not in "VTJ",
        role == "J" and asked not in {("tip", "C"), ("audit_log", "R")},
        role == "G" and not (
            asked in {("tip", "C"), ("intel_entity", "C"), ("site_loc", "C")}
            or asked == ("status_label", "R") and consent == VALID
            or kind in {"audit_log", "users_config"} and own),
        kind == "clinical" and role not in "VCL",
        role in "SCIL" and operation == "R"
        and kind in {"site_loc", "op_plan", "surveil_fin", "risk_assess", "intel_entity"},
        role in "NSCLWGVT" and kind in {"op_plan", "role_card"},
        role in "XQ" and operation != "P" and kind not in {"audit_log", "users_config", "keys", "custody_log"},
        role in "ADOMEPK" and kind in IDENTITY and approvals != TWO_DIFFERENT,
        consent == WITHDRAWN and role in "SLADOPG" and kind in CARE and not (role in "DP" and order),
        kind in {"audit_log", "custody_log"} and operation in "UE",
        operation == "X" and kind in IDENTITY | {"clinical", "shelter_loc"},
    ))


def holds(qualifiers, context, waives):
    assigned, own, consent, approvals, released, order, *_ = context
    truth = {
        "a": assigned, "o": own, "c": consent == VALID, "j": consent == VALID or order, "y": order,
        "2": approvals == TWO_DIFFERENT, "t": released, "w": True, "n": True,
    }
    return all(truth[letter] or waives and letter in "acjt2" for letter in qualifiers)


def main(page, out):
    kinds, roles, cells = read(page)
    two = range(2)
    contexts = list(itertools.product(two, two, range(3), range(4), two, two, two, two, two))
    bits = bytearray()
    for kind, role, operation in itertools.product(kinds, roles, OPERATIONS):
        row = 0
        for context in contexts if (kind, role, operation) in cells else ():
            waives = operation == "R" and context[8] and kind in BREAK_GLASS.get(role, ())
            permitted = not forbidden(kind, role, operation, context) and any(
                holds(qualifiers, context, waives) for qualifiers in cells[kind, role, operation])
            row = row << 1 | permitted
        bits += row.to_bytes(len(contexts) // 8, "big")
    with open(out, "wb") as file:
        file.write(bits)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
