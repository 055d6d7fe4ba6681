import Testing

/// A number beside the one that R has for it.
struct Difference {
    /// What it is: `standardError`, `pValue`.
    let what: String
    let found, expected: Double?
    let tolerance: Double

    /// Shares and means are at most 1: a difference of equal ones is as much as their rounding.
    private static let roundingOfNothing = 1e-14

    /// The difference as a share of R's number; 0 where there is neither, infinite where one is missing.
    var relative: Double {
        guard let found, let expected else { return found == nil && expected == nil ? 0 : .infinity }
        if max(abs(found), abs(expected)) < Self.roundingOfNothing { return 0 }
        return found == expected ? 0 : abs(found - expected) / max(abs(expected), 1e-300)
    }

    /// Estimates and errors.
    static func exact(_ what: String, _ found: Double?, _ expected: Double?) -> Self {
        Self(what: what, found: found, expected: expected, tolerance: 1e-9)
    }

    /// Limits and p-values.
    static func near(_ what: String, _ found: Double?, _ expected: Double?) -> Self {
        Self(what: what, found: found, expected: expected, tolerance: 1e-6)
    }

    /// Whole numbers.
    static func same(_ what: String, _ found: Int?, _ expected: Int?) -> Self {
        Self(what: what, found: found.map { Double($0) }, expected: expected.map { Double($0) }, tolerance: 0)
    }
}

extension [Difference] {
    /// Each is within its tolerance.
    func check(_ label: String) {
        for one in self {
            #expect(
                one.relative <= one.tolerance,
                "\(label): \(one.what) \(one.found.map { "\($0)" } ?? "–"), R \(one.expected.map { "\($0)" } ?? "–")")
        }
    }
}
