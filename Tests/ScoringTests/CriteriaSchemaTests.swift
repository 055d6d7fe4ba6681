import Foundation
import Scoring
import TestSupport
import Testing
import Values

@Suite("The schema of criteria files")
struct CriteriaSchemaTests {
    private static let schema = "criteria/criteria.schema.json"
    private static let files = Repository.paths(below: "criteria", ending: ".json")
        .filter { !$0.hasSuffix(".schema.json") && !$0.contains("questionnaire") }

    @Test("every set agrees with it", arguments: files)
    func sets(file: String) throws {
        let check = try SchemaCheck(Self.schema)
        #expect(check.faults(of: try SchemaCheck.parsed(Repository.data("criteria/\(file)"))) == [])
    }

    @Test("every worked example agrees with it", arguments: WorkedExamples.files)
    func examples(file: String) throws {
        let check = try SchemaCheck(Self.schema)
        for text in try WorkedExamples(file: file).texts() {
            #expect(check.faults(of: try SchemaCheck.parsed(Data(text.utf8))) == [], "\(text)")
        }
    }

    @Test("what is still read without a key is still allowed without it", arguments: WorkedExamples.files)
    func withoutAKey(file: String) throws {
        let check = try SchemaCheck(Self.schema)
        var tried: Set<String> = []
        for text in try WorkedExamples(file: file).texts() {
            let whole = try SchemaCheck.parsed(Data(text.utf8))
            for (key, rest) in Self.eachWithoutAKey(whole) {
                // Of equal places in lists one is enough.
                let isNew = tried.insert(key.replacing(/\/[0-9]+/, with: "")).inserted
                guard isNew || Draws.areComplete else { continue }
                let bytes = Array(try JSONSerialization.data(withJSONObject: rest))
                guard (try? CriteriaSet(reading: JSONDocument(file: "a.json", bytes: bytes))) != nil else { continue }
                #expect(check.faults(of: rest) == [], "without \(key): \(text)")
            }
        }
    }

    /// The value once without each of the keys of its objects, at any depth.
    private static func eachWithoutAKey(_ value: Any, at place: String = "") -> [(key: String, rest: Any)] {
        if let object = value as? [String: Any] {
            return object.keys.sorted().flatMap { key -> [(key: String, rest: Any)] in
                var without = object
                let part = without.removeValue(forKey: key)
                return [("\(place)/\(key)", without)]
                    + eachWithoutAKey(part ?? NSNull(), at: "\(place)/\(key)").map { inner in
                        (inner.key, object.merging([key: inner.rest]) { $1 })
                    }
            }
        }
        guard let list = value as? [Any] else { return [] }
        return list.indices.flatMap { position in
            eachWithoutAKey(list[position], at: "\(place)/\(position)").map { inner in
                var whole = list
                whole[position] = inner.rest
                return (inner.key, whole)
            }
        }
    }

    @Test("the check refuses what it is to refuse")
    func refusals() throws {
        let check = try SchemaCheck(Self.schema)
        let file = "criteria/qd766/2026.json"
        let whole = try #require(SchemaCheck.parsed(Repository.data(file)) as? [String: Any])
        for (key, value) in [
            ("format", 2), ("name", ""), ("years", [:]), ("unheardOf", true), ("criteria", []), ("levels", ["a"]),
        ] as [(String, Any)] {
            #expect(check.faults(of: whole.merging([key: value]) { $1 }) != [], "\(key)")
        }
        #expect(check.faults(of: whole) == [])
    }
}
