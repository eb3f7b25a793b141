"""What schemathesis is told besides the document (`SCHEMATHESIS_HOOKS`): ids that there are, and what became of a request.

Without it nearly every `{id}` would be unknown, and the way behind the first lookup would never be walked. Which of the
made values are replaced follows from themselves, so that a run with the same seed replaces the same.
"""

import json
import os
import zlib

import schemathesis

# By the path's beginning, the ids that stand behind it: `/api/records/posting`, `/api/sources`, …
KNOWN = json.loads(os.environ["DAYBREAK_API_IDS"])
ANSWERS = open(os.environ["DAYBREAK_API_ANSWERS"], "a", buffering=1)


def known(beginning, made):
    """One of the ids behind a path instead of two made values in three; `None` for the third, and where there are none."""
    ids = KNOWN.get(beginning, [])
    number = zlib.crc32(repr(made).encode())
    return ids[number // 3 % len(ids)] if ids and number % 3 else None


def beginning(path):
    return max((one for one in KNOWN if path.startswith(one + "/")), key=len, default="")


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    if isinstance(path_parameters, dict) and "id" in path_parameters:
        found = known(beginning(context.operation.path), path_parameters["id"])
        path_parameters["id"] = found or path_parameters["id"]
    return path_parameters


@schemathesis.hook
def map_query(context, query):
    if isinstance(query, dict):
        for name in query.keys() & {"of", "around"}:
            query[name] = known("/api/entities", query[name]) or query[name]
        if isinstance(query.get("seed"), list):
            query["seed"] = [known("/api/entities", one) or one for one in query["seed"]]
    return query


@schemathesis.hook
def map_body(context, body):
    if not isinstance(body, dict):
        return body
    number = zlib.crc32(repr(body).encode())
    # Somebody whom an exclusion names, as the desk spells it.
    if isinstance(body.get("edits"), dict) and "principal" in body["edits"] and number % 3:
        body["edits"]["principal"] = "account:nobody"
    # An opening that others are asked to approve.
    if context.operation.path == "/api/approvals" and "action" in body and number % 3 == 0:
        body.update(type="unit", action="found", edits={"name": "North", "organisation": "Labour Office"})
        body.pop("record", None)
    # A wish about a record of a type: approvals, broken glasses.
    if isinstance(body.get("record"), str) and isinstance(body.get("type"), str):
        types = sorted(one for one in KNOWN if one.startswith("/api/records/") and KNOWN[one])
        if types:
            one = types[zlib.crc32(body["type"].encode()) % len(types)]
            found = known(one, body["record"])
            if found:
                body.update(type=one.rpartition("/")[2], record=found)
    return body


@schemathesis.hook
def after_call(context, case, response):
    print(case.operation.method.upper(), case.operation.path, response.status_code, file=ANSWERS)
