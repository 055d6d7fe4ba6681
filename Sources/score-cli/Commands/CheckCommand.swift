import Documents
import Words
import Assessment
import Reporting
import Scoring
import Tables
import Values

/// `check`: all findings about an assessment or a criteria set, and how many there are.
enum CheckCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let path = arguments.operands[0]
        if arguments.has(.submit) { return try audit(arguments, console) }
        let findings: [Finding]
        var heavyCases: Int?
        if path.lowercased().hasSuffix(".json") {
            findings = ListProfiles.findings(of: path) ?? checkCriteria(path, points: arguments.options[.points])
        } else {
            let source = AssessmentSource(arguments: arguments, console: console)
            let reading = Assessment.read(path, options: source.options)
            if arguments.has(.verbose) { source.describe(reading.tables) }
            findings =
                reading.findings + (reading.assessment.map { checkActions($0) + EvidenceContent($0).findings } ?? [])
                + checkLedger(path, reading.findings)
            heavyCases = reading.assessment.map { Self.heavyCases(of: $0.scores) }
            if let heavyCases, heavyCases > 0 { console.remark(CommandWords.heavyCases(heavyCases)) }
        }
        let written = write(findings, heavyCases: heavyCases, arguments, console)
        return findings.containsError ? .failed : written
    }

    /// Findings are no table of data: without the audit there are two formats.
    static func faults(_ arguments: ParsedArguments, _: Language) -> [UsageError] {
        guard !arguments.has(.submit), let format = arguments.options[.format], !["table", "json"].contains(format)
        else { return [] }
        return [.badChoice(option: "--format", found: format, choices: ["table", "json"], suggestion: nil)]
    }

    /// What an appraiser would cut; with it, points are at stake, and the exit code says so.
    private static func audit(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let source = AssessmentSource(arguments: arguments, console: console)
        guard let (assessment, exit) = try source.read() else { return .failed }
        let report = AuditReport(assessment, units: try source.unit(in: assessment).map { [$0] })
        return console.write(report, as: arguments.options[.format], report.isClean ? exit : .failed)
    }

    /// In how many lines one case moves much.
    private static func heavyCases(of scores: ScoreTable) -> Int {
        scores.units.indices.reduce(0) { $0 + scores[$1].heavyCaseCount }
    }

    /// What is wrong with the folder's table of actions, which scoring does not read.
    private static func checkActions(_ assessment: Assessment) -> [Finding] {
        assessment.actionsFile.map { assessment.readActions($0).findings } ?? []
    }

    /// What is wrong with the journal and with the records of stages beside what reading the folder found.
    private static func checkLedger(_ folder: String, _ known: [Finding]) -> [Finding] {
        StageLedger.read(FilePath.folder(folder)).findings.filter { !known.contains($0) }
    }

    private static func checkCriteria(_ path: String, points: String?) -> [Finding] {
        do throws(FindingsError) {
            return try CriteriaSet.read(path, points: points).warnings
        } catch {
            return error.findings
        }
    }

    private static func write(
        _ findings: [Finding], heavyCases: Int?, _ arguments: ParsedArguments, _ console: Console
    ) -> ExitCode {
        let shown = FindingList(findings, withWarnings: !console.isQuiet)
        if arguments.options[.format] == "json" {
            return console.write(shown.json(in: console.language, heavyCases: heavyCases, by: console.maker))
        }
        let list = console.text(of: shown.findings, style: console.dataStyle, width: console.width)
        return console.write((list.isEmpty ? "" : list + "\n") + shown.count.text(console.language) + "\n")
    }
}
