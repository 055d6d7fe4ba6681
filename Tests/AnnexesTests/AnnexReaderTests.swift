import Foundation
import Scoring
import TestSupport
import Testing
import Values

@testable import Annexes

/// Annexes of decrees, copied from their documents as text, against the sets that were written from them by hand.
@Suite struct AnnexReaderTests {
    static func annex(_ name: String) throws -> AnnexReading {
        let path = Repository.path("Tests/AnnexesTests/Annexes/\(name).txt")
        return AnnexReader.read(text: try String(contentsOfFile: path, encoding: .utf8))
    }

    static func set(_ name: String) throws -> CriteriaSet {
        let path = Repository.path("criteria/\(name).json")
        return try CriteriaSet(
            reading: JSONDocument(file: path, bytes: Array(Data(contentsOf: URL(fileURLWithPath: path)))))
    }

    /// Dashes are set in both lengths.
    private func plain(_ text: String?) -> String { (text ?? "").replacingOccurrences(of: "–", with: "-") }

    @Test func treeNamesAndAgencies() throws {
        let reading = try Self.annex("tuy-phuoc")
        let set = try Self.set("tuy-phuoc/2023-2025")
        #expect(reading.nodes.map(\.code) == set.criteria.map(\.code))
        #expect(reading.strangeRows.isEmpty && reading.numberingRows == 0 && reading.sums.isEmpty)
        for (node, criterion) in zip(reading.nodes, set.criteria) {
            #expect(node.name == criterion.name.vi)
            #expect(node.parent == criterion.parent.map { set.criteria[$0].code })
            #expect(plain(node.monitoring) == plain(criterion.agencies.monitoring), "\(node.code)")
            #expect(plain(node.lead) == plain(criterion.agencies.lead), "\(node.code)")
            #expect(plain(node.coordinating) == plain(criterion.agencies.coordinating), "\(node.code)")
        }
    }

    /// Of the targets whose number stands in the annex's own words.
    @Test func targets() throws {
        let nodes = Dictionary(
            try Self.annex("tuy-phuoc").nodes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        var (found, missed) = (0, [String]())
        for criterion in try Self.set("tuy-phuoc/2023-2025").criteria {
            guard let leaf = criterion.leaf, let node = nodes[criterion.code] else { continue }
            let words = node.target.joined(separator: " ")
            for target in [leaf.target] + leaf.measures.map(\.target) {
                guard let target, let bound = target.bound else { continue }
                let number = "\(bound.value)".replacingOccurrences(of: "-", with: "")
                guard words.contains(number + "%") || words.contains(number + " ") else { continue }
                if TargetWords.bounds(in: node.target).contains(bound) {
                    found += 1
                } else {
                    missed.append(target.text)
                }
            }
        }
        #expect(found > 40 && missed.count * 20 <= found, "\(missed)")
    }

    /// A plan with a row an activity: all but one stand in the set by the numbers of their rows. There, two activities
    /// that one cell names are two.
    @Test func activities() throws {
        let reading = try Self.annex("hung-yen-par")
        let rows = Set(
            try Self.set("hung-yen-par/2022").criteria.compactMap { $0.source?.row }.filter {
                "IVX".contains($0.prefix(1))
            })
        #expect(rows.subtracting(reading.nodes.map(\.code)) == ["II.8.4"])
        #expect(Set(reading.nodes.map(\.code)).isSubset(of: rows))
        #expect(reading.nodes.count == rows.count - 1 && reading.strangeRows.isEmpty)
    }

    /// Annexes whose components have a column and a letter; the sets have a node for each, or one for several in a row.
    @Test(arguments: ["tan-quang-papi/2023", "hung-yen-papi/2023", "nhu-quynh-papi/2024"])
    func components(name: String) throws {
        let reading = try Self.annex(String(name.prefix { $0 != "/" }))
        let rows = Set(
            try Self.set(name).criteria.compactMap { node -> String? in
                guard let row = node.source?.row, row.count > 2 else { return nil }
                return String(row.prefix(3))
            }.filter { $0.last?.isLetter ?? false })
        let codes = Set(reading.nodes.map(\.code).filter { $0.contains(".") })
        #expect(rows.isSubset(of: codes) && rows.count > 20)
        #expect(codes.subtracting(rows).isSubset(of: ["6.b", "6.c", "6.d"]))
        #expect(reading.strangeRows.isEmpty)
    }
}
