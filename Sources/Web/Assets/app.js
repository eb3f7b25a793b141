// What every page gains from a script: keys, suggestions by arrow, filters that submit themselves.
// Everything here has a way without it.

const search = document.querySelector("#q");
const suggestions = document.querySelector("#suggestions");
const isWriting = (element) => element.closest("input, select, textarea, [contenteditable], [data-network] .stage") !== null;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
  if (search === null) return;
  if (event.key === "/") {
    event.preventDefault();
    search.focus();
    search.select();
  } else if (event.key === "?") {
    location.href = document.querySelector(".rooms li:last-child a").href + "#keys";
  }
});

// Arrows walk from the search box through the suggestions; Escape closes them.
document.querySelector(".find")?.addEventListener("keydown", (event) => {
  const links = [...suggestions.querySelectorAll("a")];
  if (event.key === "Escape") {
    suggestions.replaceChildren();
    search.focus();
  }
  if (links.length === 0 || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
  event.preventDefault();
  const places = [search, ...links];
  const here = Math.max(0, places.indexOf(document.activeElement));
  const next = (here + (event.key === "ArrowDown" ? 1 : places.length - 1)) % places.length;
  places[next].focus();
});
document.addEventListener("click", (event) => {
  if (!event.target.closest(".find")) suggestions?.replaceChildren();
});

// A filter takes effect when it is changed, and leaves empty fields out of the address.
for (const form of document.querySelectorAll("form[data-submit=change]")) {
  form.addEventListener("change", (event) => {
    if (event.target.matches("[type=checkbox], select, [type=date]")) form.requestSubmit();
  });
  form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData]) {
      if (value === "" || (name === "grade" && value === "0")) event.formData.delete(name);
    }
  });
}

// On a narrow screen the filters stay folded until they are wanted.
if (matchMedia("(max-width: 60rem)").matches) {
  for (const details of document.querySelectorAll(".facets > details, .legend")) details.open = false;
}
