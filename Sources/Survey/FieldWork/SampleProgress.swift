internal import ScoreNumerics
public import Values

/// The answers so far, held against the sample that was asked for.
public struct SampleProgress: Sendable {
    /// A unit or stratum of the sample, or all.
    public struct Row: Sendable {
        /// What the sample asks for; nil for forms that belong to none of its rows.
        public let target: SampleTarget?
        /// The forms that count.
        public let forms: Int
        /// The answers due by now: of all that are asked for, as much as of the period is over.
        public let due: Int
        /// The margin of error that the forms reach, for a share of one half; nil while there are none, and where the
        /// sample does not say how many people there are.
        public let margin: Double?

        /// How many answers are missing to those due.
        public var behind: Int { max(due - forms, 0) }
    }

    /// The rows of the sample in their order, and after them forms that belong to none.
    public let rows: [Row]
    /// All of the sample.
    public let total: Row
    /// The share of the period that is over; nil where nothing says when it ends.
    public let elapsed: Double?

    /// Holds answers against a sample.
    /// - Parameters:
    ///   - tally: The answers so far.
    ///   - targets: The sample.
    ///   - day: The day on which it is asked.
    ///   - designEffect: The ratio of the variance to that of a simple random sample.
    public init(
        _ tally: SurveyTally, _ targets: [SampleTarget], on day: CalendarDay, designEffect: FixedDecimal
    ) {
        let questionnaire = tally.questionnaire
        let elapsed = Self.elapsed(of: questionnaire.fieldWork, on: day)
        self.elapsed = elapsed.map { Double($0.days) / Double($0.of) }
        var counts = targets.map { _ in 0 }
        var beside = 0
        var rowsOfKey: [[String]: Int] = [:]
        for (index, target) in targets.enumerated() {
            rowsOfKey[[VietnameseText.folded(target.unit ?? ""), VietnameseText.folded(target.stratum ?? "")]] = index
        }
        let hasUnits = targets.contains { $0.unit != nil }
        let hasStrata = targets.contains { $0.stratum != nil }
        for cell in tally.cells {
            let unit = hasUnits ? VietnameseText.folded(cell.key.unit) : ""
            let stratum = hasStrata ? VietnameseText.folded(cell.key.stages.first?.stratum ?? "") : ""
            // A row without a stratum asks for the whole unit.
            if let row = rowsOfKey[[unit, stratum]] ?? rowsOfKey[[unit, ""]] {
                counts[row] += cell.rows
            } else {
                beside += cell.rows
            }
        }
        let quantile = NormalDistribution.quantile(0.5 + SampleMath.number(questionnaire.interval.confidence) / 2)
        let effect = SampleMath.number(designEffect)
        func due(_ people: Int) -> Int {
            guard let elapsed else { return people }
            // Rounded up: of one answer on half of the period, one is due.
            return Int((Int128(people) * Int128(elapsed.days) + Int128(elapsed.of) - 1) / Int128(elapsed.of))
        }
        /// The variance of a share of one half.
        func variance(_ forms: Int, of population: Int) -> Double {
            0.25 * effect * max(1 / Double(forms) - 1 / Double(population), 0)
        }
        var rows = zip(targets, counts).map { target, forms in
            let margin = target.population.flatMap { population in
                forms == 0 ? nil : quantile * variance(forms, of: population).squareRoot()
            }
            return Row(target: target, forms: forms, due: due(target.people), margin: margin)
        }
        let people = targets.reduce(0) { $0 + $1.people }
        let populations = targets.compactMap({ $0.population })
        var margin: Double?
        if populations.count == targets.count, !counts.contains(0) {
            let whole = Double(populations.reduce(0, +))
            let sum = zip(populations, counts).reduce(0.0) { sum, part in
                let weight = Double(part.0) / whole
                return sum + weight * weight * variance(part.1, of: part.0)
            }
            margin = quantile * sum.squareRoot()
        }
        total = Row(
            target: nil, forms: counts.reduce(0, +), due: rows.reduce(0) { $0 + $1.due }, margin: margin)
        asked = people
        if beside > 0 { rows.append(Row(target: nil, forms: beside, due: 0, margin: nil)) }
        self.rows = rows
    }

    /// All answers that the sample asks for.
    public let asked: Int

    /// The days of the period that are over, and all of its days.
    private static func elapsed(of work: FieldWork?, on day: CalendarDay) -> (days: Int, of: Int)? {
        guard let from = work?.from, let to = work?.to else { return nil }
        let length = from.days(to: to) + 1
        return (min(max(from.days(to: day) + 1, 0), length), length)
    }
}
