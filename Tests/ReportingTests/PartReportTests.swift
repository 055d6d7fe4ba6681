import Documents
import Scoring
import Testing
import Values

@testable import Assessment
@testable import Reporting

/// Parts of the points in reports: field 1 is the appraisal, field 2 the survey.
@Suite struct PartReportTests {
    private static let criteria = Samples.criteria
        .replacing(
            #""assumptions":"#,
            with: #"""
                "parts": [{"code": "td", "name": {"vi": "Thẩm định", "en": "Appraisal"}, "showPercent": true},
                          {"code": "dt", "name": {"vi": "Điều tra", "en": "Survey"}}], "assumptions":
                """#
        )
        .replacing(#""maximum": 2.25}"#, with: #""maximum": 2.25, "part": "td"}"#)
        .replacing(
            #""name": {"vi": "Hài lòng", "en": "Satisfaction"}, "maximum": 3}"#,
            with: #""name": {"vi": "Hài lòng", "en": "Satisfaction"}, "maximum": 3, "part": "dt"}"#)

    private func report(tree: Bool = false) throws -> ScoreReport {
        ScoreReport(try Samples.assessment(by: Self.criteria), units: tree ? [0] : nil, hasTree: tree)
    }

    private func compact(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined() }

    @Test func theTableOfUnitsHasPointsMaximumAndPercent() throws {
        // The district: 1.21 + 1 of 2.25, which is 98.22 %, and a third of 3.
        let text = try report().text(as: .table, in: .vi)
        #expect(text.contains("Thẩm định") && text.contains("Thẩm định (%)") && text.contains("2,21/2,25"), "\(text)")
        #expect(text.contains("98,22") && text.contains("1,00/3"))
        // The survey has no column in percent.
        #expect(!text.contains("Điều tra (%)") && !text.contains("Ngoài các phần"))
        let rows = try report().text(as: .csv, in: .vi).split(separator: "\r\n")
        #expect(rows[0].contains(";Thẩm định: điểm;Thẩm định: điểm tối đa;Thẩm định (%);"), "\(rows[0])")
        #expect(rows[0].contains(";Điều tra: điểm;Điều tra: điểm tối đa;Điều tra (%);"))
        #expect(rows[1].contains(";2,21;2,25;98,22;1,00;3,00;33,33;"), "\(rows[1])")
    }

    @Test func recordsHaveThemWithTheirCoverage() throws {
        let json = compact(try report().text(as: .json, in: .vi))
        #expect(
            json.contains(
                #""pointParts":[{"code":"td","points":2.21,"maximum":2.25,"index":98.22,"coverage":100,"unmeasured":0},"#
                    + #"{"code":"dt","points":1,"maximum":3,"index":33.33,"coverage":100,"unmeasured":0}],"beyondParts":0"#
            ), "\(json)"
        )
        // A survey that is not in yet: none of its part is covered.
        #expect(json.contains(#"{"code":"dt","points":0,"maximum":3,"index":0,"coverage":0,"unmeasured":3}"#))
        #expect(json.contains(#""part":"td""#))
    }

    @Test func aUnitHasATableOfParts() throws {
        let text = try report(tree: true).text(as: .table, in: .vi)
        let rows = text.split(separator: "\n").map { $0.split(whereSeparator: { $0 == " " }).joined(separator: " ") }
        #expect(text.contains("Các phần điểm"))
        #expect(rows.contains("Thẩm định 2,21 2,25 0,04 98,22 100,00 %"), "\(rows)")
        #expect(rows.contains("Điều tra 1,00 3,00 2,00 33,33 100,00 %"))
        #expect(rows.contains("Tổng 3,21 5,25 2,04 61,14 100,00 %"))
        let csv = try report(tree: true).text(as: .csv, in: .vi).split(separator: "\r\n")
        #expect(csv[0].contains("Phần điểm") && csv.contains { $0.contains(";1.1;td;") }, "\(csv)")
    }

    @Test func ranksShowThem() throws {
        let assessment = try Samples.assessment(by: Self.criteria)
        let report = try #require(RankReport(assessment, RankOptions()))
        let text = report.text(as: .table, in: .vi)
        #expect(text.contains("2,21/2,25") && text.contains("98,22") && text.contains("Điều tra"), "\(text)")
        #expect(compact(report.text(as: .json, in: .vi)).contains(#""pointParts":[{"code":"td","points":2.21"#))
        #expect(report.text(as: .csv, in: .vi).contains("Thẩm định: điểm"))
        // By a field there are no parts of the total.
        var options = RankOptions()
        options.code = "1"
        #expect(try !#require(RankReport(assessment, options)).text(as: .table, in: .vi).contains("2,21/2,25"))
    }

    @Test func setsTellThem() throws {
        let set = try Samples.set(Self.criteria)
        let text = CriteriaReport(set).text(as: .table, in: .vi)
        #expect(text.contains("Thẩm định: tối đa 2,25 điểm (nêu cả phần trăm); Điều tra: tối đa 3 điểm"), "\(text)")
        #expect(compact(CriteriaReport(set).text(as: .json, in: .vi)).contains(#""maximum":2.25,"showPercent":true"#))
        let leaf = try #require(CriterionSheet(set, code: "1.1"))
        #expect(leaf.text(as: .table, in: .vi).contains("Phần điểm: Thẩm định"))
        // Another part of a field is a change of it and of its leaf.
        let other = try Samples.set(
            Self.criteria.replacing(#""maximum": 2.25, "part": "td"}"#, with: #""maximum": 2.25, "part": "dt"}"#)
                .replacing(#""maximum": 3, "part": "dt"}"#, with: #""maximum": 3, "part": "td"}"#))
        let changes = CriteriaDifference(from: set, to: other, in: .vi).changes
        #expect(changes.filter { $0.kind == .part }.map(\.code) == ["1", "1.1", "1.10", "2", "2.1"])
        #expect(changes.contains { $0.kind == .settings && $0.after.text(.vi).contains("Thẩm định: tối đa 3 điểm") })
    }

    @Test func setsWithoutPartsSayNothing() throws {
        let json = ScoreReport(try Samples.assessment()).text(as: .json, in: .vi)
        #expect(!json.contains("pointParts") && !json.contains("beyondParts"))
    }
}
