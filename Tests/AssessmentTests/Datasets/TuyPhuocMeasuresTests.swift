import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// Leaves of Tuy Phước with several measures keep all of them, each with metrics of its own.
@Suite struct TuyPhuocMeasuresTests {
    /// Measures per leaf, counted by hand in the annex.
    static let counts: [(code: String, measures: Int)] = [
        ("1.4", 2), ("1.6", 3), ("2.1.1", 2), ("2.2.2", 3), ("2.3", 2), ("3.1", 2), ("3.2.1", 2), ("3.3.1", 2),
        ("4.3.3", 2), ("5.6", 2), ("6.2.2", 2), ("6.3.2", 3), ("7.3.1", 2), ("7.3.3", 2), ("7.3.6", 3), ("8.1.1", 4),
        ("8.1.2", 5),
    ]

    private let edition: CriteriaSet

    init() throws {
        edition = try Repository.criteria("criteria/tuy-phuoc/2023-2025.json")
    }

    @Test(arguments: counts)
    func leafKeepsItsMeasures(code: String, measures: Int) throws {
        let index = try #require(edition.index(of: code))
        let leaf = try #require(edition.criteria[index].leaf)
        let letters = ["a", "b", "c", "d", "e"].prefix(measures)
        #expect(leaf.measures.map(\.code) == letters.map { code + "." + $0 })
        #expect(leaf.combination == .mean)
        #expect(leaf.measures.allSatisfy { $0.weight == 1 && $0.name != nil && !$0.metrics.isEmpty })
    }

    @Test func noOtherLeafHasSeveral() {
        let several = edition.criteria.filter { $0.leaf?.measures.count ?? 0 > 1 }.map(\.code)
        #expect(several == Self.counts.map(\.code))
    }

    @Test func metricsBearTheCodeOfTheirMeasureOrBeginWithIt() {
        for measure in edition.criteria.flatMap({ $0.leaf?.measures ?? [] }) {
            for metric in measure.metrics {
                #expect(metric.code == measure.code || metric.code.hasPrefix(measure.code + "."), "\(metric.code)")
            }
        }
        let codes = edition.metrics.map(\.code)
        #expect(Set(codes).count == codes.count)
    }
}
