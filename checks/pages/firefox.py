"""Firefox without a window, driven by WebDriver BiDi over its own socket: nothing but the browser is needed."""

import base64
import json
import os
import pathlib
import re
import secrets
import shutil
import socket
import struct
import subprocess
import tempfile
import time

# Nothing that a new profile would ask for, say or send by itself.
SETTINGS = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.aboutConfig.showWarning": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "remote.prefs.recommended": True,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}
KEYS = {
    "Tab": "\ue004", "Enter": "\ue007", "Shift": "\ue008", "Escape": "\ue00c", "Space": " ", "ArrowUp": "\ue013",
    "ArrowDown": "\ue015", "Backspace": "\ue003", "Home": "\ue011", "End": "\ue010", "Control": "\ue009",
}


def program():
    """Firefox; None where there is none."""
    return shutil.which("firefox-esr") or shutil.which("firefox")


class Socket:
    """A WebSocket, as far as BiDi needs one: texts both ways."""

    def __init__(self, host, port, path, seconds):
        self.stream = socket.create_connection((host, port), timeout=seconds)
        key = base64.b64encode(secrets.token_bytes(16)).decode()
        self.stream.sendall(
            f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode())
        answer = b""
        while not answer.endswith(b"\r\n\r\n"):
            answer += self.bytes(1)
        if b" 101 " not in answer.split(b"\r\n")[0]:
            raise OSError(answer.split(b"\r\n")[0].decode())

    def bytes(self, count):
        got = b""
        while len(got) < count:
            part = self.stream.recv(count - len(got))
            if not part:
                raise OSError("Firefox closed the connection")
            got += part
        return got

    def send(self, text, kind=1):
        body = text.encode()
        length = struct.pack("!B", 0x80 | len(body)) if len(body) < 126 else (
            struct.pack("!BH", 0xFE, len(body)) if len(body) < 1 << 16 else struct.pack("!BQ", 0xFF, len(body)))
        mask = secrets.token_bytes(4)
        repeated = (mask * (len(body) // 4 + 1))[:len(body)]
        masked = (int.from_bytes(body, "big") ^ int.from_bytes(repeated, "big")).to_bytes(len(body), "big")
        self.stream.sendall(bytes([0x80 | kind]) + length + mask + masked)

    def receive(self):
        text = b""
        while True:
            first, second = self.bytes(2)
            length = second & 127
            if length > 125:
                length = struct.unpack("!H", self.bytes(2))[0] if length == 126 else struct.unpack("!Q", self.bytes(8))[0]
            body = self.bytes(length)
            kind = first & 15
            if kind == 9:
                self.send(body.decode(), 10)
            elif kind == 8:
                raise OSError("Firefox closed the connection")
            elif kind < 3:
                text += body
                if first & 128:
                    return text.decode()


class Firefox:
    """The browser; its tabs are asked as those of Chromium are."""

    name = "Firefox"

    def __init__(self, seconds=60):
        self.place = tempfile.mkdtemp()
        lines = [f"user_pref({json.dumps(key)}, {json.dumps(value)});\n" for key, value in SETTINGS.items()]
        pathlib.Path(self.place, "user.js").write_text("".join(lines), encoding="utf-8")
        self.said = open(pathlib.Path(self.place, "said.txt"), "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [program(), "--headless", "--no-remote", "--profile", self.place, "--remote-debugging-port", "0"],
            stdout=self.said, stderr=self.said, env={**os.environ, "HOME": self.place})
        self.count, self.tabs = 0, {}
        try:
            self.socket = Socket("127.0.0.1", self.port(seconds), "/session", seconds)
            self.ask("session.new", capabilities={})
            self.ask("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
        except Exception:
            self.close()
            raise

    def port(self, seconds):
        until = time.monotonic() + seconds
        while time.monotonic() < until and self.process.poll() is None:
            found = re.search(r"BiDi listening on ws://127\.0\.0\.1:(\d+)", pathlib.Path(self.said.name).read_text(errors="replace"))
            if found:
                return int(found.group(1))
            time.sleep(0.1)
        raise OSError("Firefox did not start: " + pathlib.Path(self.said.name).read_text(errors="replace")[-300:])

    def ask(self, method, **parameters):
        self.count += 1
        number = self.count
        self.socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.socket.receive())
            if answer.get("id") == number:
                if answer["type"] == "error":
                    raise RuntimeError(f"{method}: {answer['error']}: {answer['message'][:300]}")
                return answer["result"]
            if answer["type"] == "event":
                self.took(answer["method"], answer["params"])

    def took(self, method, event):
        tab = self.tabs.get(event.get("context") or event.get("source", {}).get("context"))
        if tab is None:
            return
        if method == "network.beforeRequestSent" and not event["request"]["url"].startswith(("data:", "blob:")):
            tab.requests.append(event["request"]["url"])
        if method == "log.entryAdded" and event["level"] in ("error", "warn"):
            tab.errors.append(event.get("text") or "")

    def tab(self, width, height):
        tab = Tab(self, self.ask("browsingContext.create", type="tab")["context"])
        self.tabs[tab.context] = tab
        tab.size(width, height)
        return tab

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.said.close()
        shutil.rmtree(self.place, ignore_errors=True)


class Tab:
    def __init__(self, browser, context):
        self.browser, self.context = browser, context
        self.errors, self.requests = [], []

    def size(self, width, height):
        self.browser.ask("browsingContext.setViewport", context=self.context, viewport={"width": width, "height": height})

    def go(self, address):
        self.browser.ask("browsingContext.navigate", context=self.context, url=address, wait="complete")

    def run(self, function, *arguments):
        """What a function of the page returns, or what its promise comes to."""
        found = self.browser.ask(
            "script.callFunction", target={"context": self.context}, awaitPromise=True,
            functionDeclaration=f"async () => JSON.stringify(await ({function})(...{json.dumps(arguments)})) ?? null")
        if found["type"] == "exception":
            raise RuntimeError(found["exceptionDetails"]["text"])
        return json.loads(found["result"]["value"]) if found["result"]["type"] == "string" else None

    def press(self, key):
        parts = [KEYS.get(part, part) for part in key.split("+")]
        actions = [{"type": "keyDown", "value": part} for part in parts]
        actions += [{"type": "keyUp", "value": part} for part in reversed(parts)]
        self.browser.ask("input.performActions", context=self.context, actions=[{"type": "key", "id": "keys", "actions": actions}])
        if key in ("Enter", "Space"):
            # What the key does begins after it.
            self.wait(20)

    def type(self, text):
        actions = [{"type": kind, "value": sign} for sign in text for kind in ("keyDown", "keyUp")]
        self.browser.ask("input.performActions", context=self.context, actions=[{"type": "key", "id": "keys", "actions": actions}])

    def wait(self, milliseconds):
        self.run("ms => new Promise(done => setTimeout(done, ms))", milliseconds)

    def close(self):
        self.browser.ask("browsingContext.close", context=self.context)
