// What grids have in common: they move like a spreadsheet and take what one copies.

const cell = (e) => e.target.matches("tbody input") && !e.isComposing;

// moves has Enter and the arrow keys go from row to row: to says which input lies
// so many rows from one, none for the end. Enter never sends the form.
export function moves(form, to) {
  form.addEventListener("keydown", (e) => {
    const step = { ArrowDown: 1, ArrowUp: -1, Enter: 1 }[e.key];
    if (!step || !cell(e)) return;
    e.preventDefault();
    const next = to(e.target, step);
    next?.focus();
    next?.select();
  });
  form.addEventListener("keypress", (e) => {
    if (e.key === "Enter" && cell(e)) e.preventDefault();
  });
}

// pastes hands the lines and columns of a copied table to fill, with the input that
// they begin at. A single value is left to the browser.
export function pastes(form, fill) {
  form.addEventListener("paste", (e) => {
    const text = e.clipboardData.getData("text/plain").replace(/\r/g, "").replace(/\n$/, "");
    if (!cell(e) || !/[\n\t]/.test(text)) return;
    e.preventDefault();
    fill(e.target, text.split("\n").map((line) => line.split("\t").map((value) => value.trim())));
  });
}
