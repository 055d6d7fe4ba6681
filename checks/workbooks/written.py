"""What the product writes as workbooks and documents, and how each comes back."""

import pathlib
import re
import subprocess

import returned

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Kind:
    """Something that is written of every criteria set or of every assessment.

    `command` has `{of}` for the path of the set or the folder, `{period}` and `{stage}` for the assessment's, and `{out}` for what is
    written: a file where it has a suffix, otherwise a folder with files. `back` compares what comes back with what went,
    of all files together where they are one.
    """

    def __init__(self, name, of, command, back=None, is_one=False):
        self.name, self.of, self.command, self.back = name, of, command.split(), back
        self.is_one = is_one

    @property
    def suffix(self):
        return pathlib.PurePath(next(word for word in self.command if word.startswith("{out}"))).suffix

    def write(self, cli, of, target, language):
        """The files written, and what the command said where it failed."""
        out, stage = target / "out", returned.stage(of)
        if "{stage}" in self.command and stage is None:
            return [], ""
        words = [word.format(of=of, out=out, period=returned.period(of), stage=stage) for word in self.command]
        result = subprocess.run([cli, *words, "--lang", language, "--quiet"], capture_output=True, text=True)
        files = [out.with_suffix(self.suffix)] if self.suffix else sorted(out.glob("*"))
        files = [file for file in files if file.exists() and file.suffix in (".xlsx", ".docx")]
        return files, result.stderr if result.returncode else ""


KINDS = [
    Kind("annex.xlsx", "set", "criteria export {of} --output {out}.xlsx", returned.annex),
    Kind("annex.docx", "set", "criteria export {of} --output {out}.docx", returned.annex),
    Kind("forms", "assessment", "forms {of} --output {out}", returned.forms),
    Kind("tables", "assessment", "init {out} --from {of} --period {period} --format xlsx"),
    Kind("report", "assessment", "report {of} --output {out}.xlsx"),
    Kind("self.docx", "assessment", "report {of} --document self --output {out} --format docx"),
    Kind("self.xlsx", "assessment", "report {of} --document self --output {out} --format xlsx"),
    Kind("minutes.docx", "assessment", "report {of} --document appraisal --stage {stage} --output {out}.docx"),
    Kind("minutes.xlsx", "assessment", "report {of} --document appraisal --stage {stage} --output {out}.xlsx"),
    Kind("matrix.docx", "assessment", "report {of} --document matrix --stage {stage} --output {out}.docx"),
    Kind("matrix.xlsx", "assessment", "report {of} --document matrix --stage {stage} --output {out}.xlsx"),
    Kind("evidence.docx", "assessment", "report {of} --document evidence --output {out}.docx"),
    Kind("evidence.xlsx", "assessment", "report {of} --document evidence --output {out}.xlsx"),
    Kind("notices", "assessment", "report {of} --document notices --stage {stage} --output {out} --format docx"),
    Kind("appraisal", "assessment", "forms {of} --by agency --output {out}", returned.appraisal, is_one=True),
]


def subjects(of):
    """The criteria sets, or the assessments, by their names."""
    if of == "set":
        files = [path for path in (ROOT / "criteria").glob("*/*.json") if not path.name.startswith("questionnaire")]
    else:
        files = [path.parent for path in (ROOT / "datasets").rglob("assessment.json")]
    return {str(path.relative_to(ROOT)): path for path in sorted(files)}


def left_out(cli):
    """What the command can write as workbook or document according to its help, and no kind asks for."""
    def text(*words):
        return subprocess.run([cli, "help", *words, "--lang", "en"], capture_output=True, text=True, check=True).stdout

    missing = []
    names = re.findall(r"^  ([a-z]+(?: [a-z-]+)?)  +\S", text().split("Commands:")[1].split("Options")[0], re.M)
    for name in names:
        words = name.split()
        own = [kind for kind in KINDS if kind.command[:len(words)] == words]
        help_text = text(*words)
        formats = re.search(r"--format ([a-z|]+)", help_text)
        for suffix in {"xlsx", "docx"} & set(formats[1].split("|") if formats else []):
            if not any(kind.suffix == "." + suffix or kind.command[-1] == suffix for kind in own):
                missing.append(f"{name} --format {suffix}")
        documents = re.search(r"^ +--document ([a-z|]+)", help_text, re.M)
        for document in documents[1].split("|") if documents else []:
            # No sample is published; the tests try the table of a publication.
            if document != "publication" and not any(document in kind.command for kind in own):
                missing.append(f"{name} --document {document}")
    return missing
