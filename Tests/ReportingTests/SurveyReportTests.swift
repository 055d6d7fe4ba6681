import Documents
import Assessment
import Foundation
import TestSupport
import Testing
import Values

@testable import Reporting

/// The survey of the sample; figures from R's package survey (`svydesign(ids = ~village + id, strata = ~commune, fpc =
/// ~N1 + N2, weights = ~w)`, `svyratio`, `svyciprop`).
@Suite struct SurveyReportTests {
    private static let folder = Repository.path("datasets/tuy-phuoc-2024")

    private struct Output: Decodable {
        struct Estimate: Decodable {
            let unit, factor: String?
            let domain: [String: String]
            let kind, status: String
            let n: Int
            let share, standardError, lower, upper, designEffect: Double?
            let degreesOfFreedom: Int?
        }
        let estimates: [Estimate]
    }

    private func report(
        unit code: String? = nil, divisions: [[String]] = [], withQuestions: Bool = false
    ) throws -> SurveyReport {
        var options = AssessmentOptions()
        options.surveyDomains = Array(Set(divisions.flatMap { $0 })).sorted()
        let assessment = try #require(Assessment.read(Self.folder, options: options).assessment)
        let unit = code.flatMap { assessment.position(ofUnit: $0) }
        return try #require(
            SurveyReport(assessment, unit: unit, divisions: divisions, withQuestions: withQuestions))
    }

    private func estimates(_ report: SurveyReport) throws -> [Output.Estimate] {
        try JSONDecoder().decode(Output.self, from: Data(report.json(in: .vi).utf8)).estimates
    }

    @Test func sharesAndErrorsAreThoseOfR() throws {
        let list = try estimates(report(withQuestions: true))
        let question = try #require(list.first { $0.factor == "1.1.a" })
        #expect(abs(try #require(question.share) - 0.867_276_978_6) < 1e-9)
        #expect(abs(try #require(question.lower) - 0.845_948_416_842) < 1e-9)
        #expect(abs(try #require(question.upper) - 0.886_050_348_925) < 1e-9)
        let factor = try #require(list.first { $0.factor == "1.1" })
        #expect(abs(try #require(factor.share) - 0.863_688_588_5) < 1e-9)
        #expect(abs(try #require(factor.standardError) - 0.007_896_616_084_33) < 1e-12)
        #expect(factor.degreesOfFreedom == 49)
    }

    @Test func aUnitKeepsItsOwnPeople() throws {
        let list = try estimates(report(unit: "phuoc-nghia"))
        let factor = try #require(list.first { $0.factor == "1.1" })
        #expect(factor.unit == "phuoc-nghia")
        #expect(abs(try #require(factor.share) - 0.779_948_518_295) < 1e-11)
        #expect(abs(try #require(factor.standardError) - 0.035_361_302_203_1) < 1e-11)
        #expect(list.filter { $0.kind == "total" }.count == 1)
    }

    @Test func domainsDivideAllPeople() throws {
        let list = try estimates(report(divisions: [["sex"], ["service", "sex"]]))
        let all = try #require(list.first { $0.kind == "total" && $0.unit == nil && $0.domain.isEmpty })
        let bySex = list.filter { $0.domain.keys.sorted() == ["sex"] }
        #expect(bySex.map { $0.domain["sex"] } == ["nam", "nữ"])
        #expect(bySex.reduce(0) { $0 + $1.n } == all.n)
        let crossed = list.filter { $0.domain.count == 2 }
        #expect(crossed.count == 8)
        #expect(crossed.reduce(0) { $0 + $1.n } == all.n)
    }

    @Test func thePageSaysWhichFigureItShows() throws {
        let text = try report(divisions: [["sex"]]).text(as: .table, in: .vi)
        #expect(text.contains("tỷ lệ câu trả lời ở mức «Hài lòng», «Rất hài lòng»; trung bình của các yếu tố"))
        #expect(text.contains("Khoảng tin cậy: 95 %, phương pháp logit"))
        #expect(text.contains("2.800 phiếu dùng được, 0 dòng bị bỏ, 0 câu trả lời không hợp lệ"))
        #expect(text.contains("Phân bố: · Rất không hài lòng"))
        #expect(text.contains("Số liệu trong báo cáo này là số liệu giả lập"))
        for line in ["Theo đơn vị", "Theo nội dung", "Theo giới tính"] { #expect(text.contains("\n\(line)\n")) }
    }

    @Test func theTableHasARowForEachIndex() throws {
        let report = try report()
        let table = report.text(as: .csv, in: .en).split(separator: "\n")
        #expect(table.count == 1 + report.indices.count)
        #expect(table[0].hasPrefix("Unit,Unit name,Domain,Code,Factor,People,Answers,"))
    }
}
