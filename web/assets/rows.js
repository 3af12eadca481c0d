// The grid of a typed plan: moves like a spreadsheet, takes a paste, and grows by
// the row. Nothing is saved here; without this script the form checks by its button.
import { moves, pastes } from "./cells.js";

const form = document.querySelector("form.rows");
const body = form?.querySelector("tbody");
const line = (input) => [...body.rows].indexOf(input.closest("tr"));
const place = (input) => input.closest("td").cellIndex - 1;
const inputs = (tr) => [...tr.querySelectorAll("input")];

// grow adds an empty row like the last one.
function grow() {
  const last = body.rows[body.rows.length - 1];
  const no = body.rows.length + 1;
  if (no > 200) return null;
  const tr = last.cloneNode(true);
  tr.cells[0].textContent = no;
  tr.cells[0].id = `r${no}`;
  tr.querySelectorAll(".said").forEach((said) => said.remove());
  for (const input of inputs(tr)) {
    input.value = "";
    input.removeAttribute("id");
    input.setAttribute("aria-labelledby", input.getAttribute("aria-labelledby").replace(/\d+$/, no));
    input.removeAttribute("aria-describedby");
    input.removeAttribute("aria-invalid");
  }
  body.append(tr);
  return tr;
}

const row = (at) => body.rows[at] ?? grow();

// below is the input of the same column so many rows away; the last row grows.
function below(input, step) {
  const at = line(input) + step;
  const next = at >= 0 && row(at);
  return next ? inputs(next)[place(input)] : undefined;
}

// fill takes a paste; what it changed is tinted until it is checked.
function fill(input, lines) {
  const first = line(input), column = place(input);
  lines.forEach((values, i) => {
    const tr = row(first + i);
    if (!tr) return;
    values.forEach((value, j) => {
      const input = inputs(tr)[column + j];
      if (!input || input.value === value) return;
      input.value = value;
      input.classList.add("changed");
    });
  });
}

if (body) {
  moves(form, below);
  pastes(form, fill);
  addEventListener("beforeunload", (e) => {
    if (!form.dataset.sent && body.querySelector("input.changed")) e.preventDefault();
  });
  form.addEventListener("input", (e) => e.target.classList.add("changed"));
  form.addEventListener("submit", () => { form.dataset.sent = "yes"; });
}
