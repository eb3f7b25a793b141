// The network canvas. What it shows stands in the address, so that any state can be sent, printed or kept; the same
// address without a script gives the same picture from the server. Expanding adds a seed, collapsing takes it out.

const root = document.querySelector("[data-network]");
const stage = root.querySelector(".stage");
const said = root.querySelector(".said");
const words = JSON.parse(root.dataset.words);
const say = (text) => { said.textContent = text; };
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
const number = new Intl.NumberFormat(document.documentElement.lang);

const { c: cytoscape } = await import(root.dataset.library);

// --- State: the address, and where nodes are. Undo and redo walk through a list of these.

let query = new URLSearchParams(location.search);
let past = [];
let future = [];

const positions = () => Object.fromEntries(cy.nodes().map((node) => [node.id(), { ...node.position() }]));
const remember = () => { past.push({ query: query.toString(), positions: positions() }); future = []; };
const seeds = () => query.getAll("seed");

function travel(from, to) {
  if (from.length === 0) return;
  to.push({ query: query.toString(), positions: positions() });
  const state = from.pop();
  query = new URLSearchParams(state.query);
  show(state.positions);
}

// --- Elements

function elements(answer) {
  const isSeed = new Set(seeds());
  const nodes = answer.nodes.map((node) => ({
    group: "nodes",
    classes: [isSeed.has(node.entity.id) ? "seed" : "", node.halted ? "halted" : "", family(node.entity.kind)].join(" "),
    data: {
      id: node.entity.id, caption: node.entity.caption, degree: node.degree, halted: node.halted ?? "",
      label: short(node.entity.caption) + (isSeed.has(node.entity.id) || node.halted ? "" : more(answer, node)),
    },
    position: { x: node.x, y: node.y },
  }));
  const most = Math.max(1, ...answer.edges.map((edge) => edge.count));
  const edges = answer.edges.map((edge) => ({
    group: "edges",
    classes: style(edge.kind),
    data: {
      id: [edge.from, edge.to, edge.kind].join(" "), source: answer.nodes[edge.from].entity.id,
      target: answer.nodes[edge.to].entity.id, width: 1 + 3 * Math.sqrt(edge.count / most),
    },
  }));
  return [...nodes, ...edges];
}

const short = (text) => (text.length <= 22 ? text : text.slice(0, 21) + "…");

// How many neighbours of a node are not in the picture: known before anybody expands it.
function more(answer, node) {
  const index = answer.nodes.indexOf(node);
  const shown = new Set(answer.edges.flatMap((e) => (e.from === index ? [e.to] : e.to === index ? [e.from] : [])));
  const rest = node.degree - shown.size;
  return rest > 0 ? `  +${number.format(rest)}` : "";
}

function family(kind) {
  if (kind === "person") return "person";
  if (kind === "organisation" || kind === "company") return "organisation";
  if (["site", "area", "checkpoint", "cell", "address"].includes(kind)) return "site";
  if (kind === "vehicle" || kind === "plate") return "vehicle";
  return kind === "account" ? "account" : "identifier";
}

function style(kind) {
  if (kind === "call" || kind === "message") return "talk";
  if (kind === "transfer") return "money";
  return kind === "sighting" || kind === "stay" ? "place" : "link";
}

// --- Looks, from the same colours as the page

function looks() {
  const css = getComputedStyle(document.documentElement);
  const colour = (name) => css.getPropertyValue(name).trim();
  const [ink, quiet, raised, sunk, accent] = ["--ink", "--quiet", "--raised", "--sunk", "--accent"].map(colour);
  return [
    { selector: "node", style: { width: 24, height: 24, "background-color": raised, "border-width": 1.6, "border-color": ink, label: "data(label)", color: ink, "font-size": 11, "font-family": css.fontFamily || "sans-serif", "text-valign": "bottom", "text-margin-y": 4, "text-outline-width": 2.5, "text-outline-color": raised, "min-zoomed-font-size": 8 } },
    { selector: ".person", style: { shape: "ellipse" } },
    { selector: ".organisation", style: { shape: "rectangle" } },
    { selector: ".site", style: { shape: "triangle" } },
    { selector: ".vehicle", style: { shape: "round-rectangle", width: 30, height: 18 } },
    { selector: ".account", style: { shape: "diamond" } },
    { selector: ".identifier", style: { shape: "round-rectangle", width: 19, height: 22 } },
    { selector: ".halted", style: { "background-color": sunk, "border-style": "dashed", "border-color": quiet } },
    { selector: ".seed", style: { "background-color": accent, "border-color": accent, "font-weight": "bold", "min-zoomed-font-size": 0 } },
    { selector: ".pinned", style: { "border-width": 4 } },
    { selector: "node:selected", style: { "border-width": 4, "border-color": accent, "overlay-color": accent, "overlay-opacity": 0.15, "overlay-padding": 6, "min-zoomed-font-size": 0 } },
    { selector: "edge", style: { width: "data(width)", "line-color": quiet, opacity: 0.6, "curve-style": "bezier" } },
    { selector: ".money", style: { "line-color": accent, opacity: 0.9, "target-arrow-shape": "triangle", "target-arrow-color": accent } },
    { selector: ".place", style: { "line-style": "dotted" } },
    { selector: ".link", style: { "line-style": "dashed" } },
  ];
}

// Cytoscape would add a style element, which our policy forbids; it adds none when it finds one of its name.
const marker = document.createElement("template");
marker.id = "__________cytoscape_stylesheet";
document.head.append(marker);

stage.hidden = false;
root.querySelector(".tools").hidden = false;
const cy = cytoscape({ container: stage, style: looks(), layout: { name: "preset" }, minZoom: 0.05, maxZoom: 4, selectionType: "single" });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => cy.style(looks()));

// --- Showing a state

async function show(kept = {}) {
  const asked = new URLSearchParams(query);
  asked.delete("pin");
  let answer;
  try {
    const response = await fetch(`${root.dataset.api}?${asked}`, { headers: { accept: "application/json" } });
    if (!response.ok) throw new Error(String(response.status));
    answer = await response.json();
  } catch {
    say(words.failed);
    return false;
  }
  const chosen = cy.$("node:selected").id();
  const fresh = elements(answer);
  place(fresh, kept);
  cy.batch(() => { cy.elements().remove(); cy.add(fresh); });
  root.dataset.shown = cy.nodes().length;
  for (const pin of query.getAll("pin")) {
    const [id, x, y] = pin.split(",");
    cy.getElementById(id).position({ x: Number(x), y: Number(y) }).addClass("pinned");
  }
  if (chosen) cy.getElementById(chosen).select();
  history.replaceState(null, "", `?${query}`);
  follow();
  return true;
}

// What was there stays where it was. What is new keeps its place relative to the seed that brought it in.
function place(fresh, kept) {
  const known = fresh.filter((item) => item.group === "nodes" && kept[item.data.id]);
  const last = known.filter((item) => seeds().includes(item.data.id)).at(-1) ?? known[0];
  if (!last) return;
  const at = kept[last.data.id];
  const shift = { x: at.x - last.position.x, y: at.y - last.position.y };
  for (const item of fresh) {
    if (item.group !== "nodes") continue;
    const old = kept[item.data.id];
    item.position = old ?? { x: item.position.x + shift.x, y: item.position.y + shift.y };
  }
}

// The tables and the filter's form follow the canvas: the server's page for the same address has them.
async function follow() {
  const response = await fetch(location.href).catch(() => null);
  if (!response?.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  document.querySelector("[data-count]").textContent = page.querySelector("[data-count]")?.textContent ?? "";
  const [mine, theirs] = [document, page].map((from) => from.querySelectorAll("main section"));
  mine.forEach((section, index) => { if (theirs[index]) section.replaceWith(theirs[index]); });
  for (const input of document.querySelectorAll(".facets [name=seed]")) input.remove();
  const form = document.querySelector(".facets");
  for (const id of seeds()) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "seed", value: id }));
}

// --- What a person can do

const selected = () => cy.$("node:selected").first();

async function expand(node) {
  if (node.empty() || seeds().includes(node.id())) return;
  if (node.data("halted")) return say(node.data("halted"));
  remember();
  query.append("seed", node.id());
  if (!(await show(past.at(-1).positions))) { query = new URLSearchParams(past.pop().query); }
}

async function collapse(node) {
  if (node.empty() || !seeds().includes(node.id()) || seeds().length < 2) return;
  remember();
  const left = seeds().filter((id) => id !== node.id());
  query.delete("seed");
  for (const id of left) query.append("seed", id);
  await show(past.at(-1).positions);
}

function pin(node) {
  if (node.empty()) return;
  remember();
  const pins = query.getAll("pin").filter((text) => !text.startsWith(node.id() + ","));
  const isPinned = pins.length < query.getAll("pin").length;
  query.delete("pin");
  for (const text of pins) query.append("pin", text);
  if (!isPinned) {
    query.append("pin", `${node.id()},${Math.round(node.position("x"))},${Math.round(node.position("y"))}`);
    say(fill(words.pinned, { name: node.data("caption") }));
  }
  node.toggleClass("pinned", !isPinned);
  history.replaceState(null, "", `?${query}`);
}

const zoom = (factor) => cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
const toggle = (node) => (seeds().includes(node.id()) ? collapse(node) : expand(node));
const open = (node) => { if (node.nonempty()) location.href = root.dataset.entity + encodeURIComponent(node.id()); };

const tools = {
  undo: () => travel(past, future), redo: () => travel(future, past), in: () => zoom(1.3), out: () => zoom(1 / 1.3),
  fit: () => cy.fit(undefined, 40), pin: () => pin(selected()), expand: () => expand(selected()), collapse: () => collapse(selected()),
};
root.querySelector(".tools").addEventListener("click", (event) => tools[event.target.dataset.tool]?.());

// The nearest node in a direction, nearer ones and straighter ones first.
function walk(dx, dy) {
  const from = selected().nonempty() ? selected() : cy.nodes(".seed").first();
  const here = from.position();
  const cost = (node) => {
    const [x, y] = [node.position("x") - here.x, node.position("y") - here.y];
    const along = x * dx + y * dy;
    return along <= 0 ? Infinity : along + 3 * Math.abs(x * dy - y * dx);
  };
  const next = cy.nodes().not(from).sort((a, b) => cost(a) - cost(b))[0];
  if (!next || cost(next) === Infinity) return;
  cy.$(":selected").unselect();
  next.select();
  const box = cy.extent();
  const at = next.position();
  if (at.x < box.x1 || at.x > box.x2 || at.y < box.y1 || at.y > box.y2) cy.center(next);
}

const keys = {
  ArrowLeft: () => walk(-1, 0), ArrowRight: () => walk(1, 0), ArrowUp: () => walk(0, -1), ArrowDown: () => walk(0, 1),
  Enter: () => toggle(selected()), o: () => open(selected()), "+": tools.in, "=": tools.in, "-": tools.out,
  z: tools.undo, y: tools.redo, p: tools.pin, "0": tools.fit,
  "?": () => { location.href = document.querySelector(".rooms li:last-child a").href + "#keys"; },
};
stage.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});

cy.on("select", "node", (event) => {
  const node = event.target;
  const about = { name: node.data("caption"), count: number.format(node.data("degree")) };
  say(node.data("halted") || fill(words.selected, about));
});
cy.on("dbltap", "node", (event) => toggle(event.target));
cy.on("dragfree", "node.pinned", (event) => { pin(event.target); pin(event.target); });

// The server's drawing stays for print; on the screen the canvas takes its place once it is ready.
if (await show()) {
  root.querySelector("figure").hidden = true;
  cy.resize();
  cy.fit(undefined, 40);
} else {
  stage.hidden = true;
}
