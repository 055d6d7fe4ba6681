import TestSupport
import Testing
import Values

@Suite("JSON: reading members by name")
struct JSONReaderTests {
    private static func findings(_ text: String, _ read: (JSONObject) -> Void) throws -> [String] {
        let document = try JSONDocument(file: "a.json", bytes: Array(text.utf8))
        let reader = JSONReader(document)
        let object = try #require(reader.object(document.root, named: "…"))
        read(object)
        object.finish()
        return reader.findings.map { finding in
            let suggestion = finding.text(.suggestion).map { " → \($0)" } ?? ""
            return "\(finding.code) \(finding.location.line ?? 0):\(finding.location.column ?? 0)\(suggestion)"
        }
    }

    @Test("a key that nobody asks for is a finding, with the missing key that it resembles")
    func unknownKey() throws {
        let found = try Self.findings(#"{"maximun": 1, "rule": 2, "zzz": null}"#) {
            _ = $0.decimal("maximum")
            _ = $0.decimal("rule")
        }
        #expect(found == ["json.unknownKey 1:2 → maximum", "json.unknownKey 1:27"])
    }

    @Test("null counts as absent")
    func null() throws {
        let found = try Self.findings(#"{"a": null, "b": null}"#) {
            #expect($0.text("a") == nil)
            #expect($0.required("b") == nil)
            #expect(!$0.has("a"))
        }
        #expect(found == ["json.missingKey 1:1"])
    }

    @Test("values of another type are findings at the value")
    func wrongType() throws {
        let found = try Self.findings(#"{"a": "x", "b": 1, "c": 1.5, "d": [], "e": {}, "f": "a", "g": [1]}"#) {
            _ = $0.decimal("a")
            _ = $0.text("b")
            _ = $0.integer("c", in: 0...9)
            _ = $0.boolean("d")
            _ = $0.array("e")
            _ = $0.object("f")
            _ = $0.texts("g")
        }
        #expect(found == ["7", "17", "25", "35", "44", "53", "64"].map { "json.wrongType 1:\($0)" })
    }

    @Test("numbers that a decimal cannot hold are findings")
    func numbers() throws {
        let found = try Self.findings(#"{"a": 0.1234567, "b": 1e2, "c": 9223372036855, "d": 0.5000000}"#) {
            _ = $0.decimal("a")
            _ = $0.decimal("b")
            _ = $0.decimal("c")
            #expect($0.decimal("d") == FixedDecimal(mantissa: 500_000))
        }
        #expect(found == ["json.numberTooFine 1:7", "json.numberTooFine 1:23", "json.numberTooLarge 1:33"])
    }

    @Test("an unknown name is a finding with the nearest one")
    func choices() throws {
        let found = try Self.findings(#"{"mode": "halftoeven", "text": "  "}"#) {
            #expect($0.choice("mode", of: Rounding.Mode.self) == nil)
            #expect($0.requiredText("text") == nil)
        }
        #expect(found == ["json.unknownName 1:10 → halfToEven", "json.emptyText 1:32"])
    }
}
