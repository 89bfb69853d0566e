// Measures the page as it is drawn: nothing wider than the screen, no text too pale on its ground or too small, our font.
const channel = (value) => (value /= 255) <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
const contrast = (one, other) => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};
const ground = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const found = parts(getComputedStyle(at).backgroundColor);
    if (found.length === 3 || found[3] === 1) return found;
  }
  return [255, 255, 255];
};
const isShown = (element) => {
  const box = element.getBoundingClientRect();
  return box.width > 1 && box.height > 1 && element.checkVisibility({ visibilityProperty: true });
};
const saysSomething = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
const pale = [], small = [];
for (const element of document.querySelectorAll("body *")) {
  if (!isShown(element) || !saysSomething(element) || element.closest(".qr, option")) continue;
  const style = getComputedStyle(element);
  const colour = parts(element.closest("svg.chart") ? style.fill : style.color);
  const told = `${element.tagName} ${element.className.baseVal ?? element.className}: ${element.textContent.trim().slice(0, 40)}`;
  if (contrast(colour, ground(element)) < 4.5) pale.push(told);
  if (parseFloat(style.fontSize) < 11) small.push(told);
}
const font = document.fonts.check("400 15px Inter") && getComputedStyle(document.body).fontFamily.startsWith("Inter");
return { wider: Math.max(0, document.documentElement.scrollWidth - innerWidth), pale, small, font };
