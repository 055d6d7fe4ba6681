package import Values

/// What one node of a criteria set does to the units it scores.
package struct NodeReview: Sendable {
    /// A number of units out of some.
    package struct Count: Hashable, Sendable {
        package let units: Int
        package let of: Int

        /// Counts units.
        package init(units: Int, of all: Int) { (self.units, self.of) = (units, all) }

        /// Whether they are at least some percent; false of none.
        package func reaches(_ percent: FixedDecimal) -> Bool {
            of > 0 && 100 * Int128(units) * Int128(FixedDecimal.scale) >= Int128(percent.mantissa) * Int128(of)
        }

        /// Whether they are a greater share than others.
        func isGreaterShare(than other: Count) -> Bool {
            Int128(units) * Int128(other.of) > Int128(other.units) * Int128(of)
        }
    }

    /// What an appraisal did to the points that units gave themselves.
    package struct Cut: Hashable, Sendable {
        /// The units with less after it, of all appraised ones, and the points they lost.
        package let cut: Count
        package let points: FixedDecimal
        /// The units with more, and the points they gained.
        package let raised: Int
        package let raisedPoints: FixedDecimal
    }

    /// What units have in common.
    package enum Sameness: String, Hashable, Sendable {
        /// All of the points.
        case full
        /// None of them.
        case zero
        /// Some other share of them, or not the same one in all groups.
        case share
    }

    /// Another node with which it puts units in order alike.
    package struct Twin: Hashable, Sendable {
        package let node: Int
        package let correlation: RankCorrelation
    }

    /// The position of the node in the set.
    package let node: Int
    /// How many units are measured there, and how many of them by a convention, since there was nothing to measure.
    package let measured: Int
    package let byConvention: Int
    /// How many are not wholly measured yet, and how many are left out as not applicable.
    package let unmeasured: Int
    package let leftOut: Int
    /// How many have points only as a part of what was given to a node above.
    package let givenAbove: Int
    /// How many of those measured have all the points, and how many have none.
    package let full: Count
    package let zero: Count
    /// How many have the share of the points that is most frequent among the units with which they are ranked, of those
    /// that are ranked with another one.
    package let alike: Count
    /// What these have.
    package let sameness: Sameness
    /// The mean share of the points and its standard deviation, in percent; nil where nobody is measured.
    package let mean: FixedDecimal?
    package let deviation: FixedDecimal?
    /// Nil where there was no appraisal.
    package let cut: Cut?
    /// How alike it and the rest of the total put units in order.
    package let withRest: RankCorrelation
    /// How many units have another place without it; nil for bonus and penalty points, where nothing else is left, and
    /// where sums exceed 64 bits.
    package let moved: Count?
    /// The other node that is most like it, of those with which enough units can be compared.
    package let twin: Twin?

    /// How many units can be measured there.
    package var applicable: Int { measured + unmeasured }
    /// How many of them are not.
    package var lacking: Count { Count(units: unmeasured, of: applicable) }
}
