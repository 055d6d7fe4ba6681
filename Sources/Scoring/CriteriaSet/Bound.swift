public import Values

/// How a number is compared with another.
public enum Comparison: String, CaseIterable, Hashable, Sendable {
    /// Greater than: trên.
    case above = ">"
    /// Greater than or equal to: từ … trở lên.
    case atLeast = "≥"
    /// Less than: dưới.
    case below = "<"
    /// Less than or equal to: không quá.
    case atMost = "≤"
    /// Equal to.
    case equal = "="
}

/// A limit with a comparison: "trên 99 %" is `> 99`, "từ 30 % trở lên" is `≥ 30`.
public struct Bound: Hashable, Sendable {
    /// The comparison.
    public let comparison: Comparison
    /// The limit.
    public let value: FixedDecimal

    /// Makes a bound.
    public init(_ comparison: Comparison, _ value: FixedDecimal) {
        self.comparison = comparison
        self.value = value
    }

    /// Whether a number satisfies the bound.
    public func admits(_ number: ExactRatio) -> Bool {
        let limit = ExactRatio(value)
        switch comparison {
        case .above: return number > limit
        case .atLeast: return number >= limit
        case .below: return number < limit
        case .atMost: return number <= limit
        case .equal: return number == limit
        }
    }

    /// Whether large numbers satisfy the bound.
    package var isLower: Bool { comparison == .above || comparison == .atLeast }
    /// Whether small numbers satisfy the bound.
    package var isUpper: Bool { comparison == .below || comparison == .atMost }
}

/// A number of points, or a percentage of the maximum.
public enum Amount: Hashable, Sendable {
    /// Points.
    case points(FixedDecimal)
    /// A percentage of the maximum.
    case share(FixedDecimal)

    /// All of the maximum.
    package static let whole = Amount.share(100)
}
