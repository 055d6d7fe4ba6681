import Assessment
import Documents
import Reporting
import Tables
import Values
import Words

/// `report`: everything about an assessment as JSON or as a workbook, and official documents.
enum ReportCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        if arguments.options[.document] == "evidence" { return try EvidencePackCommand.run(arguments, console) }
        if arguments.has(.pack) { throw .missingOption("--document evidence") }
        let document = arguments.options[.document].flatMap(DocumentKind.init)
        let format = arguments.options[.format] ?? document?.usualFormat ?? "json"
        let choices = document == nil ? ["json", "xlsx"] : ["docx", "xlsx", "json", "md", "html"]
        guard choices.contains(format) else {
            throw .badChoice(option: "--format", found: format, choices: choices, suggestion: nil)
        }
        try document?.refuseOptions(arguments)
        if document != .publication, arguments.has(.number) { throw .missingOption("--document publication") }
        let source = AssessmentSource(arguments: arguments, console: console)
        guard let (assessment, exit) = try source.read() else { return .failed }
        let units = try source.units(in: assessment) ?? Array(assessment.units.indices)
        if let document {
            let documents = OfficialDocuments(source, assessment, units, format, exit)
            return try documents.write(document)
        }
        let model = ReportModel(assessment, units: units, previous: source.previous(of: assessment))
        if format == "json" { return console.write(model, as: format, exit) }
        var book = ReportBook(model, in: console.language)
        if !book.hasUnitSheets {
            console.remark(ReportBookWords.sheetsLeftOut(units.count, limit: ReportBook.sheetLimit))
        }
        return console.write(exit) { sink throws(FindingsError) in
            try book.write(file: console.output ?? format, to: sink)
        }
    }
}
