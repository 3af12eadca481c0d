// The script of the pages: htmx for parts that change by themselves, such as the
// progress of a report that is read. Every page does its work without it.
import "htmx.org/dist/htmx.js";
import "./rows.js";
import "./grid.js";

// A problem above a form is read out and seen first.
document.querySelector(".problem")?.focus();

// The menu of small screens closes when something else is clicked.
document.addEventListener("click", (e) => {
  const menu = document.querySelector(".menu[open]");
  if (menu && !menu.contains(e.target)) menu.open = false;
});
