import Documents
import Foundation
import TestSupport
import Testing
import Values

@testable import Reporting
@testable import score_cli

/// Every record agrees with the schema of its format in `schemas`, and the schemas say what every key is.
@Suite struct SchemaTests {
    private static let folder = "schemas"
    private static let files = Repository.names(in: folder, ending: ".schema.json")
    private static let common = "common.schema.json"

    /// The formats of records that the sources name, without that of annexes, which no command writes as JSON.
    private static func formats() throws -> Set<String> {
        let sources = Repository.paths(below: "Sources", ending: ".swift")
        let texts = try sources.map { try Repository.text("Sources/" + $0) }
        let named = texts.flatMap { text in
            text.matches(of: /(?:recordFormat = |record\.head\()"([a-z-]+\/[0-9]+)"/).map { String($0.output.1) }
        }
        return Set(named).subtracting(["annex/1"])
    }

    private static func file(of format: String) -> String {
        format.prefix { $0 != "/" } + ".schema.json"
    }

    private static func schema(_ file: String) throws -> [String: Any] {
        try #require(try SchemaCheck.parsed(Repository.data("\(folder)/\(file)")) as? [String: Any])
    }

    /// Holds a record against its schema.
    private static func hold(_ text: String, _ line: String) throws {
        let value = try #require(try? SchemaCheck.parsed(Data(text.utf8)), "\(line): no record")
        let record = try #require(value as? [String: Any], "\(line)")
        let format = try #require(record["format"] as? String, "\(line)")
        let path = "\(folder)/\(file(of: format))"
        let check = try SchemaCheck(path)
        let faults = check.faults(of: value)
        #expect(faults.isEmpty, "\(line): the record is not as \(path) says: \(faults.prefix(5))")
        let strange = check.strangeKeys(in: value).sorted()
        #expect(
            strange.isEmpty,
            "\(line): add to \(path) (or common.schema.json, where it refers to it) under “properties”, with a description: \(strange)"
        )
        // A key that stands twice is read differently by different programs.
        #expect(throws: Never.self, "\(line)") { _ = try JSONDocument(file: line, bytes: Array(text.utf8)) }
    }

    @Test("every format has a schema, and every schema a format")
    func everyFormat() throws {
        let own = try Self.files.filter { $0 != Self.common }.map { file -> String in
            let schema = try Self.schema(file)
            let format = (schema["properties"] as? [String: Any])?["format"] as? [String: Any]
            let constant = try #require(format?["const"] as? String, "\(file)")
            #expect(file == Self.file(of: constant) && schema["title"] as? String == constant)
            return constant
        }
        #expect(Set(own) == (try Self.formats()) && own.count > 35)
    }

    @Test("every key is described, and every schema is one", arguments: files)
    func descriptions(file: String) throws {
        let check = try SchemaCheck("\(Self.folder)/\(file)")
        #expect(check.undescribed() == [])
        // Keywords that this check does not know would be faults of every value.
        #expect(!check.faults(of: [:] as [String: Any]).contains { $0.contains("unknown to this check") })
    }

    @Test("what commands write of datasets agrees")
    func datasets() throws {
        for record in SchemaSamples.records { try Self.hold(record.text, record.line) }
    }

    @Test("what a flow leaves behind agrees, and figures counted from lists")
    func flow() throws {
        for record in try SchemaSamples.flow.get() + SchemaSamples.lists() { try Self.hold(record.text, record.line) }
    }

    @Test("every format is tried")
    func everyFormatIsTried() throws {
        let texts = try SchemaSamples.records + SchemaSamples.flow.get() + SchemaSamples.lists()
        let tried = texts.compactMap { $0.text.firstMatch(of: /"format": "([^"]+)"/).map { String($0.output.1) } }
        #expect((try Self.formats()).subtracting(tried) == [])
    }

    @Test("what commands write of all kinds of figures agrees")
    func figures() throws {
        let folder = "Tests/ReportingTests/Cases12/attack-01-plan-goal-overflow"
        let lines = try Repository.decoded([String: [String]].self, "Tests/ReportingTests/JSONKeys/keys.json").keys
        for line in lines.sorted() {
            let words = line.split(separator: " ").map(String.init).map { word in
                let path = Repository.path("\(folder)/\(word)")
                return FileManager.default.fileExists(atPath: path) ? path : word
            }
            try Self.hold(SchemaSamples.text(words), line)
        }
    }

    // MARK: - What is refused

    /// A record of the points of a unit, changed.
    private static func changed(_ change: (inout [String: Any]) -> Void) throws -> [String] {
        var record = try jsonRecord(SchemaSamples.record("score datasets/tuy-phuoc-2024 --unit phuoc-an"))
        change(&record)
        return try SchemaCheck("\(folder)/score.schema.json").faults(of: record)
    }

    private static func change(_ record: inout [String: Any], _ key: String, _ value: Any?) {
        guard var units = record["units"] as? [[String: Any]] else { return }
        units[0][key] = value
        record["units"] = units
    }

    @Test("broken records are refused")
    func broken() throws {
        #expect(try Self.changed { _ in } == [])
        let wrong: [(key: String, value: Any?)] = [
            ("points", "41,89"), ("points", NSNull()), ("maximum", nil), ("code", 5), ("coverage", "100 %"),
            ("criteria", [:] as [String: Any]), ("fields", [1]),
        ]
        for (key, value) in wrong {
            #expect(try Self.changed { Self.change(&$0, key, value) } != [], "\(key) \(value ?? "-")")
        }
        for (key, value) in [("format", "score/2"), ("units", nil), ("leftOut", "u1")] as [(String, Any?)] {
            #expect(try Self.changed { $0[key] = value } != [], "\(key)")
        }
        // A stable name that is none, in a part to which the schema only refers.
        #expect(
            try Self.changed { record in
                guard var criteria = record["criteria"] as? [String: Any] else { return }
                criteria["pointsBasis"] = "guessed"
                record["criteria"] = criteria
            } != [])
    }

    @Test("a key that is new is allowed, and named in the strict check")
    func newKey() throws {
        #expect(try Self.changed { Self.change(&$0, "unheardOf", 1) } == [])
        var record = try jsonRecord(SchemaSamples.record("score datasets/tuy-phuoc-2024 --unit phuoc-an"))
        Self.change(&record, "unheardOf", ["deeper": 1])
        record["alsoNew"] = true
        #expect(
            try SchemaCheck("\(Self.folder)/score.schema.json").strangeKeys(in: record) == [
                "units[].unheardOf", "alsoNew",
            ])
    }
}
