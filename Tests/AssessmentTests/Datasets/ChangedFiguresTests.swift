import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Assessment
@testable import Scoring

/// What scenarios change is scored again, and nothing else: the whole table equals one that is scored from all figures.
@Suite("Changed figures of the samples")
struct ChangedFiguresTests {
    private static let folders = Repository.paths(below: "datasets", ending: "assessment.json")
        .map { "datasets/" + $0.dropLast("/assessment.json".count) }

    @Test("one table, whichever way it was made", arguments: folders)
    func oneTable(folder: String) throws {
        let assessment = try #require(Assessment.read(Repository.path(folder)).assessment)
        let before = assessment.scores
        let columns = before.storage.columns
        var random = SeededRandom(seed: 77)
        for _ in 0..<40 {
            let unit = random.int(0...before.units.count - 1)
            var (figures, moved) = (columns.figures, Set<Int>())
            for _ in 0..<random.int(1...4) {
                // Another unit's figure is one that can be.
                let (column, other) = (
                    random.int(0...figures.metrics.count - 1), random.int(0...before.units.count - 1)
                )
                figures[unit, column] = random.int(0...9) == 0 ? .notReported : columns.figures[other, column]
                moved.insert(column)
            }
            let after = before.rescored(with: figures, in: moved, of: unit, standing: columns.standing)
            let expected = before.rescored(with: figures)
            #expect(Set(after.issues) == Set(expected.issues))
            for position in before.units.indices {
                let (one, other) = (after[position], expected[position])
                #expect(one.total == other.total && one.index == other.index)
                for node in one.criteriaSet.criteria.indices {
                    #expect(one.sum(of: node) == other.sum(of: node), "\(folder), unit \(position), node \(node)")
                    #expect(one.criterion(node).status == other.criterion(node).status)
                }
            }
        }
    }
}
