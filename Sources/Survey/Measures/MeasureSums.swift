internal import Values

/// What some cells contribute to the measures of an index: the sums of ``RowMeasures`` pairs and, for a node of the
/// design, of their products.
struct MeasureSums {
    /// Σw y and Σw x of each measure of the index, in the unit of the tally.
    var totals: [(y: Int128, x: Int128)]
    /// Σw yy′ and so on for each pair of measures.
    var products: [PairProducts]
    /// The same with w².
    var squaredProducts: [PairProducts]
    /// People with an answer, their weight and its squares.
    var people = 0
    var weight: Int128 = 0
    var weightSquares: Int128 = 0
    /// Whether the squares of some cells are not known.
    var lacksSquares = false

    init(_ measures: MeasurePlan) {
        totals = Array(repeating: (0, 0), count: measures.terms.count)
        products = Array(repeating: PairProducts(), count: measures.pairs.count)
        squaredProducts = products
    }

    /// Begins anew with nothing added; what was allocated stays.
    mutating func clear() {
        for index in totals.indices { totals[index] = (0, 0) }
        for index in products.indices { (products[index], squaredProducts[index]) = (PairProducts(), PairProducts()) }
        (people, weight, weightSquares, lacksSquares) = (0, 0, 0, false)
    }

    /// The standard deviation of the weights divided by their mean; nil where their squares are not known.
    var weightVariation: Double? {
        guard people > 0, !lacksSquares else { return nil }
        let square = Double(people) * weightSquares.approximation / weight.approximation / weight.approximation - 1
        return square > 1e-12 ? square.squareRoot() : 0
    }

    /// Adds a cell without its products.
    mutating func add(_ numbers: CellNumbers, _ plan: MeasurePlan) {
        for (index, term) in plan.terms.enumerated() {
            let pair = plan.pair(of: term, in: numbers)
            totals[index].y += pair.y
            totals[index].x += pair.x
        }
        let own = plan.people(in: numbers)
        people += own.count
        weight += own.weight
        weightSquares += own.squares
        lacksSquares = lacksSquares || (own.count > 0 && own.squares == 0)
    }

    /// Adds the products of a cell.
    mutating func addProducts(of numbers: CellNumbers, _ plan: MeasurePlan) {
        for (index, pair) in plan.pairs.enumerated() {
            products[index] += plan.products(of: pair, in: numbers)
            if let place = pair.squaredPlace { squaredProducts[index] += numbers.products(at: place) }
        }
    }
}

/// The sums of products of two measures: yy′ and so on.
struct PairProducts: Equatable {
    var yy: Int128 = 0
    var yx: Int128 = 0
    var xy: Int128 = 0
    var xx: Int128 = 0

    static func += (left: inout Self, right: Self) {
        left.yy += right.yy
        left.yx += right.yx
        left.xy += right.xy
        left.xx += right.xx
    }
}

extension Int128 {
    /// The nearest `Double`, ties to even: what `Double.init` gives, which converts integers of 128 bits bit by bit.
    var approximation: Double {
        if let small = Int64(exactly: self) { return Double(small) }
        let shift = 64 - magnitude.leadingZeroBitCount
        guard shift > 0 else {
            return Double(sign: self < 0 ? .minus : .plus, exponent: 0, significand: Double(UInt64(magnitude)))
        }
        // The lowest of 64 bits, which a Double cannot hold, says whether there is anything below.
        let top = UInt64(truncatingIfNeeded: magnitude &>> UInt128(shift))
        let rest: UInt64 = magnitude & (1 &<< UInt128(shift) &- 1) == 0 ? 0 : 1
        return Double(sign: self < 0 ? .minus : .plus, exponent: shift, significand: Double(top | rest))
    }
}
