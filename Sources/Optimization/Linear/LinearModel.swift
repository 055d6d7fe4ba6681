/// A linear program over variables between 0 and 1: the least sum of costs with every row at least its bound. The
/// coefficients are integers, so what is proven about it is exact.
struct LinearModel: Sendable {
    struct Term: Sendable {
        var variable: Int
        var factor: Int64
    }

    struct Row: Sendable {
        var terms: [Term]
        var bound: Int64
    }

    var costs: [Int64]
    var rows: [Row] = []

    /// Sums of this many rows of greatest totals fit in 128 bits (see `ProvenBound`).
    static let mostRows = 1 << 14
    /// Cells of a dense dictionary, eight bytes each.
    static let mostCells = 1 << 26

    init(variables: Int) {
        costs = Array(repeating: 0, count: variables)
    }

    mutating func addVariable() -> Int {
        costs.append(0)
        return costs.count - 1
    }
}

/// The range of one variable: anything from `lower` to `upper`, each 0 or 1.
struct VariableRange: Hashable, Sendable {
    var lower: Int8 = 0
    var upper: Int8 = 1

    var isFixed: Bool { lower == upper }

    static let open = VariableRange()
    static let zero = VariableRange(lower: 0, upper: 0)
    static let one = VariableRange(lower: 1, upper: 1)
}
