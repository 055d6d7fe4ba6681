internal import Scoring
public import Values

/// What says how large a unit is: the figure of a metric; of a ratio its denominator, as the cases that it handled.
public struct UnitSize: Hashable, Sendable {
    /// The code of the metric.
    public let metric: String
    /// Where the settings name it.
    public let place: Location
}

extension Assessment {
    /// Units are of similar size when they are at most so many percent larger or smaller.
    package static let similarPercent = 20
    /// So many others of similar size are needed to say what is usual among them.
    package static let leastSimilar = 5

    /// How large the unit at a position is by a column; nil where its figure says nothing.
    private func size(of unit: Int, in column: Int) -> FixedDecimal? {
        switch figures[unit, column] {
        case .value(let value): value
        case .ratio(_, let denominator): denominator
        default: nil
        }
    }

    /// The units among some that are about as large as one, without itself; nil where they are too few.
    ///
    /// - Complexity: O(units).
    package func similar(to unit: Int, among units: [Int]) -> [Int]? {
        guard let metric = settings.size?.metric, let column = figures.column(of: metric),
            let own = size(of: unit, in: column), own > 0
        else { return nil }
        let like = Int128(own.mantissa)
        let limits = like * Int128(100 - Self.similarPercent)...like * Int128(100 + Self.similarPercent)
        let found = units.filter { other in
            guard other != unit, let size = size(of: other, in: column) else { return false }
            return limits.contains(Int128(size.mantissa) * 100)
        }
        return found.count < Self.leastSimilar ? nil : found
    }
}
