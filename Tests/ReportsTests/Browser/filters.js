// Works every control and counts what is shown.
(() => {
  const found = [];
  const all = Array.from(document.querySelectorAll(".alert"));
  const form = document.getElementById("filter");
  const status = document.getElementById("shown");
  const expect = (what, isWanted) => {
    const wanted = all.filter(isWanted);
    const shown = all.filter((one) => one.checkVisibility());
    if (wanted.length !== shown.length || wanted.some((one) => !one.checkVisibility())) {
      found.push(`${what} shows ${shown.length} instead of ${wanted.length}`);
    }
    if (!status.textContent.includes(`${wanted.length} `)) found.push(`${what} says ${status.textContent}`);
    for (const kind of document.querySelectorAll(".kind")) {
      const isEmpty = !wanted.some((one) => kind.contains(one));
      if (kind.checkVisibility() === isEmpty) found.push(`${what} leaves a wrong heading`);
    }
  };
  if (all.length < 3 || form.hidden) found.push("there is nothing to filter");
  expect("nothing pressed", () => true);
  for (const button of form.querySelectorAll("button[aria-pressed]")) {
    const { filter, value } = button.dataset;
    button.click();
    if (button.getAttribute("aria-pressed") !== "true") found.push(`${value} is not pressed`);
    expect(value, (one) => one.dataset[filter] === value);
    button.click();
    expect(`${value} let go`, () => true);
  }
  for (const name of ["category", "process"]) {
    const choice = document.getElementById(name);
    if (choice.options.length < 3) found.push(`${name} has no choices`);
    for (const option of choice.options) {
      choice.value = option.value;
      choice.dispatchEvent(new Event("change", { bubbles: true }));
      const [key, value] = option.value.includes(" ") ? option.value.split(" ") : [name, option.value];
      expect(`${name} ${option.value}`, (one) => !value || one.dataset[key] === value);
    }
    choice.value = "";
    choice.dispatchEvent(new Event("change", { bubbles: true }));
  }
  const words = document.getElementById("words");
  const word = all.at(-1).querySelector(".message").textContent.split(" ").at(-1).toUpperCase();
  words.value = word;
  words.dispatchEvent(new Event("input"));
  const heading = (one) => Array.from(one.closest(".kind").querySelectorAll("h3, .meta"))
    .map((part) => part.textContent).join(" ");
  expect(word, (one) => (one.textContent + heading(one)).toUpperCase().includes(word));
  words.value = "";
  words.dispatchEvent(new Event("input"));
  document.getElementById("expand").click();
  if (all.some((one) => !one.open)) found.push("Open all leaves some closed");
  document.getElementById("collapse").click();
  if (all.some((one) => one.open)) found.push("Close all leaves some open");
  return found;
})()
