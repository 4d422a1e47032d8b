// The elements that reach out of the window without a box of their own to scroll in.
Array.from(document.querySelectorAll("body *"))
  .filter((one) => one.getBoundingClientRect().right > window.innerWidth + 0.5 && !one.closest(".scroll"))
  .slice(-3).map((one) => `${one.localName}.${one.className} ${one.textContent.slice(0, 60)}`)
