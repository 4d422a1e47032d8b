"""A headless Chromium of one's own, spoken to by the DevTools protocol over a pipe.

https://chromedevtools.github.io/devtools-protocol/ has the commands. Nothing but Python's standard
library is needed: messages are JSON objects, each ended by a null byte, on descriptors 3 and 4.
"""

import fcntl
import json
import os
import select
import shutil
import signal
import subprocess
import tempfile
import time


class Browser:
    """A browser with a profile that is thrown away."""

    def __init__(self, program="chromium", timeout=180):
        self.timeout = timeout
        self.profile = tempfile.mkdtemp(prefix="dftrace-browser-")
        self.count = 0
        self.buffer = b""
        self.events = []
        command = [
            program, "--headless", "--remote-debugging-pipe", "--user-data-dir=" + self.profile,
            "--no-first-run", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--hide-scrollbars", "--force-color-profile=srgb",
        ]
        # The sandbox of Chromium refuses root, and needs namespaces that a container may not have.
        command.append("--no-sandbox")
        there, self.write = os.pipe()
        self.read, back = os.pipe()
        # High numbers first, so that one is not overwritten by the other's new place.
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 20) for end in (there, back)]

        def place():
            os.dup2(ends[0], 3)
            os.dup2(ends[1], 4)

        self.log = open(os.path.join(self.profile, "log"), "wb")
        self.process = subprocess.Popen(
            command, pass_fds=(3, 4), preexec_fn=place, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log,
            env=dict(os.environ, HOME=self.profile))
        for end in (there, back, *ends):
            os.close(end)
        self.session = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self.session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log", "DOM", "Accessibility", "Audits"):
            self.call(domain + ".enable")

    def close(self):
        """Ends the browser, and only this one."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()
        self.log.close()
        for end in (self.read, self.write):
            os.close(end)
        shutil.rmtree(self.profile, ignore_errors=True)

    def call(self, method, **parameters):
        """Sends a command and waits for its result; events that come before are kept."""
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.write, data):]
        deadline = time.monotonic() + self.timeout
        while True:
            answer = self.receive(deadline)
            if answer is None:
                raise TimeoutError(method)
            if answer.get("id") == self.count:
                if "error" in answer:
                    raise RuntimeError(method + ": " + answer["error"]["message"])
                return answer["result"]
            if "method" in answer:
                self.took(answer)

    def took(self, event):
        """Keeps an event; a dialog is closed, since it would hold up everything."""
        self.events.append(event)
        if event["method"] == "Page.javascriptDialogOpening":
            message = {"id": 0, "method": "Page.handleJavaScriptDialog", "params": {"accept": False},
                       "sessionId": self.session}
            os.write(self.write, json.dumps(message).encode() + b"\0")

    def receive(self, deadline):
        """The next message, or None when there is none in time."""
        while b"\0" not in self.buffer:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self.read], [], [], left)[0]:
                return None
            data = os.read(self.read, 1 << 20)
            if not data:
                raise RuntimeError("the browser ended: " + self.last_words())
            self.buffer += data
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def last_words(self):
        """What the browser wrote last."""
        with open(os.path.join(self.profile, "log"), "rb") as log:
            return log.read()[-800:].decode(errors="replace")

    def wait(self, method):
        """Waits for an event that has not come yet."""
        deadline = time.monotonic() + self.timeout
        while not any(event["method"] == method for event in self.events):
            message = self.receive(deadline)
            if message is None:
                raise TimeoutError(method)
            if "method" in message:
                self.took(message)

    def open(self, path):
        """Opens a file and waits until it has loaded."""
        self.events = []
        self.call("Page.navigate", url="file://" + path)
        self.wait("Page.loadEventFired")

    def run(self, script):
        """The value of an expression in the page."""
        result = self.call(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(json.dumps(result["exceptionDetails"])[:800])
        return result["result"].get("value")

    def size(self, width, height=800):
        """Makes the window as wide as told; narrow ones behave as a phone."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=width < 600)

    def media(self, media="", scheme="light"):
        """Emulates the printer or the person's colours."""
        self.call("Emulation.setEmulatedMedia", media=media,
                  features=[{"name": "prefers-color-scheme", "value": scheme}])

    def key(self, key, code=None, number=0, text=None):
        """Presses a key."""
        names = {"key": key, "code": code or key, "windowsVirtualKeyCode": number}
        kind = "keyDown" if text else "rawKeyDown"
        self.call("Input.dispatchKeyEvent", type=kind, **names, **({"text": text} if text else {}))
        self.call("Input.dispatchKeyEvent", type="keyUp", **names)
