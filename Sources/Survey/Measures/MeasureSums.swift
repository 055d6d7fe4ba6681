internal import Values

/// What a node of the design contributes to the measures of an index: the sums of ``RowMeasures`` pairs and their
/// products over some cells.
struct MeasureSums {
    /// Σw y and Σw x of each measure of the index, in millionths.
    var totals: [(y: Int128, x: Int128)]
    /// Σw yy′ and so on for each pair of measures.
    var products: [PairProducts]
    /// The same with w².
    var squaredProducts: [PairProducts]
    /// People with an answer, their weight and its squares.
    var people = 0
    var weight: Int128 = 0
    var weightSquares: Int128 = 0

    init(_ measures: MeasurePlan) {
        totals = Array(repeating: (0, 0), count: measures.terms.count)
        products = Array(repeating: PairProducts(), count: measures.pairs.count)
        squaredProducts = products
    }

    mutating func add(_ cell: SurveyTally.Cell, _ plan: MeasurePlan) {
        for (index, term) in plan.terms.enumerated() {
            let pair = plan.pair(of: term.measure, in: cell)
            totals[index].y += pair.y
            totals[index].x += pair.x
        }
        for (index, pair) in plan.pairs.enumerated() {
            products[index] += plan.products(of: pair, in: cell)
            if let place = pair.squaredPlace { squaredProducts[index] += PairProducts(cell.products, at: place) }
        }
        let own = plan.people(in: cell)
        people += own.count
        weight += own.weight
        weightSquares += own.squares
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

extension PairProducts {
    /// Those starting at a position among the products of a cell.
    init(_ products: [Int128], at place: Int) {
        func part(_ part: TallyLayout.ProductPart) -> Int128 { products[place + part.rawValue] }
        self.init(yy: part(.yy), yx: part(.yx), xy: part(.xy), xx: part(.xx))
    }
}
