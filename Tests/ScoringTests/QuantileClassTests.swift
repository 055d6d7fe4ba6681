import Testing
import Values

@testable import Scoring

/// Classes that are quarters of the ranked units, computed by hand.
@Suite("Classes by quartiles")
struct QuantileClassTests {
    struct Quarters: Sendable {
        let definition: QuantileDefinition
        let atCut: QuantileCut.AtCut
        /// Indices, the highest first; nil for a unit that reported nothing.
        let indices: [FixedDecimal?]
        /// The classes of these units: 1 for the highest.
        let classes: [Int?]

        init(
            _ definition: QuantileDefinition, _ atCut: QuantileCut.AtCut, _ indices: [FixedDecimal?],
            _ classes: [Int?]
        ) {
            self.definition = definition
            self.atCut = atCut
            self.indices = indices
            self.classes = classes
        }
    }

    static let seven: [FixedDecimal?] = [90, 80, 70, 60, 50, 40, 30]
    static let eight: [FixedDecimal?] = [90, 80, 70, 60, 50, 40, 30, 20]

    static let cases = [
        Quarters(.averagedStep, .higher, [90], [1]),
        Quarters(.averagedStep, .lower, [90], [4]),
        // Quartiles 80, 85, 90.
        Quarters(.averagedStep, .higher, [90, 80], [1, 3]),
        Quarters(.averagedStep, .higher, [90, 80, 70], [1, 2, 3]),
        // 65, 75, 85
        Quarters(.averagedStep, .higher, [90, 80, 70, 60], [1, 2, 3, 4]),
        // 60, 70, 80: units are exactly at the cuts.
        Quarters(.averagedStep, .higher, [90, 80, 70, 60, 50], [1, 1, 2, 3, 4]),
        Quarters(.averagedStep, .lower, [90, 80, 70, 60, 50], [1, 2, 3, 4, 4]),
        // 40, 60, 80
        Quarters(.averagedStep, .higher, seven, [1, 1, 2, 2, 3, 3, 4]),
        Quarters(.averagedStep, .lower, seven, [1, 2, 2, 3, 3, 4, 4]),
        // 35, 55, 75
        Quarters(.averagedStep, .higher, eight, [1, 1, 2, 2, 3, 3, 4, 4]),
        Quarters(.averagedStep, .lower, eight, [1, 1, 2, 2, 3, 3, 4, 4]),
        Quarters(.linear, .higher, [90], [1]),
        // 82.5, 85, 87.5
        Quarters(.linear, .higher, [90, 80], [1, 4]),
        // 75, 80, 85
        Quarters(.linear, .higher, [90, 80, 70], [1, 2, 4]),
        Quarters(.linear, .higher, [90, 80, 70, 60], [1, 2, 3, 4]),
        Quarters(.linear, .higher, [90, 80, 70, 60, 50], [1, 1, 2, 3, 4]),
        // 45, 60, 75
        Quarters(.linear, .higher, seven, [1, 1, 2, 2, 3, 4, 4]),
        // 37.5, 55, 72.5
        Quarters(.linear, .higher, eight, [1, 1, 2, 2, 3, 3, 4, 4]),
        // The positions 0.75, 1.5, 2.25 are clamped to the two units: 80, 85, 90.
        Quarters(.exclusive, .higher, [90, 80], [1, 3]),
        Quarters(.exclusive, .higher, [90, 80, 70], [1, 2, 3]),
        // 62.5, 75, 87.5
        Quarters(.exclusive, .higher, [90, 80, 70, 60], [1, 2, 3, 4]),
        // 55, 70, 85
        Quarters(.exclusive, .higher, [90, 80, 70, 60, 50], [1, 2, 2, 3, 4]),
        Quarters(.exclusive, .higher, seven, [1, 1, 2, 2, 3, 3, 4]),
        Quarters(.exclusive, .higher, eight, [1, 1, 2, 2, 3, 3, 4, 4]),
        // Two units at the upper cut, 80, belong together on either side of it. 45, 65, 80.
        Quarters(.averagedStep, .higher, [90, 80, 80, 70, 60, 50, 40, 30], [1, 1, 1, 2, 3, 3, 4, 4]),
        Quarters(.averagedStep, .lower, [90, 80, 80, 70, 60, 50, 40, 30], [1, 2, 2, 2, 3, 3, 4, 4]),
        // All cuts are 80: two classes are empty.
        Quarters(.averagedStep, .higher, [90, 80, 80, 80, 50], [1, 1, 1, 1, 4]),
        Quarters(.averagedStep, .higher, [80, 80, 80, 80], [1, 1, 1, 1]),
        Quarters(.averagedStep, .lower, [80, 80, 80, 80], [4, 4, 4, 4]),
        // A ten-thousandth is a difference. 79.9999 is below the upper cut of 80, at the median.
        Quarters(.averagedStep, .higher, [90, 80, FixedDecimal(mantissa: 79_999_900), 60, 50], [1, 1, 2, 3, 4]),
        // Units that are not ranked have no class and are not counted: five units, not seven.
        Quarters(.averagedStep, .higher, [90, nil, 80, 70, 60, nil, 50], [1, nil, 1, 2, 3, nil, 4]),
    ]

    private static func scores(
        _ definition: QuantileDefinition, _ atCut: QuantileCut.AtCut, minimumUnits: Int = 1, more: String = "",
        units: [ScoredUnit]? = nil, _ indices: [FixedDecimal?]
    ) throws -> ScoreTable {
        let edition = """
            {"ranking": {"ties": "standard", "minimumCoverage": 100}\(more), "classes": [{"quantiles": {
              "definition": "\(definition.rawValue)", "atCut": "\(atCut.rawValue)", "minimumUnits": \(minimumUnits),
              "origin": {"basis": "decreed", "source": {"document": "Quyết định mẫu"}}},
              "classes": [{"code": "1", "name": "Cao nhất"}, {"code": "2", "name": "Trung bình cao"},
                {"code": "3", "name": "Trung bình thấp"}, {"code": "4", "name": "Thấp nhất"}]}]}
            """
        let leaf = """
            {"maximum": 100, "metrics": [{"kind": "percent", "direction": "higher"}], "rule": {"kind": "proportional"}}
            """
        let text = try SampleEdition.text(leaf: JSONNode.parse(leaf), edition: JSONNode.parse(edition))
        let criteria = try CompiledCriteria(SampleEdition.read(text), year: 2025)
        var figures = criteria.emptyFigures(unitCount: indices.count)
        for (unit, index) in indices.enumerated() { figures[unit, 0] = index.map { .value($0) } ?? .notReported }
        let plain = indices.indices.map { ScoredUnit(code: "\($0)", level: "commune") }
        return try criteria.score(figures, units: units ?? plain)
    }

    private static func classes(_ table: ScoreTable) -> [Int?] {
        table.units.indices.map { table[$0].classification?.unitClass.flatMap { Int($0.code) } }
    }

    @Test("quarters of one to eight units, ties at the cuts, and units that are not ranked", arguments: cases)
    func quarters(_ quarters: Quarters) throws {
        let table = try Self.scores(quarters.definition, quarters.atCut, quarters.indices)
        #expect(Self.classes(table) == quarters.classes)
        let reversed = try Self.scores(quarters.definition, quarters.atCut, quarters.indices.reversed())
        #expect(Self.classes(reversed) == quarters.classes.reversed())
        #expect(table[0].classedUnitCount == quarters.indices.count { $0 != nil })
    }

    @Test("with fewer ranked units than the edition asks for there is no class")
    func tooFew() throws {
        let three = try Self.scores(.averagedStep, .higher, minimumUnits: 4, [90, 80, nil, 70])
        #expect(Self.classes(three) == [nil, nil, nil, nil])
        #expect(three[0].classedUnitCount == 3)
        let four = try Self.scores(.averagedStep, .higher, minimumUnits: 4, [90, 80, 60, 70])
        #expect(Self.classes(four) == [1, 2, 4, 3])
    }

    @Test("no units at all, and none that is ranked")
    func nobody() throws {
        #expect(try Self.scores(.averagedStep, .higher, []).units.isEmpty)
        #expect(try Self.classes(Self.scores(.linear, .lower, [nil, nil])) == [nil, nil])
    }

    @Test("every group is cut by itself, and so are units without one")
    func groups() throws {
        let units = ["a", "b", nil, "a", "b", nil].enumerated().map {
            ScoredUnit(code: "\($0)", level: "commune", group: $1)
        }
        // Two in each group: the better one is in the highest class, the other in the third.
        let table = try Self.scores(.averagedStep, .higher, units: units, [90, 40, 10, 80, 50, 20])
        #expect(Self.classes(table) == [1, 3, 3, 3, 1, 1])
        #expect(table[1].classedUnitCount == 2)
    }

    @Test("a condition holds a class down, and the places of the others stay")
    func heldDown() throws {
        let condition = """
            , "classConditions": [{"notAbove": "2", "when": {"metric": "1.1", "above": 85}, "reason": "mẫu",
            "source": {"document": "Quyết định mẫu"}}]
            """
        let table = try Self.scores(.averagedStep, .higher, more: condition, [90, 80, 70, 60])
        #expect(Self.classes(table) == [2, 2, 3, 4])
        #expect(table[0].classification?.byIndex?.code == "1")
    }
}
