package import Values

/// From when on a criterion is told of.
package struct ReviewThresholds: Hashable, Sendable {
    /// It separates nobody where at least so many percent of the units have the same share of its points.
    package var alike: FixedDecimal = 90
    /// It counts twice what another does where they put units in order as alike as this: from 0 to 1.
    package var twice = FixedDecimal(mantissa: 900_000)
    /// It is always overstated where the appraisal took points from at least so many percent of the units.
    package var cut: FixedDecimal = 50
    /// It can hardly be measured where at least so many percent of the units are not measured.
    package var unmeasured: FixedDecimal = 50
    /// With fewer units nothing is told.
    package var leastUnits = 8

    /// The usual ones.
    package init() {}
}
