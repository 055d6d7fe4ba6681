/// The dual simplex method with bounded variables on a dense dictionary, in floating point. Its results are only hints:
/// `ProvenBound` turns its multipliers into proofs.
///
/// Every variable lies between 0 and 1, so any dictionary is dual feasible once each nonbasic variable is at the bound
/// that suits its reduced cost. A search may therefore change ranges at will and continue from the last dictionary. The
/// arithmetic is that of IEEE 754 in a fixed order and gives the same result on every machine.
struct DualSimplex {
    enum End {
        case optimal
        /// No values satisfy the rows; the multipliers prove it, if `ProvenBound` agrees.
        case infeasible(multipliers: [Double])
        /// The pivot limit was reached; the multipliers so far are still good for a bound.
        case unfinished
    }

    private let model: LinearModel
    private let variableCount: Int
    private let rowCount: Int
    private let rowScales: [Double]
    private let costScale: Double
    /// Row by row: what one unit of each nonbasic variable adds to each basic variable. The rows' surplus variables are
    /// numbered after the model's variables.
    private var dictionary: [Double] = []
    /// The value of each basic variable when all nonbasic ones are 0.
    private var constants: [Double] = []
    private var reducedCosts: [Double] = []
    private var inside: [Int] = []
    private var outside: [Int] = []
    private var insideValues: [Double] = []
    private var outsideValues: [Double] = []
    private var pivotCount = 0

    private static let tolerance = 1e-7
    private static let leastPivot = 1e-8
    /// After this many pivots the dictionary is rebuilt, free of accumulated errors.
    private static let pivotsBetweenRenewals = 3_000

    init(_ model: LinearModel) {
        self.model = model
        variableCount = model.costs.count
        rowScales = model.rows.map { Self.scale($0.terms.map { $0.factor }) }
        costScale = Self.scale(model.costs)
        rowCount = model.rows.count
        renew()
    }

    /// The power of two that scales the largest of some coefficients to between 1 and 2.
    private static func scale(_ factors: [Int64]) -> Double {
        let greatest = factors.reduce(0) { max($0, $1.magnitude) }
        return greatest == 0 ? 1 : Double(sign: .plus, exponent: -Int(Double(greatest).exponent), significand: 1)
    }

    private mutating func renew() {
        dictionary = Array(repeating: 0, count: rowCount * variableCount)
        constants = Array(repeating: 0, count: rowCount)
        for (index, row) in model.rows.enumerated() {
            for term in row.terms {
                dictionary[index * variableCount + term.variable] += Double(term.factor) * rowScales[index]
            }
            constants[index] = -Double(row.bound) * rowScales[index]
        }
        reducedCosts = model.costs.map { Double($0) * costScale }
        inside = Array(variableCount..<variableCount + rowCount)
        outside = Array(0..<variableCount)
        insideValues = Array(repeating: 0, count: rowCount)
        outsideValues = Array(repeating: 0, count: variableCount)
        pivotCount = 0
    }

    private func range(of variable: Int, _ ranges: [VariableRange]) -> (lower: Double, upper: Double) {
        variable < variableCount
            ? (Double(ranges[variable].lower), Double(ranges[variable].upper)) : (0, Double.infinity)
    }

    /// The multipliers of the rows.
    var multipliers: [Double] {
        var multipliers = [Double](repeating: 0, count: rowCount)
        for (column, variable) in outside.enumerated() where variable >= variableCount {
            multipliers[variable - variableCount] =
                reducedCosts[column] * rowScales[variable - variableCount] / costScale
        }
        return multipliers
    }

    /// The values of the model's variables.
    var values: [Double] {
        var values = [Double](repeating: 0, count: variableCount)
        for (column, variable) in outside.enumerated() where variable < variableCount {
            values[variable] = outsideValues[column]
        }
        for (row, variable) in inside.enumerated() where variable < variableCount {
            values[variable] = insideValues[row]
        }
        return values
    }

    /// Solves for the specified ranges, starting from the last dictionary.
    mutating func solve(_ ranges: [VariableRange], pivots: Int) -> End {
        if pivotCount > Self.pivotsBetweenRenewals { renew() }
        place(ranges)
        for _ in 0..<pivots {
            guard let (row, bound) = leaving(ranges) else { return .optimal }
            let rises = insideValues[row] < bound
            guard let column = entering(row, rises: rises, shortfall: abs(bound - insideValues[row]), ranges) else {
                return .infeasible(multipliers: ray(row, rises: rises))
            }
            pivot(row, column, bound)
        }
        return .unfinished
    }

    /// Puts all nonbasic variables at the bounds that suit their reduced costs and computes the rest.
    private mutating func place(_ ranges: [VariableRange]) {
        for (column, variable) in outside.enumerated() {
            let (lower, upper) = range(of: variable, ranges)
            outsideValues[column] = reducedCosts[column] >= 0 || variable >= variableCount ? lower : upper
        }
        // In bounds: the dictionary has a row for each basic variable and a column for each other.
        dictionary.withUnsafeBufferPointer { dictionary in
            for row in 0..<rowCount {
                var sum = constants[row]
                for column in 0..<variableCount where outsideValues[column] != 0 {
                    sum += dictionary[row * variableCount + column] * outsideValues[column]
                }
                insideValues[row] = sum
            }
        }
    }

    /// The basic variable that is farthest out of its range, and the bound it violates.
    private func leaving(_ ranges: [VariableRange]) -> (row: Int, bound: Double)? {
        var (worst, found): (Double, (Int, Double)?) = (Self.tolerance, nil)
        for row in 0..<rowCount {
            let (lower, upper) = range(of: inside[row], ranges)
            let value = insideValues[row]
            if lower - value > worst { (worst, found) = (lower - value, (row, lower)) }
            if value - upper > worst { (worst, found) = (value - upper, (row, upper)) }
        }
        return found
    }

    /// The variable that enters for a row, by the ratio of reduced cost to effect. Those of smaller ratio whose whole
    /// range does not make up for the shortfall move to their other bound at once.
    private mutating func entering(
        _ row: Int, rises: Bool, shortfall: Double, _ ranges: [VariableRange]
    ) -> Int? {
        var candidates: [(ratio: Double, column: Int, effect: Double)] = []
        for column in 0..<variableCount {
            let factor = dictionary[row * variableCount + column]
            guard abs(factor) > Self.leastPivot else { continue }
            let (lower, upper) = range(of: outside[column], ranges)
            guard lower < upper else { continue }
            let isLow = outsideValues[column] == lower
            guard (factor > 0) == (rises == isLow) else { continue }
            candidates.append((abs(reducedCosts[column]) / abs(factor), column, abs(factor) * (upper - lower)))
        }
        candidates.sort { ($0.ratio, -$0.effect, $0.column) < ($1.ratio, -$1.effect, $1.column) }
        var rest = shortfall
        var flips: [Int] = []
        for candidate in candidates {
            rest -= candidate.effect
            if rest <= Self.tolerance {
                for column in flips {
                    let (lower, upper) = range(of: outside[column], ranges)
                    move(column, by: outsideValues[column] == lower ? upper - lower : lower - upper)
                }
                return candidate.column
            }
            flips.append(candidate.column)
        }
        return nil
    }

    private mutating func move(_ column: Int, by step: Double) {
        outsideValues[column] += step
        for row in 0..<rowCount { insideValues[row] += dictionary[row * variableCount + column] * step }
    }

    /// The minimum rise of the objective when a basic variable moves down to 0 or up to 1: the cost of the first pivot
    /// (Driebeek 1966). Infinite where no pivot is possible.
    func penalties(of variable: Int, _ ranges: [VariableRange]) -> (down: Double, up: Double) {
        guard let row = inside.firstIndex(of: variable) else { return (0, 0) }
        var (down, up) = (Double.infinity, Double.infinity)
        for column in 0..<variableCount {
            let factor = dictionary[row * variableCount + column]
            guard abs(factor) > Self.leastPivot else { continue }
            let (lower, upper) = range(of: outside[column], ranges)
            guard lower < upper else { continue }
            let ratio = abs(reducedCosts[column] / factor)
            if (factor > 0) == (outsideValues[column] == lower) {
                if ratio < up { up = ratio }
            } else if ratio < down {
                down = ratio
            }
        }
        let value = insideValues[row]
        return (down * value / costScale, up * (1 - value) / costScale)
    }

    /// Why a row has no feasible value: its variable as the sum of others shows how the rows contradict each other.
    private func ray(_ row: Int, rises: Bool) -> [Double] {
        var ray = [Double](repeating: 0, count: rowCount)
        let sign: Double = rises ? 1 : -1
        if inside[row] >= variableCount { ray[inside[row] - variableCount] = sign }
        for (column, variable) in outside.enumerated() where variable >= variableCount {
            ray[variable - variableCount] = -sign * dictionary[row * variableCount + column]
        }
        return zip(ray, rowScales).map { $0 * $1 }
    }

    /// Exchanges the variable of a row, which moves to `bound`, for the one of a column.
    private mutating func pivot(_ row: Int, _ column: Int, _ bound: Double) {
        let (width, pivot) = (variableCount, dictionary[row * variableCount + column])
        move(column, by: (bound - insideValues[row]) / pivot)
        let entered = outsideValues[column]
        // In bounds: the dictionary has `rowCount` rows of `width`; row and column are of it.
        dictionary.withUnsafeMutableBufferPointer { dictionary in
            let own = UnsafeMutableBufferPointer(rebasing: dictionary[row * width..<(row + 1) * width])
            let inverse = 1 / pivot
            for index in 0..<width { own[index] *= -inverse }
            own[column] = inverse
            constants[row] *= -inverse
            for other in 0..<rowCount where other != row {
                let line = UnsafeMutableBufferPointer(rebasing: dictionary[other * width..<(other + 1) * width])
                let factor = line[column]
                guard factor != 0 else { continue }
                line[column] = 0
                for index in 0..<width { line[index] += factor * own[index] }
                constants[other] += factor * constants[row]
            }
            let factor = reducedCosts[column]
            reducedCosts[column] = 0
            for index in 0..<width { reducedCosts[index] += factor * own[index] }
        }
        swap(&inside[row], &outside[column])
        outsideValues[column] = bound
        insideValues[row] = entered
        pivotCount += 1
    }
}
