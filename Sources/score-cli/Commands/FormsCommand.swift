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
        func write<Form>(
            _ forms: [Form], _ file: (Form) throws(FindingsError) -> (path: String, bytes: [UInt8])
        ) -> ExitCode {
            guard console.write(toFolder: folder, { () throws(FindingsError) in try forms.map(file) }) else {
                return .failed
            }
            console.remark(FormWords.written(forms.count, folder))
            return exit
        }
        // At a stage after its own a unit has to say only what it is asked.
        if arguments.has(.stage), arguments.options[.by] != "agency", assessment.hasLines(at: assessment.settings.stage)
        {
            let book = ExplanationBook(assessment, at: assessment.settings.stage, in: console.language)
            let forms = unit.map(book.forms(ofUnit:)) ?? book.forms
            if forms.isEmpty {
                console.say(ExplanationFormWords.nobodyAsked)
                return exit
            }
            return write(forms) { form throws(FindingsError) in (form.file + ".xlsx", try book.workbook(form)) }
        }
        let book = FormBook(assessment, in: console.language)
        let all = arguments.options[.by] == "agency" ? book.agencyForms : book.unitForms
        return write(unit.map(book.forms(ofUnit:)) ?? all) { form throws(FindingsError) in
            (form.file + ".xlsx", try book.workbook(form))
        }
    }
}
