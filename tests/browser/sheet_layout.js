// What is wrong with the sheets as laid out for paper: too small, outside its place, on another text.
() => {
  const wrong = [];
  const pen = document.createElement("canvas").getContext("2d");
  const text = node => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    const style = getComputedStyle(node);
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const upper = style.textTransform === "uppercase";
    const ink = pen.measureText(upper ? node.textContent.toUpperCase() : node.textContent);
    const lines = [...range.getClientRects()];
    const first = lines[0], last = lines[lines.length - 1];
    const base = rect => rect.top + rect.height * ink.fontBoundingBoxAscent
      / (ink.fontBoundingBoxAscent + ink.fontBoundingBoxDescent);
    return {
      what: node.textContent.trim(), left: box.left, right: box.right,
      top: base(first) - ink.actualBoundingBoxAscent, bottom: base(last) + ink.actualBoundingBoxDescent,
      size: parseFloat(style.fontSize),
    };
  };
  const square = node => {
    const { left, right, top, bottom } = node.getBoundingClientRect();
    return { what: "box", left, right, top, bottom, size: Infinity };
  };
  const seen = node => node.getClientRects().length && node.getBoundingClientRect().width > 1.5
    && (node.classList.contains("box") || node.textContent.trim());
  const part = node => node.classList.contains("box") ? square(node) : text(node);
  const meet = (a, b, by = .4) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > by
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > by;
  const inside = (inner, outer, by) => inner.left >= outer.left - by && inner.right <= outer.right + by
    && inner.top >= outer.top - by && inner.bottom <= outer.bottom + by;
  document.querySelectorAll(".sheet").forEach((sheet, number) => {
    const say = (what, where) => wrong.push(`sheet ${number + 1}: ${what} ${where}`);
    const paper = sheet.getBoundingClientRect();
    if (sheet.scrollHeight > sheet.clientHeight + 1) say("too high by", sheet.scrollHeight - sheet.clientHeight);
    if (sheet.scrollWidth > sheet.clientWidth + 1) say("too wide by", sheet.scrollWidth - sheet.clientWidth);
    for (const node of sheet.querySelectorAll(".sheet-head p, thead th, .key > span, .ruled p, .stop")) {
      if (!node.getClientRects().length) continue;
      if (!inside(node.getBoundingClientRect(), paper, 1)) say("outside the sheet:", node.textContent);
      if (parseFloat(getComputedStyle(node).fontSize) < 7.99) say("smaller than 6 pt:", node.textContent);
    }
    const blocks = [...sheet.querySelectorAll(".sheet-head p, table, .key, .ruled, .stop")].map(node => ({
      what: node.className || "table", ...square(node), what: node.className || "table" }));
    blocks.forEach((a, i) => blocks.slice(i + 1).forEach(b => { if (meet(a, b, 1)) say(`${a.what} meets`, b.what); }));
    for (const row of sheet.querySelectorAll("tbody tr")) {
      if (row.getBoundingClientRect().height < 7.4 / 25.4 * 96 - .1) say("row lower than 7.4 mm:", row.innerText);
      for (const cell of row.cells) {
        const place = cell.getBoundingClientRect();
        const parts = [...cell.querySelectorAll("small, .box, b, .mark > span, .monday, .kind, .race-added")].filter(seen).map(part);
        for (const one of parts) {
          if (!inside(one, place, .6)) say(`outside its cell: ${one.what}`, cell.textContent);
          if (one.size < 7.99) say(`smaller than 6 pt: ${one.what}`, cell.textContent);
        }
        parts.forEach((a, i) => parts.slice(i + 1).forEach(b => {
          if (meet(a, b)) say(`${a.what} meets ${b.what} in`, cell.textContent);
        }));
        for (const figure of cell.querySelectorAll(".mark:not(.race) > b, .total > b"))
          if (parseFloat(getComputedStyle(figure).fontSize) < 21.3) say("minutes smaller than 16 pt:", figure.textContent);
      }
    }
  });
  return wrong;
}
