/** Every text in sight, of the document or of what a selector names, whose contrast with what is painted behind it is below 4.5. */
(inside) => {
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (css) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = css;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data];
  };
  const linear = (v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => 0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255);
  const behind = (node) => {
    for (let n = node; n; n = n.parentElement) {
      const colour = rgba(getComputedStyle(n).backgroundColor);
      if (colour[3] > 200) return colour;
    }
    return rgba('white');
  };
  const hasText = (node) => [...node.childNodes].some((c) => c.nodeType === 3 && c.data.trim());
  const contrast = (node) => {
    const [less, more] = [light(rgba(getComputedStyle(node).color)), light(behind(node))].sort((a, b) => a - b);
    return (more + 0.05) / (less + 0.05);
  };
  return [...document.querySelectorAll(`${inside ?? '#app'} *`)]
    .filter((node) => node.checkVisibility() && !node.disabled && hasText(node) && !node.matches('.label-country'))
    .map((node) => [contrast(node), `${node.id} ${node.className} ${node.textContent.trim().slice(0, 40)}`])
    .filter(([ratio]) => ratio < 4.5);
};
