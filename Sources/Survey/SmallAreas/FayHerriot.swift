/// The area-level model of Fay and Herriot (1979, JASA 74, 269–277): y = x′β + v + e for each area, with the variance ψ of
/// the sampling error e known and that of v, σ², estimated.
///
/// The estimate of an area is the composite γ y + (1 − γ) x′β with γ = σ² ÷ (σ² + ψ), the EBLUP; of an area without a
/// sample it is x′β. Source of all formulas: Rao and Molina 2015, Small Area Estimation, 2nd ed., sections 6.1.1 (EBLUP),
/// 6.1.2 (estimation of σ²) and 6.2 (mean squared error); in R `sae::eblupFH` and `sae::mseFH`.
struct FayHerriot: Sendable {
    typealias Method = SmallAreaPlan.Method

    /// An area with a sample.
    struct Area: Hashable, Sendable {
        /// The direct estimate.
        let estimate: Double
        /// Its sampling variance, positive.
        let variance: Double
        /// The auxiliary variables, without the constant.
        let auxiliaries: [Double]
    }

    /// An estimate by the model.
    struct Prediction: Hashable, Sendable {
        let value: Double
        /// The mean squared error to the second order: g₁ + g₂ + 2 g₃, less the bias of g₁ where σ² is not that of REML.
        let meanSquare: Double
        /// What the direct estimate counts; 0 for an area without one.
        let share: Double
    }

    /// Why no model can be fitted.
    enum Failure: Error, Hashable, Sendable {
        /// Not more areas than coefficients.
        case tooFewAreas
        /// An auxiliary variable, by position, is constant or depends on those before it.
        case dependent(Int)
        /// The search for σ² did not settle.
        case notSettled
    }

    /// The constant and the coefficients of the auxiliary variables.
    let coefficients: [Double]
    /// σ².
    let modelVariance: Double

    /// The variables of the fit: a constant, and the auxiliaries less their mean over their standard deviation. So large
    /// numbers beside small ones do no harm; estimates are the same.
    private let standard: [(mean: Double, deviation: Double)]
    /// (X′V⁻¹X)⁻¹.
    private let inverse: [[Double]]
    /// β of the standardised variables.
    private let standardCoefficients: [Double]
    /// The asymptotic variance of σ², and the bias of g₁ per (1 − γ)².
    private let variance, bias: Double

    private static let mostRounds = 1000
    /// σ² is settled when a step is less than this share of the scale of the variances.
    private static let tolerance = 1e-12

    /// Fits the model.
    ///
    /// Complexity: O(rounds × areas × coefficients²).
    init(_ areas: [Area], by method: Method = .reml) throws(Failure) {
        let count = (areas.first?.auxiliaries.count ?? 0) + 1
        guard areas.count > count else { throw .tooFewAreas }
        let standard = try Self.standard(areas)
        self.standard = standard
        let fit = Fit(areas: areas, rows: areas.map { Self.row($0.auxiliaries, standard) })
        modelVariance = try Self.modelVariance(fit, method)
        let weights = fit.weights(modelVariance)
        guard let inverse = fit.inverse(weights) else { throw .dependent(0) }
        self.inverse = inverse
        let beta = fit.coefficients(weights, inverse)
        standardCoefficients = beta
        let slopes = zip(beta.dropFirst(), standard).map { $0 / $1.deviation }
        coefficients = [beta[0] - zip(slopes, standard).reduce(0) { $0 + $1.0 * $1.1.mean }] + slopes
        let (first, second) = (weights.reduce(0, +), weights.reduce(0) { $0 + $1 * $1 })
        switch method {
        case .reml: (variance, bias) = (2 / second, 0)
        case .ml: (variance, bias) = (2 / second, -Self.trace(inverse, fit.moments(weights.map { $0 * $0 })) / second)
        case .moments:
            let areas = Double(areas.count)
            variance = 2 * areas / (first * first)
            bias = 2 * (areas * second - first * first) / (first * first * first)
        }
    }

    /// The composite estimate of an area.
    func prediction(of area: Area) -> Prediction {
        let total = modelVariance + area.variance
        let share = modelVariance / total
        let row = Self.row(area.auxiliaries, standard)
        let synthetic = zip(row, standardCoefficients).reduce(0) { $0 + $1.0 * $1.1 }
        let rest = area.variance / total
        let first = share * area.variance
        let second = rest * rest * Self.quadratic(row, inverse)
        let third = area.variance * area.variance / (total * total * total) * variance
        return Prediction(
            value: share * area.estimate + (1 - share) * synthetic,
            meanSquare: first + second + 2 * third - bias * rest * rest, share: share)
    }

    /// The synthetic estimate of an area without a sample: x′β, with the mean squared error σ² + x′(X′V⁻¹X)⁻¹x.
    func synthetic(_ auxiliaries: [Double]) -> Prediction {
        let row = Self.row(auxiliaries, standard)
        let value = zip(row, standardCoefficients).reduce(0) { $0 + $1.0 * $1.1 }
        return Prediction(value: value, meanSquare: modelVariance + Self.quadratic(row, inverse), share: 0)
    }

    // MARK: - Variables

    private static func standard(
        _ areas: [Area]
    ) throws(Failure) -> [(mean: Double, deviation: Double)] {
        var standard: [(mean: Double, deviation: Double)] = []
        let count = Double(areas.count)
        for place in areas[0].auxiliaries.indices {
            let mean = areas.reduce(0) { $0 + $1.auxiliaries[place] } / count
            let square = areas.reduce(0) {
                $0 + ($1.auxiliaries[place] - mean) * ($1.auxiliaries[place] - mean)
            }
            let deviation = (square / count).squareRoot()
            guard deviation > 1e-12 * abs(mean), deviation > 0 else { throw .dependent(place) }
            standard.append((mean, deviation))
        }
        return standard
    }

    private static func row(_ auxiliaries: [Double], _ standard: [(mean: Double, deviation: Double)]) -> [Double] {
        [1] + zip(auxiliaries, standard).map { ($0 - $1.mean) / $1.deviation }
    }

    // MARK: - σ²

    /// σ² by Fisher scoring (Rao and Molina 2015, section 6.1.2), not below 0.
    private static func modelVariance(_ fit: Fit, _ method: Method) throws(Failure) -> Double {
        if let place = fit.dependent { throw .dependent(place) }
        let variances = fit.areas.map { $0.variance }.sorted()
        let middle = (variances[(variances.count - 1) / 2] + variances[variances.count / 2]) / 2
        var current = middle
        for _ in 0..<mostRounds {
            guard let step = fit.step(current, method) else { throw .notSettled }
            // At 0 the likelihood falls: no variance between areas is seen beside that of sampling.
            if current == 0, step <= 0 { return 0 }
            let next = max(current + step, 0)
            let settled = abs(next - current) <= tolerance * (next + middle)
            current = next
            if settled { return current }
        }
        throw .notSettled
    }

    // MARK: - Matrices

    fileprivate static func trace(_ first: [[Double]], _ second: [[Double]]) -> Double {
        first.indices.reduce(0) { sum, row in
            sum + first.indices.reduce(0) { $0 + first[row][$1] * second[$1][row] }
        }
    }

    private static func quadratic(_ row: [Double], _ matrix: [[Double]]) -> Double {
        row.indices.reduce(0) { sum, first in
            sum + row.indices.reduce(0) { $0 + row[first] * matrix[first][$1] * row[$1] }
        }
    }
}

/// The areas of a fit, with what the estimation of σ² adds up of them.
private struct Fit {
    let areas: [FayHerriot.Area]
    /// The variables of each, the constant first.
    let rows: [[Double]]

    /// What is left of a variable below this share of it is rounding error.
    private static let least = 1e-10

    /// 1 ÷ (σ² + ψ).
    func weights(_ modelVariance: Double) -> [Double] { areas.map { 1 / (modelVariance + $0.variance) } }

    /// X′WX.
    func moments(_ weights: [Double]) -> [[Double]] {
        let width = rows[0].count
        var sums = Array(repeating: Array(repeating: 0.0, count: width), count: width)
        for (row, weight) in zip(rows, weights) {
            for first in 0..<width {
                for second in 0..<width { sums[first][second] += weight * row[first] * row[second] }
            }
        }
        return sums
    }

    /// (X′WX)⁻¹; nil where it is singular.
    func inverse(_ weights: [Double]) -> [[Double]]? {
        let width = rows[0].count
        let identity = (0..<width).map { row in (0..<width).map { $0 == row ? 1.0 : 0 } }
        return SquareMatrix(moments(weights)).solved(for: identity)
    }

    /// The first auxiliary variable that depends on those before it.
    var dependent: Int? {
        var basis: [[Double]] = []
        for place in rows[0].indices {
            var column = rows.map { $0[place] }
            func length() -> Double { column.reduce(0) { $0 + $1 * $1 }.squareRoot() }
            let whole = length()
            for _ in 0..<2 {
                for other in basis {
                    let share = zip(column, other).reduce(0) { $0 + $1.0 * $1.1 }
                    for row in column.indices { column[row] -= share * other[row] }
                }
            }
            let rest = length()
            guard rest > Self.least * whole else { return place - 1 }
            basis.append(column.map { $0 / rest })
        }
        return nil
    }

    /// β = (X′WX)⁻¹ X′W y.
    func coefficients(_ weights: [Double], _ inverse: [[Double]]) -> [Double] {
        var right = Array(repeating: 0.0, count: inverse.count)
        for (position, row) in rows.enumerated() {
            for place in row.indices { right[place] += weights[position] * row[place] * areas[position].estimate }
        }
        return inverse.map { zip($0, right).reduce(0) { $0 + $1.0 * $1.1 } }
    }

    /// The step of the scoring from a value of σ²: the score divided by the information.
    func step(_ modelVariance: Double, _ method: FayHerriot.Method) -> Double? {
        let weights = weights(modelVariance)
        guard let inverse = inverse(weights) else { return nil }
        let beta = coefficients(weights, inverse)
        let rests = zip(areas, rows).map { area, row in
            area.estimate - zip(row, beta).reduce(0) { $0 + $1.0 * $1.1 }
        }
        func sum(_ power: Int) -> Double {
            weights.reduce(0) { sum, weight in sum + (0..<power).reduce(1.0) { product, _ in product * weight } }
        }
        // Σ (w r)² = y′PPy
        let square = zip(weights, rests).reduce(0) { $0 + $1.0 * $1.0 * $1.1 * $1.1 }
        switch method {
        case .reml:
            let second = moments(weights.map { $0 * $0 })
            let third = moments(weights.map { $0 * $0 * $0 })
            let product = inverse.map { row in
                second.indices.map { column in row.indices.reduce(0) { $0 + row[$1] * second[$1][column] } }
            }
            let trace = sum(1) - FayHerriot.trace(inverse, second)
            let squareTrace = sum(2) - 2 * FayHerriot.trace(inverse, third) + FayHerriot.trace(product, product)
            return (square - trace) / squareTrace
        case .ml: return (square - sum(1)) / sum(2)
        case .moments:
            let rest = zip(weights, rests).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
            let freedom = Double(areas.count - rows[0].count)
            // Newton's step towards h(σ²) = m − p; h falls with σ², with the derivative −Σ (w r)².
            return square > 0 ? (rest - freedom) / square : -modelVariance
        }
    }
}
