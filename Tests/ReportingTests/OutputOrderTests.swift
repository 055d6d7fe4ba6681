import Documents
import Assessment
import Foundation
import TestSupport
import Testing

@testable import Reporting

/// The same figures give the same bytes, whatever the order of the rows.
struct OutputOrderTests {
    private static let sample = "datasets/tuy-phuoc-2024/"

    /// A copy of the sample with the rows of some tables turned round.
    private func json(reversing tables: [String]) throws -> String {
        let folder = TemporaryFolder()
        for name in [
            "units.csv", "metrics.csv", "scores.csv", "assessment.json", "questionnaire.json", "survey-1.csv",
            "survey-2.csv",
        ] {
            var text = try Repository.text(Self.sample + name)
            if tables.contains(name) {
                let lines = text.split(separator: "\n")
                text = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
            }
            text = text.replacingOccurrences(of: "\"../", with: "\"\(Repository.path(Self.sample))../")
            folder.add(text, name)
        }
        let assessment = try #require(Assessment.read(folder.path).assessment)
        return String(decoding: Array(ScoreReport(assessment).json(in: .vi).utf8), as: UTF8.self)
            .replacingOccurrences(of: folder.path, with: "")
    }

    @Test func secondRunGivesTheSameBytes() throws {
        let first = try json(reversing: [])
        #expect(first.contains("\"tuy-phuoc\""))
        #expect(try json(reversing: []) == first)
    }

    @Test func orderOfFiguresDoesNotMatter() throws {
        #expect(try json(reversing: ["metrics.csv", "scores.csv"]) == json(reversing: []))
    }

    @Test func everyUnitKeepsItsBytesInAnotherOrder() throws {
        func units(_ json: String) throws -> [String] {
            let start = try #require(json.range(of: "\"units\": ["))
            // Units are the objects two levels deep; each begins on a line of its own.
            return json[start.upperBound...].components(separatedBy: "\n    {\n").dropFirst()
                .map { $0.components(separatedBy: "\n    }")[0] }
        }
        let given = try units(json(reversing: []))
        #expect(given.count == 14)
        #expect(try units(json(reversing: ["units.csv"])).sorted() == given.sorted())
    }
}
