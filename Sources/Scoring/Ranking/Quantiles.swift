public import Values

/// How a quantile is defined where it falls between two values: three of the nine definitions of Hyndman and Fan
/// ("Sample quantiles in statistical packages", The American Statistician 50, 1996).
public enum QuantileDefinition: String, CaseIterable, Hashable, Sendable {
    /// Definition 2: the first value that at least the share p of all values does not exceed; halfway to the next where
    /// it is exactly that share.
    case averagedStep
    /// Definition 7, position (n − 1)·p + 1: QUARTILE.INC in spreadsheets.
    case linear
    /// Definition 6, position (n + 1)·p, clamped to the values: QUARTILE.EXC in spreadsheets.
    case exclusive
}

/// Values in ascending order, and their quantiles; exact.
public struct Quantiles: Sendable {
    /// The values, ascending.
    public let values: [ExactRatio]
    /// The definition of a quantile.
    public let definition: QuantileDefinition

    /// The position of a quantile: the value before it, and how far it lies towards the next.
    struct Position: Hashable {
        let lower: Int
        let weight: ExactRatio
    }

    /// Sorts the values. Complexity: O(n·log n).
    public init(_ values: some Sequence<ExactRatio>, definition: QuantileDefinition) {
        self.values = values.sorted()
        self.definition = definition
    }

    /// The quantile below which `part` of `parts` of the values lie: `value(3, of: 4)` is the upper quartile.
    ///
    /// Nil without values, and beyond 128 bits. Traps unless 0 < part < parts. Complexity: O(1).
    public func value(_ part: Int, of parts: Int) -> ExactRatio? {
        guard let position = position(part, of: parts) else { return nil }
        let lower = values[position.lower]
        if position.weight == .zero { return lower }
        return values[position.lower + 1].subtracting(lower)?.multiplied(by: position.weight)?.adding(lower)
    }

    /// The position of a quantile; nil without values.
    func position(_ part: Int, of parts: Int) -> Position? {
        precondition(part > 0 && part < parts, "a quantile lies inside")
        let count = values.count
        if count == 0 { return nil }
        switch definition {
        case .averagedStep:
            let (whole, rest) = (count * part).quotientAndRemainder(dividingBy: parts)
            return rest > 0
                ? Position(lower: whole, weight: .zero)
                : Position(lower: whole - 1, weight: ExactRatio(1, over: 2) ?? .zero)
        case .linear:
            return Self.position((count - 1) * part, over: parts)
        case .exclusive:
            let above = (count + 1) * part - parts
            return Self.position(min(max(above, 0), (count - 1) * parts), over: parts)
        }
    }

    private static func position(_ above: Int, over below: Int) -> Position {
        let (whole, rest) = above.quotientAndRemainder(dividingBy: below)
        return Position(lower: whole, weight: ExactRatio(Int128(rest), over: Int128(below)) ?? .zero)
    }
}

/// Values divided into groups of equal size, the highest first; equal values are always in one group.
public struct QuantileGroups: Sendable {
    /// How many values there are.
    public let count: Int
    private let atCut: QuantileCut.AtCut
    /// What the values of a group reach or exceed, from the highest group to the last but one.
    private let bounds: [ExactRatio]

    /// Divides values into `parts` groups, at least one.
    public init(_ quantiles: Quantiles, parts: Int, atCut: QuantileCut.AtCut) {
        count = quantiles.values.count
        self.atCut = atCut
        // No value lies between two neighbours, so a cut between them need not be computed, and nothing can overflow:
        // what reaches it reaches the upper neighbour, and what exceeds it exceeds the lower one.
        bounds = (1..<max(parts, 1)).reversed().compactMap { part in
            quantiles.position(part, of: parts).map { position in
                let isAtUpper = atCut == .higher && position.weight != .zero
                return quantiles.values[isAtUpper ? position.lower + 1 : position.lower]
            }
        }
    }

    /// The group of one of the values, 0 for the highest. Complexity: O(groups).
    public func group(of value: ExactRatio) -> Int {
        bounds.firstIndex { atCut == .higher ? value >= $0 : value > $0 } ?? bounds.count
    }
}
