// Walking through findings and filtering them. Without this script the page shows
// everything, and its links lead from a finding to its places and back.
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const cards = all(".finding");
  if (cards.length === 0) return;
  const tools = document.querySelector(".tools");
  const status = tools.querySelector("[role=status]");
  const now = tools.querySelector(".now");
  const side = document.querySelector(".side");
  let shown = cards; // the cards that the filters let through
  let card = null; // the one that is lit up
  let place = 0; // of the card, among places()

  // The places of a card that the page shows, in its order.
  const places = (c) => all(".places a", c).map((a) => document.getElementById(a.hash.slice(1))).filter(Boolean);
  const marksOf = (c) => all(`[data-f~="${c.dataset.f}"]:not(.finding)`);

  function say() {
    const text = card ? status.dataset.at : status.dataset.all;
    status.textContent = text.replace("{i}", shown.indexOf(card) + 1).replace("{n}", shown.length);
    now.textContent = card ? card.querySelector(".message").textContent : "";
  }

  // reveal scrolls the column of cards, where it is one, and nothing else.
  function reveal(c) {
    const top = tools.offsetHeight + 12;
    const at = c.getBoundingClientRect(), box = side.getBoundingClientRect();
    if (at.top < box.top + top || at.bottom > box.bottom) side.scrollTop += at.top - box.top - top;
  }

  // select lights up a card with all its places and shows one of them.
  function select(c, at, from) {
    if (card) {
      card.classList.remove("on");
      card.removeAttribute("aria-current");
      all(".on").forEach((m) => m.classList.remove("on"));
    }
    card = c;
    place = at;
    if (card) {
      card.classList.add("on");
      card.setAttribute("aria-current", "true");
      marksOf(card).forEach((m) => m.classList.add("on"));
      const here = places(card)[place];
      if (here && from !== "document") here.scrollIntoView({ block: "center" });
      if (from !== "card") reveal(card);
      history.replaceState(null, "", "#" + card.id);
    }
    say();
  }

  // walk goes to the next place, of this card or the next one; by whole cards
  // with the shift key.
  function walk(step, whole) {
    if (shown.length === 0) return;
    const i = shown.indexOf(card);
    const next = place + step;
    if (i >= 0 && !whole && next >= 0 && next < places(card).length) return select(card, next);
    const j = i < 0 ? (step > 0 ? 0 : shown.length - 1) : (i + step + shown.length) % shown.length;
    select(shown[j], step > 0 || whole ? 0 : Math.max(places(shown[j]).length - 1, 0));
  }

  function filter() {
    const classes = new Set(all("input[name=class]:checked", tools).map((i) => i.value));
    const rule = tools.querySelector("[name=rule]").value;
    const lets = (c) => classes.has(c.dataset.class) && (rule === "" || rule === c.dataset.rule);
    shown = cards.filter(lets);
    const numbers = new Set(shown.map((c) => c.dataset.f));
    cards.forEach((c) => { c.hidden = !numbers.has(c.dataset.f); });
    all("mark").forEach((m) => m.classList.toggle("off", !m.dataset.f.split(" ").some((n) => numbers.has(n))));
    all(".ref").forEach((r) => { r.hidden = !numbers.has(r.dataset.f); });
    if (card && !numbers.has(card.dataset.f)) select(null, 0);
    say();
  }

  // follow opens what the address names: a finding, one of its places, a rule.
  function follow() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.matches(".page")) target.open = true;
    const c = cards.find((c) => c === target || c.dataset.f === target.dataset.f);
    if (!c) return;
    const at = places(c).indexOf(target);
    select(c, Math.max(at, 0), at < 0 ? "card" : undefined);
  }

  document.addEventListener("click", (e) => {
    if (e.target.closest("a, summary, code")) return;
    const c = e.target.closest(".finding");
    if (c && getSelection().isCollapsed) return select(c, 0, "card");
    const mark = e.target.closest("mark");
    if (mark) {
      const first = mark.dataset.f.split(" ").map((n) => shown.find((c) => c.dataset.f === n)).find(Boolean);
      if (first) select(first, 0, "document");
    }
  });
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.altKey || e.metaKey || e.target.closest("input, select, textarea")) return;
    const step = { n: 1, p: -1 }[e.key.toLowerCase()];
    if (step) walk(step, e.shiftKey);
    else if (e.key === "Escape") select(null, 0);
  });
  all("[data-walk]", tools).forEach((b) => b.addEventListener("click", (e) => walk(Number(b.dataset.walk), e.shiftKey)));
  tools.addEventListener("change", filter);
  addEventListener("hashchange", follow);
  tools.hidden = false;
  filter();
  follow();
})();
