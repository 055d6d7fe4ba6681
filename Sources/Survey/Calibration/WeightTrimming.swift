/// Holds weights between two bounds and shares what that takes away, or gives, among the others.
///
/// The excess is divided equally among the forms within the bounds, and again until none is outside: R's
/// `trimWeights(strict = TRUE)` (Potter 1990, Proceedings of the ASA Section on Survey Research Methods, 225–230).
struct WeightTrimming {
    /// The weights after trimming, in order.
    private(set) var weights: [Double]
    /// Forms whose weight was outside the bounds at first.
    private(set) var trimmed = 0

    private static let mostRounds = 10_000
    /// A weight that is outside by no more than this share of a bound is on it.
    private static let rounding = 1e-15

    /// - Parameters:
    ///   - weights: Of the forms of each cell; forms that weigh nothing are left alone.
    ///   - rows: The forms of each cell.
    ///   - bounds: The least and the most that a form may weigh.
    /// - Returns: nil where the sum of the weights leaves no room within the bounds.
    ///
    /// Complexity: O(cells) for each round.
    init?(_ weights: [Double], rows: [Int], bounds: ClosedRange<Double>) {
        self.weights = weights
        let counted = weights.indices.filter { weights[$0] > 0 && rows[$0] > 0 }
        for round in 0..<Self.mostRounds {
            var (excess, outside, inside) = (0.0, 0, 0)
            var isOutside = Array(repeating: false, count: weights.count)
            for cell in counted {
                let weight = self.weights[cell]
                let kept = min(max(weight, bounds.lowerBound), bounds.upperBound)
                if abs(weight - kept) > Self.rounding * bounds.upperBound {
                    excess += (weight - kept) * Double(rows[cell])
                    outside += rows[cell]
                    isOutside[cell] = true
                    self.weights[cell] = kept
                } else {
                    inside += rows[cell]
                }
            }
            if round == 0 { trimmed = outside }
            if outside == 0 { return }
            guard inside > 0 else { return nil }
            for cell in counted where !isOutside[cell] { self.weights[cell] += excess / Double(inside) }
        }
        return nil
    }
}
