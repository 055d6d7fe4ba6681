import Assessment
import Documents
import Foundation
import ScoreNumerics
import Scoring
import TestSupport
import Testing
import Values

@testable import Reporting

@Suite("Points as formulas in forms")
struct PointsFormulaTests {
    private static let sets = ["tuy-phuoc/2023-2025", "mau/xa-2026", "mau/so-2026", "qd766/2026"]

    /// A figure that is often at or beside a limit of the rule.
    private static func figure(_ metric: Metric, _ random: inout SeededRandom) -> Figure {
        let choice = Int.random(in: 0..<12, using: &random)
        if choice == 0 { return .notReported }
        if metric.ratio != nil {
            let below = [1, 3, 7, 40, 100, 1000, 1269].randomElement(using: &random) ?? 1
            if choice == 1 { return .ratio(numerator: 0, denominator: 0) }
            let near = [0, below, below / 2, below * 8 / 10, below * 9 / 10, below * 95 / 100]
            let above = choice < 7 ? near.randomElement(using: &random) ?? 0 : Int.random(in: 0...below, using: &random)
            return .ratio(
                numerator: FixedDecimal(mantissa: Int64(above) * 1_000_000),
                denominator: FixedDecimal(mantissa: Int64(below) * 1_000_000))
        }
        switch metric.kind {
        case .yesNo: return .value(choice % 2 == 0 ? 1 : 0)
        case .task: return .value([0, 1, 2][choice % 3])
        case .percent: return .value(FixedDecimal(mantissa: Int64.random(in: 0...10_000, using: &random) * 10_000))
        case .count: return .value(FixedDecimal(mantissa: Int64.random(in: 0...12, using: &random) * 1_000_000))
        case .amount, .points:
            return .value(FixedDecimal(mantissa: Int64.random(in: 0...1_000, using: &random) * 10_000))
        }
    }

    private static func cell(_ figure: Figure, _ metric: Metric, _ row: Int) -> [String: SheetFormula.Value] {
        func number(_ decimal: FixedDecimal) -> SheetFormula.Value { .number(Double(decimal.text()) ?? .nan) }
        switch figure {
        case .ratio(let numerator, let denominator):
            return ["D\(row)": number(numerator), "E\(row)": number(denominator)]
        case .value(let value) where metric.kind == .yesNo: return ["F\(row)": .text(value >= 1 ? "có" : "không")]
        case .value(let value) where metric.kind == .task:
            let words = ["chưa hoàn thành", "hoàn thành trễ hạn", "hoàn thành đúng hạn"]
            return ["F\(row)": .text(value >= 2 ? words[2] : value >= 1 ? words[1] : words[0])]
        case .value(let value): return ["F\(row)": number(value)]
        default: return [:]
        }
    }

    @Test("a spreadsheet computes what scoring computes, whatever is entered", arguments: sets)
    func agreement(name: String) throws {
        let set = try CriteriaSet.read(Repository.path("criteria/\(name).json"))
        let criteria = try CompiledCriteria(set, year: set.years.upperBound)
        var random = SeededRandom(seed: 14_005)
        var (compared, scored) = (0, 0)
        for _ in 0..<60 {
            for level in set.levels.indices {
                var figures = criteria.emptyFigures(unitCount: 1)
                var drawn: [String: Figure] = [:]
                for (column, metric) in set.metrics.enumerated() {
                    figures[0, column] = Self.figure(metric, &random)
                    drawn[metric.code] = figures[0, column]
                }
                let unit = ScoredUnit(code: "u", level: set.levels[level].code)
                guard let table = try? criteria.score(figures, units: [unit]) else { continue }
                for leaf in criteria.leaves where leaf.levels[level] {
                    let metrics = set.criteria[leaf.criterion].leaf?.measures.flatMap(\.metrics) ?? []
                    var cells: [Int: PointsFormula.Cells] = [:]
                    var values: [String: SheetFormula.Value] = [:]
                    for (row, metric) in metrics.enumerated() {
                        guard let column = criteria.metrics.firstIndex(of: metric.code) else { continue }
                        cells[column] = PointsFormula.Cells(
                            metric: metric, numerator: "D\(row)", denominator: "E\(row)", value: "F\(row)")
                        values.merge(Self.cell(drawn[metric.code] ?? .notReported, metric, row)) { $1 }
                    }
                    let words = EntryWords(.vi)
                    guard let formula = PointsFormula(leaf, level: level, cells: cells, words: words).points else {
                        continue
                    }
                    let found = try #require(
                        SheetFormula.value(of: formula) { values[$0] ?? .blank }, "not read: \(formula)")
                    // What is an error of the unit has no points here and there.
                    if table.issues.contains(where: { issue in
                        metrics.contains { $0.code == issue.metric }
                    }) {
                        continue
                    }
                    let own = table[0].sum(of: leaf.criterion)
                    let expected = own.points
                    compared += 1
                    if expected > 0 { scored += 1 }
                    #expect(
                        abs(found.number - (Double(expected.text()) ?? .nan)) < 1e-9,
                        "\(name) \(set.criteria[leaf.criterion].code) \(metrics.map { drawn[$0.code] ?? .notReported }): \(found), \(expected): \(formula)"
                    )
                }
            }
        }
        #expect(compared > 500 && scored > 100)
    }

    @Test("what a spreadsheet reads wrongly would be seen")
    func evaluator() {
        let cells: [String: SheetFormula.Value] = ["D1": .number(7), "E1": .number(8), "F1": .text("có")]
        for (formula, expected) in [
            ("ROUND((125*D1)/(100*E1),2)", SheetFormula.Value.number(1.09)), ("ROUND(1.005,2)", .number(1.01)),
            ("ROUND(-1.005,2)", .number(-1.01)), ("IF(F1=\"CÓ\",1,0)", .number(1)), ("100*D1>=80*E1", .bool(true)),
            ("IF(ISNUMBER(F1),1,\"\")", .text("")), ("N(F1)+2*(3-1)", .number(4)), ("G1=\"\"", .bool(true)),
        ] {
            #expect(SheetFormula.value(of: formula) { cells[$0] ?? .blank } == expected, "\(formula)")
        }
        #expect(SheetFormula.value(of: "SQRT(2)") { _ in .blank } == nil)
    }
}
