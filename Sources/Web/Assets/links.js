// The queue by keyboard. Everything here has a way without it: links, radio buttons and a field.

const form = document.querySelector("[data-decide]");
const proposals = [...document.querySelectorAll("[data-proposal]")];
const isWriting = (element) => element.closest("input:not([type=radio]), select, textarea") !== null;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (isWriting(event.target)) {
    // Out of the field, so that the keys work again.
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const choice = form?.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (choice) {
    event.preventDefault();
    choice.checked = true;
    form.elements.reason.focus();
  } else if (event.key === "n") {
    document.querySelector("[data-next]")?.click();
  } else if (event.key === "q") {
    document.querySelector("[data-queue]")?.click();
  } else if ((event.key === "j" || event.key === "k") && proposals.length > 0) {
    const here = proposals.indexOf(document.activeElement);
    const next = event.key === "j" ? Math.min(here + 1, proposals.length - 1) : Math.max(here - 1, 0);
    proposals[next].focus();
  }
});
