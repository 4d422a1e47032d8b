// What paper lacks or has too much.
(() => {
  const found = [];
  const closed = Array.from(document.querySelectorAll("details:not([open])"));
  if (closed.length === 0) found.push("nothing is closed, so that nothing was tried");
  for (const details of closed) {
    const content = details.querySelector(":scope > :not(summary)");
    if (content && !(content.checkVisibility({ contentVisibilityAuto: true }) && content.getBoundingClientRect().height > 0)) {
      found.push(`closed on paper: ${details.textContent.trim().slice(0, 60)}`);
    }
  }
  for (const control of document.querySelectorAll("button, input, select, nav, .skip")) {
    if (control.checkVisibility()) found.push(`on paper: ${control.outerHTML.slice(0, 80)}`);
  }
  const colour = getComputedStyle(document.body).backgroundColor;
  if (colour !== "rgb(255, 255, 255)") found.push(`paper is ${colour}`);
  return found;
})()
