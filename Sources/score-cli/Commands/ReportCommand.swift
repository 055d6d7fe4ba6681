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
        let ofDocument = arguments.has(.document)
        let format = arguments.options[.format] ?? (ofDocument ? "docx" : "json")
        let choices = ofDocument ? ["docx", "xlsx", "json", "md", "html"] : ["json", "xlsx"]
        guard choices.contains(format) else {
            throw .badChoice(option: "--format", found: format, choices: choices, suggestion: nil)
        }
        // A self-assessment report is of the unit's own points, whatever stage is shown.
        if ofDocument, arguments.has(.stage) { throw .notTogether("--document self", "--stage") }
        let source = AssessmentSource(arguments: arguments, console: console)
        guard let (assessment, exit) = try source.read() else { return .failed }
        let units: [Int]
        if let unit = try source.unit(in: assessment) {
            units = [unit]
        } else {
            units = try shown(in: assessment, source)
        }
        if ofDocument { return try writeDocuments(of: units, in: assessment, format, source, exit) }
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

    /// The units of the group that is asked for, or all.
    private static func shown(in assessment: Assessment, _ source: AssessmentSource) throws(UsageError) -> [Int] {
        let only = try source.selection(in: assessment).only
        return assessment.units.indices.filter { only == nil || assessment.units[$0].group == only }
    }

    private static func writeDocuments(
        of units: [Int], in assessment: Assessment, _ format: String, _ source: AssessmentSource, _ exit: ExitCode
    ) throws(UsageError) -> ExitCode {
        let console = source.console
        func write(
            _ unit: Int, file: String, to sink: @escaping ([UInt8]) -> Void
        ) throws(FindingsError) {
            let report = SelfAssessmentReport(assessment, unit: unit)
            switch format {
            case "docx": report.writeWord(in: console.language, to: sink)
            case "xlsx": try report.writeBook(in: console.language, file: file, to: sink)
            default: sink(report.written(as: ReportFormat(rawValue: format) ?? .md, in: console.language) ?? [])
            }
        }
        let isAlone = source.arguments.has(.unit) || console.output == nil
        if isAlone, units.count == 1, let unit = units.first {
            return console.write(exit) { sink throws(FindingsError) in
                try write(unit, file: console.output ?? format, to: sink)
            }
        }
        guard let folder = console.output else { throw .missingOption("--output") }
        var names = FileNames()
        do throws(FindingsError) {
            var files: [(path: String, bytes: [UInt8])] = []
            for unit in units {
                let path = names.name(ofUnit: assessment.units[unit].code) + "." + format
                var bytes: [UInt8] = []
                try write(unit, file: path) { bytes += $0 }
                files.append((path, bytes))
            }
            try FolderOutput.write(files, to: folder)
        } catch {
            console.say(error.findings)
            return .failed
        }
        console.remark(SelfAssessmentWords.written(units.count, folder))
        return exit
    }
}
