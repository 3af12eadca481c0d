// The grid of a sheet: moves like a spreadsheet, takes a paste, saves while one
// types. Without this script the form saves by its button.
import { moves, pastes } from "./cells.js";

const rowOf = (form, input) => [...form.querySelectorAll("tbody tr")].indexOf(input.closest("tr"));
const cells = (tr) => ["v", "q", "r"].map((k) => tr.querySelector(`[name^="${k} "]`));
const field = (tr) => cells(tr)[0].name.slice(2);
const state = (tr) => cells(tr).map((c) => c.value.trim()).join("\n");
const hidden = (tr, k) => tr.querySelector(`[name^="${k} "]`);

for (const form of document.querySelectorAll("form.grid")) {
  if (!form.querySelector('[name^="v "]')) continue;
  start(form);
}

function start(form) {
  const rows = [...form.querySelectorAll("tbody tr")];
  const out = form.querySelector("output");
  const kept = "gangmu" + location.pathname; // what could not be sent, on this computer
  const say = (text, bad) => { out.textContent = text; out.className = bad ? "late" : "quiet"; };
  let timer, busy = false;

  const changed = () => rows.filter((tr) => state(tr) !== hidden(tr, "w").value.replaceAll("\r", ""));

  function later(ms = 600) {
    clearTimeout(timer);
    timer = setTimeout(save, ms);
  }

  async function save() {
    const todo = changed();
    if (busy || form.querySelector(".pasted")) return;
    if (!todo.length) return;
    busy = true;
    say(form.dataset.saving);
    localStorage.setItem(kept, JSON.stringify(todo.map((tr) => [field(tr), ...cells(tr).map((c) => c.value)])));
    const body = new URLSearchParams();
    for (const tr of todo) {
      for (const c of cells(tr)) body.set(c.name, c.value);
      for (const kept of tr.querySelectorAll("input[type=hidden]")) body.append(kept.name, kept.value); // evidence, too
    }
    try {
      const res = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
      take(await res.json(), todo);
    } catch {
      say(form.dataset.offline, true);
      later(5000);
    }
    busy = false;
  }

  // take shows what the server made of it; what was typed meanwhile stays.
  function take(answer, sent) {
    if (answer.problem) return say(answer.problem, true);
    localStorage.removeItem(kept);
    const byField = new Map(answer.cells.map((c) => [c.field, c]));
    for (const tr of rows) {
      const c = byField.get(field(tr));
      if (!c) continue;
      const said = tr.querySelector(".said");
      said.replaceChildren(...[...c.problems, ...(c.conflict ? [c.conflict] : [])].map((text) => Object.assign(document.createElement("li"), { textContent: text })));
      cells(tr)[0].setAttribute("aria-invalid", c.problems.length || c.conflict ? "true" : "false");
      if (sent.includes(tr) && !c.conflict) {
        hidden(tr, "b").value = c.seq;
        hidden(tr, "w").value = [c.value, c.quality, c.remark].join("\n");
      }
    }
    say(form.dataset.saved + " " + new Date().toLocaleTimeString());
    if (changed().length && !answer.cells.some((c) => c.conflict)) later();
  }

  form.addEventListener("change", () => later(0));
  form.addEventListener("input", () => later());
  addEventListener("online", () => later(0));

  moves(form, (input, step) => {
    const tr = rows[rowOf(form, input) + step];
    return tr && cells(tr).find((c) => c.name[0] === input.name[0]);
  });

  pastes(form, (input, lines) => {
    clearTimeout(timer);
    const first = rowOf(form, input), column = "vqr".indexOf(input.name[0]);
    const before = [];
    lines.forEach((values, i) => values.forEach((value, j) => {
      const c = rows[first + i] && cells(rows[first + i])[column + j];
      if (!c) return;
      if (c.tagName === "SELECT") {
        const o = [...c.options].find((o) => o.text === value || o.value === value);
        if (!o) return;
        value = o.value;
      }
      if (c.value === value) return;
      before.push([c, c.value]);
      c.value = value;
      c.classList.add("changed");
    }));
    if (before.length) ask(before);
  });

  // ask shows what a paste changes before it is saved.
  function ask(before) {
    form.querySelector(".pasted button:last-child")?.click();
    const bar = document.createElement("div");
    bar.className = "pasted";
    bar.setAttribute("role", "alertdialog");
    const button = (text, done) => {
      const b = Object.assign(document.createElement("button"), { type: "button", textContent: text });
      b.addEventListener("click", () => {
        for (const [c] of before) c.classList.remove("changed");
        bar.remove();
        done();
      });
      return b;
    };
    const take = button(form.dataset.take, () => later(0));
    take.className = "primary";
    bar.append(form.dataset.paste.replace("%d", before.length), take,
      button(form.dataset.leave, () => before.forEach(([c, value]) => { c.value = value; })));
    form.prepend(bar);
    take.focus();
  }

  for (const [name, ...values] of JSON.parse(localStorage.getItem(kept) ?? "[]")) {
    const tr = rows.find((tr) => field(tr) === name);
    if (tr) cells(tr).forEach((c, i) => { c.value = values[i]; });
    later(0);
  }
}
