package import Values

extension Bound {
    var detail: FindingValue { .bound(comparison.rawValue, value) }
}

extension Figure {
    /// The figure as a detail of a finding; nil where there is no number.
    package var detail: FindingValue? {
        switch self {
        case .value(let value): .number(value)
        case .ratio(let numerator, let denominator): .counts(numerator, denominator)
        case .notReported, .notApplicable, .awaited, .notPublished: nil
        }
    }
}
