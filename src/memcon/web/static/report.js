// The report page: a card lights the words behind each of its fields and the other way round; keys; adding on a
// selection.  Without this script everything can still be read and done: marks and cards are links, decisions are forms.
"use strict";

(() => {
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const ROLES_OF_PARTIES = /\.(source|target|speaker|addressee|subject|object|reported_by|via)$/;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  let byItem = new Map(); // e12 → the pieces of text behind it
  let byToken = new Map(); // e12.source → likewise

  function index() {
    byItem = new Map();
    byToken = new Map();
    const put = (map, key, piece) => (map.has(key) ? map.get(key).push(piece) : map.set(key, [piece]));
    for (const piece of $$("#text [data-m]")) {
      const items = new Set();
      for (const token of piece.dataset.m.split(" ")) {
        put(byToken, token, piece);
        items.add(token.split(".")[0]);
      }
      for (const item of items) put(byItem, item, piece);
    }
    const keys = $("#show-keys");
    if (keys) keys.hidden = false;
    for (const card of $$(".item[data-item]")) card.tabIndex = 0;
  }

  // ---- lighting

  function dark() {
    for (const lit of $$(".lit")) lit.classList.remove("lit", "strong", "party");
    const text = $("#text");
    if (text) text.classList.remove("of-event", "of-statement", "of-fact", "of-actor");
  }

  const kindOf = (item) => ({ s: "of-statement", f: "of-fact", a: "of-actor" })[item[0]] || "of-event";

  function light(item, token) {
    dark();
    if (!byItem.has(item)) return;
    $("#text").classList.add(kindOf(item));
    for (const piece of byItem.get(item)) {
      piece.classList.add("lit");
      const tokens = piece.dataset.m.split(" ").filter((one) => one.startsWith(`${item}.`));
      if (tokens.some((one) => /\.(predicate|content|cue)$/.test(one))) piece.classList.add("strong");
      if (tokens.some((one) => ROLES_OF_PARTIES.test(one))) piece.classList.add("party");
    }
    for (const piece of byToken.get(token) || []) piece.classList.add("strong");
    const card = document.getElementById(item);
    if (card) card.classList.add("lit");
  }

  // Of the items behind a piece the one with the fewest characters: the closest meaning of these words.
  function closest(piece) {
    const length = (token) =>
      (byToken.get(token) || []).reduce((sum, one) => sum + one.textContent.length, 0) + (/^a/.test(token) ? 1e6 : 0);
    const tokens = piece.dataset.m.split(" ").filter((token) => /^[esfa]\d/.test(token));
    return tokens.sort((one, other) => length(one) - length(other));
  }

  function lightFrom(piece) {
    const tokens = closest(piece);
    if (!tokens.length) return dark();
    light(tokens[0].split(".")[0], tokens[0]);
    for (const token of tokens) {
      const card = document.getElementById(token.split(".")[0]);
      if (card) card.classList.add("lit");
      for (const field of $$(`[data-f="${CSS.escape(token)}"]`)) field.classList.add("lit");
    }
    const card = document.getElementById(tokens[0].split(".")[0]);
    if (card && card.closest(".cards")) nudge(card);
  }

  // Bring a card into its column's view, without moving the page.
  function nudge(card) {
    const column = card.closest(".cards");
    if (getComputedStyle(column).overflowY !== "auto") return;
    const seen = column.getBoundingClientRect(), is = card.getBoundingClientRect();
    if (is.top >= seen.top + 16 && is.bottom <= seen.bottom - 16) return;
    const top = column.scrollTop + is.top - seen.top - Math.max(24, (seen.height - is.height) / 3);
    column.scrollTo({ top, behavior: calm.matches ? "auto" : "smooth" });
  }

  function follow(event) {
    const target = event.target;
    if (!(target instanceof Element)) return;
    const piece = target.closest("#text [data-m]");
    if (piece) return lightFrom(piece);
    const reference = target.closest(".ref");
    if (reference) return light(reference.hash.slice(1));
    const item = target.closest("[data-item]");
    if (!item) return event.type === "focusin" ? undefined : rest();
    const field = target.closest("[data-f]");
    light(item.dataset.item, field && field.dataset.f);
  }

  // Nothing is pointed at: the card that has the focus is lit.
  function rest() {
    const focused = document.activeElement && document.activeElement.closest("[data-item], .ref");
    if (focused) light(focused.dataset.item || focused.hash.slice(1));
    else dark();
  }

  document.addEventListener("pointerover", follow);
  document.addEventListener("focusin", follow);
  document.addEventListener("focusout", () => setTimeout(rest, 0));
  document.addEventListener("click", (event) => {
    const piece = event.target instanceof Element && event.target.closest("#text [data-m]");
    if (!piece || !getSelection().isCollapsed) return;
    const card = closest(piece).map((token) => document.getElementById(token.split(".")[0])).find((one) => one && one.closest(".cards"));
    if (card) go(card);
  });

  // ---- walking

  const cards = () => $$(".cards .item[data-item]");

  function current() {
    const focused = document.activeElement && document.activeElement.closest(".cards .item[data-item]");
    return focused || (location.hash && $(`.cards .item${location.hash.replace(/[^#\w-]/g, "")}`)) || null;
  }

  function go(card) {
    card.focus({ preventScroll: true });
    if (getComputedStyle(card.closest(".cards")).overflowY === "auto") nudge(card);
    else card.scrollIntoView({ block: "nearest" });
  }

  function step(by) {
    const all = cards(), at = all.indexOf(current());
    const card = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))];
    if (!card) return;
    go(card);
    const piece = (byToken.get(`${card.id}.predicate`) || byItem.get(card.id) || [])[0];
    if (piece && getComputedStyle(card.closest(".cards")).overflowY === "auto") showWords(piece);
  }

  function showWords(piece) {
    const is = piece.getBoundingClientRect();
    if (is.top > 90 && is.bottom < innerHeight - 60) return;
    piece.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  }

  function press(card, selector) {
    const button = card && $(selector, card);
    if (button) button.click();
    return Boolean(button);
  }

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    a: () => press(current(), "button[name=accept]"),
    e: () => press(current(), "[data-edit]"),
    x: () => {
      const details = current() && $(".decide details", current());
      if (!details) return;
      details.open = true;
      $("[name=why]", details).focus();
    },
    u: () => press($("#decide"), "button"),
    n: () => (window.getSelection().isCollapsed ? location.assign($(".tools a").href) : $("#adding a").click()),
    s: () => $("#show-unread").click(),
    "?": () => $("#keys").showModal(),
  };

  document.addEventListener("keydown", (event) => {
    const target = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || $("#keys").open) return;
    if (target instanceof Element && target.closest("input:not([type=checkbox]), textarea, select")) {
      if (event.key === "Escape" && target.closest("details")) {
        const card = target.closest(".item");
        target.closest("details").open = false;
        card.focus();
      }
      return;
    }
    if (event.key === "Enter" && target instanceof Element && target.matches(".item[data-item]")) {
      const reference = document.getElementById(`in-${target.dataset.item}`);
      if (reference) reference.focus();
      event.preventDefault();
      return;
    }
    const key = keys[event.key];
    if (!key) return;
    event.preventDefault();
    key();
  });

  // ---- adding on a selection: offsets in code points, as the record counts them

  function place(node, offset) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node.childNodes[offset] || node;
    const piece = element instanceof Element ? element.closest("[data-at]") || $("[data-at]", element) : null;
    if (!piece) return null;
    const before = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, offset) : "";
    return Number(piece.dataset.at) + [...before].length;
  }

  function selected() {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const text = $("#text");
    if (!text || !text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
    const start = place(range.startContainer, range.startOffset), end = place(range.endContainer, range.endOffset);
    return start !== null && end !== null && start < end ? { start, end, words: selection.toString() } : null;
  }

  document.addEventListener("selectionchange", () => {
    const bar = $("#adding");
    if (!bar) return;
    const found = selected();
    bar.hidden = !found;
    if (!found) return;
    $("#adding-words").textContent = found.words.replace(/\s+/g, " ").slice(0, 80);
    for (const link of $$("a", bar)) {
      const query = new URLSearchParams({ kind: link.dataset.kind, start: found.start, end: found.end });
      link.search = query.toString();
    }
  });

  // ---- beginnings

  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("#show-keys")) $("#keys").showModal();
  });

  // After a decision the page is put in anew; the reader stays at the card, or at the next one where it is gone.
  // What is shown in the text stays as the reader chose.
  let at = null;
  let decided = "";
  let shown = new Map();
  const DONE = { accept: "accepted", reject: "rejected", undo: "undone" };
  document.addEventListener("htmx:configRequest", (event) => {
    // htmx sends the button that was pressed only where it stands inside its form; those of the cards stand outside.
    const button = event.detail.triggeringEvent && event.detail.triggeringEvent.submitter;
    if (!button || !button.name) return;
    event.detail.parameters[button.name] = button.value;
    decided = DONE[button.name] ? `${button.value} ${DONE[button.name]}` : "";
  });
  document.addEventListener("htmx:beforeRequest", () => {
    const all = cards(), card = current();
    at = card && { id: card.id, number: all.indexOf(card), scroll: $(".cards").scrollTop };
    shown = new Map($$(".legend input").map((one) => [one.id, one.checked]));
  });
  document.addEventListener("htmx:afterSettle", () => {
    index();
    $("#decided").textContent = decided; // said by screen readers
    for (const [id, checked] of shown) document.getElementById(id).checked = checked;
    if (!at) return;
    const all = cards();
    const card = document.getElementById(at.id);
    $(".cards").scrollTop = at.scroll;
    const next = card && card.matches("[data-item]") ? card : all[Math.min(at.number, all.length - 1)];
    if (next) go(next);
    rest(); // htmx has given the focus back already, to words that were not there yet
  });
  document.addEventListener("htmx:responseError", (event) => {
    // What cannot be done is told in words on a page of its own.
    const told = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
    const words = told.querySelector(".notice p");
    $("#problem").textContent = words ? words.textContent : "That did not work. Load the page again.";
    $("#problem").hidden = false;
  });

  index();
  const here = document.getElementById("here");
  if (here && !location.hash) here.scrollIntoView({ block: "center" });
})();
