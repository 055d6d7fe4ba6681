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
        let (document, format) = wanted(arguments)
        let peers = arguments.options[.peers].flatMap(EngineInput.Peers.init) ?? .totals
        let source = AssessmentSource(arguments: arguments, console: console)
        guard let (assessment, exit) = try source.read() else { return .failed }
        let units = try source.units(in: assessment) ?? Array(assessment.units.indices)
        if let document {
            let documents = OfficialDocuments(source, assessment, units, format, exit)
            return try documents.write(document)
        }
        let day =
            format == "html"
            ? try DayArgument.statedOrToday(in: arguments, for: assessment)
            : try DayArgument.stated(in: arguments, for: assessment)
        guard let volumes = try ExpectArgument(arguments).volumes(of: units, in: assessment, console) else {
            return .usage
        }
        let model = ReportModel(
            assessment, units: units, earlier: source.earlier(than: assessment), on: day, expecting: volumes)
        if format == "html" { return try writePages(model, peers, console, exit) }
        if format == "json" { return console.write(model, as: format, exit) }
        var book = ReportBook(model, in: console.language)
        if !book.hasUnitSheets {
            console.remark(ReportBookWords.sheetsLeftOut(units.count, limit: ReportBook.sheetLimit))
        }
        return console.write(exit) { sink throws(FindingsError) in
            try book.write(file: console.output ?? format, to: sink)
        }
    }

    /// Pages where a folder is to be written, all data otherwise.
    private static func usualFormat(_ output: String?) -> String {
        guard let output else { return "json" }
        let name = output.split(separator: "/").last ?? ""
        return output.hasSuffix("/") || !name.contains(".") ? "html" : "json"
    }

    /// The document that is asked for, and the format; evidence has its own command.
    private static func wanted(_ arguments: ParsedArguments) -> (document: DocumentKind?, format: String) {
        let document = arguments.options[.document].flatMap(DocumentKind.init)
        return (
            document, arguments.options[.format] ?? document?.usualFormat ?? usualFormat(arguments.options[.output])
        )
    }

    /// Each document has its formats, and depends on some options only.
    static func faults(_ arguments: ParsedArguments, _: Language) -> [UsageError] {
        var faults: [UsageError] = []
        // Evidence is that of the units' own points, whatever stage is shown.
        if arguments.options[.document] == "evidence" {
            return arguments.has(.stage) ? [.notTogether("--document evidence", "--stage")] : []
        }
        let (document, format) = wanted(arguments)
        if arguments.has(.pack) { faults.append(.missingOption("--document evidence")) }
        let choices = document == nil ? ["json", "xlsx", "html"] : ["docx", "xlsx", "json", "md", "html"]
        if !choices.contains(format) {
            faults.append(.badChoice(option: "--format", found: format, choices: choices, suggestion: nil))
        }
        for option in document?.refused ?? [] where arguments.has(option) {
            faults.append(.notTogether("--document \(document?.rawValue ?? "")", option.flag))
        }
        if document != nil, arguments.has(.expect) { faults.append(.notTogether("--document", "--expect")) }
        if document != .publication, arguments.has(.number) { faults.append(.missingOption("--document publication")) }
        let isPages = document == nil && format == "html"
        if arguments.has(.peers), !isPages { faults.append(.missingOption("--format html")) }
        if isPages, !arguments.has(.output) { faults.append(.missingOption("--output")) }
        return faults
    }

    private static func writePages(
        _ model: ReportModel, _ peers: EngineInput.Peers, _ console: Console, _ exit: ExitCode
    ) throws(UsageError) -> ExitCode {
        guard let folder = console.output else { throw .missingOption("--output") }
        let pages = ReportPages(model, in: console.language, version: CommandLineTool.version, peers: peers)
        do throws(FindingsError) {
            try pages.write(to: folder)
        } catch {
            console.say(error.findings)
            return .failed
        }
        console.remark(PageWords.written(pages.count, folder))
        return exit
    }
}
