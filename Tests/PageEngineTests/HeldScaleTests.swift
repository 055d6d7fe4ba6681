import PageEngine
import Scoring
import Testing
import Values

/// Scales of relative measures that are held, worked out by hand: three units with 10, 20 and 40 on a leaf of 10 points.
@Suite("scales held as they are")
struct HeldScaleTests {
    private static func set(_ rule: String) -> String {
        """
        {"format": 1, "set": "mau", "edition": "2024", "name": "Mẫu", "source": {"document": "Quyết định mẫu"},
         "years": {"from": 2024, "to": 2024}, "levels": [{"code": "x", "name": "Cấp xã"}],
         "points": {"basis": "decreed", "source": {"document": "Quyết định mẫu"}},
         "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 6, "stage": "leaf"},
                      "index": {"mode": "halfAwayFromZero", "digits": 2}},
         "ranking": {"ties": "standard", "minimumCoverage": 0},
         "criteria": [{"code": "1", "name": "Lĩnh vực", "maximum": 10},
           {"code": "1.1", "name": "Tiêu chí", "maximum": 10, "levels": ["x"], "source": {"row": "1.1"},
            "metrics": [{"name": "Số hồ sơ", "kind": "amount", "unit": "hồ sơ", "direction": "higher", "minimum": 0}],
            "rule": \(rule)}]}
        """
    }

    /// The figure tried, and the points that the held scale gives.
    static let cases: [(rule: String, points: [(Int64, String)])] = [
        // From 10 to 40 in a straight line, nothing below and everything above.
        (
            "{\"kind\": \"relative\", \"against\": \"minMax\", \"among\": \"all\"}",
            [(20, "3.333333"), (25, "5"), (40, "10"), (70, "10"), (5, "0")]
        ),
        // The greatest stays 40, whoever has more.
        (
            "{\"kind\": \"relative\", \"against\": \"maximum\", \"among\": \"all\"}",
            [(20, "5"), (30, "7.5"), (40, "10"), (80, "10")]
        ),
        // Places 3, 2, 1: between two figures, that of the worse one.
        (
            "{\"kind\": \"relative\", \"against\": \"rank\", \"among\": \"all\"}",
            [(20, "5"), (30, "5"), (39, "5"), (40, "10"), (41, "10"), (19, "0"), (3, "0")]
        ),
    ]

    @Test("points of other figures", arguments: cases)
    func points(rule: String, points: [(Int64, String)]) throws {
        let set = try CriteriaSet(reading: JSONDocument(file: "t", bytes: Array(Self.set(rule).utf8)))
        let criteria = try CompiledCriteria(set, year: 2024)
        let units = ["a", "b", "c"].map { ScoredUnit(code: $0, level: "x") }
        var figures = criteria.emptyFigures(unitCount: 3)
        for (unit, figure) in [10, 20, 40].enumerated() {
            figures[unit, 0] = .value(try #require(FixedDecimal(exactly: figure)))
        }
        let scores = try criteria.score(figures, units: units)
        let held = HeldPeers(
            ranked: [0, 2].compactMap { scores.heldUnit($0) }, classed: [0, 2].compactMap { scores.heldUnit($0) },
            scales: scores.heldScales(of: 1))
        for (figure, expected) in points {
            var own = criteria.emptyFigures(unitCount: 1)
            own[0, 0] = .value(try #require(FixedDecimal(exactly: figure)))
            let alone = try criteria.score(own, unit: units[1], lastYear: nil, beside: held)
            #expect(alone[0].total.points.text() == expected, "\(figure)")
        }
    }
}
