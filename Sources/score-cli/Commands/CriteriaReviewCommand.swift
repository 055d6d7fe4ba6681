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
        let thresholds = thresholds(arguments)
        let top = arguments.whole(.top)
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

    private static func thresholds(_ arguments: ParsedArguments) -> ReviewThresholds {
        var thresholds = ReviewThresholds()
        thresholds.alike = arguments.number(.alike) ?? thresholds.alike
        thresholds.cut = arguments.number(.cut) ?? thresholds.cut
        thresholds.unmeasured = arguments.number(.unmeasured) ?? thresholds.unmeasured
        thresholds.twice = arguments.number(.twice) ?? thresholds.twice
        thresholds.leastUnits = arguments.whole(.leastUnits) ?? thresholds.leastUnits
        return thresholds
    }
}
