public import Values

/// How many cases are expected by the end of the period, counted and still to come, by the code of a cumulative share.
public struct ExpectedVolumes: Hashable, Sendable {
    /// Where a number comes from.
    public enum Origin: String, CaseIterable, Hashable, Sendable {
        /// Whoever asks states it.
        case stated
        /// It is the denominator of the period with which figures are compared.
        case lastYear
    }

    /// The cases of one share.
    public struct Volume: Hashable, Sendable {
        /// How many there are in all.
        public let cases: Int64
        /// Where the number comes from.
        public let origin: Origin
    }

    private var volumes: [String: Volume] = [:]

    /// Nothing is expected.
    public init() {}

    /// Whether nothing is expected of any share.
    public var isEmpty: Bool { volumes.isEmpty }

    /// The cases of a metric; nil where nothing is known of them.
    public subscript(metric: String) -> Volume? {
        get { volumes[metric] }
        set { volumes[metric] = newValue }
    }
}

/// What can be wrong with an expected volume.
public enum VolumeFinding: String, FindingCode {
    /// A metric that the criteria do not have. Details: `found`, `suggestion`.
    case unknownMetric = "volume.unknownMetric"
    /// A metric that is no share that grows over the period. Details: `metric`, `expected` (those that are).
    case notCumulative = "volume.notCumulative"
    /// A volume is stated twice. Details: `metric`.
    case repeatedMetric = "volume.repeatedMetric"
    /// A volume that is no whole number of cases. Details: `metric`, `found`.
    case notWhole = "volume.notWhole"
    /// The unit's figure is not two whole counts. Details: `metric`.
    case noCounts = "volume.noCounts"
    /// Fewer cases than have been counted already. Details: `metric`, `found`, `expected` (those counted).
    case belowCounted = "volume.belowCounted"
    /// Fewer cases last year than have been counted already: nothing is said of the share. Details: `metric`, `unit`,
    /// `found`, `expected`.
    case lastYearBelowCounted = "volume.lastYearBelowCounted"

    /// An error, unless it only limits what can be said.
    public var severity: Finding.Severity { self == .lastYearBelowCounted ? .warning : .error }
}

/// What is wrong with an expected volume.
public struct VolumeFault: Hashable, Sendable {
    /// The kind of fault.
    public let code: VolumeFinding
    /// The position among the stated volumes; nil for one of last year.
    public let position: Int?
    /// What the text of the finding mentions.
    public let details: FindingDetails
}

extension UnitScore {
    /// The volumes that are expected of the unit's cumulative shares.
    ///
    /// - Parameters:
    ///   - stated: metrics with the cases expected in all, before which last year's do not count.
    ///   - usesLastYear: whether the others are expected to have as many as last year.
    /// - Returns: the volumes that can be used, and what is wrong with others.
    public func expectedVolumes(
        stated: [(metric: String, cases: FixedDecimal)], usesLastYear: Bool
    ) -> (volumes: ExpectedVolumes, faults: [VolumeFault]) {
        let described = compiled.described
        let growing = described.filter { $0.isCumulative }.map { $0.code }
        var volumes = ExpectedVolumes()
        var faults: [VolumeFault] = []
        var seen: Set<String> = []
        for (position, (code, cases)) in stated.enumerated() {
            func fault(_ finding: VolumeFinding, _ details: FindingDetails) {
                var details = details
                if finding != .unknownMetric { details[.metric] = .text(code) }
                faults.append(VolumeFault(code: finding, position: position, details: details))
            }
            guard let column = described.firstIndex(where: { $0.code == code }) else {
                var details: FindingDetails = [.found: .text(code)]
                details[.suggestion] = Spelling.closest(to: code, among: growing).map { .text($0) }
                fault(.unknownMetric, details)
                continue
            }
            guard described[column].isCumulative else {
                fault(.notCumulative, [.expected: .names(growing)])
                continue
            }
            guard seen.insert(code).inserted else {
                fault(.repeatedMetric, [:])
                continue
            }
            guard cases.isInteger, cases > 0 else {
                fault(.notWhole, [.found: .number(cases)])
                continue
            }
            guard let counts = figures.now(column).wholeCounts else {
                fault(.noCounts, [:])
                continue
            }
            guard cases >= counts.denominator else {
                fault(.belowCounted, [.found: .number(cases), .expected: .number(counts.denominator)])
                continue
            }
            volumes[code] = .init(cases: cases.mantissa / FixedDecimal.scale, origin: .stated)
        }
        for (column, metric) in described.enumerated()
        where usesLastYear && metric.isCumulative && !seen.contains(metric.code) {
            guard let counts = figures.now(column).wholeCounts, let before = figures.before(column).wholeCounts,
                before.denominator > 0
            else { continue }
            guard before.denominator >= counts.denominator else {
                faults.append(
                    VolumeFault(
                        code: .lastYearBelowCounted, position: nil,
                        details: [
                            .metric: .text(metric.code), .found: .number(before.denominator),
                            .expected: .number(counts.denominator),
                        ]))
                continue
            }
            volumes[metric.code] = .init(
                cases: before.denominator.mantissa / FixedDecimal.scale, origin: .lastYear)
        }
        return (volumes, faults)
    }
}

extension FixedDecimal {
    /// A number of cases, which is part of a decimal that was read.
    package init(cases count: Int64) { self.init(mantissa: count * Self.scale) }
}

extension Figure {
    /// Two counts of whole cases; nil for anything else.
    var wholeCounts: (numerator: FixedDecimal, denominator: FixedDecimal)? {
        guard case .ratio(let numerator, let denominator) = self, hasWholeCounts else { return nil }
        return (numerator, denominator)
    }
}
