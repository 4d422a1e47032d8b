// Numbers what the Tab key has to come to, and tells how many there are.
(() => {
  const controls = Array.from(
    document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']"))
    .filter((one) => one.checkVisibility() && one.getAttribute("tabindex") !== "-1");
  controls.forEach((one, index) => { one.dataset.control = String(index + 1); });
  return controls.length;
})()
