() => {
  // Texts that nobody can read as it is: outside the window, on another text, or cut off.
  const width = document.documentElement.clientWidth;
  const isSpeck = ({ width: wide, height: high }) => wide <= 1 || high <= 1;
  function isHidden(element) {
    const style = getComputedStyle(element);
    const isCut = isSpeck(element.getBoundingClientRect()) || style.clipPath === "inset(50%)";
    const isForReaders = style.position === "absolute" && isCut;
    return isForReaders || (element.parentElement !== null && isHidden(element.parentElement));
  }

  function texts() {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement: element, data } = walker.currentNode;
      if (!data.trim() || !element.checkVisibility() || isHidden(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const boxes = [...range.getClientRects()].filter((box) => box.width > 1 && box.right > 0);
      found.push(...boxes.map((box) => ({ box, text: data.trim() })));
    }
    return found.sort((one, other) => one.box.top - other.box.top);
  }

  function isOn({ box: one }, { box: other }) {
    const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    return wide > 0.5 && high > Math.min(one.height, other.height) / 2;
  }

  const all = texts();
  const lost = all.filter(({ box }) => box.left < -1 || box.right > width + 1)
    .map(({ text }) => `outside the window: ${text}`);
  all.forEach((one, place) => {
    for (const other of all.slice(place + 1)) {
      if (other.box.top > one.box.bottom) break;
      if (isOn(one, other)) lost.push(`on each other: ${one.text} / ${other.text}`);
    }
  });
  for (const element of document.body.querySelectorAll("*")) {
    const isClipping = /hidden|clip/.test(getComputedStyle(element).overflowX);
    const isWider = element.scrollWidth > element.clientWidth + 1;
    if (isClipping && isWider && element.checkVisibility() && !isHidden(element)) {
      lost.push(`cut off: ${element.textContent.trim()}`);
    }
  }
  return lost.map((one) => one.slice(0, 90));
}
