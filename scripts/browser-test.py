#!/usr/bin/env python3
"""Walks the pages in Chromium as a newcomer would: import, search, entity, network, source line.

    scripts/browser-test.py [BINARY]      BINARY is `daybreak`; .build/debug/daybreak unless given

A small sample province is made and loaded, one more file goes in through the upload form, and every step is looked at:
what the page says, that nothing was asked of another machine, that no script complained. Screenshots at desktop and
phone width are kept in `artefacts/`.
"""

import base64
import hmac
import json
import pathlib
import re
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import time

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parent.parent
CALLS = """CALLING_NUMBER,CALLED_NUMBER,START_TIME,DURATION_SEC,CALL_TYPE,IMEI,IMSI,CELL_ID
0805550101,0805550102,2026-06-01 08:15:22,205,VOICE,,,520-01-9001-1
0805550101,0805550103,2026-06-02 09:15:22,10,VOICE,,,520-01-9001-1
0805550101,0805550103,2026-13-02 09:15:22,10,VOICE,,,520-01-9001-1
0805550103,0805550102,2026-06-03 10:15:22,0,SMS,,,520-01-9001-2
"""


class Walk:
    """The pages, with a check after each step."""

    def __init__(self, page, address, shots):
        self.page = page
        self.address = address
        self.shots = shots
        self.failures = []
        page.on("request", self.request)
        page.on("console", self.console)
        page.on("pageerror", lambda error: self.failures.append(f"script error: {error}"))

    def request(self, request):
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.failures.append(f"a request left the machine: {request.url}")

    def console(self, message):
        if message.type == "error":
            self.failures.append(f"the browser complains: {message.text}")

    def open(self, path):
        self.page.goto(self.address + path)

    def says(self, *texts):
        body = self.page.inner_text("body")
        for text in texts:
            if text not in body:
                self.failures.append(f"{self.page.url} does not say {text!r}")

    def shoot(self, name):
        for width, height in ((1280, 900), (390, 844)):
            self.page.set_viewport_size({"width": width, "height": height})
            self.page.wait_for_timeout(300)
            overflow = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if overflow > 0:
                self.failures.append(f"{self.page.url} is {overflow} px too wide at {width} px")
            self.page.screenshot(path=self.shots / f"{name}-{width}.png")
        self.page.set_viewport_size({"width": 1280, "height": 900})


def walk(page, address, shots, folder):
    """The whole way, step by step; returns what was found wrong."""
    steps = Walk(page, address, shots)
    steps.open("/")
    steps.says("With whose eyes?", "Demonstration: nothing here is real.")
    steps.shoot("0-eyes")
    page.click("main button:has-text('Krit')")
    steps.says("You see what Krit of Ministry of Social Development sees")
    page.click("aside.eyes a:has-text('Look with other eyes')")
    page.click("main button:has-text('Ploy')")
    steps.says("You see what Ploy of Arun Samut Police sees")
    steps.says("The picture today")
    steps.shoot("1-home")

    (folder / "calls.csv").write_text(CALLS, encoding="utf-8")
    steps.open("/import")
    steps.shoot("2-import")
    page.set_input_files("input[name=file]", folder / "calls.csv")
    page.fill("input[name=owner]", "Browser test")
    page.fill("input[name=reference]", "Order 1/2569")
    page.fill("input[name=basis]", "Provincial court (invented)")
    page.fill("input[name=from]", "2026-06-01")
    page.fill("input[name=until]", "2026-06-30")
    page.click("form[data-import] button.primary")
    page.wait_for_selector("form[action$='/commit'] button")
    steps.says("calls.csv", "2026-13-02", "calls-siam")
    steps.shoot("3-staged")
    page.click("form[action$='/commit'] button")
    page.wait_for_url(re.compile("/source/"), timeout=20_000)
    page.wait_for_load_state("networkidle")
    steps.shoot("4-source")

    steps.open("/")
    page.fill("#q", "080-555-0101")
    page.press("#q", "Enter")
    page.wait_for_url(re.compile("/search"))
    steps.says("+66805550101")
    steps.shoot("5-search")
    page.click("main a:has-text('+66805550101')")
    steps.says("+66805550102", "3 min 25 s", "calls.csv")
    steps.shoot("6-entity")

    page.click("main a:has-text('Network')")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(800)
    steps.says("+66805550103", "neighbours")
    steps.shoot("7-network")
    page.go_back()

    page.click("main a:has-text('calls.csv, line 2')")
    steps.says("0805550101,0805550102,2026-06-01 08:15:22,205,VOICE")
    steps.shoot("8-line")

    pages = (
        ("9-map", "/map"), ("10-timeline", "/timeline"), ("11-sources", "/sources"), ("12-help", "/help"),
        ("13-export", "/export"), ("14-stops", "/stops"), ("15-people", "/search?stream=register"),
    )
    for name, path in pages:
        steps.open(path)
        page.wait_for_timeout(500)
        steps.shoot(name)
    steps.says("People are not listed here")
    steps.open("/map")
    steps.open(page.get_attribute("svg.map a:has(.crowd)", "href"))
    steps.says("Show all")
    steps.shoot("16-map-closer")
    who_is_the_same(steps, page)
    return steps.failures


def who_is_the_same(steps, page):
    """The queue by keyboard: open the first, decide, go on, and take it back."""
    steps.open("/links")
    steps.says("Who is the same", "proposals")
    steps.shoot("17-queue")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/links/*")
    steps.says("Side by side", "What do you say?", "2⁻³² bits", "Who says so")
    first = page.url
    steps.shoot("18-proposal")
    weights = [int(cell.replace("−", "-")) for cell in page.locator(".waterfall tbody td.quiet").all_inner_texts()]
    if sum(weights) != int(page.inner_text(".waterfall tfoot td.quiet").replace("−", "-")):
        steps.failures.append("the weights that are shown do not sum to the score")
    page.keyboard.press("s")
    page.keyboard.type("the same document")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != first)
    steps.says("What do you say?")
    page.keyboard.press("q")
    page.wait_for_url("**/links")
    steps.open("/decisions")
    steps.says("the same", "Unmerge")
    steps.shoot("19-decisions")
    page.click("td details summary")
    page.fill("td details input[name=reason]", "looked again")
    page.click("td details button")
    steps.says("Nothing has been decided yet.")
    steps.open(first.replace(steps.address, ""))
    steps.says("What do you say?")


class Server:
    """`daybreak serve` on a free port, until the block ends."""

    def __init__(self, *command):
        self.port = free_port()
        self.address = f"http://localhost:{self.port}"
        self.command = [*command, "--port", str(self.port)]

    def __enter__(self):
        self.process = subprocess.Popen(self.command, cwd=ROOT, stdout=subprocess.DEVNULL)
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return self
            time.sleep(0.1)
        raise SystemExit("the server does not answer")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def app_code(secret):
    """The six digits that an app shows now (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    mac = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), "sha1").digest()
    offset = mac[19] & 15
    return f"{(struct.unpack('>I', mac[offset:offset + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def found(binary, folder):
    """Founds a house with real accounts; gives the analyst's invitation and the vault's passphrase in a file."""
    (folder / "pass").write_text("nine slow rivers meet here\n", encoding="utf-8")
    (folder / "founding.json").write_text(json.dumps({
        "organisations": [{"name": "Police", "sort": "police"}, {"name": "Foundation", "sort": "ngo"}],
        "people": [{"signIn": "ploy", "name": "Ploy", "role": "analyst", "organisation": "Police"}],
    }), encoding="utf-8")
    holders = ("A, Ministry", "B, Police", "C, Foundation", "D, Police", "E, Ministry")
    done = subprocess.run(
        [binary, "init", "--organisation", "Ministry", "--administrator", "krit", "--founding", folder / "founding.json",
         *(word for holder in holders for word in ("--holder", holder)), "--new-passphrase-file", folder / "pass",
         "--db", folder / "real.db", "--json"], check=True, capture_output=True, text=True)
    links = {one["signIn"]: one["link"] for one in json.loads(done.stdout)["invitations"]}
    return links["ploy"]


def sign_in(chromium, binary, folder, shots):
    """A newcomer on real data: invitation, app, passkey; then signs in with each. Returns what was found wrong."""
    link = found(binary, folder)
    with Server(binary, "serve", "--db", folder / "real.db", "--passphrase-file", folder / "pass") as server:
        page = chromium.new_page()
        steps = Walk(page, server.address, shots)
        cdp = page.context.new_cdp_session(page)
        cdp.send("WebAuthn.enable")
        cdp.send("WebAuthn.addVirtualAuthenticator", {"options": {
            "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
            "isUserVerified": True, "automaticPresenceSimulation": True}})
        steps.open("/invitation" + link.split("/invitation")[1])
        steps.shoot("20-invitation")
        for field in ("passphrase", "again"):
            page.fill(f"main input[name={field}]", "seven wet umbrellas sing")
        page.click("main button.primary")
        steps.says("Add an app or a passkey first")
        page.click("button:has-text('Add an app')")
        secret = page.inner_text("[data-secret]")
        steps.shoot("21-app")
        step_of(secret)
        page.fill("input[name=code]", app_code(secret))
        page.click("main button.primary")
        steps.says("As whom?")
        page.click("main .people button")
        steps.says("You see what Ploy of Police sees")
        steps.open("/account")
        page.fill("input[name=label]", "Test key")
        page.click("button:has-text('Add a passkey')")
        page.wait_for_selector("td:has-text('Test key')")
        steps.shoot("22-account")
        page.click("aside.eyes button:has-text('Sign out')")
        steps.shoot("23-sign-in")
        page.click("button:has-text('Use a passkey')")
        page.wait_for_selector("aside.eyes:has-text('Ploy')")
        steps.open("/export")
        steps.says("Export")
        page.click("aside.eyes button:has-text('Sign out')")
        page.fill("input[name=name]", "ploy")
        page.fill("input[name=passphrase]", "seven wet umbrellas sing")
        page.click("main button.primary")
        steps.says("One thing more")
        while int(time.time()) // 30 == step_of(secret):
            time.sleep(1)
        page.fill("input[name=code]", app_code(secret))
        steps.shoot("24-second")
        page.click("main button.primary")
        steps.says("You see what Ploy of Police sees")
        page.close()
        return steps.failures


# The step whose code was used: a code is good once.
USED = {}


def step_of(secret):
    return USED.setdefault(secret, int(time.time()) // 30)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def main():
    binary = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build" / "debug" / "daybreak").resolve()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="daybreak-browser-"))
    shots = ROOT / "artefacts"
    shots.mkdir(exist_ok=True)
    database = folder / "browser.db"
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run([binary, "sample", "--seed", "7", "--people", "500", "--out", folder / "province"], **quiet)
    subprocess.run([binary, "init", "--demonstration", "--db", database], **quiet)
    subprocess.run([binary, "import", "--manifest", folder / "province" / "manifest.json", "--db", database], **quiet)
    try:
        with Server(binary, "serve", "--db", database) as server, sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            failures = walk(chromium.new_page(), server.address, shots, folder)
            failures += sign_in(chromium, binary, folder, shots)
            chromium.close()
    finally:
        shutil.rmtree(folder)
    for failure in failures:
        print(f"  {failure}")
    print(f"browser walk: {len(failures)} failures, screenshots in {shots}")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
