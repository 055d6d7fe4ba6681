import ScoreNumerics
import Scoring
import TestSupport
import Values

/// Places by counting which units are ahead, in integers: what `docs/ranking.md` says and nothing else.
struct PlaceModel {
    /// A unit as it is ranked; points and maxima in ten-thousandths.
    struct Unit {
        var group: String?
        var points: Int
        var maximum: Int
        var scored: Int
        /// Points of the criteria that break ties, in order; nil where there are none.
        var tieBreakers: [Int?]
    }

    /// A place in halves, how many units have one, and how many are tied in every respect.
    struct Place: Equatable {
        var halves: Int
        var count: Int
        var tied: Int

        init(_ halves: Int, of count: Int, tied: Int) {
            (self.halves, self.count, self.tied) = (halves, count, tied)
        }

        init(_ rank: GroupRank) { self.init(rank.rank.halves, of: rank.count, tied: rank.tied) }
    }

    var ties: RankingPolicy.Ties
    var minimumCoverage: Int
    var units: [Unit]

    func isRanked(_ unit: Unit) -> Bool {
        unit.maximum > 0 && unit.scored > 0 && unit.scored * 100 >= minimumCoverage * unit.maximum
    }

    private func isAhead(_ one: Unit, of other: Unit) -> Bool {
        let (mine, theirs) = (one.points * other.maximum, other.points * one.maximum)
        if mine != theirs { return mine > theirs }
        for position in one.tieBreakers.indices {
            switch (one.tieBreakers[position], other.tieBreakers[position]) {
            case (let mine?, let theirs?): if mine != theirs { return mine > theirs }
            case (nil, nil): continue
            case (_?, nil): return true
            case (nil, _?): return false
            }
        }
        return false
    }

    /// The place of a unit in its group; nil when it has none.
    func place(of position: Int) -> Place? {
        let unit = units[position]
        guard isRanked(unit) else { return nil }
        let others = units.indices.filter { $0 != position && units[$0].group == unit.group && isRanked(units[$0]) }
            .map { units[$0] }
        let ahead = others.filter { isAhead($0, of: unit) }
        let tied = others.count { !isAhead($0, of: unit) && !isAhead(unit, of: $0) }
        var different: [Unit] = []
        for other in ahead where different.allSatisfy({ isAhead($0, of: other) || isAhead(other, of: $0) }) {
            different.append(other)
        }
        let halves =
            switch ties {
            case .standard: 2 * (ahead.count + 1)
            case .modified: 2 * (ahead.count + 1 + tied)
            case .dense: 2 * (different.count + 1)
            case .average: 2 * (ahead.count + 1) + tied
            }
        return Place(halves, of: others.count + 1, tied: tied)
    }

    /// Whether a unit would have a place with other points.
    func reaches(_ place: Int, _ position: Int, points: Int, tieBreakers: Int?) -> Bool {
        var other = self
        other.units[position].points = points
        other.units[position].tieBreakers = units[position].tieBreakers.map { _ in tieBreakers }
        return other.place(of: position).map { $0.halves <= 2 * place } ?? false
    }
}

/// A random edition of three fields with one leaf each, and units whose figures often make ties.
struct PlaceSample {
    let maxima: [Int]
    let ties: RankingPolicy.Ties
    let minimumCoverage: Int
    /// Positions of fields, and whether the field or its leaf is named.
    let tieBreakers: [(field: Int, isLeaf: Bool)]
    let hasQuantiles: Bool
    /// Which leaves departments have; communes have all.
    let departmentLeaves: [Bool]
    let groups: [String?]
    let levels: [String]
    /// In percent, a multiple of ten.
    var figures: [[Int?]]

    init(_ random: inout SeededRandom) {
        maxima = (0..<3).map { _ in random.pick([10, 10, 20, 30]) }
        ties = random.pick(RankingPolicy.Ties.allCases)
        minimumCoverage = random.pick([0, 50, 80])
        tieBreakers = (0..<random.int(0...2)).map { _ in (random.int(0...2), random.chance(50)) }
            .reduce(into: []) { list, next in
                if !list.contains(where: { $0.field == next.0 }) { list.append((field: next.0, isLeaf: next.1)) }
            }
        hasQuantiles = random.chance(50)
        let hasAll = random.chance(60)
        departmentLeaves = [true, hasAll || random.chance(50), hasAll || random.chance(50)]
        let count = random.int(1...9)
        let names: [String?] = random.chance(50) ? ["a"] : ["a", "b", nil]
        groups = (0..<count).map { _ in random.pick(names) }
        levels = (0..<count).map { _ in random.chance(70) ? "commune" : "department" }
        let choices: [Int?] = random.chance(50) ? [50, 60, 70] : [0, 50, 60, 100, nil]
        figures = []
        for unit in 0..<count {
            figures.append(
                (0..<3).map { levels[unit] == "commune" || departmentLeaves[$0] ? random.pick(choices) : nil })
        }
    }

    func applies(_ leaf: Int, to unit: Int) -> Bool { levels[unit] == "commune" || departmentLeaves[leaf] }

    func scores() throws -> ScoreTable {
        let codes = tieBreakers.map { "\"\($0.field + 1)\($0.isLeaf ? ".1" : "")\"" }.joined(separator: ", ")
        let ranking = """
            {"ties": "\(ties.rawValue)", "minimumCoverage": \(minimumCoverage), "tieBreakers": [\(codes)]}
            """
        let quantiles = """
            "quantiles": {"definition": "averagedStep", "atCut": "higher", "minimumUnits": 1,
            "origin": {"basis": "decreed", "source": {"document": "Quyết định mẫu"}}},
            """
        let limits = hasQuantiles ? ["", "", ""] : [#", "atLeast": 80"#, #", "atLeast": 60"#, #", "atLeast": 50"#]
        let classes = zip(["A", "B", "C"], limits).map { #"{"code": "\#($0)", "name": "\#($0)"\#($1)}"# }
        return try RankSample.scores(
            maxima: maxima, figures.map { $0.map { $0.flatMap { FixedDecimal(exactly: $0) } } }, groups: groups,
            levels: levels, ranking: ranking,
            more:
                #", "classes": [{\#(hasQuantiles ? quantiles : "") "classes": [\#(classes.joined(separator: ", "))]}]"#,
            leafLevels: departmentLeaves.map { $0 ? #"["commune", "department"]"# : #"["commune"]"# })
    }

    var model: PlaceModel {
        let units = figures.indices.map { unit -> PlaceModel.Unit in
            let leaves = (0..<3).filter { applies($0, to: unit) }
            func points(_ leaf: Int) -> Int? { figures[unit][leaf].map { maxima[leaf] * $0 * 100 } }
            return PlaceModel.Unit(
                group: groups[unit], points: leaves.reduce(0) { $0 + (points($1) ?? 0) },
                maximum: leaves.reduce(0) { $0 + maxima[$1] * 10_000 },
                scored: leaves.filter { points($0) != nil }.reduce(0) { $0 + maxima[$1] * 10_000 },
                tieBreakers: tieBreakers.map { points($0.field) })
        }
        return PlaceModel(ties: ties, minimumCoverage: minimumCoverage, units: units)
    }
}
