import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Why a place changed: the parts are moves from place to place and add up to the whole.
@Suite struct RankSplitTests {
    private func editions(_ before: ScoreTable, _ after: ScoreTable) -> EditionPair {
        EditionPair(before.criteria, after.criteria)
    }

    private func checkSum(_ split: RankSplit, from before: Rank, to after: Rank?) {
        #expect(split.before == before)
        #expect(split.after == after)
        var place = split.withEarlierPoints
        for part in split.parts {
            #expect(part.from == place)
            place = part.rank
        }
        #expect(place == split.after)
        let own = split.parts.reduce(0) { $0 + $1.halves }
        #expect(own == split.ownHalves)
        #expect(split.othersHalves + own == before.halves - split.after.halves)
    }

    /// Five units of two fields of 10 points each, percent by percent.
    ///
    /// Before, u0 has 9 + 5 = 14; the others 13, 12, 11, 10: place 1. After, the others have 15, 14.5, 11, 10 and u0
    /// 4 + 8 = 12. With its 14 points u0 would be third: the others move it down 2. Its first field takes it from 14 to
    /// 9 and to the last place, down 2; its second from 9 to 12 and back to the third, up 2.
    @Test func aHandWorkedSplit() throws {
        let before = try RankSample.scores(
            maxima: [10, 10], [[90, 50], [80, 50], [70, 50], [60, 50], [50, 50]])
        let after = try RankSample.scores(
            maxima: [10, 10], [[40, 80], [100, 50], [95, 50], [60, 50], [50, 50]])
        let rank = try #require(before.groupRank(of: 0)?.rank)
        let split = try #require(
            RankSplit(
                from: rank, of: before[0], to: 0, in: after, among: [0, 1, 2, 3, 4], editions: editions(before, after)))
        #expect(split.before == Rank(1))
        #expect(split.withEarlierPoints == Rank(3))
        #expect(split.parts.map { $0.after?.code } == ["1.1", "2.1"])
        #expect(split.parts.map(\.points) == [-5, 3])
        #expect(split.parts.map(\.rank) == [Rank(5), Rank(3)])
        #expect(split.after == Rank(3))
        #expect((split.othersHalves, split.ownHalves) == (-4, 0))
        #expect(split.parts.map(\.halves) == [-4, 4])
    }

    /// With the same points on both sides nothing is a part, and only the others move the unit.
    @Test func unchangedPointsHaveNoParts() throws {
        let before = try RankSample.scores(maxima: [10], [[50], [40], [30]])
        let after = try RankSample.scores(maxima: [10], [[50], [60], [50]])
        let split = try #require(
            RankSplit(
                from: Rank(1), of: before[0], to: 0, in: after, among: [0, 1, 2], editions: editions(before, after)))
        #expect(split.parts.isEmpty)
        // Tied with the third unit at the second place.
        #expect((split.withEarlierPoints, split.after) == (Rank(2), Rank(2)))
    }

    @Test func aUnitAloneStaysFirst() throws {
        let before = try RankSample.scores(maxima: [10], [[0]])
        let after = try RankSample.scores(maxima: [10], [[100]])
        let split = try #require(
            RankSplit(from: Rank(1), of: before[0], to: 0, in: after, among: [0], editions: editions(before, after)))
        checkSum(split, from: Rank(1), to: Rank(1))
        #expect(split.parts.map(\.halves) == [0])
    }

    @Test func withoutAPlaceThereIsNoSplit() throws {
        let before = try RankSample.scores(maxima: [10], [[50], [40]])
        let after = try RankSample.scores(maxima: [10], [[nil], [40]])
        #expect(
            RankSplit(from: Rank(1), of: before[0], to: 0, in: after, among: [0, 1], editions: editions(before, after))
                == nil)
    }

    @Test("every state is the place that counting gives", arguments: Draws.seeds(60, of: 150))
    func againstCounting(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(31_000 + seed))
        let sample = PlaceSample(&random)
        var later = sample
        for unit in later.figures.indices {
            for leaf in 0..<3 where later.figures[unit][leaf] != nil {
                later.figures[unit][leaf] = random.pick([0, 50, 60, 70, 100])
            }
        }
        let (before, after) = (try sample.scores(), try later.scores())
        for unit in before.units.indices {
            guard let rank = before.groupRank(of: unit)?.rank else { continue }
            let peers = after.units.indices.filter { after.units[$0].group == after.units[unit].group }
            guard
                let split = RankSplit(
                    from: rank, of: before[unit], to: unit, in: after, among: peers, editions: editions(before, after))
            else {
                #expect(later.model.place(of: unit) == nil)
                continue
            }
            checkSum(split, from: rank, to: after.groupRank(of: unit)?.rank)
            var mixed = later
            mixed.figures[unit] = sample.figures[unit]
            #expect(split.withEarlierPoints.halves == mixed.model.place(of: unit)?.halves)
            for part in split.parts {
                guard let code = part.after?.code, let leaf = Int(code.prefix(1)) else { continue }
                mixed.figures[unit][leaf - 1] = later.figures[unit][leaf - 1]
                #expect(part.rank.halves == mixed.model.place(of: unit)?.halves)
            }
        }
    }

    /// Trees of every rule, with caps, roundings at every stage and bonus points, of the same and of other editions.
    @Test(arguments: Draws.seeds(48, of: 120))
    func randomTablesAddUp(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(32_000 + seed))
        func draw(_ tree: RandomTree) throws -> ScoreTable {
            let caps = random.chance(50) ? (random.int(0...3_000_000), random.int(0...3_000_000)) : nil
            let criteria = try tree.compiled(
                Rounding(random.pick(Rounding.Mode.allCases), digits: 6),
                stage: random.pick(RoundingPolicy.Stage.allCases), caps: caps)
            let units = (0..<6).map { ScoredUnit(code: "u\($0)", level: random.pick(["commune", "department"])) }
            let last = LastYear(
                figures: tree.figures(criteria, units: 6, &random), units: Array(units.indices))
            return try criteria.score(tree.figures(criteria, units: 6, &random), units: units, lastYear: last)
        }
        let tree = RandomTree(&random, fields: random.int(1...4), digits: random.int(0...6))
        let other =
            seed.isMultiple(of: 3) ? RandomTree(&random, fields: random.int(1...4), digits: random.int(0...6)) : tree
        let (before, after) = (try draw(tree), try draw(other))
        for unit in before.units.indices {
            guard let rank = before.groupRank(of: unit)?.rank else { continue }
            guard
                let split = RankSplit(
                    from: rank, of: before[unit], to: unit, in: after, among: Array(after.units.indices),
                    editions: editions(before, after))
            else { continue }
            checkSum(split, from: rank, to: after.groupRank(of: unit)?.rank)
            // The points of the parts are the change of the total.
            let points = split.parts.reduce(FixedDecimal.zero) { $0 + $1.points }
            #expect(points == after[unit].total.points - before[unit].total.points)
        }
    }
}
