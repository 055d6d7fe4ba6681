"""Pages as they stand on a screen: nothing wider than it, cut, over each other, too small to read or to tap."""

WIDTHS = (360, 390, 768, 1366)
SCREENS = ((1366, 768), (390, 844))

# What scrolls on purpose is left out.
MEASURE = """() => {
  const wrong = [];
  const scrolls = element => element.closest('.scroll, pre, .skip, .defs, thead');
  if (document.documentElement.scrollWidth > innerWidth + 1) {
    const wide = [...document.querySelectorAll('body *')].filter(e => !scrolls(e) && e.getBoundingClientRect().right > innerWidth + 1);
    wrong.push('wider than the screen: ' + document.documentElement.scrollWidth + ' ' + wide.slice(0, 3).map(e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 40)).join(' | '));
  }
  const unseen = element => { for (; element; element = element.parentElement) if (getComputedStyle(element).clipPath !== 'none') return true; return false; };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const boxes = [], cutters = new Map();
  // What hides what does not fit into it: nothing may be longer.
  const cutter = element => {
    if (!element || element === document.body) return null;
    if (!cutters.has(element)) {
      const look = getComputedStyle(element);
      cutters.set(element, look.overflowX === 'hidden' || look.overflowX === 'clip' || look.overflowY === 'hidden' || look.overflowY === 'clip' ? element : cutter(element.parentElement));
    }
    return cutters.get(element);
  };
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (!node.data.trim() || parent.closest('script, style, .skip, noscript, option, .defs') || !parent.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}) || unseen(parent)) continue;
    const size = parseFloat(getComputedStyle(parent).fontSize);
    if (size < 12) wrong.push('text of ' + size + ' px: ' + node.data.trim().slice(0, 40));
    const range = document.createRange();
    range.selectNodeContents(node);
    const frame = cutter(parent)?.getBoundingClientRect();
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      if (!scrolls(parent) && (box.right > innerWidth + 1 || box.left < -1)) wrong.push('cut text: ' + node.data.trim().slice(0, 40));
      if (frame && (box.right > frame.right + 2 || box.bottom > frame.bottom + 4 || box.left < frame.left - 2)) wrong.push('cut text: ' + node.data.trim().slice(0, 40));
      boxes.push([box.left, box.top + scrollY, box.right, box.bottom + scrollY, node.data.trim().slice(0, 30), parent]);
    }
  }
  boxes.sort((a, b) => a[1] - b[1]);
  for (let i = 0; i < boxes.length; i++) {
    for (let j = i + 1; j < boxes.length && boxes[j][1] < boxes[i][3] - 3; j++) {
      const width = Math.min(boxes[i][2], boxes[j][2]) - Math.max(boxes[i][0], boxes[j][0]);
      const height = Math.min(boxes[i][3], boxes[j][3]) - Math.max(boxes[i][1], boxes[j][1]);
      if (width > 2 && height > 3 && boxes[i][5] !== boxes[j][5] && !scrolls(boxes[i][5]) && !boxes[i][5].closest('#state') && !boxes[j][5].closest('#state'))
        wrong.push('texts over each other: ' + boxes[i][4] + ' / ' + boxes[j][4]);
    }
  }
  for (const target of document.querySelectorAll('a, button, input, select, summary')) {
    if (!target.checkVisibility() || target.closest('.skip') || target.classList.contains('skip')) continue;
    const box = (target.type === 'checkbox' ? target.closest('label') : target).getBoundingClientRect();
    if (box.height < 43.5) wrong.push('target of ' + box.height.toFixed(0) + ' px: ' + target.tagName + ' ' + (target.textContent || target.id).trim().slice(0, 40));
  }
  return [...new Set(wrong)].slice(0, 8);
}"""

FIRST_SCREEN = """() => {
  const seen = element => element && element.getBoundingClientRect().bottom <= innerHeight && element.getBoundingClientRect().height > 0;
  const wrong = [];
  if (!seen(document.querySelector('h1'))) wrong.push('the heading');
  if (!seen(document.querySelector('.card .big'))) wrong.push('the place');
  const losses = [...document.querySelectorAll('.card ol li')].slice(0, 3);
  if (document.querySelector('#criteria') && losses.length && !losses.every(seen)) wrong.push('the three losses');
  return wrong;
}"""


def check(tab, widths=WIDTHS, is_hostile=False):
    """What is wrong with the open page at each width, scrolled to its beginning."""
    wrong = []
    for width in widths:
        height = 844 if width < 500 else 768
        tab.size(width, height)
        tab.run("() => { scrollTo(0, 0); return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))); }")
        wrong += [f"{width} px: {text}" for text in tab.run(MEASURE)]
        # A name of 300 letters fills a telephone.
        if (width, height) in SCREENS and not is_hostile:
            wrong += [f"the first screen of {width} × {height} does not hold {text}" for text in tab.run(FIRST_SCREEN)]
    return wrong
