import Assessment
import Documents
import Reporting
import Scoring
import Tables
import Values
import Words

/// The documents that `report --document` writes.
enum DocumentKind: String, CaseIterable {
    case `self`, appraisal, matrix, publication, notices

    /// What has more columns than a page is a workbook.
    var usualFormat: String { self == .matrix ? "xlsx" : "docx" }

    /// What the document does not depend on.
    var refused: [OptionDeclaration.Name] {
        switch self {
        // A self-assessment report is of the unit's own points, whatever stage is shown.
        case .`self`: [.stage]
        // What was published is of all units, at the stage of the publication.
        case .publication: [.stage, .unit, .group]
        case .appraisal, .matrix, .notices: []
        }
    }
}

/// Writes official documents: one, or a file for each unit.
struct OfficialDocuments {
    private let source: AssessmentSource
    private let assessment: Assessment
    private let units: [Int]
    private let format: String
    private let exit: ExitCode
    private var console: Console { source.console }

    init(_ source: AssessmentSource, _ assessment: Assessment, _ units: [Int], _ format: String, _ exit: ExitCode) {
        (self.source, self.assessment, self.units, self.format, self.exit) = (source, assessment, units, format, exit)
    }

    func write(_ kind: DocumentKind) throws(UsageError) -> ExitCode {
        switch kind {
        case .`self`:
            return try writeEach(units) { SelfAssessmentReport(assessment, unit: $0) }
        case .appraisal:
            guard let report = AppraisalReport(assessment, units: units) else { throw notAppraised }
            return write(report)
        case .matrix:
            return write(
                MatrixReport(assessment, units: units, columnLimit: format == "docx" ? MatrixReport.pageColumns : nil))
        case .notices:
            guard let letters = ResultLetter.all(assessment, units: units) else { throw notAppraised }
            if letters.isEmpty {
                console.say(ResultLetterWords.nobody)
                return .failed
            }
            let byUnit = Dictionary(letters.map { ($0.unit, $0.letter) }, uniquingKeysWith: { first, _ in first })
            return try writeEach(letters.map(\.unit)) { byUnit[$0] }
        case .publication: return try writePublication()
        }
    }

    /// That nobody appraises at the stage shown.
    private var notAppraised: UsageError {
        let stages = assessment.settings.stages.stages.filter { assessment.hasLines(at: $0) }
        return .badChoice(
            option: "--stage", found: assessment.settings.stage.code, choices: stages.map(\.code), suggestion: nil)
    }

    private func writePublication() throws(UsageError) -> ExitCode {
        let wanted = source.arguments.whole(.number)
        let reading = source.ledger(of: assessment)
        if reading.findings.containsError { return .failed }
        do throws(FindingsError) {
            let folder = assessment.folder
            let latest = try reading.ledger.results(wanted, of: folder)
            var earlier: (record: StageRecord, results: PublishedResults)?
            if let corrected = latest.record.corrects {
                earlier = try reading.ledger.results(corrected, of: folder)
            }
            return write(PublicationReport(assessment, latest, correcting: earlier))
        } catch {
            console.say(error.findings)
            return .failed
        }
    }

    // MARK: - Files

    /// Writes one document.
    func write(_ report: some OfficialReport) -> ExitCode {
        console.write(exit) { sink throws(FindingsError) in
            try write(report, file: console.output ?? format, to: sink)
        }
    }

    private func write(
        _ report: some OfficialReport, file: String, to sink: @escaping ([UInt8]) -> Void
    ) throws(FindingsError) {
        switch format {
        case "docx": report.writeWord(in: console.language, to: sink)
        case "xlsx": try report.writeBook(in: console.language, file: file, to: sink)
        default:
            let format = ReportFormat(rawValue: format) ?? .md
            sink(report.written(as: format, in: console.language, by: console.maker) ?? [])
        }
    }

    /// Writes a file a unit into a new folder; of one unit that is asked for, the file alone.
    private func writeEach<Report: OfficialReport>(
        _ units: [Int], _ report: (Int) -> Report?
    ) throws(UsageError) -> ExitCode {
        let isAlone = source.arguments.has(.unit) || console.output == nil
        if isAlone, units.count == 1, let report = units.first.flatMap(report) { return write(report) }
        guard let folder = console.output else { throw .missingOption("--output") }
        var names = FileNames()
        var files: [(path: String, bytes: [UInt8])] = []
        let isWritten = console.write(toFolder: folder) { () throws(FindingsError) in
            for unit in units {
                guard let report = report(unit) else { continue }
                let path = names.name(ofUnit: assessment.units[unit].code) + "." + format
                var bytes: [UInt8] = []
                try write(report, file: path) { bytes += $0 }
                files.append((path, bytes))
            }
            return files
        }
        guard isWritten else { return .failed }
        console.remark(SelfAssessmentWords.written(files.count, folder))
        return exit
    }
}
