// The grid of a typed plan: moves like a spreadsheet, takes a paste, and grows by
// the row. Nothing is saved here; without this script the form checks by its button.
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

function move(e) {
  const step = { ArrowDown: 1, ArrowUp: -1, Enter: 1 }[e.key];
  if (!step || e.isComposing || !e.target.matches("tbody input")) return;
  e.preventDefault();
  const at = line(e.target) + step;
  const next = at >= 0 && row(at);
  if (next) inputs(next)[place(e.target)].focus();
}

// paste fills from the cursor on; what it changed is tinted until it is checked.
function paste(e) {
  const text = e.clipboardData.getData("text/plain").replace(/\r/g, "").replace(/\n$/, "");
  if (!e.target.matches("tbody input") || !/[\n\t]/.test(text)) return;
  e.preventDefault();
  const first = line(e.target), column = place(e.target);
  text.split("\n").forEach((cells, i) => {
    const tr = row(first + i);
    if (!tr) return;
    cells.split("\t").forEach((value, j) => {
      const input = inputs(tr)[column + j];
      if (!input || input.value === value.trim()) return;
      input.value = value.trim();
      input.classList.add("changed");
    });
  });
}

if (body) {
  form.addEventListener("keydown", move);
  form.addEventListener("paste", paste);
  addEventListener("beforeunload", (e) => {
    if (!form.dataset.sent && body.querySelector("input.changed")) e.preventDefault();
  });
  form.addEventListener("input", (e) => e.target.classList.add("changed"));
  form.addEventListener("submit", () => { form.dataset.sent = "yes"; });
}
