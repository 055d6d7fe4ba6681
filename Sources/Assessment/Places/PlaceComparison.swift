public import Scoring
internal import Values

/// The places of the units of an assessment beside those in an earlier one.
///
/// A change is told only between like and like: between the period just before and this one, in the same group, among
/// the same units, where predecessors count as the unit that succeeds them. Otherwise each side has its own place, and
/// there is a reason why no change is told. On request the units that both sides share are ranked on either side.
public struct PlaceComparison: Sendable {
    private let before: Assessment
    private let after: Assessment
    private let ties: RankingPolicy.Ties?
    /// The places of the first side, by the positions of its units.
    private let earlier: [Int: UnitPlace]
    /// By the positions of the second side's units.
    private let changes: [PlaceChange]
    private let pairs: [Int: UnitPairing.Pair]
    /// The ranked units of the second side that have their places among each other, and the group of each unit.
    private let parts: [SharedPlaces]
    private let part: [Int]

    /// Compares places.
    ///
    /// - Parameters:
    ///   - before: the earlier assessment.
    ///   - after: the later one.
    ///   - scope: among whom units have places.
    ///   - subjects: what they are ranked by on either side.
    ///   - ties: what tied units get; nil for each edition's rule.
    ///   - isCommon: whether both sides are ranked on the units they share.
    /// - Complexity: O(n·log n), plus O(metrics) for each predecessor that is joined.
    public init(
        _ before: Assessment, _ after: Assessment, among scope: RankScope,
        by subjects: (before: Ranking.Subject, after: Ranking.Subject) = (.total, .total),
        ties: RankingPolicy.Ties? = nil, isCommon: Bool = false
    ) {
        (self.before, self.after, self.ties) = (before, after, ties)
        let pairing = UnitPairing(from: before.units, to: after.units)
        pairs = Dictionary(pairing.pairs.map { ($0.after, $0) }, uniquingKeysWith: { first, _ in first })
        var earlier: [Int: UnitPlace] = [:]
        var earlierUnits: [String?: [Int]] = [:]
        for part in before.parts(by: scope) {
            let places = Ranking(before.scores, units: part.units, by: subjects.before, ties: ties).places
            earlier.merge(UnitPlace.byUnit(places)) { first, _ in first }
            earlierUnits[part.key] = places.map { $0.unit }
        }
        self.earlier = earlier
        let (now, then) = (after.settings.period, before.settings.period)
        let period = now.relation(to: then) == nil ? PlaceObstacle.period(before: then, after: now) : nil
        var changes: [Int: PlaceChange] = [:]
        var parts: [SharedPlaces] = []
        var partOfUnit: [Int: Int] = [:]
        for (key, units) in after.parts(by: scope) {
            let places = Ranking(after.scores, units: units, by: subjects.after, ties: ties).places
            let shared = SharedPlaces(
                before.scores, after.scores, pairs, earlier: earlierUnits[key] ?? [], later: places,
                by: subjects, ties: ties, isCommon: isCommon)
            for unit in units {
                let sources = pairs[unit]?.before ?? []
                partOfUnit[unit] = parts.count
                changes[unit] = shared.change(
                    of: unit, from: sources.count == 1 ? earlier[sources[0]] : nil,
                    period ?? (sources.contains { before.units[$0].key(scope) != key } ? .otherGroup : nil))
            }
            parts.append(shared)
        }
        self.parts = parts
        let none = PlaceChange(before: nil, after: nil, obstacle: .noPlaceAfter, isRankedAnew: false)
        self.changes = after.units.indices.map { changes[$0] ?? none }
        part = after.units.indices.map { partOfUnit[$0] ?? 0 }
    }

    /// The places of a unit of the second side, and of itself or its predecessors on the first.
    public func change(of unit: Int) -> PlaceChange { changes[unit] }

    /// The places of units that are compared: the same as of the second side's unit where the others are itself or its
    /// predecessors; of other units no change is told.
    public func change(from sources: [Int], to unit: Int) -> PlaceChange {
        if sources == pairs[unit]?.before { return changes[unit] }
        return PlaceChange(
            before: sources.count == 1 ? earlier[sources[0]] : nil, after: parts[part[unit]].official[unit],
            obstacle: .otherUnit, isRankedAnew: false)
    }

    /// The unit of the first side that a unit of the second was; nil for a new one, and for one that succeeds several.
    func source(of unit: Int) -> Int? {
        guard let sources = pairs[unit]?.before, sources.count == 1 else { return nil }
        return sources[0]
    }

    /// What moved a unit to its place; nil where no change is told.
    ///
    /// - Parameters:
    ///   - unit: the position of the unit on the later side.
    ///   - editions: the editions of both sides.
    public func split(of unit: Int, editions: EditionPair) -> RankSplit? {
        let (change, part) = (changes[unit], parts[part[unit]])
        guard change.halves != nil, let rank = change.before?.rank, let sources = pairs[unit]?.before else {
            return nil
        }
        return RankSplit(
            from: rank, of: part.joined[unit] ?? before.scores[sources[0]], to: unit, in: after.scores,
            among: part.units, editions: editions, ties: ties)
    }
}

extension UnitPlace {
    /// By the positions of units.
    static func byUnit(_ places: [Ranking.Place]) -> [Int: UnitPlace] {
        Dictionary(
            places.map { ($0.unit, UnitPlace(rank: $0.rank, count: places.count)) },
            uniquingKeysWith: { first, _ in first })
    }
}

/// Units that have their places among each other, as both sides rank them.
private struct SharedPlaces: Sendable {
    /// The places of the second side.
    let official: [Int: UnitPlace]
    /// The units of the second side among whom places are compared.
    private(set) var units: [Int]
    /// Scores of predecessors as one, by the positions of the second side's units.
    private(set) var joined: [Int: UnitScore] = [:]
    /// Places on either side where they are not those of its own ranking; nil where they are.
    private var anew: (before: [Int: UnitPlace], after: [Int: UnitPlace])?
    /// Why no change is told.
    private var obstacle: PlaceObstacle?
    private let isCommon: Bool

    /// - Parameters:
    ///   - earlier: the first side's units that are ranked in the same group.
    ///   - places: the second side's places.
    init(
        _ before: ScoreTable, _ after: ScoreTable, _ pairs: [Int: UnitPairing.Pair], earlier: [Int],
        later places: [Ranking.Place], by subjects: (before: Ranking.Subject, after: Ranking.Subject),
        ties: RankingPolicy.Ties?, isCommon: Bool
    ) {
        official = UnitPlace.byUnit(places)
        units = places.map { $0.unit }
        self.isCommon = isCommon
        let ranked = Set(earlier)
        var covered: Set<Int> = []
        let shared = units.filter { unit in
            guard let sources = pairs[unit]?.before, sources.allSatisfy(ranked.contains) else { return false }
            covered.formUnion(sources)
            return true
        }
        let isSame = shared.count == units.count && covered == ranked
        let merged = shared.filter { (pairs[$0]?.before.count ?? 0) > 1 }
        if isSame, merged.isEmpty { return }
        if !isSame, !isCommon {
            obstacle = .otherUnits(before: earlier.count, after: units.count)
            return
        }
        var scores: [(unit: Int, score: UnitScore)] = []
        for unit in shared {
            guard let sources = pairs[unit]?.before else { continue }
            if sources.count == 1 {
                scores.append((unit, before[sources[0]]))
            } else if let combined = before.combined(sources), combined.gaps.isEmpty {
                joined[unit] = combined.score
                scores.append((unit, combined.score))
            } else if !isCommon {
                obstacle = .notCombined(before: earlier.count, after: units.count)
                return
            }
        }
        let then = JoinedRanking(
            scores.map({ $0.score }), of: before.criteria.set, by: subjects.before,
            ties: ties ?? after.criteria.set.ranking.ties)
        var standings: [Int: UnitPlace] = [:]
        for (unit, rank) in zip(scores.map({ $0.unit }), then.ranks) {
            standings[unit] = rank.map { UnitPlace(rank: $0, count: then.count) }
        }
        if !isCommon, standings.count < units.count {
            obstacle = .otherUnits(before: standings.count, after: units.count)
            return
        }
        units = units.filter { standings[$0] != nil }
        let now = Ranking(after, units: units, by: subjects.after, ties: ties).places
        anew = (standings, UnitPlace.byUnit(now))
    }

    /// The places of a unit.
    ///
    /// - Parameters:
    ///   - before: the place that it had on the first side.
    ///   - reason: why the sides, or the unit's groups, are not like and like.
    func change(of unit: Int, from before: UnitPlace?, _ reason: PlaceObstacle?) -> PlaceChange {
        let now = official[unit]
        if let then = anew?.before[unit], let now = anew?.after[unit] {
            return PlaceChange(before: then, after: now, obstacle: reason, isRankedAnew: true)
        }
        let obstacle =
            now == nil
            ? .noPlaceAfter : before == nil ? .noPlaceBefore : reason ?? obstacle ?? (anew == nil ? nil : .notShared)
        return PlaceChange(before: before, after: now, obstacle: obstacle, isRankedAnew: false)
    }
}
