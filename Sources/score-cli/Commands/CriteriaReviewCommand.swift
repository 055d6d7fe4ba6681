import Assessment
import Documents
import Reporting
import Scoring
import Values
import Words

/// `criteria review`: what a criteria set does to the units of several folders.
enum CriteriaReviewCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let source = AssessmentSource(arguments: arguments, console: console)
        let thresholds = try thresholds(arguments)
        let top = try arguments.whole(.top, 1...1_000_000)
        guard let (assessments, exit) = try source.readAll() else { return .failed }
        let only = try source.shownKey(in: assessments)
        do throws(SetReview.Fault) {
            let review = try SetReview(assessments, among: arguments.scope, only: only, thresholds)
            let report = ReviewReport(review, among: arguments.scope, only: only, top: top)
            return console.write(report, as: arguments.options[.format], exit)
        } catch {
            console.say(Phrase("score-cli: \(ReviewWords.fault(error))"))
            return .usage
        }
    }

    private static func thresholds(_ arguments: ParsedArguments) throws(UsageError) -> ReviewThresholds {
        var thresholds = ReviewThresholds()
        let percent: ClosedRange<FixedDecimal> = 1...100
        thresholds.alike = try arguments.decimal(.alike, percent) ?? thresholds.alike
        thresholds.cut = try arguments.decimal(.cut, percent) ?? thresholds.cut
        thresholds.unmeasured = try arguments.decimal(.unmeasured, percent) ?? thresholds.unmeasured
        thresholds.twice = try arguments.decimal(.twice, 0...1) ?? thresholds.twice
        thresholds.leastUnits = try arguments.whole(.leastUnits, 2...1_000_000) ?? thresholds.leastUnits
        return thresholds
    }
}
