import TestSupport
import Testing
import Values

@testable import Scoring

/// A class that only a share of the units may have.
@Suite struct ClassShareTests {
    /// Classes from 90, 80 and 70: at most a fifth of those from 70 on have the highest.
    private func scores(
        _ indices: [FixedDecimal], ties: String = "lose", groups: [String?]? = nil, notRanked: Set<Int> = [],
        percent: String = "20", more: String = ""
    ) throws -> ScoreTable {
        let classes = #"""
            , "classes": [{"classes": [{"code": "xs", "name": "Xuất sắc", "atLeast": 90}, {"code": "tot", "name": "Tốt", "atLeast": 80},
              {"code": "kha", "name": "Khá", "atLeast": 70}, {"code": "yeu", "name": "Yếu", "atLeast": 0}],
              "shareCap": {"class": "xs", "percent": \#(percent), "of": "kha", "ties": "\#(ties)"}}]\#(more)
            """#
        let all = try RankSample.scores(maxima: [100], indices.map { [$0] }, groups: groups, more: classes)
        let units = all.units.enumerated().map {
            ScoredUnit(code: $1.code, level: $1.level, group: $1.group, isRanked: !notRanked.contains($0))
        }
        return try all.criteria.score(all.storage.columns.figures, units: units)
    }

    private func classes(_ table: ScoreTable) -> [String?] {
        table.units.indices.map { table[$0].classification?.unitClass?.code }
    }

    @Test func theFirstOfTheShareKeepIt() throws {
        // Eight have 70 or more: a fifth is 1.6, one keeps it. The other two from 90 on are held to the next class.
        let eight = try scores([95, 94, 93, 85, 80, 75, 72, 70, 65, 60])
        #expect(classes(eight) == ["xs", "tot", "tot", "tot", "tot", "kha", "kha", "kha", "yeu", "yeu"])
        #expect(eight[1].classification?.byIndex?.code == "xs" && eight[1].classification?.shareCap?.percent == 20)
        #expect(eight[0].classification?.shareCap == nil)
        // With 69.99 instead of 65 still eight; with 70 and 70 they are ten, and two keep it.
        #expect(try classes(scores([95, 94, 93, 85, 80, 75, 72, 70, exact("69.99"), 60])).prefix(2) == ["xs", "tot"])
        #expect(try classes(scores([95, 94, 93, 85, 80, 75, 72, 70, 70, 70])).prefix(3) == ["xs", "xs", "tot"])
    }

    @Test func roundedDownItMayBeNobody() throws {
        // Four have 70 or more: 0.8 of a unit. Five are exactly one.
        #expect(try classes(scores([95, 91, 85, 70])) == ["tot", "tot", "tot", "kha"])
        #expect(try classes(scores([91, 95, 85, 80, 70])) == ["tot", "xs", "tot", "tot", "kha"])
        // No more than the cap: nobody is held.
        #expect(try classes(scores([95, 85, 84, 83, 82, 81])) == ["xs", "tot", "tot", "tot", "tot", "tot"])
        #expect(try classes(scores([95, 91, 90], percent: "100")) == ["xs", "xs", "xs"])
    }

    @Test func equalRanksAtTheCutLoseOrKeepItTogether() throws {
        // One of five: the first two are level.
        let indices: [FixedDecimal] = [92, 92, 91, 85, 70]
        #expect(try classes(scores(indices)) == ["tot", "tot", "tot", "tot", "kha"])
        #expect(try classes(scores(indices, ties: "keep")) == ["xs", "xs", "tot", "tot", "kha"])
        // Two of ten: the second and the third are level.
        let ten: [FixedDecimal] = [93, 92, 92, 85, 85, 85, 70, 70, 70, 70]
        #expect(try classes(scores(ten)).prefix(4) == ["xs", "tot", "tot", "tot"])
        #expect(try classes(scores(ten, ties: "keep")).prefix(4) == ["xs", "xs", "xs", "tot"])
        // Of none, none keeps it.
        #expect(try classes(scores([92, 92, 85], ties: "keep")) == ["tot", "tot", "tot"])
    }

    @Test func everyGroupHasItsShareAndOnlyRankedUnitsCount() throws {
        // Five of each group: one each. The sixth of b is not ranked: it keeps its class and counts for nobody.
        let indices: [FixedDecimal] = [95, 94, 85, 85, 85, 93, 91, 75, 75, 75, 99]
        let groups = Array(repeating: "a", count: 5) + Array(repeating: "b", count: 6)
        let found = try classes(scores(indices, groups: groups, notRanked: [10]))
        #expect(found.prefix(2) == ["xs", "tot"] && found[5...6] == ["xs", "tot"] && found[10] == "xs")
    }

    @Test func conditionsComeFirst() throws {
        // The best is held to "kha" by a condition: it counts, but the class is free for the second.
        let condition = #"""
            , "classConditions": [{"notAbove": "kha", "when": {"metric": "1.1", "above": 94}, "reason": "x",
              "source": {"document": "y"}}]
            """#
        #expect(try classes(scores([95, 94, 93, 85, 80], more: condition)) == ["kha", "xs", "tot", "tot", "tot"])
    }

    @Test func aChangeMovesTheClassOfTheUnitAmongAll() throws {
        let scores = try scores([95, 91, 85, 80, 70])
        let replay = try WhatIf(scores, unit: 1).replay(Scenario(changes: [.init("1.1", .set(96))]))
        #expect(replay.before.classification?.unitClass?.code == "tot")
        #expect(replay.after.classification?.unitClass?.code == "xs")
        // Just below the first it stays held.
        let less = try WhatIf(scores, unit: 1).replay(Scenario(changes: [.init("1.1", .set(exact("94.99")))]))
        #expect(less.after.classification?.unitClass?.code == "tot")
    }
}
