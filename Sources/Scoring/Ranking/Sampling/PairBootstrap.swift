import ScoreNumerics
import Values

/// Centred differences of pairs of units under their sampling error, from repeated draws.
///
/// All that is asked of the draws is a high quantile of the greatest difference in its standard errors, so in each draw
/// only pairs are looked at that can reach it. Of two units, let one be p of its standard errors above zero and the
/// other q of its own below. Their difference is cos θ · p + sin θ · q of its standard errors for some θ, hence at most
/// √(p² + q²): pairs are looked at from the greatest p and q on, until that is too little.
struct PairBootstrap: Sendable {
    private let deviations: [Double]
    private let draws: Int
    /// Errors by draw and unit, in the unit's standard errors.
    private let errors: [Double]
    /// The units by draw, from the one furthest below zero to the one furthest above, in its standard errors.
    private let orders: [Int32]
    /// By the unit ahead and the unit behind.
    private let tests: [PairTest]

    init(_ values: [SampledIndex], draws: Int, seed: UInt64) {
        deviations = values.map { $0.deviation }
        self.draws = draws
        let parts = WorkProgress.during(.draws, of: draws) {
            Parallel.map(draws, minimum: 100) { part in
                var (errors, orders) = ([Double](), [Int32]())
                for draw in part {
                    WorkProgress.add(1, .draws)
                    var random = SeededRandom(seed: seed, stream: UInt64(draw) + 1)
                    let drawn = values.map { $0.deviation == 0 ? 0 : random.normal() }
                    errors += drawn
                    orders += zip(drawn, 0..<Int32(values.count)).sorted { $0.0 < $1.0 }.map { $0.1 }
                }
                return (errors: errors, orders: orders)
            }
        }
        errors = parts.flatMap { $0.errors }
        orders = parts.flatMap { $0.orders }
        tests = values.indices.flatMap { ahead in
            values.indices.map { $0 == ahead ? .none : PairTest(values[ahead], values[$0]) }
        }
    }

    /// The critical value at which the stepdown test of all pairs in both directions ends; zero when none of them has an
    /// error.
    func critical(error: Double) -> Double {
        critical(error: error) { critical in
            tests.count { $0.isOpen(critical) }
        } greatest: { draw, critical, least in
            draw.greatest(critical, least: least)
        }
    }

    /// The same for the pairs of one unit.
    func critical(of unit: Int, error: Double) -> Double {
        let own = deviations.indices.flatMap { other in
            [tests[unit * deviations.count + other], tests[other * deviations.count + unit]]
        }
        return critical(error: error) { critical in
            own.count { $0.isOpen(critical) }
        } greatest: { draw, critical, least in
            let most = draw.greatest(ahead: unit, critical, least: least)
            return draw.greatest(behind: unit, critical, least: most)
        }
    }

    /// Rejects tests until all that are left stay.
    ///
    /// - Parameters:
    ///   - openCount: how many tests a critical value leaves open.
    ///   - greatest: the greatest difference in a draw among the tests that a critical value leaves open, or some least
    ///     number where that is greater.
    private func critical(
        error: Double, openCount: (_ critical: Double) -> Int,
        greatest: (_ draw: PairDraw, _ critical: Double, _ least: Double) -> Double
    ) -> Double {
        // The order statistic above which at most the error's share of the draws, and of the data itself, lies.
        let position = max(Int(((1 - error) * Double(draws + 1)).rounded(.up)) - 1, 0)
        var critical = Double.infinity
        var open = openCount(critical)
        if open == 0 { return 0 }
        // There may be too few draws for such a share.
        if position >= draws { return .infinity }
        while open > 0 {
            var most = GreatestNumbers(draws - position)
            forEachDraw { most.insert(greatest($0, critical, most.least)) }
            critical = most.least
            let left = openCount(critical)
            if left == open { break }
            open = left
        }
        return critical
    }

    private func forEachDraw(_ body: (PairDraw) -> Void) {
        let count = deviations.count
        // In bounds: each draw has an error and a place in its order for each unit, and there is a test for each pair
        // of units.
        deviations.withUnsafeBufferPointer { deviations in
            errors.withUnsafeBufferPointer { errors in
                orders.withUnsafeBufferPointer { orders in
                    tests.withUnsafeBufferPointer { tests in
                        for draw in 0..<draws {
                            let own = draw * count..<(draw + 1) * count
                            body(
                                PairDraw(
                                    deviations: deviations, errors: UnsafeBufferPointer(rebasing: errors[own]),
                                    order: UnsafeBufferPointer(rebasing: orders[own]), tests: tests))
                        }
                    }
                }
            }
        }
    }
}

/// A test that one unit is not ahead of another.
private struct PairTest: Sendable {
    /// The margin in standard errors; not a number where there is nothing to be tested.
    let statistic: Double
    /// 1 ÷ the standard error of the difference.
    let inverse: Double

    /// No test: of a unit against itself.
    static let none = PairTest(SampledIndex(value: 0), SampledIndex(value: 0))

    init(_ ahead: SampledIndex, _ behind: SampledIndex) {
        let variance = ahead.deviation * ahead.deviation + behind.deviation * behind.deviation
        let margin = ahead.value - behind.value + ahead.lower - behind.upper
        inverse = 1 / variance.squareRoot()
        statistic = variance > 0 ? margin * inverse : .nan
    }

    /// Whether a critical value does not reject it.
    func isOpen(_ critical: Double) -> Bool { statistic <= critical }
}

/// The errors of a draw.
private struct PairDraw {
    // In bounds: one deviation, error and place in the order for each unit, and a test for each pair; orders hold units.
    let deviations: UnsafeBufferPointer<Double>
    let errors: UnsafeBufferPointer<Double>
    let order: UnsafeBufferPointer<Int32>
    let tests: UnsafeBufferPointer<PairTest>

    /// The greatest difference of pairs whose tests are open, or `least`.
    func greatest(_ critical: Double, least: Double) -> Double {
        var most = least
        guard let lowest = order.first else { return most }
        for ahead in order.reversed() {
            if !canExceed(most, above: errors[Int(ahead)], below: errors[Int(lowest)]) { break }
            most = greatest(ahead: Int(ahead), critical, least: most)
        }
        return most
    }

    /// The greatest difference of one unit and those behind it, or `least`.
    @inline(__always)
    func greatest(ahead: Int, _ critical: Double, least: Double) -> Double {
        var most = least
        for behind in order {
            if !canExceed(most, above: errors[ahead], below: errors[Int(behind)]) { break }
            most = max(most, difference(ahead, Int(behind), critical))
        }
        return most
    }

    /// The greatest difference of those ahead of one unit and itself, or `least`.
    @inline(__always)
    func greatest(behind: Int, _ critical: Double, least: Double) -> Double {
        var most = least
        for ahead in order.reversed() {
            if !canExceed(most, above: errors[Int(ahead)], below: errors[behind]) { break }
            most = max(most, difference(Int(ahead), behind, critical))
        }
        return most
    }

    /// Whether the difference of two errors can be more than a number that is not negative.
    private func canExceed(_ number: Double, above: Double, below: Double) -> Bool {
        let (above, below) = (max(above, 0), max(-below, 0))
        // Rounding takes less than this from the bound.
        let slack = 1 + 1e-9
        return (above * above + below * below) * slack > number * number
    }

    /// The difference in its standard errors; zero where there is no open test.
    private func difference(_ ahead: Int, _ behind: Int, _ critical: Double) -> Double {
        let test = tests[ahead * deviations.count + behind]
        guard test.isOpen(critical) else { return 0 }
        return (deviations[ahead] * errors[ahead] - deviations[behind] * errors[behind]) * test.inverse
    }
}
