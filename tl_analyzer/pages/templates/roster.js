"use strict";
// Filters and sorting of the roster. Their state is that of the form, and stands in the address.
const form = document.querySelector(".choose");
const choice = form.elements;
const table = document.querySelector("table.roster");
const shown = document.querySelector("#shown");
const inOrder = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const rows = [...table.tBodies[0].rows].map((row, index) => ({
  row, index, text: plain(row.textContent), ...row.dataset,
  name: row.querySelector(".name").textContent,
  group: row.querySelector(".group")?.textContent || "\uffff",
}));
const by = {
  "": (a, b) => a.index - b.index,
  name: (a, b) => inOrder.compare(a.name, b.name),
  group: (a, b) => inOrder.compare(a.group, b.group),
  changed: (a, b) => b.changed - a.changed,
  day: (a, b) => inOrder.compare(a.day, b.day),
};

function show() {
  const words = plain(choice.q.value).split(/\s+/);
  const fits = (one) => words.every((word) => one.text.includes(word))
    && (!choice.level.value || one.level === choice.level.value)
    && (!choice.group?.value || one.groups.split(" ").includes(choice.group.value))
    && (!choice.changed.checked || one.changed > 0)
    && (!choice.silent.checked || one.silent);
  const way = choice.back.checked ? -1 : 1;
  rows.sort((a, b) => way * by[choice.sort.value](a, b) || a.index - b.index);
  rows.forEach((one) => { one.row.hidden = !fits(one); });
  table.tBodies[0].append(...rows.map((one) => one.row));
  const many = rows.filter((one) => !one.row.hidden).length;
  shown.textContent = `${many} of ${rows.length} athletes shown`;
  table.querySelectorAll("[data-sort]").forEach((head) => {
    if (head.dataset.sort !== choice.sort.value) head.removeAttribute("aria-sort");
    else head.setAttribute("aria-sort", choice.back.checked ? "descending" : "ascending");
  });
  const state = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  history.replaceState(null, "", `#${state}`);
}

table.querySelectorAll("[data-sort]").forEach((head) => {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => {
    choice.back.checked = choice.sort.value === head.dataset.sort && !choice.back.checked;
    choice.sort.value = head.dataset.sort;
    show();
  });
});
for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
  const control = choice.namedItem(name);
  if (control?.type === "checkbox") control.checked = true;
  else if (control) control.value = value;
}
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", show);
form.addEventListener("reset", () => setTimeout(show));
const choosing = form.closest("details");
choosing.hidden = false;
choosing.open = matchMedia("(min-width: 72rem)").matches || location.hash.length > 1;
show();
