"""Pages without scripts: everything but trying figures can be read."""

TEXTS = """() => {
  for (const part of document.querySelectorAll('details')) part.open = true;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), texts = [];
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (!node.data.trim() || parent.closest('script, style, noscript, #planner, .search, .filters, .save')) continue;
    if (parent.checkVisibility({checkOpacity: true, checkVisibilityCSS: true})) texts.push(node.data.trim());
  }
  return texts;
}"""
DEAD = "() => [...document.querySelectorAll('button, input, select')].filter(e => e.checkVisibility()).map(e => e.tagName + '#' + e.id)"
SAID = "() => [...document.querySelectorAll('noscript')].some(e => e.checkVisibility() && e.getBoundingClientRect().height > 0)"


def check(tab, bare, count):
    """What the open page says with scripts and without; the second tab has the page without."""
    with_scripts, without = tab.run(TEXTS), bare.run(TEXTS)
    wrong = []
    if with_scripts != without:
        missing = [text for text in with_scripts if text not in set(without)] + [text for text in without if text not in set(with_scripts)]
        wrong.append(f"{len(with_scripts)} texts with scripts, {len(without)} without: " + " | ".join(missing[:3])[:160])
    dead = bare.run(DEAD)
    if dead:
        wrong.append("controls that do nothing without scripts: " + ", ".join(dead[:4]))
    if not bare.run(SAID):
        wrong.append("does not say what lacks without scripts")
    count("texts read without scripts", len(without))
    return wrong
