"""Where Swift sources can be changed, and how: comparisons, boundaries, connectives, signs, constants and rounding.

Sources are read as tokens, never parsed: a site that turns out not to compile when it is rewritten is dropped by the build
(building.py).
"""

import re

# Each is tried as another one. `<` is tried twice: with its boundary on the other side, and turned round.
COMPARISONS = {
    "<": (("boundary", "<="), ("comparison", ">=")), "<=": (("boundary", "<"), ("comparison", ">")),
    ">": (("boundary", ">="), ("comparison", "<=")), ">=": (("boundary", ">"), ("comparison", "<")),
    "==": (("comparison", "!="),), "!=": (("comparison", "=="),),
}
CONNECTIVES = {"&&": "||", "||": "&&"}
SIGNS = {"+": "-", "-": "+", "+=": "-=", "-=": "+=", "&+": "&-", "&-": "&+"}
RANGES = {"..<": "...", "...": "..<"}
EXTREMES = {"min": "max", "max": "min"}
ROUNDINGS = {
    "up": "down", "down": "up", "halfAwayFromZero": "halfToEven", "halfToEven": "halfAwayFromZero",
    "towardsZero": "up", "towardZero": "up", "awayFromZero": "towardZero",
    "toNearestOrAwayFromZero": "toNearestOrEven", "toNearestOrEven": "toNearestOrAwayFromZero",
}

# What is only room for elements: with more or less of it every result is the same.
ROOM = {"reserveCapacity", "minimumCapacity", "keepingCapacity"}
# How conditions of compilation turn out in the build that is tried.
CONDITIONS = {
    "hasFeature(Embedded)": False, "!hasFeature(Embedded)": True, "canImport(Glibc)": True, "os(Linux)": True,
    "DEBUG": True, "canImport(Darwin)": False, "os(macOS)": False, "os(WASI)": False,
}

TOKEN = re.compile(
    r"""(?P<space>\s+)
    |(?P<comment>//[^\n]*)
    |(?P<block>/\*)
    |(?P<string>\#*\"\"\"|\#*\")
    |(?P<directive>\#(?:if|elseif|else|endif)\b[^\n]*)
    |(?P<number>0x[0-9A-Fa-f_]+(?:\.[0-9A-Fa-f_]+)?(?:p[+-]?\d+)?|0b[01_]+|0o[0-7_]+
        |\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?)
    |(?P<word>[A-Za-z_][A-Za-z0-9_]*|`[^`]+`|\$\d+)
    |(?P<operator>\.[.<]+|[/=\-+!*%<>&|^~?]+)
    |(?P<mark>.)""",
    re.VERBOSE | re.DOTALL)


class Token:
    __slots__ = ("kind", "text", "start", "end", "line")

    def __init__(self, kind, text, start, line):
        self.kind, self.text, self.start, self.end, self.line = kind, text, start, start + len(text), line


class Mutant:
    """One change at one site: `original` becomes `changed`."""

    __slots__ = ("module", "path", "line", "start", "end", "kind", "original", "changed", "form", "context", "number")

    def __init__(self, module, path, token, kind, original, changed, form, context):
        self.module, self.path, self.line = module, path, token.line
        self.start, self.end = token.start, token.end
        self.kind, self.original, self.changed, self.form, self.context = kind, original, changed, form, context
        self.number = 0

    @property
    def key(self):
        return self.path, self.start, self.kind, self.changed


def end_of_string(text, start, opening):
    """Behind a literal with its interpolations, which are not looked into."""
    hashes = opening.count("#")
    quotes = opening[hashes:]
    closing, escape = quotes + "#" * hashes, "\\" + "#" * hashes
    place = start + len(opening)
    while place < len(text):
        if text.startswith(escape, place):
            place += len(escape)
            if text[place] != "(":
                place += 1
                continue
            depth, place = 1, place + 1
            while depth:
                if text[place] == '"':
                    inner = '"""' if text.startswith('"""', place) else '"'
                    place = end_of_string(text, place, inner)
                    continue
                depth += {"(": 1, ")": -1}.get(text[place], 0)
                place += 1
        elif text.startswith(closing, place):
            return place + len(closing)
        else:
            place += 1
    raise ValueError("a string without its end")


def end_of_comment(text, start):
    depth, place = 1, start + 2
    while depth:
        if text.startswith("/*", place):
            depth, place = depth + 1, place + 2
        elif text.startswith("*/", place):
            depth, place = depth - 1, place + 2
        else:
            place += 1
    return place


def tokens(text):
    """The tokens of what is compiled, without comments."""
    found, place, line, branches = [], 0, 1, []
    while place < len(text):
        match = TOKEN.match(text, place)
        kind, end = match.lastgroup, match.end()
        if kind == "string":
            end = end_of_string(text, place, match.group())
        elif kind == "block":
            end = end_of_comment(text, place)
        elif kind == "directive":
            word, _, condition = match.group().partition(" ")
            condition = condition.split("//")[0].strip()
            # A branch that is not known to be compiled is left out, whichever it is.
            if word == "#if":
                branches.append([CONDITIONS.get(condition)])
            elif word == "#elseif":
                branches[-1].append(False if True in branches[-1] else CONDITIONS.get(condition))
            elif word == "#else":
                branches[-1].append(None if None in branches[-1] else True not in branches[-1])
            else:
                branches.pop()
        elif kind not in ("space", "comment") and all(branch[-1] for branch in branches):
            found.append(Token(kind, text[place:end], place, line))
        line += text.count("\n", place, end)
        place = end
    return found


def closing(found, start):
    """The place of the bracket that closes the one at `start`."""
    depth = 0
    for place in range(start, len(found)):
        if found[place].text in ("(", "[", "{"):
            depth += 1
        elif found[place].text in (")", "]", "}"):
            depth -= 1
            if depth == 0:
                return place
    raise ValueError("a bracket without its end")


def left_out(found):
    """Places of tokens that are no code of their own: attributes, room for elements, literal arguments of macros."""
    places = set()
    for place, token in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        if token.text in "@#" and following and following.kind == "word":
            places |= {place, place + 1}
            behind = found[place + 2] if place + 2 < len(found) else None
            if behind and behind.text == "(" and behind.start == following.end:
                places |= set(range(place + 2, closing(found, place + 2) + 1))
        elif token.text in ROOM and following:
            if following.text == "(":
                places |= set(range(place, closing(found, place + 1) + 1))
            elif following.text == ":":
                depth, end = 0, place + 2
                while depth or found[end].text not in (",", ")"):
                    depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(found[end].text, 0)
                    end += 1
                places |= set(range(place, end))
    return places


def changed_number(text):
    """Another constant: one more, or one less where that leaves a number that differs as little."""
    plain = text.replace("_", "")
    if re.fullmatch(r"\d+", plain):
        value = int(plain)
        return str(value + 1 if value in (0, 2) or value % 2 else value - 1)
    if plain.startswith(("0b", "0o")) or re.fullmatch(r"0x[0-9A-Fa-f]+", plain):
        return str(int(plain, 0) ^ 1)
    value = float.fromhex(plain) if plain.startswith("0x") else float(plain)
    return repr(value + 1.0 if value < 1e15 else value * 2)


def mutants(module, path, text):
    """All changes of a file, in order."""
    found = tokens(text)
    skipped = left_out(found)
    mutants = []

    def add(token, kind, changed, form, context="", original=None):
        mutants.append(Mutant(module, path, token, kind, original or token.text, changed, form, context))

    nothing = Token("mark", "", 0, 0)
    for place, token in enumerate(found):
        if place in skipped:
            continue
        before = found[place - 1] if place else nothing
        after = found[place + 1] if place + 1 < len(found) else nothing
        spaced_before = token.start > 0 and text[token.start - 1].isspace()
        spaced_after = token.end < len(text) and text[token.end].isspace()
        word = token.text
        if token.kind == "operator":
            if before.text == "func" or before.text == "operator":
                continue
            # As a value: `sorted(by: <)`.
            is_value = before.text in ("(", ",", ":") and after.text in (")", ",") and word in ("<", ">", "+", "-")
            is_binary = spaced_before and spaced_after and before.text not in ("(", ",", ":")
            if word in COMPARISONS and (is_binary or is_value):
                if word == "==" and before.text[:1].isupper() and after.text[:1].isupper():
                    continue  # types in a `where`
                context = "nil" if "nil" in (before.text, after.text) else ""
                if before.text == ")" and after.text == "(":
                    context = "tuples"
                for kind, changed in COMPARISONS[word]:
                    add(token, kind, changed, "comparison", context)
            elif word in CONNECTIVES and is_binary:
                add(token, "connective", CONNECTIVES[word], "connective")
            elif word in SIGNS and (is_binary or is_value):
                is_text = before.kind == "string" or after.kind == "string" or after.text == "["
                if not is_text:
                    add(token, "sign", SIGNS[word], "assignment" if word.endswith("=") else "sign")
            elif word == "-" and not spaced_after and (spaced_before or before.text in ("(", "[", ",")):
                add(token, "sign", "", "negation")
            elif word in RANGES and not spaced_after and not spaced_before:
                if before.text not in ("(", "[", ",") and after.text not in (")", "]", ","):
                    add(token, "boundary", RANGES[word], "range")
        elif token.kind == "number":
            if before.text != "." or before.end != token.start:
                add(token, "constant", changed_number(word), "value")
        elif word in ("true", "false") and before.text != ".":
            if before.text not in ("while", "if", "case"):
                add(token, "constant", "false" if word == "true" else "true", "value")
        elif word in EXTREMES and after.text == "(" and after.start == token.end:
            if before.text == "." and place + 2 < len(found) and found[place + 2].text == ")":
                add(token, "boundary", EXTREMES[word], "method")
            elif before.text not in (".", "func"):
                add(token, "boundary", EXTREMES[word], "function")
        elif word in ROUNDINGS and before.text == "." and text[before.start - 1] in " \n([":
            if found[place - 2].text == "case":
                continue
            dotted = Token("word", "." + word, before.start, token.line)
            add(dotted, "rounding", "." + ROUNDINGS[word], "value")
        elif word == "rounded" and before.text == "." and after.text == "(" and after.start == token.end:
            if found[place + 2].text == ")":
                closed = Token("word", text[token.start:found[place + 2].end], token.start, token.line)
                add(closed, "rounding", "rounded(.down)", "whole")
    return mutants
