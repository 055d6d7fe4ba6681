import Documents
import Scoring
import Testing
import Values

@testable import Assessment
@testable import Reporting

/// The index of every field and criterion.
@Suite struct NodeIndexTests {
    private func report(_ more: String = "", isAsked: Bool = false, unit: Int? = 0) throws -> ScoreReport {
        let criteria = Samples.criteria.replacing(#""assumptions":"#, with: more + #""assumptions":"#)
        return ScoreReport(
            try Samples.assessment(by: criteria), units: unit.map { [$0] }, hasTree: true, hasIndices: isAsked)
    }

    @Test func recordsAndRowsHaveIt() throws {
        // 1.21 ÷ 1.25 = 96.8 %; 2.21 ÷ 2.25 = 98.22 %; 1 ÷ 3 = 33.33 %; 3.21 ÷ 5.25 = 61.14 %.
        let json = try report().text(as: .json, in: .vi).split(whereSeparator: \.isWhitespace).joined()
        #expect(json.contains(#""code":"1","points":2.21,"maximum":2.25,"index":98.22"#), "\(json)")
        #expect(json.contains(#""maximum":1.25,"lost":0.04,"index":96.8"#))
        #expect(json.contains(#""maximum":3,"lost":2,"index":33.33"#))
        let rows = try report().text(as: .csv, in: .vi).split(separator: "\r\n")
        #expect(rows[0].contains(";Mất điểm;Chỉ số;"), "\(rows[0])")
        #expect(
            rows.contains { $0.contains(";2,21;2,25;0,04;98,22;") }
                && rows.contains { $0.contains(";3,21;5,25;2,04;61,14;") })
    }

    @Test func whatHasNoPointsOrNoMaximumHasNone() throws {
        // The commune has no duty at 1.10 and its survey is awaited: 1.25 ÷ 1.25 in field 1.
        let json = try report(unit: 1).text(as: .json, in: .vi).split(whereSeparator: \.isWhitespace).joined()
        #expect(json.contains(#""code":"1","points":1.25,"maximum":1.25,"index":100"#), "\(json)")
        #expect(json.contains(#""points":null,"maximum":0,"lost":null,"index":null"#))
        #expect(json.contains(#""points":null,"maximum":3,"lost":3,"index":null"#))
    }

    @Test func tableShowsItWhereAskedFor() throws {
        #expect(try !report().text(as: .table, in: .vi).contains("98,22"))
        for report in [try report(isAsked: true), try report(#""showIndices": true, "#)] {
            let text = report.text(as: .table, in: .vi)
            #expect(text.contains("98,22") && text.contains("33,33") && text.contains("Chỉ số"), "\(text)")
        }
    }
}
