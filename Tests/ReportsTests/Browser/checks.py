"""What a report has to keep to in a browser."""

import os
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def script(name):
    """A script beside this file."""
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        return file.read()


class Page:
    """A report, opened again for each question."""

    def __init__(self, browser, path):
        self.browser = browser
        self.path = path

    def open(self, width=1280, scheme="light"):
        """Opens the page as a person would see it."""
        self.browser.media(scheme=scheme)
        self.browser.size(width)
        self.browser.open(self.path)

    def told(self):
        """What the browser complains of, and what left the page."""
        found = []
        for event in self.browser.events:
            method, facts = event["method"], event["params"]
            if method == "Page.javascriptDialogOpening":
                found.append("a dialog: " + facts["message"])
            elif method == "Runtime.exceptionThrown":
                found.append("an exception: " + str(facts["exceptionDetails"])[:300])
            elif method == "Runtime.consoleAPICalled":
                found.append("on the console: " + str(facts["args"])[:300])
            elif method == "Log.entryAdded":
                found.append("in the log: " + facts["entry"]["text"])
            # The browser only minds that no person has clicked before an address changed.
            elif method == "Audits.issueAdded" and "MarkedSkippable" not in str(facts):
                found.append("an issue: " + str(facts["issue"])[:600])
            elif method == "Network.requestWillBeSent":
                address = facts["request"]["url"]
                if address.split("#")[0] != "file://" + self.path:
                    found.append("a request for " + address)
        return found

    def safe(self):
        """Whether all that the run said stayed text."""
        self.open()
        self.open_all()
        # What an element that was smuggled in would do, it would do by now.
        self.browser.run("new Promise((done) => setTimeout(done, 150))")
        return self.browser.run(script("safe.js")) + self.told()

    def comes(self, condition):
        """Waits until something is so in the page; whether it came."""
        end = time.monotonic() + self.browser.timeout
        while not (found := self.browser.run(condition)) and time.monotonic() < end:
            time.sleep(0.02)
        return bool(found)

    def open_all(self):
        self.browser.run(
            "document.querySelectorAll('details').forEach((one) => { one.open = true; })")

    def whole(self):
        """All that a reader does with the page."""
        found = []
        for question in (self.widths, self.colours, self.printed, self.filters, self.copying,
                         self.links, self.tabbing, self.names, self.without_script):
            self.open()
            found += [question.__name__ + ": " + finding for finding in question()]
            found += [question.__name__ + ": " + finding for finding in self.told()]
        return found

    def widths(self):
        """Whether nothing makes the page wider than the window."""
        found = []
        for width in (320, 375, 768, 1280):
            self.open(width)
            for state in ("closed", "open"):
                if state == "open":
                    self.open_all()
                wide = self.browser.run("document.documentElement.scrollWidth")
                if wide > width:
                    found.append(f"{wide} wide at {width}, {state}: "
                                 + str(self.browser.run(script("wide.js"))))
        return found

    def colours(self):
        """Whether the dark is dark and every text can be read in both."""
        found = []
        for scheme in ("light", "dark"):
            self.open(scheme=scheme)
            self.open_all()
            isDark = self.browser.run(
                "getComputedStyle(document.body).backgroundColor.match(/\\d+/g)[0] < 128")
            if isDark != (scheme == "dark"):
                found.append("the background is not " + scheme)
            found += [scheme + ": " + one for one in self.browser.run(script("contrast.js"))]
        return found

    def printed(self):
        """Whether paper shows what is closed on the screen, and no controls."""
        self.browser.media(media="print", scheme="dark")
        # What paper opens is laid out with the next frame.
        self.browser.run("new Promise((done) => requestAnimationFrame("
                         "() => requestAnimationFrame(done)))")
        return self.browser.run(script("printed.js"))

    def filters(self):
        """Whether the controls show what they say, by mouse and by keyboard."""
        found = self.browser.run(script("filters.js"))
        press = lambda: self.browser.key(" ", "Space", 32, " ")
        count = "document.querySelectorAll('.alert:not([hidden])').length"
        everything = self.browser.run(count)
        button = "document.querySelector('button[data-filter=priority]')"
        self.browser.run(button + ".focus()")
        press()
        wanted = self.browser.run(
            f"document.querySelectorAll(`.alert[data-priority=${{{button}.dataset.value}}]`).length")
        if self.browser.run(count) != wanted or wanted in (0, everything):
            found.append("the blank key does not press a priority")
        press()
        self.browser.run("document.getElementById('words').focus()")
        self.browser.call("Input.insertText", text="zz-nothing-has-this")
        if self.browser.run(count) != 0 or not self.browser.run(
                "document.getElementById('nothing').checkVisibility()"):
            found.append("a word that nothing has does not hide everything")
        self.browser.run("document.querySelector('button[type=reset]').focus()")
        self.browser.key("Enter", "Enter", 13, "\r")
        if not self.comes(f"{count} === {everything}"):
            found.append("Reset does not bring everything back")
        return found

    def copying(self):
        """Whether the exception can be copied by a key, and by hand."""
        self.open_all()
        if not self.browser.run("document.querySelectorAll('button.copy').length"):
            return ["there is nothing to copy"]
        self.browser.run("document.querySelector('button.copy').focus()")
        self.browser.key("Enter", "Enter", 13, "\r")
        # The clipboard is another process's: it answers when it can.
        self.comes("document.querySelector('button.copy').textContent !== 'Copy'")
        words, selected, text = self.browser.run(
            "[document.querySelector('button.copy').textContent, getSelection().toString(), "
            "document.querySelector('.paste code').textContent]")
        found = []
        if words not in ("Copied", "Selected"):
            found.append("the button says " + words)
        if selected.strip() != text:
            found.append("selected is " + selected)
        return found

    def links(self):
        """Whether a link to an alert shows it though a filter hides it."""
        last = "Array.from(document.querySelectorAll('.alert:not([open])')).at(-1)"
        self.browser.run("document.getElementById('words').value = 'zz-nothing-has-this'; "
                         "document.getElementById('words').dispatchEvent(new Event('input'))")
        name = self.browser.run(f"location.hash = '#' + {last}.id")
        shown = self.comes(
            f"(() => {{ const one = document.querySelector('{name}'); "
            "return one.open && one.checkVisibility() && document.activeElement === "
            "one.querySelector('summary'); })()")
        return [] if shown else [name + " is not shown"]

    def tabbing(self):
        """Whether the Tab key comes to every control, and one sees where it is."""
        wanted = self.browser.run(script("controls.js"))
        seen, unseen = set(), []
        for _ in range(wanted + 5):
            self.browser.key("Tab", "Tab", 9)
            number, outline, words = self.browser.run(
                "[document.activeElement.dataset.control ?? '', "
                "getComputedStyle(document.activeElement).outlineStyle, "
                "document.activeElement.outerHTML.slice(0, 100)]")
            if number in seen:
                break
            if number:
                seen.add(number)
                if outline == "none":
                    unseen.append("no outline around " + words)
        if len(seen) != wanted:
            unseen.append(f"Tab comes to {len(seen)} of {wanted} controls")
        return unseen

    def names(self):
        """Whether whatever can be focused has a name for a screen reader, and images have one."""
        self.open_all()
        found = []
        for node in self.browser.call("Accessibility.getFullAXTree")["nodes"]:
            role = node.get("role", {}).get("value", "")
            focusable = any(fact["name"] == "focusable" and fact["value"].get("value")
                            for fact in node.get("properties", []))
            if node.get("ignored") or not (focusable or role in ("image", "img", "article")):
                continue
            if not node.get("name", {}).get("value", "").strip():
                found.append("no name: " + role)
        return found

    def without_script(self):
        """Whether all can be read where scripts are off."""
        self.browser.call("Emulation.setScriptExecutionDisabled", value=True)
        self.browser.open(self.path)
        try:
            return self.browser.run(
                "[document.querySelector('#filter')?.checkVisibility() && 'dead controls', "
                "document.querySelector('.alert[hidden], .kind[hidden]') && 'hidden alerts', "
                "!document.querySelector('.alert summary').checkVisibility() && 'no alerts', "
                "document.querySelector('.copy')?.checkVisibility() && 'a dead copy button']"
                ".filter((one) => one)")
        finally:
            self.browser.call("Emulation.setScriptExecutionDisabled", value=False)
