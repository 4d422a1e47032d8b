// What would be there if a text had become markup.
(() => {
  const found = [...window.violations.map((one) => `violation: ${one}`)];
  if ("pwned" in window || document.title === "pwned") found.push("a script of the run ran");
  const allowed = new Set(
    ("html head meta title style body a header main section footer nav script p h1 h2 h3 div span "
      + "strong code pre ul ol li dl dt dd details summary table thead tbody tr th td article form "
      + "fieldset legend label input select option button svg defs path rect circle line use text "
      + "tspan").split(" "));
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName;
    if (!allowed.has(name)) found.push(`an element ${name}`);
    for (const attribute of element.attributes) {
      if (/^on|^style$|^src|^action|^formaction|^srcdoc/i.test(attribute.name)) {
        found.push(`an attribute ${attribute.name} of ${name}`);
      }
    }
    const address = element.getAttribute("href") ?? "#";
    if (!/^(#[a-z0-9-]+|#|https:\/\/[a-z0-9.-]+\/[^\s]*)$/i.test(address)) {
      found.push(`a link to ${address}`);
    }
    if (address.startsWith("https:") && element.rel !== "noreferrer noopener") {
      found.push(`a link to ${address} that tells where it was`);
    }
  }
  for (const [name, most] of [["script", 1], ["style", 1], ["form", 1], ["title", 1e9]]) {
    if (document.querySelectorAll(name).length > most) found.push(`too many ${name}`);
  }
  // Names of elements that a script would find in place of the document's own.
  for (const element of document.querySelectorAll("[name]:not(meta)")) {
    found.push(`a name ${element.getAttribute("name")}`);
  }
  return found;
})()
