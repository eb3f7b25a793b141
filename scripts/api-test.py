#!/usr/bin/env python3
"""Lets schemathesis loose on the API: requests made from /openapi.json, well-formed and broken, against a demonstration.

    scripts/api-test.py [BINARY] [--seconds N] [--eyes ROLE]

No answer may be an error of ours (5xx), of a status or shape that the document does not have, or given to somebody who has
not signed in. BINARY is `daybreak`; .build/debug/daybreak unless given. `make test` gives it a minute, `make soak` more.
"""

import argparse
import contextlib
import json
import pathlib
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
# What an answer must never do, whoever asks whatever.
CHECKS = ["not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance",
          "ignored_auth"]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def send(address, path, body=None):
    """Asks once; gives the JSON of the answer, or None when there is none."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address + path, data=data, headers={"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.loads(answer.read() or b"null")


def wait(address):
    """Waits until the server answers at all."""
    for _ in range(200):
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            send(address, "/openapi.json")
            return
        time.sleep(0.1)
    raise SystemExit("the server does not answer")


@contextlib.contextmanager
def demonstration(binary, folder):
    """Serves a small sample province; gives its address."""
    quiet = {"check": True, "stdout": subprocess.DEVNULL}
    database, port = folder / "api.daybreak", free_port()
    subprocess.run([binary, "sample", "--seed", "7", "--people", "500", "--out", folder / "province"], **quiet)
    subprocess.run([binary, "import", "--manifest", folder / "province" / "manifest.json", "--db", database], **quiet)
    server = subprocess.Popen([binary, "serve", "--db", database, "--port", str(port)], cwd=ROOT,
                              stdout=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        wait(address)
        yield address
    finally:
        server.terminate()
        server.wait()


def token(address, eyes):
    """A bearer token with these eyes; None where the document asks for none."""
    document = send(address, "/openapi.json")
    if "securitySchemes" not in document.get("components", {}):
        return None
    return send(address, "/api/eyes", {"eyes": eyes})["token"]


def run(address, seconds, eyes):
    """Runs schemathesis; gives its exit code."""
    words = [pathlib.Path(sys.executable).parent / "schemathesis", "run", address + "/openapi.json",
             "--checks", ",".join(CHECKS), "--max-time", str(seconds), "--seed", "7", "--workers", "2",
             "--phases", "coverage,fuzzing", "--max-examples", "40", "--continue-on-failure",
             "--suppress-health-check", "all", "--generation-database", "none", "--no-shrink", "--warnings", "off",
             "--no-color"]
    bearer = token(address, eyes)
    if bearer:
        words += ["--header", f"Authorization: Bearer {bearer}"]
    with tempfile.TemporaryDirectory() as folder:
        return subprocess.run(words, cwd=folder).returncode


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary", nargs="?", default=str(ROOT / ".build/debug/daybreak"))
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--eyes", default="intelOfficer")
    words = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, demonstration(words.binary, pathlib.Path(folder)) as address:
        sys.exit(run(address, words.seconds, words.eyes))


if __name__ == "__main__":
    main()
