import Scoring
import Testing
import Values

/// The structure of the sets that add up published values and survey shares.
@Suite("Published indices as criteria sets")
struct PublishedIndexTests {
    fileprivate static let papi = ["papi/2011-2017", "papi/2018", "papi/2019-2020", "papi/2021-2024"]

    private static func leaves(under field: Criterion, of edition: CriteriaSet) -> [Criterion] {
        field.children.map { edition.criteria[$0] }
    }

    @Test("a dimension of PAPI is the sum of its parts: from 1 to 10, exactly", arguments: PublishedIndexTests.papi)
    func dimensionsAddUp(name: String) throws {
        let edition = try SeedRows.edition(name)
        for field in edition.fields {
            let leaves = Self.leaves(under: field, of: edition)
            let metrics = leaves.flatMap { $0.leaf?.measures.flatMap(\.metrics) ?? [] }
            #expect(metrics.count == leaves.count, "\(field.code)")
            #expect(leaves.reduce(.zero) { $0 + $1.maximum } == 10, "\(field.code)")
            #expect(metrics.reduce(.zero) { $0 + ($1.maximum ?? .zero) } == 10, "\(field.code)")
            #expect(metrics.reduce(.zero) { $0 + ($1.minimum ?? .zero) } == 1, "\(field.code)")
        }
    }

    @Test("0 is no value of PAPI: it means not published")
    func zeroIsOutside() throws {
        for name in Self.papi {
            let edition = try SeedRows.edition(name)
            #expect(edition.metrics.allSatisfy { ($0.minimum ?? .zero) > 0 })
            // Values below the least are published; none is above the greatest.
            #expect(edition.metrics.allSatisfy { $0.expectedBounds == [.minimum] })
        }
    }

    @Test("parts by dimension")
    func partsByDimension() throws {
        // 22, 28, 29 and 28 parts.
        let parts = [
            [4, 3, 3, 4, 4, 4], [4, 4, 3, 4, 4, 4, 3, 2], [4, 4, 3, 4, 4, 4, 3, 3], [4, 4, 3, 4, 3, 4, 3, 3],
        ]
        for (name, counts) in zip(Self.papi, parts) {
            #expect(try SeedRows.edition(name).fields.map(\.children.count) == counts, "\(name)")
        }
        // 8.3 came in 2019, 5.2 was asked until 2020.
        let codes = try Self.papi.map { try SeedRows.edition($0).criteria.map(\.code) }
        #expect(codes.map { $0.contains("8.3") } == [false, false, true, true])
        #expect(codes.map { $0.contains("5.2") } == [true, true, true, false])
    }

    @Test("SIPAS has two blocks, of four and five factors with equal points in a block")
    func blocksOfSatisfaction() throws {
        let edition = try SeedRows.edition("sipas/2023-2026")
        #expect(edition.fields.map(\.children.count) == [4, 5])
        #expect(edition.maximum == 100)
        for field in edition.fields {
            #expect(Set(Self.leaves(under: field, of: edition).map(\.maximum)).count == 1, "\(field.code)")
        }
        let rules = edition.criteria.compactMap { $0.leaf?.measures.first?.rule }
        #expect(rules.count == 9)
        for rule in rules {
            guard case .surveyShare = rule else {
                Issue.record("\(rule)")
                continue
            }
        }
    }

    @Test("points of these sets are assumed, and say why", arguments: PublishedIndexTests.papi + ["sipas/2023-2026"])
    func pointsAreAssumed(name: String) throws {
        let edition = try SeedRows.edition(name)
        #expect(edition.points.basis == .assumed)
        #expect(edition.points.reason != nil)
        #expect(edition.notes.contains { $0.vi.lowercased().contains("chưa kiểm chứng") })
    }
}
