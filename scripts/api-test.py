#!/usr/bin/env python3
"""Lets schemathesis loose on the API: requests made from /openapi.json, well-formed and broken, against a demonstration.

    scripts/api-test.py [BINARY] [--examples N] [--seconds N] [--seed N]

Founds a demonstration, loads the sample, serves it, and asks as a stranger and with the eyes of several roles. No answer may
be an error of ours (5xx), of a status, type or shape that the document does not have, or given to somebody who has not signed
in. BINARY is `daybreak`; the newest that was built unless given. `make test` asks N times for each operation, with one
seed; `make soak` asks for so many seconds with each pair of eyes.
"""

import argparse
import collections
import contextlib
import http.cookiejar
import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

from built import daybreak

ROOT = pathlib.Path(__file__).resolve().parent.parent
# What an answer must never do, whoever asks whatever.
CHECKS = ["not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
          "response_schema_conformance", "ignored_auth"]
# A stranger; who works with the picture; for the long run who oversees; and last who may end the postings of the others.
EYES = [None, "Niran", "Krit"]
MORE_EYES = [None, "Niran", "Dao", "Chan", "Krit"]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def read(address, path, token):
    """The JSON that is answered to somebody; None when it is no answer."""
    request = urllib.request.Request(address + path, headers={"Authorization": f"Bearer {token}"})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)
    except urllib.error.HTTPError:
        return None


@contextlib.contextmanager
def demonstration(binary, folder):
    """Serves a small sample province; gives its address, and the file of what the server complains of."""
    quiet = {"check": True, "stdout": subprocess.DEVNULL}
    database, port, complaints = folder / "api.daybreak", free_port(), folder / "complaints"
    subprocess.run([binary, "init", "--demonstration", "--db", database], **quiet)
    subprocess.run([binary, "sample", "--seed", "7", "--people", "500", "--out", folder / "province"], **quiet)
    subprocess.run([binary, "import", "--manifest", folder / "province" / "manifest.json", "--db", database], **quiet)
    with complaints.open("w") as file:
        server = subprocess.Popen([binary, "serve", "--db", database, "--port", str(port), "--unlimited"], cwd=ROOT,
                                  stdout=subprocess.DEVNULL, stderr=file)
    try:
        address = f"http://127.0.0.1:{port}"
        wait(address, server)
        yield address, complaints
    finally:
        server.terminate()
        server.wait()


def wait(address, server):
    """Waits until the server answers at all."""
    for _ in range(300):
        if server.poll() is not None:
            raise SystemExit(f"the server ended with {server.returncode}")
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(address + "/openapi.json", timeout=10).close()
            return
        time.sleep(0.1)
    raise SystemExit("the server does not answer")


def sign_in(address, name):
    """Takes somebody's eyes at the demonstration's door, as a browser does; gives the token of the session."""
    cookies = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))
    with browser.open(address + "/eyes", timeout=30) as answer:
        page = answer.read().decode()
    form = next(one for one in page.split("<form")[1:] if f"<strong>{name}</strong>" in one)
    fields = dict(re.findall(r'name="(csrf|posting)" value="([^"]*)"', form))
    browser.open(address + "/eyes", urllib.parse.urlencode(fields).encode(), timeout=30).close()
    return next(one.value for one in cookies if one.name == "daybreak")


def ids(address, token, spared):
    """What there is for somebody: ids by the path that they stand behind. The postings under which we ask are spared."""
    document = read(address, "/openapi.json", token)
    types = [path for path in document["paths"] if re.fullmatch(r"/api/records/[^/{]+", path)]
    found = {path: [one["id"] for one in (read(address, path, token) or {}).get("records", [])] for path in types}
    found["/api/records/posting"] = [one for one in found["/api/records/posting"] if one not in spared]
    for path in ["/api/sources", "/api/notices", "/api/approvals", "/api/break-glass"]:
        found[path] = [one["id"] for one in read(address, path, token) or []]
    found["/api/imports"] = found["/api/sources"]
    found["/api/conflicts"] = found.get("/api/records/conflict", [])
    found["/api/entities"] = [one["id"] for one in read(address, "/api/suggest?q=0", token) or []]
    return found


def ask(address, words, name, token, spared, folder):
    """Runs schemathesis with somebody's eyes; gives its exit code and how often which operation got which status."""
    answers = folder / f"answers-{name}"
    command = [pathlib.Path(sys.executable).parent / "schemathesis", "run", address + "/openapi.json",
               "--checks", ",".join(CHECKS), "--seed", str(words.seed), "--phases", "coverage,fuzzing",
               "--max-examples", str(words.examples), "--continue-on-failure", "--suppress-health-check", "all",
               "--no-shrink", "--warnings", "off", "--no-color",
               # Whoever signs out is a stranger from then on.
               "--exclude-path", "/api/sign-out"]
    command += (["--max-time", str(words.seconds), "--generation-database", "none"] if words.seconds
                else ["--generation-deterministic"])
    if token:
        command += ["--header", f"Authorization: Bearer {token}"]
    known = json.dumps(ids(address, token, spared) if token else {})
    environment = os.environ | {"SCHEMATHESIS_HOOKS": "api_hooks", "PYTHONPATH": str(ROOT / "scripts"),
                                "DAYBREAK_API_IDS": known, "DAYBREAK_API_ANSWERS": str(answers)}
    done = subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        print(done.stdout)
    return done.returncode, collections.Counter(answers.read_text().splitlines())


def report(name, counts):
    """One line: how much was asked, and how far it came."""
    statuses, operations, answered = collections.Counter(), set(), set()
    for line, number in counts.items():
        operation, _, status = line.rpartition(" ")
        statuses[status] += number
        operations.add(operation)
        if status.startswith("2"):
            answered.add(operation)
    shown = " ".join(f"{status}:{number}" for status, number in sorted(statuses.items()))
    print(f"{name}: {sum(counts.values())} answers, {len(answered)} of {len(operations)} operations done: {shown}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary", nargs="?")
    parser.add_argument("--examples", type=int, default=8)
    parser.add_argument("--seconds", type=int, default=0)
    parser.add_argument("--seed", type=int, default=7)
    words = parser.parse_args()
    worst = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        with demonstration(words.binary or daybreak(), folder) as (address, complaints):
            eyes = MORE_EYES if words.seconds else EYES
            tokens = {name: sign_in(address, name) for name in eyes if name}
            spared = {one["posting"] for token in tokens.values() for one in read(address, "/api/me", token)["postings"]}
            for name in eyes:
                token = tokens.get(name)
                code, counts = ask(address, words, name or "stranger", token, spared, folder)
                report(name or "stranger", counts)
                worst = max(worst, code)
                if token and read(address, "/api/me", token) is None:
                    raise SystemExit(f"the session of {name} ended on the way: what came after was asked by nobody")
            said = complaints.read_text()
    if said:
        print(said[:4_000])
    sys.exit(worst or (3 if said else 0))


if __name__ == "__main__":
    main()
