public import Scoring

/// A unit's place on one side of a comparison, and among how many.
public struct UnitPlace: Hashable, Sendable {
    /// The place.
    public let rank: Rank
    /// How many units are ranked, itself included.
    public let count: Int

    package init(rank: Rank, count: Int) { (self.rank, self.count) = (rank, count) }
}

/// Why no change of place is told: the two places are not like and like.
public enum PlaceObstacle: Hashable, Sendable {
    /// The second side is another unit than the first, not the same one or its successor.
    case otherUnit
    /// There is no place on the first side.
    case noPlaceBefore
    /// There is none on the second.
    case noPlaceAfter
    /// The first side is neither the period just before the second nor the same of last year.
    case period(before: Period, after: Period)
    /// The unit was in another group, or under another unit, or of another level.
    case otherGroup
    /// The sides rank different units, even with successors joined; so many of them.
    case otherUnits(before: Int, after: Int)
    /// The units are the same with successors joined, but the figures of some that were merged cannot be combined.
    case notCombined(before: Int, after: Int)
    /// Only the units that both sides share are ranked, and this one is none of them.
    case notShared

    /// A stable name for programs.
    public var code: String { String("\(self)".prefix { $0 != "(" }) }
}

/// A unit's place on both sides of a comparison.
public struct PlaceChange: Hashable, Sendable {
    /// The place on the first side; nil without one.
    public let before: UnitPlace?
    /// The place on the second side; nil without one.
    public let after: UnitPlace?
    /// Why no change is told; nil when one is.
    public let obstacle: PlaceObstacle?
    /// Whether the sides are ranked on other units than on their own: those that they share, or predecessors as one.
    public let isRankedAnew: Bool

    /// How many half places the unit moved up; nil when no change is told.
    public var halves: Int? {
        guard obstacle == nil, let before, let after else { return nil }
        return before.rank.halves - after.rank.halves
    }
}
