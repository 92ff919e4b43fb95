// Sorting and finding. Without it the page is whole, and shows no control that would do nothing.
(() => {
  "use strict";
  const table = document.querySelector("table");
  if (!table) return;
  const desk = document.querySelector(".desk");
  const [find, only] = desk.querySelectorAll("input");
  const output = desk.querySelector("output");
  const heads = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  const letters = new Intl.Collator("en", { numeric: true });
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  const rows = [...body.rows].map((row, place) => ({
    row,
    place,
    name: row.querySelector("bdi").textContent,
    keys: [...row.cells].map(({ dataset: { k } }) => (k ? Number(k) : null)),
    needs: row.classList.contains("needs"),
    words: plain(`${row.cells[0].textContent} ${row.cells[1].textContent}`),
  }));
  const byName = [...rows].sort((a, b) => letters.compare(a.name, b.name) || a.place - b.place);
  byName.forEach((each, place) => { each.keys[0] = place; });

  // Ties go by name; what has nothing to sort by comes last, either way round.
  function sort(column, direction) {
    const turn = direction === "ascending" ? 1 : -1;
    const sorted = [...byName].sort(({ keys: { [column]: a } }, { keys: { [column]: b } }) => {
      if (a === b) return 0;
      if (a === null || b === null) return a === null ? 1 : -1;
      return turn * (a - b);
    });
    heads.forEach((head) => head.removeAttribute("aria-sort"));
    heads[column].setAttribute("aria-sort", direction);
    body.append(...sorted.map(({ row }) => row));
  }

  function turned(head) {
    const { first } = head.dataset;
    if (head.getAttribute("aria-sort") !== first) return first;
    return first === "ascending" ? "descending" : "ascending";
  }

  function fromAddress() {
    const [name, direction] = location.hash.slice(1).split(":");
    const column = heads.findIndex((head) => head.className === name);
    const known = ["ascending", "descending"].includes(direction);
    if (column >= 0 && known) sort(column, direction);
  }

  function show() {
    const wanted = plain(find.value).split(/\s+/);
    let shown = 0;
    for (const { row, words, needs } of rows) {
      const fits = wanted.every((word) => words.includes(word)) && (needs || !only.checked);
      row.hidden = !fits;
      shown += fits;
    }
    output.value = output.dataset.told.replace("{shown}", shown).replace("{all}", rows.length);
  }

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const direction = turned(head);
      sort(column, direction);
      history.replaceState(null, "", `#${head.className}:${direction}`);
    });
  });
  desk.addEventListener("submit", (event) => event.preventDefault());
  find.addEventListener("input", show);
  only.addEventListener("change", show);
  addEventListener("hashchange", fromAddress);
  addEventListener("pageshow", show);
  table.classList.add("sortable");
  desk.hidden = false;
  fromAddress();
})();
