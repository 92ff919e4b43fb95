({ printed, graphics }) => {
  // Every text that can be seen, with the weakest contrast (WCAG 2: of luminance) between its ink and
  // its grounds: the backgrounds of what holds it, every stop of their gradients, and the shapes of
  // drawings painted before it. Printed with graphics off, only what insists on it is painted.
  const COLOURS = /(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([^()]*\)/g;
  const WHITE = [255, 255, 255, 1];
  const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const known = new Map();

  function colour(text) {
    if (!known.has(text)) {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = text;
      pen.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
      known.set(text, [r, g, b, a / 255]);
    }
    return known.get(text);
  }

  const over = ([r, g, b, a], [R, G, B]) =>
    [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
  const faded = ([r, g, b, a], share) => [r, g, b, a * share];
  const unique = (all) => [...new Map(all.map((one) => [one.join(), one])).values()];
  const painted = (inks, grounds) =>
    unique(grounds.flatMap((ground) => inks.map((ink) => over(ink, ground))));

  const luminance = (rgb) => rgb.slice(0, 3).map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  function contrast(one, other) {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }

  const held = new Map([[null, [printed ? WHITE : over(colour("canvas"), WHITE)]]]);
  function grounds(element) {
    if (!held.has(element)) {
      const style = getComputedStyle(element);
      const below = grounds(element.parentElement);
      const isPainted = !printed || graphics || style.printColorAdjust === "exact";
      const plain = painted([colour(style.backgroundColor)], below);
      const stops = (style.backgroundImage.match(COLOURS) ?? []).map(colour);
      const all = stops.length ? painted(stops, plain) : plain;
      held.set(element, isPainted ? all : below);
    }
    return held.get(element);
  }

  function fills(shape) {
    const style = getComputedStyle(shape);
    const pattern = style.fill.match(/url\("?#([^")]+)/);
    const parts = pattern ? [...document.getElementById(pattern[1]).querySelectorAll("*")] : [];
    const inks = pattern
      ? ["transparent", ...parts.flatMap((part) => Object.values(strokes(part)))]
      : [style.fill];
    return inks.filter((ink) => ink !== "none")
      .map((ink) => faded(colour(ink), style.fillOpacity * style.opacity));
  }
  function strokes(part) {
    const { fill, stroke } = getComputedStyle(part);
    return { fill, stroke };
  }

  const shapes = [...document.querySelectorAll("svg *")]
    .filter((each) => each instanceof SVGGeometryElement)
    .filter((each) => !each.closest("defs, pattern, clipPath, mask"))
    .map((shape) => ({ shape, inks: fills(shape), box: shape.getBoundingClientRect() }));
  function isUnder({ shape, inks, box }, x, y, element) {
    if (!inks.length || x < box.left || x > box.right || y < box.top || y > box.bottom) return false;
    const point = new DOMPoint(x, y).matrixTransform(shape.getScreenCTM().inverse());
    const isBefore = shape.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    return isBefore && shape.isPointInFill(point);
  }
  function groundsAt(x, y, element) {
    const under = shapes.filter((shape) => isUnder(shape, x, y, element));
    return under.reduce((below, { inks }) => painted(inks, below), grounds(element));
  }

  const seen = new Map([[null, true]]);
  function isSeen(element) {
    if (!seen.has(element)) {
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const isSpeck = box.width <= 1 && box.height <= 1;
      const isCut = style.position === "absolute" && (isSpeck || style.clipPath === "inset(50%)");
      const isOut = style.visibility !== "visible" || style.opacity === "0" || box.right < 0;
      const isGone = style.display === "none" || isCut || isOut;
      seen.set(element, !isGone && isSeen(element.parentElement));
    }
    return seen.get(element);
  }

  const opacity = (element) =>
    (element ? getComputedStyle(element).opacity * opacity(element.parentElement) : 1);
  function weakest(element, style, box) {
    const given = element instanceof SVGElement ? style.fill : style.color;
    const ink = faded(colour(given), opacity(element));
    const y = (box.top + box.bottom) / 2;
    return Math.min(...[box.left + 1, (box.left + box.right) / 2, box.right - 1]
      .flatMap((x) => groundsAt(x, y, element))
      .map((ground) => contrast(over(ink, ground), ground)));
  }

  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement: element, data } = walker.currentNode;
    if (!data.trim() || !isSeen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const box = [...range.getClientRects()].find((one) => one.width > 0);
    if (box) found.push([weakest(element, getComputedStyle(element), box), data.trim().slice(0, 40)]);
  }
  // What the style sheet adds in letters or numbers; the dash of a list is ornament.
  for (const element of document.body.querySelectorAll("*")) {
    for (const pseudo of ["::before", "::after"]) {
      const style = getComputedStyle(element, pseudo);
      if (/^".*[\p{L}\p{N}]/u.test(style.content) && isSeen(element)) {
        found.push([weakest(element, style, element.getBoundingClientRect()), style.content]);
      }
    }
  }
  return found;
}
