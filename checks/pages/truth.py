"""Numbers of headings and sentences against those of the report model."""

import html
import re

# What is looked at: headings, captions of cards, sentences of the first screen and of notes; tables are cells of the model.
SAID = re.compile(r"<(h[1-4]|p|li|summary)(?:\s[^>]*)?>(.*?)</\1>", re.S)
NUMBER = re.compile(r"(?<![\w.,/])[−-]?\d[\d.,]*(?:/\d[\d.,]*)?")
# Parts of a page that are no statements about a unit: data, contents, and what a criterion's own words say.
LEFT_OUT = re.compile(r"<script.*?</script>|<style.*?</style>|<svg.*?</svg>|<select.*?</select>|<footer.*?</footer>", re.S)


def numbers_of(model):
    """Every number of a model, rounded in the ways in which pages show it, and every number within its texts."""
    found = set()

    def add(number):
        for digits in (0, 1, 2, 3, 4, 6):
            found.add(rounded(number, digits))
            found.add(rounded(abs(number), digits))

    def walk(value):
        if isinstance(value, bool) or value is None:
            return
        if isinstance(value, (int, float)):
            add(value)
            if 0 < abs(value) < 1:
                add(100 * value)
        elif isinstance(value, str):
            for text in re.findall(r"\d[\d.,]*", value):
                found.update(readings(text))
        elif isinstance(value, dict):
            for key, part in value.items():
                for text in re.findall(r"\d[\d.,]*", key):
                    found.update(readings(text))
                walk(part)
        elif isinstance(value, list):
            found.add(rounded(len(value), 0))
            for part in value:
                walk(part)

    walk(model)
    return found


def rounded(number, digits):
    from decimal import ROUND_HALF_UP, Decimal

    text = str(Decimal(repr(number)).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP))
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.lstrip("-") or "0"


def readings(text):
    """What a written number may be: with either separator as the decimal one."""
    text = text.strip(".,")
    found = set()
    for decimal, thousands in ((",", "."), (".", ",")):
        plain = text.replace(thousands, "").replace(decimal, ".")
        if plain.count(".") <= 1 and re.fullmatch(r"\d+(\.\d+)?", plain):
            plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
            found.add(plain.lstrip("0") or "0" if not plain.startswith("0.") else plain)
    return found


def said(page):
    """The headings and sentences of a page, as text."""
    text = LEFT_OUT.sub(" ", page)
    for match in SAID.finditer(text):
        yield html.unescape(re.sub(r"<[^>]+>", " ", match.group(2)))


def unknown(page, known):
    """The numbers of a page that the model does not have, each with its sentence."""
    wrong = []
    for sentence in said(page):
        for written in NUMBER.findall(sentence):
            for part in written.split("/"):
                part = part.strip(".,−-")
                if part and not readings(part) & known:
                    wrong.append((part, " ".join(sentence.split())[:120]))
    return wrong


def parts(model, unit):
    """What of a model is said about a unit: the unit itself and what holds for all."""
    rest = {key: value for key, value in model.items() if key not in ("units", "surveyUnits", "survey")}
    own = [entry for entry in model["units"] if entry["code"] == unit]
    survey = [entry for entry in model.get("surveyUnits", []) if entry["unit"] == unit]
    return {"rest": rest, "own": own, "surveyUnits": survey}


def unit_of(page):
    import json

    data = re.search(r'<script type="application/json" id="page-data">(.*?)</script>', page, re.S).group(1)
    return json.loads(data)["unit"]


def check(pages, files, model, language):
    for file in files:
        page = file.read_text(encoding="utf-8")
        unit = unit_of(page)
        known = numbers_of(model if unit is None else parts(model, unit))
        wrong = unknown(page, known)
        for number, sentence in wrong[:5]:
            pages.fault(file, f"{number} is no number of the model: {sentence}")
        pages.count("numbers of sentences found in the model", sum(len(NUMBER.findall(text)) for text in said(page)))


def check_itself(pages, shown):
    """One number changed in a page, and one in the model, are each found."""
    for folder, language, first in shown[:2]:
        model = pages.model(folder, "--lang", language)
        file = next(path for path in sorted(first.iterdir()) if path.name != "index.html")
        page = file.read_text(encoding="utf-8")
        unit = unit_of(page)
        title = re.search(r"<h1>(.*?)</h1>", page, re.S).group(1)
        changed = re.sub(r"\d(?=[^\d]*$)", lambda digit: str((int(digit.group()) + 3) % 10), title, count=1)
        known = numbers_of(parts(model, unit))
        if not unknown(page.replace(title, changed, 1), known):
            pages.fault(file, f"a changed number of the heading was not found: {changed}")
        own = next(entry for entry in model["units"] if entry["code"] == unit)
        before = own["index"]
        text = rounded(before, 2)

        def change(value):
            if isinstance(value, dict):
                return {key: change(part) for key, part in value.items()}
            if isinstance(value, list):
                return [change(part) for part in value]
            if isinstance(value, float) and rounded(value, 2) == text:
                return value + 0.37
            return value

        if not unknown(page, numbers_of(change(parts(model, unit)))):
            pages.fault(file, f"a changed number of the model was not found: {text}")
        pages.count("changed numbers found", 2)
