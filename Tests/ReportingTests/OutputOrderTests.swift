import Assessment
import Foundation
import Testing

@testable import Reporting

/// The same figures give the same bytes, whatever the order of the rows.
struct OutputOrderTests {
    private static let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("datasets/tuy-phuoc-2024")

    /// A copy of the sample with the rows of some tables turned round.
    private func json(reversing tables: [String]) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("score-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in [
            "units.csv", "metrics.csv", "scores.csv", "assessment.json", "questionnaire.json", "survey-1.csv",
            "survey-2.csv",
        ] {
            var text = try String(contentsOf: Self.sample.appendingPathComponent(name), encoding: .utf8)
            if tables.contains(name) {
                let lines = text.split(separator: "\n")
                text = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
            }
            text = text.replacingOccurrences(of: "\"../", with: "\"\(Self.sample.path)/../")
            try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }
        let assessment = try #require(Assessment.read(folder.path).assessment)
        return String(decoding: Array(ScoreReport(assessment).json.utf8), as: UTF8.self)
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
