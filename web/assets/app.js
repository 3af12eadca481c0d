// The script of the pages: htmx for parts that change by themselves, such as the
// progress of a report that is read. Every page does its work without it.
import "htmx.org/dist/htmx.js";
import "./rows.js";
import "./grid.js";

// A problem above a form is read out and seen first.
document.querySelector(".problem")?.focus();

// Its link leads to the field of the very form that was sent, also in a closed part
// of the page.
const problem = document.querySelector(".problem a[data-form]");
const blamed = problem && (document.querySelector(`form[action="${problem.dataset.form}"] [name="${problem.hash.slice(1)}"]`) ?? document.querySelector(problem.hash));
if (blamed) {
  blamed.setAttribute("aria-invalid", "true");
  for (let part = blamed.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
  problem.addEventListener("click", (e) => {
    e.preventDefault();
    blamed.focus();
  });
}

// The menu of small screens closes when something else is clicked.
document.addEventListener("click", (e) => {
  const menu = document.querySelector(".menu[open]");
  if (menu && !menu.contains(e.target)) menu.open = false;
});
