import Values

/// The result of a leaf in the model; points and maxima in millionths.
struct ModelOutcome: Equatable {
    var status: String
    var points: Int?
    var maximum: Int
    var scoredMaximum: Int
}

extension ModelLeaf {
    /// The maximum × the weighted mean (or the minimum) of the shares of the measures that apply.
    func outcome(
        figures: [String: ModelFigure], before: [String: ModelFigure], ofGroup: Bool = false, mode: Rounding.Mode,
        digits: Int
    ) -> ModelOutcome {
        var sum = NaiveFraction(0)
        var least: NaiveFraction?
        var (applying, reported) = (0, 0)
        var (isAwaited, isScored) = (false, false)
        for measure in measures {
            let rule = ofGroup ? measure.ofGroup ?? measure.rule : measure.rule
            let result = rule.result(
                maximum: maximum, figures: measure.codes.map { figures[$0] ?? .notReported },
                before: before[measure.codes[0]] ?? .notReported, mayBeOut: measure.convention != nil)
            var points = NaiveFraction(0)
            switch result {
            case .points(let earned):
                points = earned
                isScored = true
                reported += measure.weight
            case .out:
                if measure.convention == "leaveOut" { continue }
                points = NaiveFraction(millionths: maximum)
                reported += measure.weight
            case .awaited: isAwaited = true
            case .missing: break
            }
            applying += measure.weight
            sum = sum + points * NaiveFraction(measure.weight)
            least = least.map { NaiveFraction.lesser($0, points) } ?? points
        }
        if applying == 0 { return ModelOutcome(status: "notApplicable", points: nil, maximum: 0, scoredMaximum: 0) }
        if reported == 0 {
            return ModelOutcome(
                status: isAwaited ? "awaited" : "notReported", points: nil, maximum: maximum, scoredMaximum: 0)
        }
        let exact = isMinimum ? least ?? NaiveFraction(0) : sum / NaiveFraction(applying)
        return ModelOutcome(
            status: reported < applying ? "partlyReported" : isScored ? "scored" : "notApplicable",
            points: exact.millionths(mode, digits: digits), maximum: maximum,
            scoredMaximum: maximum * reported / applying)
    }
}
