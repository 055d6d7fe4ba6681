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
        let book = FormBook(assessment, in: console.language)
        var forms = arguments.options[.by] == "agency" ? book.agencyForms : book.unitForms
        if let unit = try source.unit(in: assessment) {
            forms = book.forms(ofUnit: unit)
        }
        do throws(FindingsError) {
            var files: [(path: String, bytes: [UInt8])] = []
            for form in forms { files.append((form.file + ".xlsx", try book.workbook(form))) }
            try FolderOutput.write(files, to: folder)
        } catch {
            console.say(error.findings)
            return .failed
        }
        console.remark(FormWords.written(forms.count, folder))
        return exit
    }
}
