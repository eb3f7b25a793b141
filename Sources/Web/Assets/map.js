// Moving about in a map that the server has drawn: drag, wheel with Ctrl, keys. The links below it fetch a wider or
// closer drawing; this only looks more closely at the one that is there.

for (const figure of document.querySelectorAll("[data-map]")) {
  const svg = figure.querySelector("svg");
  if (!svg) continue;
  const whole = svg.viewBox.baseVal;
  const full = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
  const view = { ...full };
  svg.setAttribute("tabindex", "0");

  const show = () => svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
  const keep = () => {
    view.width = Math.min(full.width, Math.max(full.width / 16, view.width));
    view.height = (view.width * full.height) / full.width;
    view.x = Math.min(full.width - view.width, Math.max(0, view.x));
    view.y = Math.min(full.height - view.height, Math.max(0, view.y));
    show();
  };
  const zoom = (factor, x = view.x + view.width / 2, y = view.y + view.height / 2) => {
    const before = view.width;
    view.width = Math.min(full.width, Math.max(full.width / 16, view.width * factor));
    const ratio = view.width / before;
    view.x = x - (x - view.x) * ratio;
    view.y = y - (y - view.y) * ratio;
    keep();
  };
  const move = (dx, dy) => {
    view.x += dx * view.width;
    view.y += dy * view.height;
    keep();
  };

  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    zoom(event.deltaY > 0 ? 1.2 : 1 / 1.2, place.x, place.y);
  }, { passive: false });

  let grip = null;
  svg.addEventListener("pointerdown", (event) => {
    if (event.button === 0) grip = { x: event.clientX, y: event.clientY, moved: false };
  });
  svg.addEventListener("pointermove", (event) => {
    if (!grip) return;
    const box = svg.getBoundingClientRect();
    const [dx, dy] = [grip.x - event.clientX, grip.y - event.clientY];
    if (!grip.moved && Math.hypot(dx, dy) < 4) return;
    if (!grip.moved) svg.setPointerCapture(event.pointerId);
    grip = { x: event.clientX, y: event.clientY, moved: true };
    move(dx / box.width, dy / box.height);
  });
  // A drag must not follow the link that it began on.
  svg.addEventListener("click", (event) => { if (grip?.moved) event.preventDefault(); }, true);
  svg.addEventListener("pointerup", () => setTimeout(() => { grip = null; }));
  svg.addEventListener("pointercancel", () => { grip = null; });

  const keys = {
    ArrowLeft: () => move(-0.1, 0), ArrowRight: () => move(0.1, 0), ArrowUp: () => move(0, -0.1),
    ArrowDown: () => move(0, 0.1), "+": () => zoom(1 / 1.4), "-": () => zoom(1.4), "0": () => zoom(1e6),
  };
  svg.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
}
