"""A copy of the package in which every drawn mutant is compiled in, and chosen by SCORE_MUTANT.

A changed operator becomes an operator of its own (`<` becomes `<╀╁`), so that operands, precedence and types stay what they
are; a changed constant becomes a call. What does not compile is dropped.
"""

import collections
import os
import pathlib
import re
import shutil
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
MODULES = ("Values", "Optimization", "Scoring", "Survey")
# Tests of later modules that use these four as well. Those of the command and its pages are left out: they compare texts, and
# take most of the time to compile.
TESTS = ("ValuesTests", "ScoreNumericsTests", "OptimizationTests", "ScoringTests", "SurveyTests", "AssessmentTests")
DROPPED = {"Reporting"}  # a dependency that AssessmentTests declares and does not import

WRITTEN = {"MutantOperators.swift", "MutantSwitch.h", "switch.c"}

ERROR = re.compile(r"^(/[^:]+\.swift):(\d+):(\d+): error: (.*)", re.MULTILINE)
PRECEDENCES = {"comparison": "ComparisonPrecedence", "sign": "AdditionPrecedence", "assignment": "AssignmentPrecedence",
               "range": "RangeFormationPrecedence"}


class Copy:
    """The package in a folder of its own."""

    def __init__(self, work):
        self.work, self.tree = work, work / "tree"
        self.edited = {}  # the path of a source: where mutants begin in it as it was

    def update(self):
        """Copies what is under version control or could be, leaving alone what is the same."""
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True,
            capture_output=True).stdout.decode().split("\0")
        for name in filter(None, listed):
            source, target = ROOT / name, self.tree / name
            is_rewritten = name.endswith(".swift") and name.startswith(tuple(f"Sources/{one}/" for one in MODULES))
            if not source.is_file() or is_rewritten or name.startswith("checks/mutation/"):
                continue
            self.write(target, source.read_bytes())
            shutil.copymode(source, target)
        kept = set(listed)
        for folder in ("Sources", "Tests"):
            for path in (self.tree / folder).rglob("*"):
                name = str(path.relative_to(self.tree))
                if path.is_file() and name not in kept and path.name not in WRITTEN:
                    path.unlink()
        self.write(self.tree / "Package.swift", package((ROOT / "Package.swift").read_text()).encode())
        for path in (HERE / "switch").rglob("*.[ch]"):
            self.write(self.tree / "Sources/MutantSwitch" / path.relative_to(HERE / "switch"), path.read_bytes())

    @staticmethod
    def write(path, data):
        if path.is_file() and path.read_bytes() == data:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def rewrite(self, mutants):
        """Writes the sources of the modules with these mutants in them."""
        by_path = collections.defaultdict(list)
        for mutant in mutants:
            by_path[mutant.path].append(mutant)
        for module in MODULES:
            declared = []
            for source in sorted((ROOT / "Sources" / module).rglob("*.swift")):
                path = str(source.relative_to(ROOT))
                text, own = rewritten(source.read_text(), by_path.get(path, []))
                declared += own
                # A body that others inline must not use what only its module knows.
                text = re.sub(r"@(inlinable|usableFromInline|frozen)\b", "", text)
                self.write(self.tree / path, text.encode())
            self.write(self.tree / "Sources" / module / "MutantOperators.swift", operators(module, declared).encode())

    def build(self, what):
        """Builds, and returns the places of errors: path, line, column, message."""
        process = subprocess.run(
            ["swift", "build", *what, "--disable-index-store", "-Xswiftc", "-suppress-warnings", "-Xswiftc", "-gnone"],
            cwd=self.tree, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if process.returncode == 0:
            return []
        found = sorted({(str(pathlib.Path(path).relative_to(self.tree)), int(line), int(column), message)
                        for path, line, column, message in ERROR.findall(process.stdout)})
        if not found:
            raise SystemExit("the build failed:\n" + process.stdout[-3000:])
        return found

    def compile(self, mutants):
        """Builds all tests with these mutants, and returns those that compile."""
        kept = list(mutants)
        for what in (*(["--target", module] for module in MODULES), ["--build-tests"]):
            while True:
                self.rewrite(kept)
                errors = self.build(what)
                if not errors:
                    break
                failing = blamed(errors, kept)
                print(f"  {' '.join(what)}: {len(errors)} errors, {len(failing)} mutants do not compile", flush=True)
                kept = [mutant for mutant in kept if mutant.number not in failing]
        return kept

    @property
    def tests(self):
        return next((self.tree / ".build/debug").glob("*.xctest"))


def blamed(errors, mutants):
    """The numbers of the mutants on lines with errors, or nearest before one: a statement may have many lines."""
    failing = set()
    for path, line, column, message in errors:
        own = [mutant for mutant in mutants if mutant.path == path]
        if not own:
            continue
        distance = min((abs(mutant.line - line), mutant.line > line) for mutant in own)
        near = [mutant for mutant in own if (abs(mutant.line - line), mutant.line > line) == distance]
        if distance[0] <= 30:
            failing |= {mutant.number for mutant in near}
    if not failing:
        raise SystemExit("errors without a mutant near them:\n" + "\n".join(map(str, errors[:10])))
    return failing


def package(text):
    """The manifest with what the tests need, and the switch for the modules."""
    text = re.sub(r"    products: \[.*?\n    \],\n", "", text, flags=re.DOTALL)
    start = text.index("    targets: [") + len("    targets: [")
    end = closing(text, start - 1)
    entries, place = {}, start
    for match in re.finditer(r"\n        \.(target|systemLibrary|executableTarget|testTarget)\(", text[:end]):
        if match.start() < place:
            continue
        place = closing(text, match.end() - 1)
        entry = text[match.start():place]
        for name in DROPPED if match.group(1) == "testTarget" else ():
            entry = re.sub(rf'"{name}",\s*', "", entry)
        entries[re.search(r'name: "([^"]+)"', entry).group(1)] = entry
    needed, waiting = set(), list(TESTS)
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed.add(name)
            dependencies = re.search(r"dependencies: \[(.*?)\]", entries[name], re.DOTALL)
            waiting += re.findall(r'"([^"]+)"', dependencies.group(1)) if dependencies else []
    kept = []
    for name, entry in entries.items():
        if name not in needed:
            continue
        if name in MODULES:
            if "dependencies: [" in entry:
                entry = entry.replace("dependencies: [", 'dependencies: ["MutantSwitch", ', 1)
            else:
                entry = entry.replace(f'name: "{name}"', f'name: "{name}", dependencies: ["MutantSwitch"]', 1)
        kept.append(entry)
    kept.append('\n        .target(name: "MutantSwitch")')
    return text[:start] + ",".join(kept) + ",\n    " + text[end - 1:]


def closing(text, start):
    """Behind the bracket that closes the one at `start`."""
    depth, place = 0, start
    while True:
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(text[place], 0)
        place += 1
        if depth == 0:
            return place


def suffix(number):
    """Characters that make an operator another one."""
    return chr(0x2500 + number // 128) + chr(0x2500 + number % 128)


def rewritten(text, mutants):
    """A source with its mutants, and the operators that it uses: form, context, original, mutants."""
    by_place = collections.defaultdict(list)
    for mutant in mutants:
        by_place[mutant.start, mutant.end].append(mutant)
    parts, place, declared = [], 0, []
    for (start, end), own in sorted(by_place.items()):
        first = own[0]
        parts.append(text[place:start])
        place = end
        if first.form == "value":
            parts.append(f"mutantValue({first.number}, {first.changed}, {first.original})")
        elif first.form == "whole":
            parts.append(f"rounded(mutantValue({first.number}, .down, .toNearestOrAwayFromZero))")
        elif first.form in ("function", "method"):
            separator = ", " if first.form == "function" else ""
            parts.append(f"mutant{first.original.capitalize()}({first.number}{separator}")
            place = end + 1  # the bracket
        else:
            parts.append(first.original + suffix(first.number))
            declared.append((first.form, first.context, first.original, own))
    parts.append(text[place:])
    return "".join(parts), declared


def operators(module, declared):
    """A source that declares the operators of a module's mutants, and what else they need."""
    lines = ["import MutantSwitch"] + (["import Values"] if module != "Values" else []) + [PRELUDE]
    if module == "Values":
        lines.append("extension FixedDecimal: AdditiveArithmetic {}")
    for form, context, original, mutants in declared:
        sign = original + suffix(mutants[0].number)

        def body(apply, left="l", right="r"):
            tried = "".join(f"mutantIs({m.number}) ? {apply(m.changed)} : " for m in mutants)
            return "{ " + tried + apply(original) + " }"

        binary = body(lambda word: f"l {word} r")
        if form == "negation":
            lines += [f"prefix operator {sign}"]
            for types, own in (("<T: SignedNumeric>", "T"), ("", "FixedDecimal")):
                lines.append(f"@_transparent prefix func {sign}{types}(r: {own}) -> {own} "
                             f"{{ mutantIs({mutants[0].number}) ? r : -r }}")
            continue
        if form == "connective":
            precedence = "LogicalConjunctionPrecedence" if original == "&&" else "LogicalDisjunctionPrecedence"
            lines.append(f"infix operator {sign} : {precedence}")
            lines.append(
                f"@_transparent func {sign}(l: Bool, r: @autoclosure () throws -> Bool) rethrows -> Bool "
                f"{{ try mutantIs({mutants[0].number}) ? l {mutants[0].changed} r() : l {original} r() }}")
            continue
        lines.append(f"infix operator {sign} : {PRECEDENCES[form]}")
        if form == "comparison":
            protocol = "Equatable" if original in ("==", "!=") else "Comparable"
            if context == "nil":
                lines.append(f"@_transparent func {sign}<T>(l: T?, r: _OptionalNilComparisonType) -> Bool {binary}")
            else:
                lines.append(f"@_transparent func {sign}<T: {protocol}>(l: T, r: T) -> Bool {binary}")
            if context == "tuples":
                for types in (("A", "B"), ("A", "B", "C")):
                    generic = ", ".join(f"{one}: {protocol}" for one in types)
                    tuple_type = "(" + ", ".join(types) + ")"
                    lines.append(f"func {sign}<{generic}>(l: {tuple_type}, r: {tuple_type}) -> Bool {binary}")
        elif form == "sign":
            protocol = "FixedWidthInteger" if original.startswith("&") else "AdditiveArithmetic"
            lines.append(f"@_transparent func {sign}<T: {protocol}>(l: T, r: T) -> T {binary}")
        elif form == "assignment":
            lines.append(f"@_transparent func {sign}<T: AdditiveArithmetic>(l: inout T, r: T) "
                         f"{{ if mutantIs({mutants[0].number}) {{ l {mutants[0].changed} r }} else {{ l {original} r }} }}")
        elif form == "range":
            number = mutants[0].number
            where = "<T: Strideable>(l: T, r: T)"
            if original == "..<":
                lines.append(f"func {sign}{where} -> Range<T> where T.Stride: SignedInteger "
                             f"{{ mutantIs({number}) ? l..<r.advanced(by: 1) : l..<r }}")
            else:
                # A closed range is never empty; where it holds one element it stays as it is.
                lines.append(f"func {sign}{where} -> ClosedRange<T> where T.Stride: SignedInteger "
                             f"{{ mutantIs({number}) && l < r ? l...r.advanced(by: -1) : l...r }}")
    return "\n".join(lines) + "\n"


PRELUDE = """
@_transparent func mutantIs(_ number: Int32) -> Bool { mutant_is_chosen(number) }
@_transparent func mutantValue<T>(_ number: Int32, _ changed: T, _ original: T) -> T {
    mutantIs(number) ? changed : original
}
func mutantMin<T: Comparable>(_ number: Int32, _ first: T, _ rest: T...) -> T {
    rest.reduce(first) { mutantIs(number) ? max($0, $1) : min($0, $1) }
}
func mutantMax<T: Comparable>(_ number: Int32, _ first: T, _ rest: T...) -> T {
    rest.reduce(first) { mutantIs(number) ? min($0, $1) : max($0, $1) }
}
extension Sequence where Element: Comparable {
    func mutantMin(_ number: Int32) -> Element? { mutantIs(number) ? self.max() : self.min() }
    func mutantMax(_ number: Int32) -> Element? { mutantIs(number) ? self.min() : self.max() }
}
"""
