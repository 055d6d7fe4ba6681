import TestSupport
import Testing
import Values

@testable import Scoring

/// The lines of a stage: what has to be looked at.
///
/// Field 1 (21) has 1.1, 60 % of 10 = 6, 1.2, 5 points that are left out, 1.3, 6 points without a figure, and 1.4, which
/// is watched. Field 2 (4) has 2.1, 4 of 4. Lines: 1.1, 1.3 and 2.1, with 10 of 20 points.
@Suite struct StageLineTests {
    private typealias Side = ComparedSide

    private func table() throws -> ScoreTable {
        let watched =
            #"{"code": "1.4", "maximum": 0, "metrics": [{"kind": "count", "direction": "higher"}], "rule": {"kind": "watched"}}"#
        let score = try Side(
            nodes: [
                Side.field("1", "21"), Side.share("1.1", "10"), Side.yesNo("1.2", "5", extra: Side.leaveOut),
                Side.yesNo("1.3", "6"), watched, Side.field("2", "4"), Side.yesNo("2.1", "4"),
            ], figures: ["1.1": .value(60), "1.2": .notApplicable, "1.4": .value(3), "2.1": .value(1)]
        ).score()
        return ScoreTable(score.storage)
    }

    /// The lines of the only unit at a stage: `1.1 open 6/10`.
    private func lines(
        _ entries: [Int: LineEntry], earlier: [(node: Int, points: FixedDecimal)] = []
    ) throws -> [String] {
        let table = try table()
        let given =
            earlier.map { GivenPoints(unit: 0, node: $0.node, stage: 0, points: $0.points) }
            + entries.compactMap { node, entry in
                entry.points.map { GivenPoints(unit: 0, node: node, stage: 1, points: $0) }
            }
        let (before, shown) = (table.points(at: 0, given: given), table.points(at: 1, given: given))
        let lines = shown.lines(of: 0, entries: entries, before: before)
        // What is open follows without what stood before.
        var open = LineSum()
        for line in lines where line.state == .open { open.add(line) }
        #expect(shown.openLines(of: 0, entries: entries) == open)
        return lines.map {
            "\(table.criteria.set.criteria[$0.node].code) \($0.state) \($0.points.text())/\($0.maximum.text())"
        }
    }

    @Test("every criterion that applies is a line, with points or without; what is left out or watched is none")
    func untouched() throws {
        #expect(try lines([:]) == ["1.1 open 6/10", "1.3 open 0/6", "2.1 open 4/4"])
    }

    @Test("a row completes its line and no other")
    func rows() throws {
        #expect(
            try lines([1: LineEntry(opinion: .accepted), 3: LineEntry(points: 0), 6: LineEntry(points: 1)])
                == ["1.1 accepted 6/10", "1.3 changed 0/6", "2.1 changed 1/4"])
    }

    @Test("what was left out is a line once it is asked about, or given points")
    func leftOut() throws {
        #expect(
            try lines([2: LineEntry(opinion: .returned)])
                == ["1.1 open 6/10", "1.2 returned 0/0", "1.3 open 0/6", "2.1 open 4/4"])
        #expect(
            try lines([2: LineEntry(points: 5)])
                == ["1.1 open 6/10", "1.2 changed 5/5", "1.3 open 0/6", "2.1 open 4/4"])
    }

    @Test("a row for a whole is one line for all below it, beside the rows of its own parts")
    func whole() throws {
        // All of the field that applies: 10 + 6.
        #expect(try lines([0: LineEntry(opinion: .accepted)]) == ["1 accepted 6/16", "2.1 open 4/4"])
        #expect(
            try lines([0: LineEntry(points: 8), 1: LineEntry(opinion: .returned)])
                == ["1 changed 8/16", "1.1 returned 6/10", "2.1 open 4/4"])
    }

    @Test("points that stand for a whole from an earlier stage are one open line, until a part is touched")
    func standingWhole() throws {
        #expect(try lines([:], earlier: [(0, 9)]) == ["1 open 9/16", "2.1 open 4/4"])
        #expect(try lines([0: LineEntry(points: 9)], earlier: [(0, 9)]) == ["1 accepted 9/16", "2.1 open 4/4"])
        #expect(
            try lines([1: LineEntry(points: 6)], earlier: [(0, 9)])
                == ["1.1 accepted 6/10", "1.3 open 0/6", "2.1 open 4/4"])
    }
}
