import Assessment
import Documents
import Reporting
import Tables
import Values

/// `journal`: what commands did to a folder, or in what two copies of it differ.
enum JournalCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let source = AssessmentSource(arguments: arguments, console: console)
        if let other = arguments.options[.against] {
            guard let (before, exitBefore) = try source.read(), let (after, exitAfter) = try source.read(other) else {
                return .failed
            }
            return console.write(
                FolderDifferenceReport(before, after), as: arguments.options[.format],
                exitBefore == .done ? exitAfter : exitBefore)
        }
        let folder = FilePath.folder(arguments.operands[0])
        guard source.isAssessment(folder) else { return .failed }
        let (journal, findings) = Journal.read(folder, isVietnamese: console.language == .vi)
        console.say(findings)
        let report = JournalReport(
            journal, unit: unit(arguments, source), code: arguments.options[.code].map(VietnameseText.composed))
        return console.write(report, as: arguments.options[.format], findings.containsError ? .failed : .done)
    }

    /// The code of the unit that `--unit` names; the text itself where the folder cannot tell.
    private static func unit(_ arguments: ParsedArguments, _ source: AssessmentSource) -> String? {
        guard let text = arguments.options[.unit] else { return nil }
        let assessment = Assessment.read(arguments.operands[0], options: source.options).assessment
        let code = assessment.flatMap { assessment in
            (try? source.unit(named: text, in: assessment)).map { assessment.units[$0].code }
        }
        return code ?? VietnameseText.composed(text)
    }
}
