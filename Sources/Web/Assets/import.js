// The import form: the authority is asked for only where it is needed, and a grade stays within one scheme.

const form = document.querySelector("[data-import]");
const stream = form.elements.stream;
const authority = form.querySelector("[data-authority]");

function showAuthority() {
  const option = stream.selectedOptions[0];
  authority.hidden = option.value !== "" && !("intrusive" in option.dataset);
}
stream.addEventListener("change", showAuthority);
showAuthority();

// The scheme of the first code decides which codes the other two lists offer.
const lists = [...form.querySelectorAll("[data-grade]")];
function keepScheme() {
  const scheme = lists[0].selectedOptions[0].parentElement.label;
  for (const list of lists.slice(1)) {
    for (const group of list.querySelectorAll("optgroup")) group.disabled = group.label !== scheme;
    if (list.selectedOptions[0]?.parentElement.disabled) {
      list.value = list.querySelector("optgroup:not([disabled]) option:last-child").value;
    }
  }
}
lists[0].addEventListener("change", keepScheme);
keepScheme();
