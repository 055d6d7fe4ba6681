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
        let format = arguments.options[.format] ?? document?.usualFormat ?? usualFormat(console.output)
        let choices = document == nil ? ["json", "xlsx", "html"] : ["docx", "xlsx", "json", "md", "html"]
        guard choices.contains(format) else {
            throw .badChoice(option: "--format", found: format, choices: choices, suggestion: nil)
        }
        try document?.refuseOptions(arguments)
        if document != nil, arguments.has(.expect) { throw .notTogether("--document", "--expect") }
        if document != .publication, arguments.has(.number) { throw .missingOption("--document publication") }
        let peers = try peers(arguments, isPages: document == nil && format == "html")
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

    private static func peers(_ arguments: ParsedArguments, isPages: Bool) throws(UsageError) -> EngineInput.Peers {
        guard let text = arguments.options[.peers] else { return .totals }
        guard isPages else { throw .missingOption("--format html") }
        return EngineInput.Peers(rawValue: text) ?? .totals
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
