import Documents
import Foundation
import Scoring
import TestSupport
import Testing
import Values

@testable import Reporting

/// Relations between figures, as people and programs read them.
struct RelationReportTests {
    private static func set(_ relations: String) throws -> CriteriaSet {
        let text = try String(contentsOfFile: Repository.path("criteria/tuy-phuoc/2023-2025.json"), encoding: .utf8)
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        var edition = try #require(object)
        edition["relations"] = try JSONSerialization.jsonObject(with: Data(relations.utf8))
        let bytes = Array(try JSONSerialization.data(withJSONObject: edition))
        return try CriteriaSet(reading: JSONDocument(file: "criteria.json", bytes: bytes))
    }

    @Test(arguments: [
        (
            #"{"left": "3.5.2.denominator", "is": "≤", "right": "3.5.1.denominator"}"#,
            "mẫu số 3.5.2 ≤ mẫu số 3.5.1", "denominator of 3.5.2 ≤ denominator of 3.5.1"
        ),
        (
            #"{"left": "6.3.1 + 6.3.2.a - 2", "is": "=", "right": "4.1.3", "tolerance": 0.5, "severity": "warning"}"#,
            "6.3.1 + 6.3.2.a − 2 = 4.1.3 (cho lệch 0,5; sai thì cảnh báo)",
            "6.3.1 + 6.3.2.a − 2 = 4.1.3 (within 0.5; a warning where it does not hold)"
        ),
    ])
    func relationsAreInWords(relation: String, vietnamese: String, english: String) throws {
        let report = CriteriaReport(try Self.set("[\(relation)]"))
        #expect(report.text(as: .md, in: .vi).contains("- " + vietnamese.replacing("*", with: "\\*")))
        #expect(report.text(as: .md, in: .en).contains("- " + english))
    }

    /// One is new, one is gone, one has another tolerance, one is the same.
    @Test func differencesOfRelations() throws {
        let same = #"{"left": "3.4.1.denominator", "is": "≤", "right": "3.4.2.denominator"}"#
        let old = try Self.set(
            """
            [\(same), {"left": "7.2.1.denominator", "is": "≤", "right": "1.5.denominator"},
             {"left": "7.2.2.denominator", "is": "=", "right": "1.5.denominator"}]
            """)
        let new = try Self.set(
            """
            [{"left": "7.2.2.denominator", "is": "=", "right": "1.5.denominator", "tolerance": 1}, \(same),
             {"left": "7.3.4.denominator", "is": "≤", "right": "3.2.1.a.denominator"}]
            """)
        let changes = CriteriaDifference(from: old, to: new, in: .vi).changes.map {
            "\($0.kind): \($0.before.text(.vi)) → \($0.after.text(.vi))"
        }
        #expect(
            changes == [
                "relations: mẫu số 7.2.1 ≤ mẫu số 1.5 → ",
                "relations: mẫu số 7.2.2 = mẫu số 1.5 → mẫu số 7.2.2 = mẫu số 1.5 (cho lệch 1)",
                "relations:  → mẫu số 7.3.4 ≤ mẫu số 3.2.1.a",
            ])
    }
}
