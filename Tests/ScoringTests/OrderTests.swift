import ScoreNumerics
import Scoring
import TestSupport
import Testing
import Values

@Suite("The order of units and a second run change nothing")
struct OrderTests {
    @Test("units in another order get the same scores", arguments: Draws.seeds(8, of: 20))
    func order(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(3000 + seed))
        let tree = RandomTree(&random, fields: 3, digits: 2)
        let criteria = try tree.compiled(Rounding(.halfToEven, digits: 2), stage: .leaf, caps: nil)
        let count = 12
        let figures = tree.figures(criteria, units: count, &random)
        let before = tree.figures(criteria, units: count, &random)
        let units = (0..<count).map { ScoredUnit(code: "\($0)", level: $0 % 3 == 0 ? "department" : "commune") }
        let order = (0..<count).shuffled(using: &random)
        var moved = criteria.emptyFigures(unitCount: count)
        for (position, unit) in order.enumerated() {
            for column in criteria.metrics.indices { moved[position, column] = figures[unit, column] }
        }
        let first = try criteria.score(
            figures, units: units, lastYear: LastYear(figures: before, units: Array(0..<count)))
        let again = try criteria.score(
            figures, units: units, lastYear: LastYear(figures: before, units: Array(0..<count)))
        let other = try criteria.score(
            moved, units: order.map { units[$0] }, lastYear: LastYear(figures: before, units: order))
        for (position, unit) in order.enumerated() {
            #expect(first[unit].total == other[position].total)
            #expect(first[unit].total == again[unit].total)
            for index in criteria.set.criteria.indices {
                #expect(first[unit].criterion(index).sum == other[position].criterion(index).sum)
                #expect(first[unit].criterion(index).status == other[position].criterion(index).status)
                #expect(first[unit].outcome(ofLeaf: index) == other[position].outcome(ofLeaf: index))
            }
        }
        #expect(first.issues == again.issues)
        #expect(first.issues.count == other.issues.count)
    }

    @Test("a table with its columns in another order, and one too many, scores the same")
    func columns() throws {
        var random = SeededRandom(seed: 77)
        let tree = RandomTree(&random, fields: 3, digits: 2)
        let criteria = try tree.compiled(.finest, stage: .leaf, caps: nil)
        let figures = tree.figures(criteria, units: 3, &random)
        var other = FigureTable(metrics: criteria.metrics.reversed() + ["thừa"], unitCount: 3)
        for unit in 0..<3 {
            for (column, metric) in other.metrics.enumerated() { other[unit, column] = figures[unit, metric] }
        }
        let units = (0..<3).map { ScoredUnit(code: "\($0)", level: "commune") }
        let (first, second) = try (criteria.score(figures, units: units), criteria.score(other, units: units))
        for unit in 0..<3 { #expect(first[unit].criteria.map(\.sum) == second[unit].criteria.map(\.sum)) }
    }

    @Test("a list of units of another length, an unknown level and a year outside are refused")
    func refusals() throws {
        var random = SeededRandom(seed: 78)
        let tree = RandomTree(&random, fields: 1, digits: 2)
        let criteria = try tree.compiled(.finest, stage: .leaf, caps: nil)
        let unit = ScoredUnit(code: "x", level: "commune")
        let table = criteria.emptyFigures(unitCount: 1)
        #expect(throws: ScoringError.unitCountDiffers) { try criteria.score(table, units: [unit, unit]) }
        #expect(throws: ScoringError.unitCountDiffers) {
            try criteria.score(table, units: [unit], lastYear: LastYear(figures: table, units: []))
        }
        #expect(throws: ScoringError.unknownLevel(unit: "y", level: "huyen")) {
            try criteria.score(table, units: [ScoredUnit(code: "y", level: "huyen")])
        }
        #expect(throws: CompilationError.yearOutsideEdition) { try CompiledCriteria(criteria.set, year: 2028) }
    }
}
