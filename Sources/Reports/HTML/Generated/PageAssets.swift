// Written from page.css and page.js by the tests. Change those and run them with DFTRACE_RECORD=1.
// swift-format-ignore-file

enum PageAssets {
  static let styleHash = "sha256-I9MaNw1bFzuvv2oJtWskBIi77BTCzdecBMB9fu5Y/yA="
  static let scriptHash = "sha256-FtZCuJg9VNmscwDhu5oWzcf4rNkJqDjksf4ZlouSTxM="
  static let style: StaticString = ##"""
/* Quiet: one column, system fonts, colour only where it means something. Every pair of text and
   background has a contrast of 4.5 at least (WCAG 2.2 AA); a test measures it in a browser. */
:root {
  --page: #f7f8fa; --card: #ffffff; --soft: #f1f3f6; --line: #dfe3e8;
  --text: #1b1f24; --faint: #566069; --link: #0a58b0; --focus: #0a58b0;
  --p1: #a61b1b; --p1-soft: #fdecec; --p2: #8f4700; --p2-soft: #fff0e0;
  --p3: #0b5a96; --p3-soft: #e6f2fc; --p4: #535d67; --p4-soft: #eceff2;
  --good: #17693a; --good-soft: #e8f6ed;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #111418; --card: #191d23; --soft: #21262d; --line: #30363e;
    --text: #e5e9ee; --faint: #a3adb8; --link: #82b7ff; --focus: #82b7ff;
    --p1: #ff9a92; --p1-soft: #3b1a1b; --p2: #f7b774; --p2-soft: #352413;
    --p3: #8fc6f7; --p3-soft: #14293c; --p4: #b4bdc7; --p4-soft: #2a3037;
    --good: #7fd6a0; --good-soft: #15301f;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0 auto; padding: 0 1.25rem 3rem; max-width: 66rem; background: var(--page);
  color: var(--text); font: 400 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, Ubuntu,
    Cantarell, "Liberation Sans", sans-serif; overflow-wrap: anywhere;
}
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
code, pre { font-family: var(--mono); font-size: .875em; }
/* A name in a script from right to left keeps its place among the words around it. */
code, dd, td, li, .message, h3 span { unicode-bidi: isolate; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h1 { margin: .25rem 0 1.25rem; font-size: 1.5rem; font-weight: 650; letter-spacing: -.01em; }
h1 code { font-size: .92em; }
h2 { margin: 3rem 0 1rem; font-size: 1.25rem; font-weight: 650; }
h3 { margin: 0; font-size: 1.0625rem; font-weight: 650; }
p { margin: .5rem 0; }
.faint, .meta { color: var(--faint); font-size: .9375rem; }
code.faint { font-size: .8125rem; }
.empty, .none { color: var(--faint); }
section > .none { margin: 0; padding: .5rem 0; border-top: 1px solid var(--line); }
.none strong { color: var(--text); font-weight: 550; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; z-index: 1; padding: .5rem 1rem; background: var(--card); }
.brand { margin: 2.25rem 0 0; color: var(--faint); font-size: .875rem; font-weight: 550; }

.verdict {
  display: flex; gap: .875rem; align-items: flex-start; padding: 1rem 1.125rem;
  border-radius: 10px; color: var(--tone); background: var(--tone-soft);
}
.verdict p { margin: 0; color: var(--text); }
.verdict strong { color: var(--tone); }
.verdict .sign {
  flex: none; width: 1.6rem; height: 1.6rem; border-radius: 50%; background: var(--tone);
  color: var(--tone-soft); font-weight: 700; line-height: 1.6rem; text-align: center;
}
.bad { --tone: var(--p1); --tone-soft: var(--p1-soft); }
.warn { --tone: var(--p2); --tone-soft: var(--p2-soft); }
.good { --tone: var(--good); --tone-soft: var(--good-soft); }
.p1 { --tone: var(--p1); --tone-soft: var(--p1-soft); }
.p2 { --tone: var(--p2); --tone-soft: var(--p2-soft); }
.p3 { --tone: var(--p3); --tone-soft: var(--p3-soft); }
.p4 { --tone: var(--p4); --tone-soft: var(--p4-soft); }
.notice { color: var(--faint); font-size: .9375rem; }

.counts {
  display: grid; grid-template-columns: repeat(4, 1fr); gap: .75rem; margin: 1rem 0; padding: 0;
  list-style: none;
}
.counts li { padding: .75rem 1rem; border: 1px solid var(--line); border-radius: 10px;
  background: var(--card); }
.counts .number { display: block; font-size: 1.625rem; font-weight: 650; line-height: 1.2;
  color: var(--tone, var(--faint)); font-variant-numeric: tabular-nums; }
.counts .label { color: var(--faint); font-size: .875rem; }

dl, dd { margin: 0; }
dt { color: var(--faint); font-size: .875rem; }
dt code { font-size: 1em; }
.facts { display: grid; grid-template-columns: repeat(2, 1fr); gap: .5rem 2rem; margin: 1.25rem 0; }
.facts > div { display: grid; grid-template-columns: 6.5rem 1fr; align-items: baseline; }
.facts.wide { grid-template-columns: 1fr; }
.facts.wide > div { grid-template-columns: 13rem 1fr; }
.facts dd { font-size: .9375rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .375rem 1.25rem; margin: 1.5rem 0 0; padding: .75rem 0;
  border-block: 1px solid var(--line); list-style: none; font-size: .9375rem; }

form {
  margin: 0 0 1.5rem; padding: 1rem 1.125rem; border: 1px solid var(--line); border-radius: 10px;
  background: var(--card);
}
.row { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; align-items: flex-end; }
.row + .row { margin-top: .875rem; }
.row > * { min-width: 0; max-width: 100%; }
.row.end { align-items: center; gap: .5rem; }
.row.end p { flex: 1 1 12rem; margin: 0; font-size: .9375rem; }
.grow { flex: 1; }
label, legend { display: block; padding: 0; color: var(--faint); font-size: .875rem; }
fieldset { margin: 0; padding: 0; border: 0; }
.buttons { display: flex; flex-wrap: wrap; gap: .375rem; }
input, select, button {
  max-width: 100%; min-height: 2.25rem; padding: .25rem .75rem; border: 1px solid var(--control, #838c96);
  border-radius: 7px; background: var(--card); color: var(--text); font: inherit; font-size: .9375rem;
}
input { width: 100%; }
input::placeholder { color: var(--faint); opacity: 1; }
button { cursor: pointer; }
button:hover { background: var(--soft); }
button[aria-pressed="true"] { border-color: var(--text); background: var(--text); color: var(--card);
  font-weight: 600; }
button[aria-pressed="true"]::before { content: "✓ "; }

.kind { margin: 0 0 1.25rem; padding: 1.125rem 1.25rem; border: 1px solid var(--line);
  border-left: 4px solid var(--tone); border-radius: 10px; background: var(--card); }
.kind.uncounted { border-left-color: var(--line); }
.meta { margin: .25rem 0 .75rem; }
.badge { display: inline-block; padding: .05rem .45rem; border-radius: 5px; font-size: .8125rem;
  font-weight: 700; color: var(--tone); background: var(--tone-soft);
  font-variant-numeric: tabular-nums; vertical-align: .1em; }
.advice { padding-left: .875rem; border-left: 3px solid var(--line); }
.alerts { margin: 1rem 0 .5rem; border-top: 1px solid var(--line); }
.alert { border-bottom: 1px solid var(--line); }
summary { padding: .5rem 0; cursor: pointer; }
.alert > summary { display: flex; flex-wrap: wrap; gap: .125rem 1rem; align-items: baseline; }
.alert > summary::before { content: "▸"; color: var(--faint); }
.alert[open] > summary::before { content: "▾"; }
.alert > summary::-webkit-details-marker { display: none; }
.message { flex: 1 1 20rem; min-width: 0; font-weight: 550; }
.known .message, .excused .message { color: var(--faint); font-weight: 400; }
.side { display: flex; flex-wrap: wrap; gap: .625rem; color: var(--faint); font-size: .875rem;
  font-variant-numeric: tabular-nums; }
.state { padding: 0 .4rem; border: 1px solid var(--line); border-radius: 5px; }
.alert:target > summary { background: var(--soft); }
.alert dl, .background dl { padding: .25rem 0 1rem 1.75rem; }
.alert dl > div, .background dl > div { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr);
  gap: 0 1rem; padding: .25rem 0; align-items: baseline; }
.alert dd, .background dd { font-size: .9375rem; }
.alert dd p { margin: 0 0 .25rem; }
.chain { display: flex; flex-wrap: wrap; margin: 0; padding: 0; list-style: none; }
.chain li + li::before { content: "→"; margin: 0 .5rem; color: var(--faint); }
.values, .why, .plain, .times, .tree, .tree ul { margin: 0; padding: 0; list-style: none; }
.values { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
.plain li, .times li { padding: .25rem 0; }
.value { font-weight: 650; }
.paste { display: flex; gap: .5rem; align-items: flex-start; padding: .5rem .5rem .5rem .75rem;
  border-radius: 7px; background: var(--soft); }
.paste pre { flex: 1; min-width: 0; margin: .25rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }

section > details, .background { border-top: 1px solid var(--line); }
section > details:last-of-type { border-bottom: 1px solid var(--line); }
.background { border-top: 0; color: var(--text); }
.background > summary { color: var(--faint); font-size: .9375rem; }
.lanes + details, .scroll + details { margin-top: .5rem; border: 0 !important; }
section > details > summary { font-weight: 550; }
section > details > :not(summary) { margin-bottom: 1rem; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
th { color: var(--faint); font-size: .875rem; font-weight: 400; text-align: left; }
th, td { padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
.count { width: 6rem; padding-right: 0; text-align: right; font-variant-numeric: tabular-nums; }
.when { color: var(--faint); font-variant-numeric: tabular-nums; }
.tree ul { padding-left: 1.125rem; border-left: 1px solid var(--line); }
.tree li { padding: .125rem 0; font-size: .9375rem; }
.name { font-weight: 650; }

.shapes { position: absolute; width: 0; height: 0; }
.lanes { padding: .75rem 1.125rem; border: 1px solid var(--line); border-radius: 10px;
  background: var(--card); }
.lane { display: grid; grid-template-columns: 2.25rem 1fr; gap: 1rem; align-items: center; }
.track { display: block; width: 100%; height: 2rem; overflow: visible; fill: var(--tone); }
.track line { stroke: var(--line); }
.track use { stroke: var(--card); }
.track .pale { fill: var(--card); stroke: var(--tone); }
.ticks { display: flex; justify-content: space-between; color: var(--faint); font-size: .8125rem; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 10px;
  background: var(--card); }
.picture { display: block; margin: .25rem .75rem; font-size: 13px; fill: var(--text); }
.picture .small { font-size: 12px; fill: var(--faint); }
.picture .code { font-family: var(--mono); font-size: 11.5px; }
.picture .small.bad { fill: var(--tone); font-weight: 600; }
.picture .branch { fill: none; stroke: var(--line); stroke-width: 1.5; }
.picture .grid { stroke: var(--line); stroke-dasharray: 2 4; }
.picture .dot { fill: var(--tone); }
.picture .quiet { --tone: #838c96; }
.picture .bar { fill: var(--tone); }
.picture .unended { opacity: .6; }
.picture rect.badge { fill: var(--tone-soft); stroke: var(--tone); }
.picture .on { fill: var(--tone); font-size: 12px; font-weight: 700; }
footer { margin-top: 3.5rem; color: var(--faint); font-size: .875rem; }
[hidden] { display: none !important; }

@media (max-width: 40rem) {
  body { padding: 0 .875rem 2rem; }
  h1 { font-size: 1.25rem; }
  .counts { grid-template-columns: repeat(2, 1fr); gap: .5rem; }
  .facts, .facts.wide > div, .alert dl > div, .background dl > div { grid-template-columns: minmax(0, 1fr); }
  .facts > div { grid-template-columns: 6rem minmax(0, 1fr); }
  .alert dl, .background dl { padding-left: 0; }
  .kind { padding: .875rem; }
  .message { flex-basis: 12rem; }
  .side { flex-basis: 100%; padding-left: 1.75rem; }
  .paste { flex-direction: column; align-items: stretch; }
  .count { width: 3.5rem; }
  .lane { gap: .5rem; }
  .lanes { padding: .5rem .75rem; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root {
    --page: #ffffff; --card: #ffffff; --soft: #f4f5f7; --line: #c9ced4;
    --text: #000000; --faint: #444c54; --link: #000000;
    --p1: #a61b1b; --p1-soft: #fdecec; --p2: #8f4700; --p2-soft: #fff0e0;
    --p3: #0b5a96; --p3-soft: #e6f2fc; --p4: #535d67; --p4-soft: #eceff2;
    --good: #17693a; --good-soft: #e8f6ed; color-scheme: light;
  }
  body { max-width: none; padding: 0; font-size: 10pt; print-color-adjust: exact;
    -webkit-print-color-adjust: exact; }
  form, nav, .skip, .copy { display: none !important; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  .alert > summary::before { content: none; }
  .scroll { overflow: visible; border: 0; }
  .picture { width: 100%; height: auto; margin: 0; }
  h2, h3, summary { break-after: avoid; }
  .kind { break-inside: auto; }
  tr, .verdict, .paste, .lanes, .plain li { break-inside: avoid; }
}
"""##
  static let script: StaticString = ##"""
// Filters the alerts, copies exceptions, and opens closed parts for links and printing.
// The page works without this script. The script reads attributes and text and creates no markup.
"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const byId = (id) => document.getElementById(id);
  const form = byId("filter");
  const kinds = all(".kind").map((kind) => ({
    element: kind,
    heading: all("h3, .meta", kind).map((part) => part.textContent).join(" ").toLowerCase(),
    alerts: all(".alert", kind).map((element) => ({ element, data: element.dataset, text: null })),
  }));
  const alerts = kinds.flatMap((kind) => kind.alerts);

  const pressed = (filter) =>
    all(`button[data-filter="${filter}"][aria-pressed="true"]`, form)
      .map((button) => button.dataset.value);

  // The predicate of the filter controls for one alert.
  const wanted = () => {
    const priorities = pressed("priority");
    const states = pressed("state");
    const category = byId("category").value;
    const [kindOfProcess, process] = byId("process").value.split(" ");
    const words = byId("words").value.toLowerCase().split(/\s+/).filter(Boolean);
    return (alert, heading) => {
      const data = alert.data;
      if (priorities.length > 0 && !priorities.includes(data.priority)) return false;
      if (states.length > 0 && !states.includes(data.state)) return false;
      if (category && data.category !== category) return false;
      if (process && data[kindOfProcess] !== process) return false;
      if (words.length === 0) return true;
      alert.text ??= alert.element.textContent.toLowerCase();
      return words.every((word) => alert.text.includes(word) || heading.includes(word));
    };
  };

  const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

  const apply = () => {
    const isWanted = wanted();
    let shown = 0;
    for (const kind of kinds) {
      let here = 0;
      for (const alert of kind.alerts) {
        const isShown = isWanted(alert, kind.heading);
        alert.element.hidden = !isShown;
        if (isShown) here += 1;
      }
      // A kind without alerts on the page stays visible.
      kind.element.hidden = here === 0 && kind.alerts.length > 0;
      shown += here;
    }
    byId("nothing").hidden = shown > 0;
    byId("shown").textContent = shown === alerts.length
      ? `All ${count(shown, "alert")} shown.`
      : `${shown} of ${count(alerts.length, "alert")} shown.`;
  };

  const reset = () => {
    for (const button of all("button[aria-pressed]", form)) {
      button.setAttribute("aria-pressed", "false");
    }
    apply();
  };

  if (form) {
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    // The fields are reset only after the event.
    form.addEventListener("reset", () => setTimeout(reset));
    form.addEventListener("change", apply);
    byId("words").addEventListener("input", apply);
    for (const button of all("button[aria-pressed]", form)) {
      button.addEventListener("click", () => {
        const isPressed = button.getAttribute("aria-pressed") === "true";
        button.setAttribute("aria-pressed", String(!isPressed));
        apply();
      });
    }
    const openAll = (isOpen) => {
      for (const alert of alerts) if (!alert.element.hidden) alert.element.open = isOpen;
    };
    byId("expand").addEventListener("click", () => openAll(true));
    byId("collapse").addEventListener("click", () => openAll(false));
    apply();
  }

  // Selects the text too, so that users can copy it when the browser refuses access to the
  // clipboard.
  const copy = async (button) => {
    const code = button.parentElement.querySelector("code");
    getSelection().selectAllChildren(code);
    let isCopied = false;
    try {
      await navigator.clipboard.writeText(code.textContent);
      isCopied = true;
    } catch {
      isCopied = document.execCommand("copy");
    }
    button.textContent = isCopied ? "Copied" : "Selected";
    byId("shown").textContent = isCopied ? "Exception copied." : "Exception selected.";
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  };
  for (const button of all("button.copy")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }

  // A link to an alert opens it and resets a filter that hides it.
  const follow = () => {
    const id = location.hash.slice(1);
    const target = /^alert-\d+$/.test(id) ? byId(id) : null;
    if (!target) return;
    target.open = true;
    if (target.hidden) form.reset();
    setTimeout(() => {
      target.scrollIntoView();
      target.querySelector("summary").focus({ preventScroll: true });
    });
  };
  addEventListener("hashchange", follow);
  follow();

  // For browsers whose style sheets cannot open closed elements.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all("details:not([open])");
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
    closed = [];
  });
})();
"""##
}
