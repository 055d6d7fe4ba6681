import Assessment
import Reporting
import Tables
import Values
import Words

/// `compare --published`: what a publication corrects of another.
enum PublishedComparison {
    static func run(_ numbers: String, _ source: AssessmentSource) throws(UsageError) -> ExitCode {
        let (arguments, console) = (source.arguments, source.console)
        guard let (assessment, exit) = try source.read() else { return .failed }
        let reading = source.ledger(of: assessment)
        if reading.findings.containsError { return .failed }
        let publications = reading.ledger.publications
        let wanted =
            try ValueForm.pair(numbers, of: "--published") ?? [publications.count - 1, publications.count]
        do throws(FindingsError) {
            guard publications.count >= 2 else {
                throw FindingsError([
                    Finding(
                        LedgerFinding.tooFewPublications, at: Location(file: assessment.folder),
                        [.count: .count(publications.count), .expected: .count(2)])
                ])
            }
            var found: [(record: StageRecord, results: PublishedResults)] = []
            for number in wanted {
                found.append(try reading.ledger.results(number, of: assessment.folder))
            }
            return console.write(
                CorrectionReport(assessment, found[0], found[1]), as: arguments.options[.format], exit)
        } catch {
            console.say(error.findings)
            return .failed
        }
    }
}
