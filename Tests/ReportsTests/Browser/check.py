"""Opens reports in a browser and tells what is wrong with them, one finding a line.

    check.py safe FILE...     nothing of the run acts, for each file
    check.py whole FILE       that, and all that a reader does with the page
    check.py picture FILE DIRECTORY   pictures of the page, for a person to look at
"""

import base64
import os
import sys

import checks
from browser import Browser

# Runs in the page before any script of it, and is no part of it.
WATCH = """
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => {
  window.violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample);
});
"""


def pictures(browser, path, directory):
    """Writes what the page looks like: at a desk by day and night, on a phone, and printed."""
    name = os.path.splitext(os.path.basename(path))[0]

    def picture(suffix, full=True):
        data = browser.call("Page.captureScreenshot", format="png", captureBeyondViewport=full)
        with open(os.path.join(directory, name + "-" + suffix + ".png"), "wb") as file:
            file.write(base64.b64decode(data["data"]))

    for scheme in ("light", "dark"):
        browser.media(scheme=scheme)
        browser.size(1200, 900)
        browser.open(path)
        picture("desk-" + scheme)
    browser.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    picture("desk-dark-open")
    browser.media()
    browser.size(375, 800)
    browser.open(path)
    picture("phone")
    pdf = browser.call("Page.printToPDF", printBackground=True)["data"]
    with open(os.path.join(directory, name + ".pdf"), "wb") as file:
        file.write(base64.b64decode(pdf))


def main(mode, files):
    browser = Browser()
    findings = []
    try:
        browser.call("Page.addScriptToEvaluateOnNewDocument", source=WATCH)
        if mode == "picture":
            pictures(browser, *files)
            return 0
        for path in files:
            page = checks.Page(browser, path)
            findings += [os.path.basename(path) + ": " + finding for finding in page.safe()]
            if mode == "whole":
                findings += page.whole()
    finally:
        browser.close()
    for finding in findings:
        print(finding.replace("\n", " ")[:1000])
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
