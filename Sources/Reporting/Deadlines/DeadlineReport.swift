package import Values
package import Documents
internal import Words
package import Assessment
package import Scoring

/// What is overdue, due soon and done on a day, by unit and lead agency.
package struct DeadlineReport: Sendable {
    /// What stands above.
    package let header: ReportHeader
    /// What was looked at.
    package let review: DeadlineReview
    let units: [Unit]
    /// The codes of units that were left out because their rows hold errors.
    let leftOut: [String]

    /// Makes the report of all units, or of some.
    ///
    /// - Parameters:
    ///   - assessment: the assessment.
    ///   - units: the positions of units; nil for all.
    ///   - day: the day.
    ///   - within: so many days before its last day something is due soon.
    package init(_ assessment: Assessment, units: [Int]? = nil, on day: CalendarDay, within: Int) {
        header = ReportHeader(assessment)
        review = DeadlineReview(assessment, units: units, on: day, within: within)
        self.units = assessment.units
        leftOut = assessment.leftOut
    }

    /// The unit of a part; nil for the assessment itself.
    func unit(of part: DeadlineReview.Part) -> Unit? {
        part.unit.map { units[$0] }
    }

    /// Lines that warn of what cannot be.
    package func warnings(in language: Language) -> [String] {
        review.parts.flatMap { part in
            part.items.compactMap { item in
                item.warning(in: language).map { text in
                    let place = [unit(of: part)?.name, item.code].compactMap { $0 }.joined(separator: ", ")
                    return CleanText.line("\(place): \(text)")
                }
            }
        }
    }
}

extension DeadlineReview.Item {
    /// What cannot be, in words.
    func warning(in language: Language) -> String? {
        standing.contradiction.map { DeadlineWords.text($0, from: from, due: due, in: language) }
    }
}

/// How many items stand how.
struct DeadlineCounts {
    private let counts: [DeadlineStanding.State: Int]

    init(_ items: [DeadlineReview.Item]) {
        counts = items.reduce(into: [:]) { $0[$1.standing.state, default: 0] += 1 }
    }

    subscript(state: DeadlineStanding.State) -> Int { counts[state] ?? 0 }
}
