"use strict";
// Nothing essential: what is folded is opened for paper, and by one button.
const folded = () => [...document.querySelectorAll("details")];
let opened = [];
addEventListener("beforeprint", () => {
  opened = folded().filter((one) => !one.open && one.matches(".print-open"));
  opened.forEach((one) => { one.open = true; });
});
addEventListener("afterprint", () => opened.forEach((one) => { one.open = false; }));
document.querySelectorAll("[data-open-all]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(open));
    folded().forEach((one) => { one.open = open; });
  });
});
