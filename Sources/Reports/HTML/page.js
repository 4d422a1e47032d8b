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
