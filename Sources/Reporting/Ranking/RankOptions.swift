package import Documents
internal import Words
package import Scoring
package import Values

/// How units are ranked and what is told about it.
package struct RankOptions: Sendable {
    /// Units among which places are given.
    package enum Among: String, CaseIterable, Sendable {
        /// Units of the same group (khối).
        case group
        /// Units of the same unit above them.
        case parent
        /// Units of the same level.
        case level
    }

    /// The code of a field or criterion; nil for the total.
    package var code: String?
    /// Among which units.
    package var among = Among.group
    /// The code of the only group, parent or level to be ranked; nil for all.
    package var only: String?
    /// What tied units get; nil for the edition's rule.
    package var ties: RankingPolicy.Ties?
    /// With what confidence intervals hold, between 0 and 1.
    package var confidence = FixedDecimal(mantissa: 950_000)
    /// The seed of everything that is drawn.
    package var seed: UInt64 = 1
    /// How often points are varied; nil for not at all.
    package var robustDraws: Int?
    /// So many first places are asked about; nil for none.
    package var top: Int?
    /// Standard errors of figures.
    package var errors = MetricErrors()

    /// Makes options: the total, among groups, by the edition's rule.
    package init() {}
}
