import Assessment
import Documents
import Reporting
import Tables
import Values
import Words

/// `forms`: workbooks in which units score themselves, or departments appraise.
enum FormsCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        guard let folder = arguments.options[.output] else { throw .missingOption("--output") }
        let source = AssessmentSource(arguments: arguments, console: console)
        guard let (assessment, exit) = try source.read() else { return .failed }
        let unit = try source.unit(in: assessment)
        var files: [(path: String, bytes: [UInt8])] = []
        do throws(FindingsError) {
            // At a stage after its own a unit has to say only what it is asked.
            if arguments.has(.stage), arguments.options[.by] != "agency",
                assessment.hasLines(at: assessment.settings.stage)
            {
                let book = ExplanationBook(assessment, at: assessment.settings.stage, in: console.language)
                for form in unit.map(book.forms(ofUnit:)) ?? book.forms {
                    files.append((form.file + ".xlsx", try book.workbook(form)))
                }
                if files.isEmpty {
                    console.say(ExplanationFormWords.nobodyAsked)
                    return exit
                }
            } else {
                let book = FormBook(assessment, in: console.language)
                let all = arguments.options[.by] == "agency" ? book.agencyForms : book.unitForms
                for form in unit.map(book.forms(ofUnit:)) ?? all {
                    files.append((form.file + ".xlsx", try book.workbook(form)))
                }
            }
            try FolderOutput.write(files, to: folder)
        } catch {
            console.say(error.findings)
            return .failed
        }
        console.remark(FormWords.written(files.count, folder))
        return exit
    }
}
