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
