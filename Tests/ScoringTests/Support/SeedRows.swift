import Foundation
import Scoring
import Tables
import TestSupport
import Values

/// The lists of rows of the seed documents, each with the criteria file for its document.
enum SeedRows {
    /// A row of a seed document: its place, its kind, its text, and the code that covers it.
    struct Row {
        let place: String
        let kind: String
        let text: String
        let code: String
    }

    static let folder = "Tests/ScoringTests/Seeds/"

    /// Criteria files and the lists that belong to them.
    static let lists: [String: [String]] = [
        "hung-yen-papi/2023": ["hung-yen-papi"],
        "hung-yen-par/2022": ["hung-yen-par"],
        "nhu-quynh-papi/2024": ["nhu-quynh-papi"],
        "tan-quang-papi/2023": ["tan-quang-papi"],
        "tuy-phuoc/2023-2025": ["tuy-phuoc-annex", "tuy-phuoc-body"],
    ]

    static func edition(_ name: String) throws -> CriteriaSet {
        try edition(at: URL(filePath: Repository.path("criteria/\(name).json")))
    }

    static func edition(at file: URL) throws -> CriteriaSet {
        try CriteriaSet(reading: JSONDocument(file: file.path, bytes: Array(Data(contentsOf: file))))
    }

    /// The rows of a list. For an annex with numbered rows, the numbers are both places and criteria.
    static func rows(_ list: String) throws -> [Row] {
        let table = try Table(
            contentsOf: Repository.path(folder + list + ".csv"), options: TableOptions(delimiter: .comma))
        let places = try column(["place", "code"], of: table)
        let kinds = try column(["kind"], of: table)
        let texts = try column(["text", "name"], of: table)
        let codes = try column(["criterion", "code"], of: table)
        return places.indices.map {
            Row(place: places[$0], kind: kinds[$0], text: texts[$0], code: codes[$0])
        }
    }

    private struct MissingColumn: Error {
        let names: [String]
    }

    private static func column(_ names: [String], of table: Table) throws -> [String] {
        for name in names {
            if let column = table.column(named: [name]) {
                return table.usableRows.map { table.text($0, column) }
            }
        }
        throw MissingColumn(names: names)
    }
}
