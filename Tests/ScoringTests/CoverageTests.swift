import Scoring
import TestSupport
import Testing
import Values

/// Every row of the seed documents has its place in the criteria, and every leaf its row.
@Suite("Coverage of the seed documents (Seeds/*.csv)")
struct CoverageTests {
    static let names = SeedRows.lists.keys.sorted()

    /// All codes that a row may name: nodes, measures, metrics and objectives.
    private static func codes(of edition: CriteriaSet) -> Set<String> {
        Set(edition.criteria.map(\.code)).union(edition.objectives.map(\.code))
            .union(edition.criteria.flatMap { leafCodes(of: $0) })
    }

    /// The codes of a leaf, of its measures and of their metrics; empty for a node that is not a leaf.
    private static func leafCodes(of criterion: Criterion) -> [String] {
        guard let leaf = criterion.leaf else { return [] }
        return [criterion.code] + leaf.measures.flatMap { [$0.code] + $0.metrics.map(\.code) }
    }

    /// A text on one line, without the final full stop.
    private static func plain(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.hasSuffix(".") ? String(line.dropLast()) : line
    }

    private static func rows(of name: String) throws -> [SeedRows.Row] {
        try (SeedRows.lists[name] ?? []).flatMap { try SeedRows.rows($0) }
    }

    @Test("every row has a code of the set, or the notes hold its text", arguments: names)
    func everyRowHasItsPlace(name: String) throws {
        let edition = try SeedRows.edition(name)
        let codes = Self.codes(of: edition)
        let notes = edition.notes.map { Self.plain($0.vi) }
        for row in try Self.rows(of: name) where !codes.contains(row.code) {
            let text = Self.plain(row.text)
            let noted = row.code == "notes" && !text.isEmpty && notes.contains { $0.contains(text) }
            #expect(noted, "\(row.place): «\(row.code)» holds nothing of «\(row.text)»")
        }
    }

    @Test("every leaf and every objective stands in a row", arguments: names)
    func everyLeafHasItsRow(name: String) throws {
        let edition = try SeedRows.edition(name)
        let named = Set(try Self.rows(of: name).map(\.code))
        for criterion in edition.criteria where criterion.leaf != nil {
            #expect(!named.isDisjoint(with: Self.leafCodes(of: criterion)), "\(criterion.code)")
        }
        for objective in edition.objectives {
            #expect(named.contains(objective.code), "\(objective.code)")
        }
    }

    @Test("a task of an annex is a leaf with the annex's words", arguments: names.filter { !$0.hasPrefix("tuy-phuoc") })
    func tasksKeepTheirWords(name: String) throws {
        let edition = try SeedRows.edition(name)
        let tasks = try Self.rows(of: name).filter { $0.kind == "task" }
        #expect(!tasks.isEmpty)
        for row in tasks {
            let criterion = edition.index(of: row.code).map { edition.criteria[$0] }
            #expect(criterion?.leaf != nil, "\(row.place)")
            #expect(criterion?.name.vi == row.text, "\(row.place)")
        }
    }

    @Test("every list of rows belongs to a set")
    func everyListIsRead() throws {
        let files = Repository.names(in: SeedRows.folder, ending: ".csv").map { String($0.dropLast(4)) }
        #expect(files == SeedRows.lists.values.flatMap { $0 }.sorted())
    }

    @Test("figures of the body stand beside the annex, which scores")
    func bodyFiguresCarryNoPoints() throws {
        let edition = try SeedRows.edition("tuy-phuoc/2023-2025")
        let body = edition.objectives.filter { $0.code.hasPrefix("BODY") }
        #expect(body.count == 11)
        #expect(edition.objectives.count == 15)
        #expect(edition.criteria.count { $0.leaf != nil } == 69)
        #expect(body.allSatisfy { $0.source.place == "Mục " + $0.code.dropFirst("BODY-".count) })
        let digitised = body.first { $0.code == "BODY-III.7.c" }
        #expect(digitised?.target.bound != nil)
    }
}
