"use strict";
// A button that copies a text; without it the text is selected by one click.
document.querySelectorAll("[data-copy]").forEach((button) => {
  const text = document.getElementById(button.dataset.copy);
  const said = button.parentElement.querySelector("[role=status]");
  const selected = () => {
    text.closest("details").open = true;
    getSelection().selectAllChildren(text);
    return document.execCommand("copy");
  };
  button.hidden = false;
  button.addEventListener("click", async () => {
    const done = await navigator.clipboard?.writeText(text.textContent).then(() => true, selected)
      ?? selected();
    said.textContent = done ? "Copied." : "Selected: copy it with the keyboard.";
  });
});
