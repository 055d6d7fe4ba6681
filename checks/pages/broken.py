"""Pages with other parts than they were made with, and a policy that names them: for trying a change, and for showing that
a check finds what is broken."""

import base64
import hashlib
import pathlib
import re


def policy_of(text):
    """The page with a policy that names the script and the style sheets that it has."""
    def sources(kind):
        return " ".join(
            "'sha256-" + base64.b64encode(hashlib.sha256(body.encode()).digest()).decode() + "'"
            for body in re.findall(rf"<{kind}>(.*?)</{kind}>", text, re.S)).replace("'", "&#39;")

    quoted = "&#39;" in text[:2000]
    for kind in ("style", "script"):
        named = sources(kind) if quoted else sources(kind).replace("&#39;", "'")
        text = re.sub(rf"{kind}-src (?:(?:&#39;|')sha256-[^;\"]*?=(?:&#39;|') ?)+", lambda _: f"{kind}-src {named} ", text, count=1)
    return text


def with_style(text, rules):
    """The page with further rules, which come last."""
    return policy_of(text.replace("</style>\n</head>", rules + "</style>\n</head>", 1))


def with_script(text, old, new):
    """The page with another part of its script; the part must be there."""
    start = text.rindex("<script>")
    if old not in text[start:]:
        raise ValueError(f"the script lacks {old}")
    return policy_of(text[:start] + text[start:].replace(old, new))


def with_assets(text, folder):
    """The page with the style sheet and the script of a folder."""
    style = pathlib.Path(folder, "page.css").read_text(encoding="utf-8")
    script = pathlib.Path(folder, "page.js").read_text(encoding="utf-8")
    text = re.sub(r"<style>.*?</style>", lambda _: f"<style>{style}</style>", text, count=1, flags=re.S)
    start = text.rindex("<script>")
    return policy_of(text[:start] + f"<script>{script}</script>\n</body>\n</html>\n")


def breaks(is_short):
    """Broken pages: what is broken, the check that must find it, whether it is the page of all units, and how it is broken;
    for the short form the first of each check."""
    def style(rules):
        return lambda text: with_style(text, rules)

    def script(old, new):
        return lambda text: with_script(text, old, new)

    def markup(old, new):
        def change(text):
            if old not in text:
                raise ValueError(f"the page lacks {old}")
            return text.replace(old, new, 1)
        return change

    def request(text):
        text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
        return text.replace("</h1>", '</h1><img src="http://127.0.0.1:9/x.png" alt="">', 1)

    def hidden(text):
        return with_script(text.replace('<section id="waterfall"', '<section hidden="" id="waterfall"', 1),
                           "setUpSearch();\n", 'setUpSearch();\n$("waterfall").hidden = false;\n')

    all_of_them = [
        ("a line wider than the screen", "layout", False, style(".subtitle{white-space:nowrap;width:3000px}")),
        ("text of 11 px", "layout", False, style(".subtitle{font-size:11px}")),
        ("links of 30 px", "layout", False, style(".contents a{min-height:30px;line-height:1}")),
        ("texts over each other", "layout", False, style("h1{margin-bottom:-1.6rem}")),
        ("a heading that is cut", "layout", False, style("h1{height:12px;overflow:hidden}")),
        ("an empty first screen", "layout", False, style("h1{margin-top:900px}")),
        ("an error", "quiet", False, script('"use strict";', '"use strict";console.error("broken");')),
        ("a picture from elsewhere", "quiet", False, request),
        ("points that stand still", "planner", False, script("this.showState(found);", "if (!this.edits.size) this.showState(found);")),
        ("no plans", "planner", True, script('this.request("plan", {goal', 'this.request("score", {goal')),
        ("drops not taken", "files", False, script('addEventListener("drop"', 'addEventListener("dropped"')),
        ("figures saved as they were", "files", False, script("?.after ?? figure", "?.before ?? figure")),
        ("pictures without caption", "pictures", False, script('figure.querySelector("caption").textContent', '""')),
        ("a PNG that is none", "pictures", False, script('"image/png", blob', '"image/png", new Blob(["none"])')),
        ("addresses that stay", "addresses", False, script('query ? "#?" + query', 'query ? "#?sort=tree"')),
        ("red on black", "colours", False, style(".subtitle{color:#f33;background:#000}")),
        ("soft text", "colours", False, style(":root{--soft:#8a8f96}")),
        ("marks without an edge", "colours", True, style(".tick{stroke:none}")),
        ("falls without a sign", "colours", True, lambda text: text.replace("▼ ", "")),
        ("no rings", "keys", False, style(":focus-visible{outline:none!important}")),
        ("thin rings", "keys", False, style(":focus-visible{outline:1px dotted var(--link)!important}")),
        ("rings that nobody sees", "keys", False, style(":focus-visible{outline-color:var(--back)!important}")),
        ("another order", "keys", False, markup('id="by-field"', 'id="by-field" tabindex="5"')),
        ("a button that is passed over", "keys", False, markup('id="reset"', 'id="reset" tabindex="-1"')),
        ("a trap", "keys", False, script("setUpSearch();\n", 'setUpSearch();\naddEventListener("keydown", event => { if (event.key === "Tab" && event.target.id === "goal-value") event.preventDefault(); });\n')),
        ("a skip link to nowhere", "keys in use", False, markup('id="content"', 'id="contents"')),
        ("arrows that do nothing", "keys in use", False, script("if (step) {", "if (false) {")),
        ("a search without arrows", "keys in use", False, script('found.querySelector("a")?.focus();', "")),
        ("a state that covers figures", "keys in use", False, style("#planner-body *{scroll-margin:0!important}")),
        ("a part that scripts show", "reading", False, hidden),
        ("buttons without scripts", "reading", False, markup('class="filters" hidden=""', 'class="filters"')),
        ("tables without repeated heads", "paper", True, style("@media print{thead{display:table-row-group!important}}")),
        ("text of 6 pt", "paper", True, style("@media print{.subtitle{font-size:6pt}}")),
        ("headings left behind", "paper", True, style("@media print{h3{break-after:page!important}}")),
        ("no name below", "paper", True, style("@page{@bottom-left{content:none!important}}")),
        ("a caption over its table", "paper", True, style("@media print{caption{margin-bottom:-8mm}}")),
        ("text beyond the edge", "paper", True, style("@media print{.subtitle{margin-left:-11mm}}")),
        ("paper of another size", "paper", True, style("@page{size:A5}")),
        ("pictures without a text", "axe", False, markup("</h1>", '</h1><img src="data:,">')),
    ]
    if not is_short:
        return all_of_them
    kinds = set()
    return [entry for entry in all_of_them if not (entry[1] in kinds or kinds.add(entry[1]))]
