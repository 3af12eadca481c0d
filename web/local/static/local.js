// The window's line to the program, which ends when the last one is gone; and
// dropping a file, which otherwise is chosen.
"use strict";
(() => {
  const line = new EventSource(document.body.dataset.window);
  const ended = document.querySelector(".ended");
  line.onopen = () => { ended.hidden = true; };
  line.onerror = () => { ended.hidden = false; };
  addEventListener("pagehide", () => line.close());
  addEventListener("pageshow", (e) => { if (e.persisted) location.reload(); });

  document.querySelector(".problem")?.focus();
  const form = document.querySelector(".drop");
  if (!form) return;
  const [report, earlier] = form.querySelectorAll("input[type=file]");
  const over = (e) => {
    e.preventDefault();
    form.classList.toggle("over", e.type === "dragover");
  };
  addEventListener("dragover", over);
  addEventListener("dragleave", over);
  addEventListener("drop", (e) => {
    over(e);
    const files = [...e.dataTransfer.files];
    if (files.length === 0) return;
    const give = (input, file) => {
      const list = new DataTransfer();
      if (file) list.items.add(file);
      input.files = list.files;
    };
    const second = e.target.closest(".field")?.contains(earlier);
    if (second) return give(earlier, files[0]);
    give(report, files[0]);
    if (files[1]) give(earlier, files[1]);
    form.requestSubmit();
  });
  form.addEventListener("submit", () => {
    const button = form.querySelector("button");
    button.textContent = button.dataset.busy;
    button.disabled = true;
  });
})();
