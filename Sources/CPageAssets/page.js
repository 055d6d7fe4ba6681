"use strict";
// The script of a page: search, filters, pictures of charts, and trying figures with the engine of the command. Everything
// that it writes is text; nothing of it is ever read as markup.
(() => {
const $ = id => document.getElementById(id);
const data = JSON.parse($("page-data").textContent);
const words = data.words;
const isVietnamese = data.language === "vi";

/** An element with attributes and contents, of which texts stay texts. */
function make(name, attributes = {}, ...contents) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...contents.filter(part => part !== null && part !== undefined));
  return element;
}

/** The text without accents and capitals, as people type it. */
function plain(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
}

// Numbers

/** A number as readers of the page write it, with at least so many decimals: no digit is lost or made up. */
function numberText(number, digits = 0) {
  if (number === null || number === undefined) return "–";
  let [whole, part = ""] = String(Math.abs(number).toFixed(6)).split(".");
  part = part.replace(/0+$/, "").padEnd(digits, "0");
  whole = whole.replace(/\B(?=(\d{3})+$)/g, isVietnamese ? "." : ",");
  return (number < 0 ? "−" : "") + whole + (part ? (isVietnamese ? "," : ".") + part : "");
}

/** A typed number; null for what is none. In Vietnamese a dot before three digits divides thousands. */
function readNumber(text) {
  let written = text.replace(/[\s\u00a0%]/g, "").replace(/^[−–]/, "-");
  const [decimal, thousands] = isVietnamese ? [",", "."] : [".", ","];
  const parts = written.split(decimal);
  if (parts.length > 2) return null;
  const groups = parts[0].split(thousands);
  if (groups.length > 1) {
    const isGrouped = groups.slice(1).every(group => /^\d{3}$/.test(group)) && /^-?\d{1,3}$/.test(groups[0]);
    if (isGrouped) parts[0] = groups.join("");
    // A lone separator of the other kind before one, two or four digits can only be a decimal one.
    else if (groups.length === 2 && parts.length === 1) return readPlain(groups.join("."));
    else return null;
  }
  return readPlain(parts.join("."));
}

function readPlain(text) {
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(text) ? Number(text) : null;
}

// Search

function setUpSearch() {
  const entries = [];
  for (const unit of data.units) {
    if (unit.file) entries.push({text: unit.name, key: plain(unit.name + " " + unit.code), address: unit.file});
  }
  for (const criterion of data.criteria) {
    if ($(criterion.anchor)) {
      const text = criterion.code + " " + criterion.name;
      entries.push({text, key: plain(text), address: "#" + criterion.anchor});
    }
  }
  const leads = $("by-lead");
  if (leads) {
    for (const option of leads.options) {
      if (option.value === "-") continue;
      entries.push({text: option.textContent, key: plain(option.textContent), address: "#?lead=" + encodeURIComponent(option.value.slice(1))});
    }
  }
  const [box, found] = [$("search"), $("found")];
  box.closest(".search").hidden = false;
  function show() {
    const sought = plain(box.value).trim().split(/\s+/).filter(Boolean);
    found.replaceChildren();
    if (!sought.length) return;
    const hits = entries.filter(entry => sought.every(word => entry.key.includes(word))).slice(0, 12);
    for (const hit of hits) found.append(make("li", {}, make("a", {href: hit.address}, hit.text)));
    if (!hits.length) found.append(make("li", {}, make("span", {}, words.nothingFound)));
  }
  box.addEventListener("input", show);
  box.addEventListener("keydown", event => {
    if (event.key === "Escape") { box.value = ""; show(); }
    if (event.key === "ArrowDown") { found.querySelector("a")?.focus(); event.preventDefault(); }
    if (event.key === "Enter") found.querySelector("a")?.click();
  });
  found.addEventListener("keydown", event => {
    const links = [...found.querySelectorAll("a")], here = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown") { links[here + 1]?.focus(); event.preventDefault(); }
    if (event.key === "ArrowUp") { (links[here - 1] ?? box).focus(); event.preventDefault(); }
    if (event.key === "Escape") { box.value = ""; show(); box.focus(); }
  });
  found.addEventListener("click", event => { if (event.target.closest("a")) { box.value = ""; show(); } });
}

// What is shown: it stands in the address, so that a link opens the same view.

const filters = {lost: "only-lost", field: "by-field", lead: "by-lead", state: "by-state", sort: "sort"};

function setUpFilters() {
  const list = $("criteria");
  if (!list) return;
  const rows = [...list.children];
  list.previousElementSibling.hidden = false;
  function read() {
    const chosen = {};
    for (const [name, id] of Object.entries(filters)) {
      const control = $(id);
      if (!control) continue;
      if (control.type === "checkbox") { if (control.checked) chosen[name] = "1"; }
      else if (control.value !== "-" && control.value !== "tree") chosen[name] = control.value.replace(/^=/, "");
    }
    return chosen;
  }
  function apply(chosen) {
    let count = 0, leaves = 0;
    const isNarrowed = ["lost", "field", "lead", "state"].some(name => name in chosen);
    for (const row of rows) {
      if (!row.classList.contains("leaf")) { row.hidden = isNarrowed || chosen.sort === "lost"; continue; }
      leaves += 1;
      const of = row.dataset;
      row.hidden = (chosen.lost && !(Number(of.lost) > 0)) || ("field" in chosen && of.field !== chosen.field)
        || ("lead" in chosen && of.lead !== chosen.lead) || ("state" in chosen && of.state !== chosen.state);
      if (!row.hidden) count += 1;
    }
    const order = chosen.sort === "lost"
      ? rows.map((row, position) => [row, position]).sort((a, b) =>
          (Number(b[0].dataset.lost || 0) - Number(a[0].dataset.lost || 0)) || a[1] - b[1]).map(pair => pair[0])
      : rows;
    list.append(...order);
    $("shown").textContent = count + "/" + leaves + " " + words.shown;
  }
  function changed() {
    const chosen = read();
    apply(chosen);
    const query = new URLSearchParams(chosen).toString();
    history.replaceState(null, "", query ? "#?" + query : location.pathname.split("/").pop() + location.search);
  }
  function fromAddress() {
    if (!location.hash.startsWith("#?")) return open();
    const stated = new URLSearchParams(location.hash.slice(2));
    for (const [name, id] of Object.entries(filters)) {
      const control = $(id);
      if (!control) continue;
      if (control.type === "checkbox") control.checked = stated.get(name) === "1";
      else if (name === "sort") control.value = stated.get(name) === "lost" ? "lost" : "tree";
      else {
        control.value = stated.has(name) ? "=" + stated.get(name) : "-";
        if (control.selectedIndex < 0) control.value = "-";
      }
    }
    apply(read());
    $("explanations").scrollIntoView();
  }
  function open() {
    const target = location.hash.length > 1 ? $(decodeURIComponent(location.hash.slice(1))) : null;
    if (target && target.tagName === "DETAILS") {
      target.hidden = false;
      target.open = true;
      target.scrollIntoView();
      // Keys go on from here, in every browser.
      target.querySelector("summary").focus({preventScroll: true});
    }
  }
  for (const id of Object.values(filters)) $(id)?.addEventListener("change", changed);
  addEventListener("hashchange", fromAddress);
  apply(read());
  fromAddress();
}

// Pictures of charts

/** The file is handed to the reader; nothing leaves the machine. */
function save(name, type, contents) {
  const address = URL.createObjectURL(new Blob([contents], {type}));
  const link = make("a", {href: address, download: name});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

const svgSpace = "http://www.w3.org/2000/svg";
function draw(parent, name, attributes, text) {
  const element = document.createElementNS(svgSpace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  parent.append(element);
  return element;
}

/** The lines into which a text is broken at a width. */
function broken(text, width, measure) {
  const lines = [""];
  for (const word of text.trim().split(/\s+/)) {
    const longer = lines[lines.length - 1] ? lines[lines.length - 1] + " " + word : word;
    if (measure(longer) <= width || !lines[lines.length - 1]) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The chart as a picture of its own: heading, caption, and every row with its numbers. */
function picture(figure) {
  const canvas = document.createElement("canvas").getContext("2d");
  const font = "14px Segoe UI, Roboto, Noto Sans, sans-serif";
  canvas.font = font;
  const measure = text => canvas.measureText(text).width;
  const colours = getComputedStyle(document.documentElement);
  const colour = name => colours.getPropertyValue(name).trim();
  const width = 1000, label = 300, plot = 380, gap = 12;
  const svg = document.createElementNS(svgSpace, "svg");
  svg.setAttribute("xmlns", svgSpace);
  let y = 10;
  const back = draw(svg, "rect", {x: 0, y: 0, width, fill: colour("--back")});
  const pattern = draw(draw(svg, "defs", {}), "pattern", {id: "stripes", width: 8, height: 20, patternUnits: "userSpaceOnUse"});
  draw(pattern, "rect", {width: 4, height: 20, fill: colour("--unmeasured")});
  function write(text, x, room, attributes = {}, anchor = "start") {
    let line = y + 16;
    for (const part of broken(text, room, measure)) {
      draw(svg, "text", {x, y: line, "font-family": "Segoe UI, Roboto, Noto Sans, sans-serif", "font-size": 14, "text-anchor": anchor, fill: colour("--text"), ...attributes}, part);
      line += 19;
    }
    return line - y;
  }
  const title = figure.closest("section")?.querySelector("h2,h3")?.textContent ?? "";
  y += write(document.querySelector("h1").textContent, gap, width - 2 * gap, {"font-weight": 600});
  y += write(title, gap, width - 2 * gap, {"font-weight": 600});
  y += write(figure.querySelector("caption").textContent, gap, width - 2 * gap, {fill: colour("--soft")}) + 4;
  const rows = [...figure.querySelectorAll("tr")];
  for (const row of rows) {
    const cells = [...row.children];
    const room = (width - label - plot - 4 * gap) / Math.max(cells.length - 2, 1);
    let height = write(cells[0].textContent, gap, label);
    const shapes = cells[1].querySelector("svg");
    if (shapes) {
      for (const shape of shapes.children) {
        const look = getComputedStyle(shape), fill = look.fill;
        draw(svg, "rect", {
          x: label + 2 * gap + Number(shape.getAttribute("x")) * plot / 1000, y: y + 2 + Number(shape.getAttribute("y")) * 0.9,
          width: Math.max(Number(shape.getAttribute("width")) * plot / 1000, 1), height: Number(shape.getAttribute("height")) * 0.9,
          fill: fill.startsWith("url") ? "url(#stripes)" : fill,
          ...(look.stroke === "none" ? {} : {stroke: look.stroke, "stroke-width": parseFloat(look.strokeWidth), "paint-order": look.paintOrder})});
      }
    } else height = Math.max(height, write(cells[1].textContent, label + 2 * gap, plot, {fill: colour("--soft")}));
    cells.slice(2).forEach((cell, position) => {
      const right = label + plot + 3 * gap + (position + 1) * room;
      height = Math.max(height, write(cell.textContent, right, room - 8, {}, "end"));
    });
    y += height + 6;
    draw(svg, "line", {x1: gap, x2: width - gap, y1: y - 2, y2: y - 2, stroke: colour("--line")});
  }
  y += write(document.querySelector("footer p").textContent, gap, width - 2 * gap, {fill: colour("--soft")}) + 8;
  back.setAttribute("height", y);
  svg.setAttribute("viewBox", `0 0 ${width} ${y}`);
  svg.setAttribute("width", width);
  svg.setAttribute("height", y);
  return {text: new XMLSerializer().serializeToString(svg), width, height: y};
}

function setUpPictures() {
  for (const figure of document.querySelectorAll("figure.chart")) {
    const svg = make("button", {type: "button"}, words.saveSVG), png = make("button", {type: "button"}, words.savePNG);
    svg.addEventListener("click", () => save(figure.id + ".svg", "image/svg+xml", picture(figure).text));
    png.addEventListener("click", () => {
      const {text, width, height} = picture(figure);
      const image = new Image();
      image.addEventListener("load", () => {
        const canvas = make("canvas", {width: 2 * width, height: 2 * height});
        canvas.getContext("2d").drawImage(image, 0, 0, 2 * width, 2 * height);
        canvas.toBlob(blob => save(figure.id + ".png", "image/png", blob));
      });
      image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
    });
    figure.append(make("div", {class: "save"}, svg, png));
  }
}

// Folded parts are open on paper.
function setUpPrint() {
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => { for (const details of folded) details.open = false; });
}

// The engine

/** The bytes of a text in which five letters are four bytes: the letters from "#" on, but for "&", "<" and "\\". */
function bytesOf(text) {
  const digits = new Uint8Array(128);
  for (let letter = 35, digit = 0; digit < 85; letter++) if (!"&<\\".includes(String.fromCharCode(letter))) digits[letter] = digit++;
  const bytes = new Uint8Array(text.length / 5 * 4);
  for (let at = 0, end = 0; at < text.length; at += 5, end += 4) {
    let word = 0;
    for (let place = at; place < at + 5; place++) word = word * 85 + digits[text.charCodeAt(place)];
    bytes[end] = word >>> 24;
    bytes[end + 1] = word >>> 16;
    bytes[end + 2] = word >>> 8;
    bytes[end + 3] = word;
  }
  return bytes;
}

/** What LZMA packed into a file of its old format (.lzma), which ends with a mark; I. Pavlov's specification of it, 2015. */
function unpacked(packed) {
  const context = packed[0] % 9, places = (packed[0] / 9 | 0) % 5, positions = packed[0] / 45 | 0;
  const chances = count => new Uint16Array(count).fill(1024);
  const lengths = () => ({choice: chances(2), low: chances(128), middle: chances(128), high: chances(256)});
  const [isMatch, isLongRepeat] = [chances(192), chances(192)];
  const [isRepeat, isOlder, isThird, isFourth] = [chances(12), chances(12), chances(12), chances(12)];
  const [letters, slots, low, align] = [chances(768 << context + places), chances(256), chances(115), chances(16)];
  const [first, again] = [lengths(), lengths()];
  let [at, range, code] = [14, 2 ** 32 - 1, 0];
  while (at < 18) code = code * 256 + packed[at++];

  const refill = () => {
    if (range >= 2 ** 24) return;
    range *= 256;
    code = code * 256 + packed[at++];
  };
  const bit = (table, place) => {
    const chance = table[place], bound = (range >>> 11) * chance, isSet = code >= bound;
    if (isSet) {
      range -= bound;
      code -= bound;
      table[place] = chance - (chance >> 5);
    } else {
      range = bound;
      table[place] = chance + (2048 - chance >> 5);
    }
    refill();
    return isSet ? 1 : 0;
  };
  const number = (table, start, bits) => {
    let found = 1;
    for (let count = 0; count < bits; count++) found = found << 1 | bit(table, start + found);
    return found - (1 << bits);
  };
  const reversed = (table, start, bits) => {
    let node = 1, found = 0;
    for (let count = 0; count < bits; count++) {
      const next = bit(table, start + node);
      node = node << 1 | next;
      found |= next << count;
    }
    return found;
  };
  const even = bits => {
    let found = 0;
    for (let count = 0; count < bits; count++) {
      range = range >>> 1;
      const isSet = code >= range;
      if (isSet) code -= range;
      found = found << 1 | (isSet ? 1 : 0);
      refill();
    }
    return found;
  };
  const length = (table, position) => {
    if (!bit(table.choice, 0)) return 2 + number(table.low, position << 3, 3);
    return bit(table.choice, 1) ? 18 + number(table.high, 0, 8) : 10 + number(table.middle, position << 3, 3);
  };
  const distance = count => {
    const slot = number(slots, Math.min(count - 2, 3) << 6, 6), bits = (slot >> 1) - 1;
    if (slot < 4) return slot;
    const start = (2 | slot & 1) * 2 ** bits;
    return slot < 14
      ? start + reversed(low, start - slot, bits) : start + even(bits - 4) * 16 + reversed(align, 0, 4);
  };

  let bytes = new Uint8Array(4 << 20), end = 0, state = 0, back = [0, 0, 0, 0];
  const makeRoom = count => {
    if (end + count <= bytes.length) return;
    const longer = new Uint8Array(bytes.length * 2);
    longer.set(bytes);
    bytes = longer;
  };
  const copy = count => {
    makeRoom(count);
    for (const start = back[0] + 1; count > 0; count--, end++) bytes[end] = bytes[end - start];
  };
  for (;;) {
    const position = end & (1 << positions) - 1;
    if (!bit(isMatch, state << 4 | position)) {
      const last = end > 0 ? bytes[end - 1] : 0;
      const start = 768 * (((end & (1 << places) - 1) << context) + (last >> 8 - context));
      let symbol = 1;
      if (state > 6) {
        let other = bytes[end - back[0] - 1], next, same;
        do {
          same = other >> 7 & 1;
          other <<= 1;
          next = bit(letters, start + (1 + same << 8) + symbol);
          symbol = symbol << 1 | next;
        } while (next === same && symbol < 256);
      }
      while (symbol < 256) symbol = symbol << 1 | bit(letters, start + symbol);
      makeRoom(1);
      bytes[end++] = symbol;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count;
    if (bit(isRepeat, state)) {
      if (!bit(isOlder, state)) {
        if (!bit(isLongRepeat, state << 4 | position)) {
          state = state < 7 ? 9 : 11;
          copy(1);
          continue;
        }
      } else {
        const older = !bit(isThird, state) ? 1 : !bit(isFourth, state) ? 2 : 3;
        back.unshift(...back.splice(older, 1));
      }
      count = length(again, position);
      state = state < 7 ? 8 : 11;
    } else {
      count = length(first, position);
      state = state < 7 ? 7 : 10;
      back = [distance(count), back[0], back[1], back[2]];
      if (back[0] === 2 ** 32 - 1) return bytes.subarray(0, end);
    }
    if (back[0] >= end || at > packed.length + 5) throw new RangeError("LZMA");
    copy(count);
  }
}

/** What the command computes, in the page: requests and answers are those of the engine (docs/page-engine.md). */
async function startEngine() {
  const module = await WebAssembly.compile(unpacked(bytesOf($("engine").textContent)));
  const begin = () => new WebAssembly.Instance(module, {page: {milliseconds: () => performance.now()}}).exports;
  let engine = begin(), opening = null;
  const most = 512 << 20;
  return function ask(request) {
    // Requests with figures leave something behind: a new instance begins where much has come together.
    if (engine.memory.buffer.byteLength > most && opening !== null && request !== opening) {
      engine = begin();
      ask(opening);
    }
    if (typeof request === "string") opening = request;
    const sent = typeof request === "string" ? request : JSON.stringify(request);
    const bytes = new TextEncoder().encode(sent);
    const start = engine.reserve(bytes.length);
    if (start === 0) return {error: "tooLong"};
    new Uint8Array(engine.memory.buffer, start, bytes.length).set(bytes);
    // The memory may have grown: its bytes are looked at anew.
    const found = engine.answer(bytes.length);
    return JSON.parse(new TextDecoder().decode(new Uint8Array(engine.memory.buffer, found, engine.answerLength())));
  };
}

/** A figure in words: a number, two counts, or a status. */
function figureText(figure, metric) {
  if (!figure) return "–";
  if (figure.status) return words[figure.status] ?? figure.status;
  if ("numerator" in figure) {
    const share = figure.denominator ? " = " + numberText(Number((100 * figure.numerator / figure.denominator).toFixed(2))) + " %" : "";
    return numberText(figure.numerator) + "/" + numberText(figure.denominator) + share;
  }
  if (metric?.kind === "yesNo") return figure.value ? words.yes : words.no;
  if (metric?.kind === "task") return [words.notDone, words.doneLate, words.doneInTime][figure.value] ?? numberText(figure.value);
  return numberText(figure.value) + (metric?.kind === "percent" ? " %" : "");
}

/** What was typed, as the engine takes it; a text says what is wrong. */
function readEdit(text, metric, figure) {
  const written = text.trim();
  if (metric.kind === "yesNo") return {answer: written === "yes"};
  if (metric.kind === "task") return {task: written};
  if (written.includes("/")) {
    const [numerator, denominator, more] = written.split("/").map(readNumber);
    if (numerator === null || denominator === null || denominator === undefined || more !== undefined) return words.wantsRatio;
    return {numerator, denominator};
  }
  const number = readNumber(written);
  if (number === null) return metric.numerator ? words.wantsRatio : words.badNumber;
  if (metric.kind !== "percent" && metric.numerator && figure && "numerator" in figure) return {numerator: number};
  return {set: number};
}

/** An edit as it is typed into the table. */
function editText(edit) {
  if ("answer" in edit) return edit.answer ? "yes" : "no";
  if ("task" in edit) return edit.task;
  if ("denominator" in edit) return numberText(edit.numerator) + "/" + numberText(edit.denominator);
  if ("numerator" in edit) return numberText(edit.numerator);
  if ("set" in edit) return numberText(edit.set);
  return "";
}

/** An edit as the command takes it; null for what only a scenario file can say. */
function argument(metric, edit) {
  const plainNumber = number => String(Number(number.toFixed(6))).replace(".", isVietnamese ? "," : ".");
  if ("answer" in edit) return `${metric}=${edit.answer ? "có" : "no"}`;
  if ("task" in edit) return `${metric}=${{doneInTime: "hoàn thành đúng hạn", doneLate: "hoàn thành trễ hạn", notDone: "chưa hoàn thành"}[edit.task]}`;
  if ("denominator" in edit) return `${metric}=${plainNumber(edit.numerator)}/${plainNumber(edit.denominator)}`;
  if ("numerator" in edit) return `${metric}=${plainNumber(edit.numerator)}/`;
  if ("set" in edit) return `${metric}=${plainNumber(edit.set)}`;
  return null;
}

class Planner {
  constructor(ask) {
    this.ask = ask;
    this.input = $("engine-input").textContent;
    this.metrics = new Map(data.metrics.map(metric => [metric.code, metric]));
    this.names = new Map(data.criteria.map(criterion => [criterion.code, criterion.name]));
    this.actions = new Map(data.actions.map(action => [action.code, action.name]));
    this.unit = data.unit;
    this.edits = new Map();
    this.kept = [];
  }

  /** The page is opened in the engine; false where it cannot be. */
  open() {
    const opened = this.ask(this.input);
    if (opened.error) {
      fault(words.error + ": " + opened.error + " " + (opened.findings ?? []).map(finding => finding.code).join(", "));
      return false;
    }
    this.opened = opened;
    return true;
  }

  request(kind, more = {}) {
    return this.ask({request: kind, unit: this.unit, edits: [...this.edits].map(([metric, edit]) => ({metric, ...edit})), ...more});
  }

  // The table of figures

  show() {
    const base = this.ask({request: "score", unit: this.unit});
    if (base.error) return fault(words.error + ": " + base.error);
    this.base = base;
    this.rows = new Map();
    this.leaves = new Map();
    const body = make("tbody");
    const shown = new Set();
    for (const node of base.nodes) {
      if (!node.measures) continue;
      let isFirst = true;
      for (const measure of node.measures) {
        for (const figure of measure.figures ?? []) {
          if (figure.isLastYear || shown.has(figure.metric)) continue;
          shown.add(figure.metric);
          body.append(this.row(node, figure, isFirst));
          isFirst = false;
        }
      }
    }
    const head = make("tr", {}, ...[words.criterion, words.figure, words.now, words.try, words.points, words.next].map(
      heading => make("th", {scope: "col"}, heading)));
    $("figures").replaceChildren(make("table", {}, make("thead", {}, head), body));
    this.update();
  }

  row(node, figure, isFirst) {
    const metric = this.metrics.get(figure.metric) ?? {code: figure.metric, name: figure.metric, kind: "amount"};
    const control = this.control(metric, figure);
    const fault = make("div", {class: "fault", role: "status"});
    const points = make("td", {class: "number"}), next = make("td", {});
    const row = make("tr", {}, make("th", {scope: "row"}, node.code + " " + (this.names.get(node.code) ?? "")),
      make("td", {}, metric.name), make("td", {class: "number"}, figureText(figure, metric)),
      make("td", {}, control, fault), points, next);
    if (isFirst) this.leaves.set(node.code, {points, maximum: node.maximum, before: node.points});
    row.dataset.key = plain(node.code + " " + (this.names.get(node.code) ?? "") + " " + metric.name + " " + metric.code);
    this.rows.set(metric.code, {row, control, fault, metric, figure, next});
    const edit = this.edits.get(metric.code);
    if (edit) control.value = editText(edit);
    return row;
  }

  control(metric, figure) {
    const label = words.try + ": " + metric.name;
    let control;
    if (metric.kind === "yesNo" || metric.kind === "task") {
      const choices = metric.kind === "yesNo" ? ["yes", "no"] : ["doneInTime", "doneLate", "notDone"];
      control = make("select", {"aria-label": label}, make("option", {value: ""}, "–"),
        ...choices.map(choice => make("option", {value: choice}, words[choice])));
    } else {
      const example = "numerator" in figure ? numberText(figure.numerator) + "/" + numberText(figure.denominator)
        : "value" in figure ? numberText(figure.value) : metric.numerator ? "45/50" : "";
      control = make("input", {type: "text", inputmode: "decimal", autocomplete: "off", "aria-label": label, placeholder: example});
      control.addEventListener("keydown", event => {
        const step = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
        if (step) { event.preventDefault(); this.move(metric.code, step); }
      });
    }
    control.addEventListener("input", () => this.typed(metric.code));
    return control;
  }

  /** One case or one unit more or less. */
  move(code, step) {
    const {control, figure} = this.rows.get(code);
    const text = control.value || control.placeholder;
    const [first, second] = text.split("/").map(readNumber);
    if (first === null || first === undefined) return;
    const moved = Math.max(first + step, 0);
    control.value = second === undefined || second === null ? numberText(moved) : numberText(Math.min(moved, second)) + "/" + numberText(second);
    this.typed(code, figure);
  }

  typed(code) {
    const {control, fault, metric, figure} = this.rows.get(code);
    fault.textContent = "";
    this.edits.delete(code);
    if (control.value.trim() !== "") {
      const edit = readEdit(control.value, metric, figure);
      if (typeof edit === "string") fault.textContent = edit;
      else this.edits.set(code, edit);
    }
    this.update();
  }

  /** The points of what was typed; the steps follow when the page is at rest. */
  update() {
    const found = this.request("score", {steps: false});
    if (found.error === "scenario") {
      for (const wrong of found.faults) {
        const row = this.rows.get(wrong.metric ?? [...this.edits.keys()][wrong.edit]);
        const bounds = wrong.least !== undefined && wrong.most !== undefined
          ? ": " + numberText(wrong.least) + " – " + numberText(wrong.most) : "";
        if (row) row.fault.textContent = words.outsideDomain + bounds;
      }
      return;
    }
    if (found.error) return fault(words.error + ": " + found.error);
    this.found = found;
    this.showState(found);
    const nodes = new Map(found.nodes.map(node => [node.code, node]));
    for (const [code, leaf] of this.leaves) {
      const node = nodes.get(code);
      const change = node.points !== null && leaf.before !== null && node.points !== leaf.before
        ? " (" + (node.points > leaf.before ? "+" : "") + numberText(Number((node.points - leaf.before).toFixed(6)), data.pointDigits) + ")" : "";
      const text = numberText(node.points, data.pointDigits) + "/" + numberText(node.maximum, data.pointDigits) + change;
      if (leaf.points.textContent !== text) leaf.points.textContent = text;
      leaf.points.classList.toggle("changed", change !== "");
    }
    for (const [code, {row}] of this.rows) row.classList.toggle("changed", this.edits.has(code));
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.showSteps(), 150);
    this.showCommand();
  }

  showSteps() {
    const found = this.request("score");
    if (found.error) return;
    for (const node of found.nodes) {
      for (const measure of node.measures ?? []) {
        // A step stands beside the figure that it is about.
        const own = (measure.figures ?? []).find(figure => !figure.isLastYear && this.rows.has(figure.metric));
        if (!own) continue;
        const {next, metric} = this.rows.get(own.metric), step = (measure.steps ?? [])[0];
        next.textContent = step ? this.stepText(step, metric) : "–";
      }
    }
  }

  stepText(step, metric) {
    const unit = metric.kind === "percent" ? " %" : "";
    const needed = step.needed ? step.needed.comparison + " " + numberText(step.needed.value) + unit : "";
    const count = step.numerator !== undefined && step.numerator !== null ? " (" + numberText(step.numerator) + ")" : "";
    return needed + count + ": +" + numberText(step.gain, data.pointDigits);
  }

  showState(state) {
    const base = this.base;
    const change = (now, before, digits) => before === null || now === null || now === before ? ""
      : " (" + (now > before ? "+" : "") + numberText(Number((now - before).toFixed(6)), digits) + ")";
    const part = (title, text) => make("span", {}, title + " ", make("strong", {}, text));
    const parts = [
      part(words.points, numberText(state.points, data.pointDigits) + "/" + numberText(state.maximum, data.pointDigits) + change(state.points, base.points, data.pointDigits)),
      part(words.index, numberText(state.index, data.indexDigits) + change(state.index, base.index, data.indexDigits)),
    ];
    if (this.opened.peers !== "none") {
      const rank = state.rank === null || state.rank === undefined ? words.noRank : numberText(state.rank) + "/" + state.ranked;
      parts.push(part(words.rank, rank + (base.rank && state.rank && base.rank !== state.rank ? " (" + words.nowState.toLowerCase() + " " + numberText(base.rank) + ")" : "")));
    }
    if (state.class) parts.push(part(words.class, state.class));
    if (!this.edits.size) parts.push(make("span", {}, words.unchanged));
    for (const freed of state.freed ?? []) parts.push(make("span", {}, words.freed + ": " + freed.criterion));
    if (this.opened.scalesFixed) parts.push(make("span", {class: "caption"}, words.scalesFixed));
    if (this.opened.peers === "none") parts.push(make("span", {class: "caption"}, words.noPlace));
    $("state").replaceChildren(...parts);
  }

  showCommand() {
    const quote = text => /^[\w.,=\/:+-]+$/.test(text) ? text : "'" + text.replace(/'/g, "'\\''") + "'";
    const changes = [...this.edits].map(([metric, edit]) => argument(metric, edit));
    const start = "score-cli whatif " + quote(data.folder) + " --unit " + quote(this.unit);
    $("command").textContent = changes.includes(null) ? start + " --scenario phuong-an.json"
      : start + changes.map(change => " --set " + quote(change)).join("");
  }

  setEdits(edits) {
    this.edits = new Map(edits.map(({metric, ...edit}) => [metric, edit]));
    for (const [code, {control, fault}] of this.rows) {
      fault.textContent = "";
      control.value = this.edits.has(code) ? editText(this.edits.get(code)) : "";
    }
    this.update();
  }

  // Plans

  findPlan() {
    const kind = $("goal-kind").value, value = readNumber($("goal-value").value);
    const place = $("plans");
    if (value === null) return place.replaceChildren(make("p", {class: "fault"}, words.badNumber));
    const found = this.request("plan", {goal: {[kind]: value}, seconds: 5});
    if (found.error) return place.replaceChildren(make("p", {class: "fault"}, words.error + ": " + (found.reason ?? found.error)));
    const plan = found.plans[0];
    if (!plan) {
      return place.replaceChildren(make("p", {}, found.status === "infeasible" ? words.infeasible : words.unknownPlan));
    }
    const unit = data.hasActions ? (data.costUnit ? " " + data.costUnit : "") : " (" + words.costUnknown + ")";
    const proven = found.status === "optimal" ? words.proven : words.notProven;
    const list = make("ul", {}, ...plan.actions.map(action => {
      const name = this.actions.get(action.code);
      return make("li", {}, (name ? name + " (" + action.code + ")" : this.actionText(action.code)) + ": " + numberText(action.cost));
    }));
    const use = make("button", {type: "button"}, words.apply);
    use.addEventListener("click", () => this.setEdits([...this.edits].map(([metric, edit]) => ({metric, ...edit}))
      .filter(edit => !plan.changes.some(change => change.metric === edit.metric)).concat(plan.changes)));
    place.replaceChildren(
      make("p", {}, make("strong", {}, words.cost + ": " + numberText(plan.cost) + unit + ", " + proven)), list,
      make("p", {}, this.stateText(plan)), use);
  }

  /** A next band says which figure it brings where. */
  actionText(code) {
    const metric = this.metrics.get(code.slice(0, code.indexOf("=")));
    return metric ? metric.name + " → " + code.slice(code.indexOf("=") + 1).replace(".", isVietnamese ? "," : ".") : code;
  }

  stateText(state) {
    return [words.points + " " + numberText(state.points, data.pointDigits), words.index + " " + numberText(state.index, data.indexDigits)]
      .concat(state.rank ? [words.rank + " " + numberText(state.rank) + "/" + state.ranked] : [])
      .concat(state.class ? [words.class + " " + state.class] : []).join(", ");
  }

  // Scenarios beside each other

  keep() {
    this.kept.push({unit: this.unit, edits: [...this.edits].map(([metric, edit]) => ({metric, ...edit})), state: this.found});
    this.showKept();
  }

  showKept() {
    if (!this.kept.length) return $("kept").replaceChildren();
    const head = [words.scenario, words.unit, words.points, words.index, words.rank, words.changed, ""];
    const rows = this.kept.map((kept, position) => {
      const use = make("button", {type: "button"}, words.apply), drop = make("button", {type: "button"}, words.remove);
      use.addEventListener("click", () => { this.unit = kept.unit; if ($("planner-unit")) $("planner-unit").value = kept.unit; this.show(); this.setEdits(kept.edits); });
      drop.addEventListener("click", () => { this.kept.splice(position, 1); this.showKept(); ($("kept").querySelector("button") ?? $("keep")).focus(); });
      const changes = kept.edits.map(({metric, ...edit}) => metric + " = " + (words[editText(edit)] ?? editText(edit))).join("; ");
      return make("tr", {}, make("th", {scope: "row"}, String(position + 1)), make("td", {}, kept.unit),
        make("td", {class: "number"}, numberText(kept.state.points, data.pointDigits)),
        make("td", {class: "number"}, numberText(kept.state.index, data.indexDigits)),
        make("td", {class: "number"}, kept.state.rank ? numberText(kept.state.rank) : "–"), make("td", {}, changes || words.unchanged),
        make("td", {}, use, " ", drop));
    });
    $("kept").replaceChildren(make("h3", {}, words.saved), make("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": words.saved},
      make("table", {}, make("thead", {}, make("tr", {}, ...head.map(text => make(text ? "th" : "td", text ? {scope: "col"} : {}, text)))), make("tbody", {}, ...rows))));
  }

  // Files

  scenario() {
    return JSON.stringify({format: 1, unit: this.unit, changes: [...this.edits].map(([metric, edit]) => ({metric, ...edit}))}, null, 2) + "\n";
  }

  /** The figures of the unit as rows of the table of figures, with what was typed. */
  figureRows() {
    const cell = text => /[;"\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
    const number = value => String(Number(value.toFixed(6))).replace(".", isVietnamese ? "," : ".");
    const rows = [words.columns];
    for (const [code, {figure}] of this.rows) {
      const after = this.found.figures.find(found => found.metric === code)?.after ?? figure;
      const parts = ["", "", "", ""];
      if (after.status === "notReported") continue;
      if (after.status) parts[3] = words[after.status];
      else if ("numerator" in after) { parts[1] = number(after.numerator); parts[2] = number(after.denominator); }
      else parts[0] = number(after.value);
      rows.push([this.unit, code, ...parts].map(cell).join(";"));
    }
    return "\ufeff" + rows.join("\r\n") + "\r\n";
  }

  async read(files) {
    const said = [];
    for (const file of files) {
      const text = new TextDecoder("utf-8").decode(await file.arrayBuffer());
      try {
        said.push(/^\s*\{/.test(text) ? this.readScenario(JSON.parse(text)) : this.readTable(text));
      } catch (error) {
        said.push(file.name + ": " + error.message);
      }
    }
    $("collected").replaceChildren(...said.filter(Boolean).map(text => make("p", {}, text)), ...this.ranking());
  }

  readScenario(scenario) {
    if (scenario.unit && scenario.unit !== this.unit) {
      if (data.unit || !data.units.some(unit => unit.code === scenario.unit)) throw new Error(words.fileUnknown + ": " + scenario.unit);
      this.unit = scenario.unit;
      $("planner-unit").value = this.unit;
      this.show();
    }
    this.setEdits(scenario.changes ?? []);
    return words.fileRead + ": " + (scenario.name ?? this.unit);
  }

  /** A table of figures: of this unit it is typed in; on the page of all units it replaces what the page knows. */
  readTable(text) {
    const table = readCSV(text);
    const byUnit = new Map();
    for (const row of table) {
      if (!byUnit.has(row.unit)) byUnit.set(row.unit, []);
      byUnit.get(row.unit).push(row);
    }
    if (data.unit) {
      const rows = byUnit.get(this.unit);
      if (!rows) throw new Error(words.fileUnknown);
      this.setEdits(rows.filter(row => this.rows.has(row.metric)).map(row => ({metric: row.metric, ...row.edit(this.metrics.get(row.metric))})));
      return words.fileRead + ": " + rows.length;
    }
    const input = JSON.parse(this.input);
    this.before ??= new Map(this.opened.totals.map(state => [state.unit, state]));
    let count = 0;
    const unknown = [];
    for (const [code, rows] of byUnit) {
      const unit = input.units.find(unit => unit.code === code);
      if (!unit) { unknown.push(code); continue; }
      for (const row of rows) {
        const position = input.metrics.indexOf(row.metric);
        if (position < 0) { unknown.push(row.metric); continue; }
        unit.figures[position] = row.figure;
        count += 1;
      }
    }
    this.input = JSON.stringify(input);
    if (this.open()) this.show();
    return words.fileRead + ": " + count + (unknown.length ? "; " + words.fileUnknown + ": " + [...new Set(unknown)].slice(0, 10).join(", ") : "");
  }

  /** Places before and after figures came in. */
  ranking() {
    if (!this.before) return [];
    const rows = [...this.opened.totals].sort((a, b) => (a.rank ?? 1e9) - (b.rank ?? 1e9)).map(state => {
      const before = this.before.get(state.unit), name = data.units.find(unit => unit.code === state.unit)?.name ?? state.unit;
      return make("tr", {}, make("th", {scope: "row"}, name), make("td", {class: "number"}, state.rank ? numberText(state.rank) : "–"),
        make("td", {class: "number"}, before.rank ? numberText(before.rank) : "–"), make("td", {class: "number"}, numberText(state.points, data.pointDigits)),
        make("td", {class: "number"}, numberText(state.index, data.indexDigits)), make("td", {class: "number"}, numberText(state.coverage) + " %"));
    });
    const head = [words.unit, words.rank, words.rank + " (" + words.nowState.toLowerCase() + ")", words.points, words.index, words.coverage];
    return [make("h3", {}, words.collected), make("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": words.collected},
      make("table", {}, make("thead", {}, make("tr", {}, ...head.map(text => make("th", {scope: "col"}, text)))), make("tbody", {}, ...rows)))];
  }
}

/** The rows of a table of figures: unit, metric, and the figure as the engine holds it. */
function readCSV(text) {
  const start = text.replace(/^\ufeff/, "");
  const firstLine = start.slice(0, start.search(/[\r\n]|$/));
  const delimiter = [";", "\t", ","].find(sign => firstLine.includes(sign)) ?? ";";
  const lines = [[""]];
  let isQuoted = false;
  for (let place = 0; place < start.length; place += 1) {
    const sign = start[place], line = lines[lines.length - 1];
    if (isQuoted) {
      if (sign === '"' && start[place + 1] === '"') { line[line.length - 1] += '"'; place += 1; }
      else if (sign === '"') isQuoted = false;
      else line[line.length - 1] += sign;
    } else if (sign === '"') isQuoted = true;
    else if (sign === delimiter) line.push("");
    else if (sign === "\n") lines.push([""]);
    else if (sign !== "\r") line[line.length - 1] += sign;
  }
  const headings = lines[0].map(heading => plain(heading.trim()));
  const column = (...names) => headings.findIndex(heading => names.includes(heading));
  const at = {
    unit: column("ma don vi", "unit"), metric: column("ma so lieu", "metric"), value: column("gia tri", "value"),
    numerator: column("tu so", "numerator"), denominator: column("mau so", "denominator"), status: column("trang thai", "status")};
  if (at.unit < 0 || at.metric < 0) throw new Error(words.columns);
  const statuses = new Map(["notReported", "notApplicable", "awaited", "notPublished"].flatMap(
    name => [[plain(words[name]), name], [plain(name), name]]));
  const cell = (line, position) => position < 0 ? "" : (line[position] ?? "").trim();
  return lines.slice(1).filter(line => line.some(text => text.trim())).map((line, index) => {
    const read = name => {
      const written = cell(line, at[name]);
      if (!written) return null;
      const number = readNumber(written);
      if (number === null) throw new Error((index + 2) + ": «" + written + "» " + words.badNumber);
      return number;
    };
    const written = cell(line, at.status), status = statuses.get(plain(written));
    if (written && !status) throw new Error((index + 2) + ": «" + written + "»");
    const [value, numerator, denominator] = [read("value"), read("numerator"), read("denominator")];
    const hasRatio = numerator !== null && denominator !== null;
    return {
      unit: cell(line, at.unit), metric: cell(line, at.metric),
      figure: status ?? (hasRatio ? [numerator, denominator] : value),
      edit(metric) {
        if (status) return {status};
        if (hasRatio) return {numerator, denominator};
        if (value === null) return {status: "notReported"};
        if (metric.kind === "yesNo") return {answer: value === 1};
        if (metric.kind === "task") return {task: ["notDone", "doneLate", "doneInTime"][value]};
        return {set: value};
      }};
  });
}

function fault(text) {
  const place = $("planner-fault");
  place.textContent = text;
  place.hidden = false;
}

async function setUpPlanner() {
  if (!$("engine")) return;
  let ask;
  try {
    ask = await startEngine();
  } catch (error) {
    return fault(words.engineFailed + " (" + error.message + ")");
  }
  const planner = new Planner(ask);
  if (!planner.open()) return;
  const units = $("planner-unit");
  if (units) {
    for (const unit of data.units) if (unit.tried) units.append(make("option", {value: unit.code}, unit.name));
    planner.unit = units.value;
    units.addEventListener("change", () => { planner.unit = units.value; planner.edits.clear(); planner.show(); });
  }
  $("planner-body").hidden = false;
  planner.show();
  $("reset").addEventListener("click", () => planner.setEdits([]));
  $("keep").addEventListener("click", () => planner.keep());
  $("find-plan").addEventListener("click", () => planner.findPlan());
  $("goal-value").addEventListener("keydown", event => { if (event.key === "Enter") planner.findPlan(); });
  $("save-scenario").addEventListener("click", () => save("phuong-an-" + planner.unit + ".json", "application/json", planner.scenario()));
  $("save-figures").addEventListener("click", () => save("so-lieu-" + planner.unit + ".csv", "text/csv;charset=utf-8", planner.figureRows()));
  $("open-file").addEventListener("change", event => planner.read([...event.target.files]));
  addEventListener("dragover", event => event.preventDefault());
  addEventListener("drop", event => { event.preventDefault(); planner.read([...event.dataTransfer.files]); });
  $("figure-search").addEventListener("input", event => {
    const sought = plain(event.target.value).trim().split(/\s+/).filter(Boolean);
    for (const {row} of planner.rows.values()) row.hidden = !sought.every(word => row.dataset.key.includes(word));
  });
  // Checks ask the engine of the page itself.
  window.scorePage = {ask, planner};
}

setUpSearch();
setUpFilters();
setUpPictures();
setUpPrint();
setUpPlanner();
})();
