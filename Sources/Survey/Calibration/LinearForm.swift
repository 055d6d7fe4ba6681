/// A value of each form that is linear in the measures of an index: u = Σ (a y − b x).
///
/// The linearised value of a ratio Σ w y ÷ Σ w x = R has a = 1 ÷ Σ w x and b = R ÷ Σ w x, that of a weighted mean of
/// ratios the sum of theirs times their weights.
struct LinearForm {
    /// By measure, the factors a and b.
    var terms: [(y: Double, x: Double)]

    /// Adds a multiple of another form of the same measures.
    mutating func add(_ other: LinearForm, times coefficient: Double) {
        for position in terms.indices {
            terms[position].y += coefficient * other.terms[position].y
            terms[position].x += coefficient * other.terms[position].x
        }
    }

    /// Σ w u of some forms.
    func total(_ sums: [(y: Int128, x: Int128)]) -> Double {
        zip(terms, sums).reduce(0) { $0 + $1.0.y * $1.1.y.approximation - $1.0.x * $1.1.x.approximation }
    }

    /// Σ w u² of some forms.
    /// - Parameter products: Of each pair of measures of the plan.
    func square(_ products: [PairProducts], _ plan: MeasurePlan) -> Double {
        var sum = 0.0
        for (pair, own) in zip(plan.pairs, products) {
            let (first, second) = (terms[pair.first], terms[pair.second])
            let above = second.y * own.yy.approximation - second.x * own.yx.approximation
            let below = second.y * own.xy.approximation - second.x * own.xx.approximation
            sum += (pair.first == pair.second ? 1 : 2) * (first.y * above - first.x * below)
        }
        return max(sum, 0)
    }
}
