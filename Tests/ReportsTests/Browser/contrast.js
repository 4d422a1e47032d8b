// Texts whose contrast with what is behind them is less than 4.5 (WCAG 2.2, 1.4.3).
(() => {
  const parts = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = (colour) => {
    const [r, g, b] = parts(colour).map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const isClear = (colour) => colour === "none" || parts(colour)[3] === 0;
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (!isClear(colour)) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let looked = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility() || element.closest("script, title, .skip")) continue;
    const style = getComputedStyle(element);
    const colour = element instanceof SVGElement ? style.fill : style.color;
    // A badge in a picture stands on the rectangle before it.
    const box = element.closest("text.on")?.previousElementSibling;
    const back = box ? getComputedStyle(box).fill : behind(element);
    const [high, low] = [light(colour), light(back)].sort((a, b) => b - a);
    const ratio = (high + 0.05) / (low + 0.05);
    looked += 1;
    if (ratio < 4.5) found.add(`${ratio.toFixed(2)} of ${element.localName}.${element.getAttribute("class")}`);
  }
  if (looked < 20) found.add(`only ${looked} texts looked at`);
  return Array.from(found);
})()
