import Testing
import Values

@testable import Scoring

/// What shares can still come to, against every outcome tried one after the other: a second implementation, which knows
/// only how a share is scored.
@Suite struct ReachableShareTests {
    /// A leaf of 4 points whose only figure is a share of cases.
    private static func set(_ rule: String, direction: String = "higher", target: String = "", zero: String = "")
        throws -> CompiledCriteria
    {
        let metric =
            #"{"kind": "percent", "direction": "\#(direction)", "cumulative": true, \#(zero)"#
            + #""ratio": {"numerator": "Số hồ sơ đúng hạn", "denominator": "Số hồ sơ"}}"#
        let leaf = #"{"code": "1.1", "maximum": 4, \#(target) "metrics": [\#(metric)], "rule": \#(rule)}"#
        return try CompiledCriteria(SampleEdition.read(SampleEdition.text(leaf: JSONNode.parse(leaf))), year: 2026)
    }

    private static func scores(_ criteria: CompiledCriteria, _ counts: [(Int, Int)]) throws -> ScoreTable {
        var table = criteria.emptyFigures(unitCount: counts.count)
        for (unit, (numerator, denominator)) in counts.enumerated() {
            table[unit, "1.1"] = .ratio(
                numerator: FixedDecimal(mantissa: Int64(numerator) * 1_000_000),
                denominator: FixedDecimal(mantissa: Int64(denominator) * 1_000_000))
        }
        return try criteria.score(
            table, units: counts.indices.map { ScoredUnit(code: "\($0)", level: "commune") })
    }

    private static func reachable(_ score: UnitScore, of expected: Int) throws -> ReachableShare {
        let volume = FixedDecimal(mantissa: Int64(expected) * 1_000_000)
        let (volumes, faults) = score.expectedVolumes(stated: [("1.1", volume)], usesLastYear: false)
        #expect(faults.isEmpty)
        let explanation = try #require(score.explanation(of: "1.1", expecting: volumes))
        return try #require(explanation.measures[0].reachable.first)
    }

    /// Whether k of n cases are within a limit, by multiplying out.
    private static func holds(_ count: Int, of whole: Int, _ limit: Limit) -> Bool {
        let (left, right) = (Int128(100 * count) * limit.value.denominator, limit.value.numerator * Int128(whole))
        switch limit.comparison {
        case .above: return left > right
        case .atLeast: return left >= right
        case .below: return left < right
        case .atMost: return left <= right
        case .equal: return left == right
        }
    }

    private static let shapes: [(rule: String, direction: String, target: String)] = [
        (#"{"kind": "proportional", "base": 100}"#, "higher", ""),
        (
            #"{"kind": "proportional", "base": 100, "floor": {"atLeast": 50}, "full": {"above": 75}}"#, "higher",
            #""target": {"text": "x", "comparison": "≥", "value": 90},"#
        ),
        (
            #"{"kind": "proportional", "base": 80, "floor": {"above": 25}}"#, "higher",
            #""target": {"text": "x", "comparison": "=", "value": 100},"#
        ),
        (
            #"{"kind": "bands", "bands": [{"atLeast": 75, "points": 4}, {"above": 50, "below": 75, "points": 3}, {"atLeast": 25, "atMost": 50, "points": 1}, {"below": 25, "points": 0}]}"#,
            "higher", #""target": {"text": "x", "comparison": ">", "value": 50},"#
        ),
        (#"{"kind": "linear", "zeroAt": 60, "fullAt": 90}"#, "higher", ""),
        (#"{"kind": "linear", "zeroAt": 33, "fullAt": 1}"#, "lower", ""),
        (
            #"{"kind": "bands", "bands": [{"atMost": 10, "points": 4}, {"above": 10, "below": 50, "points": 2}, {"atLeast": 50, "points": 0}]}"#,
            "lower", #""target": {"text": "x", "comparison": "<", "value": 20},"#
        ),
        (#"{"kind": "limit", "limit": 20, "overEach": {"points": 0.05}}"#, "lower", ""),
    ]

    /// All counts up to an expected volume, with every number of failures among the cases to come.
    @Test(arguments: shapes.indices)
    func everyOutcomeOfSmallVolumes(shape: Int) throws {
        let (rule, direction, target) = Self.shapes[shape]
        let criteria = try Self.set(
            rule, direction: direction, target: target,
            zero: #""zeroDenominator": {"convention": "keepMaximum", "source": {"document": "x"}},"#)
        var lost = 0
        var open = 0
        for whole in 1...10 {
            // The points of k of all.
            let ends = try Self.scores(criteria, (0...whole).map { ($0, whole) })
            let points = (0...whole).map { ends[$0].sum(of: 1).points }
            let counts = (0...whole).flatMap { counted in (0...counted).map { ($0, counted) } }
            let now = try Self.scores(criteria, counts)
            for (unit, (numerator, counted)) in counts.enumerated() {
                let share = try Self.reachable(now[unit], of: whole)
                let remaining = whole - counted
                // The numerator when so many of the remaining cases fail.
                func end(_ failing: Int) -> Int {
                    direction == "higher" ? numerator + remaining - failing : numerator + failing
                }
                #expect(share.remaining == Int64(remaining))
                #expect(share.best.numerator == Int64(end(0)) && share.best.points == points[end(0)])
                #expect(share.worst.numerator == Int64(end(remaining)) && share.worst.points == points[end(remaining)])
                #expect(share.best.share == ExactRatio(Int128(100 * end(0)), over: Int128(whole)))
                for level in share.levels {
                    let most = (0...remaining).last { Self.holds(end($0), of: whole, level.limit) }
                    #expect(level.mayFail == most.map(Int64.init), "\(rule) \(numerator)/\(counted) of \(whole)")
                    #expect(level.state == (most == nil ? .lost : most == remaining ? .certain : .open))
                    lost += level.state == .lost ? 1 : 0
                    open += level.state == .open ? 1 : 0
                    guard let earned = level.points else { continue }
                    // Whoever keeps a level has its points, and whoever misses it has fewer.
                    for failing in 0...remaining {
                        #expect((points[end(failing)] >= earned) == Self.holds(end(failing), of: whole, level.limit))
                    }
                }
                // A target stands once among the levels, from the least demanding.
                #expect(share.levels.count(where: \.isTarget) == (target.isEmpty ? 0 : 1))
                let limits = share.levels.map(\.limit.value)
                #expect(limits == (direction == "higher" ? limits.sorted() : limits.sorted(by: >)))
            }
        }
        #expect(lost > 0 && open > 0)
    }

    private static let bands =
        #"{"kind": "bands", "bands": [{"atLeast": 98, "points": 4}, {"atLeast": 95, "below": 98, "points": 2}, {"below": 95, "points": 0}]}"#

    /// By hand: 98 % of 910 are 891,8, so 892; 95 % are 864,5, so 865. 485 of 500 are in time, 410 are to come: at best 895.
    @Test func threeOfFourHundredAndTenMayBeLate() throws {
        let share = try Self.reachable(Self.scores(Self.set(Self.bands), [(485, 500)])[0], of: 910)
        #expect(share.levels.map(\.mayFail) == [30, 3] && share.levels.map(\.points) == [2, 4])
        #expect(share.remaining == 410 && share.best.numerator == 895 && share.worst.numerator == 485)
        #expect(share.best.points == 4 && share.worst.points == 0)
        #expect(share.expected.origin == .stated)
    }

    /// At 98 % exactly: of 1000 cases 980 are at least 98 %, and 981 are above.
    @Test(arguments: [("atLeast", "below", 20), ("above", "atMost", 19)] as [(String, String, Int64)])
    func theBoundBelongsToOneSide(lower: String, upper: String, mayFail: Int64) throws {
        let rule =
            #"{"kind": "bands", "bands": [{"\#(lower)": 98, "points": 4}, {"\#(upper)": 98, "points": 0}]}"#
        let share = try Self.reachable(Self.scores(Self.set(rule), [(500, 500)])[0], of: 1000)
        #expect(share.levels.map(\.mayFail) == [mayFail])
    }

    /// What is lost stays so though all succeed, what is certain though all fail.
    @Test func aLevelIsLostOrCertainWhateverHappens() throws {
        let criteria = try Self.set(Self.bands)
        let scores = try Self.scores(criteria, [(570, 600), (890, 890), (600, 600)])
        // 30 late of 640 at most: 610 of 640 are 95.3 %.
        let lost = try Self.reachable(scores[0], of: 640)
        #expect(lost.levels.map(\.state) == [.open, .lost] && lost.levels.map(\.mayFail) == [2, nil])
        // 890 of 900 are 98.9 %, though all 10 to come fail.
        let certain = try Self.reachable(scores[1], of: 900)
        #expect(certain.levels.map(\.state) == [.certain, .certain] && certain.levels.map(\.mayFail) == [10, 10])
        // Nothing is to come.
        let over = try Self.reachable(scores[2], of: 600)
        #expect(over.levels.map(\.mayFail) == [0, 0] && over.remaining == 0 && over.best == over.worst)
    }

    /// A formula of two shares has no levels of one of them, but its ends have points.
    @Test func aFormulaHasEndsOnly() throws {
        let metrics = ["a", "b"].map {
            #"{"code": "1.1.\#($0)", "kind": "percent", "direction": "higher", "cumulative": true, "#
                + #""ratio": {"numerator": "n", "denominator": "d"}}"#
        }
        let leaf =
            #"{"code": "1.1", "maximum": 4, "metrics": [\#(metrics.joined(separator: ","))], "#
            + #""rule": {"kind": "formula", "figures": {"a": "1.1.a", "b": "1.1.b"}, "points": "maximum * a * b / 10000"}}"#
        let criteria = try CompiledCriteria(
            SampleEdition.read(SampleEdition.text(leaf: JSONNode.parse(leaf))), year: 2026)
        var table = criteria.emptyFigures(unitCount: 1)
        table[0, "1.1.a"] = .ratio(numerator: 3, denominator: 4)
        table[0, "1.1.b"] = .ratio(numerator: 1, denominator: 2)
        let score = try criteria.score(table, units: [ScoredUnit(code: "x", level: "commune")])[0]
        let volumes = score.expectedVolumes(stated: [("1.1.a", 8)], usesLastYear: false).volumes
        let shares = try #require(score.explanation(of: "1.1", expecting: volumes)).measures[0].reachable
        // 7 or 3 of 8, times one half.
        #expect(shares.map(\.metric.code) == ["1.1.a"] && shares[0].levels.isEmpty)
        #expect(try shares[0].best.points == FixedDecimal("1.75") && shares[0].worst.points == FixedDecimal("0.75"))
    }

    @Test func whatCannotBeExpectedIsSaid() throws {
        let scores = try Self.scores(Self.set(Self.bands), [(9, 10)])
        let stated: [(String, FixedDecimal, VolumeFinding)] = try [
            ("1.1", 9, .belowCounted), ("9", 5, .unknownMetric), ("1.1", FixedDecimal("10.5"), .notWhole),
            ("1.1", 0, .notWhole),
        ]
        for (metric, cases, finding) in stated {
            let found = scores[0].expectedVolumes(stated: [(metric, cases)], usesLastYear: false)
            #expect(found.faults.map(\.code) == [finding] && found.volumes.isEmpty)
        }
        // As many as are counted are enough.
        #expect(scores[0].expectedVolumes(stated: [("1.1", 10)], usesLastYear: false).faults.isEmpty)
        let twice = scores[0].expectedVolumes(stated: [("1.1", 12), ("1.1", 13)], usesLastYear: false)
        #expect(twice.faults.map(\.code) == [.repeatedMetric] && twice.volumes["1.1"]?.cases == 12)
    }
}
