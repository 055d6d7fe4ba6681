import Assessment
import Documents
import Foundation
import Reporting
import TestSupport
import Testing
import Values

@Suite("The self-assessment report of a unit")
struct SelfAssessmentTests {
    private typealias Object = [String: Any]

    private func report(_ unit: Int, remarks: String? = nil, stage: String = "self") throws -> SelfAssessmentReport {
        let folder = TemporaryFolder()
        SmallAssessment.add(to: folder, stage: stage, remarks: remarks)
        let reading = Assessment.read(folder.path("a"))
        return SelfAssessmentReport(try #require(reading.assessment, "\(reading.findings)"), unit: unit)
    }

    private func json(_ report: SelfAssessmentReport) throws -> Object {
        try #require(try JSONSerialization.jsonObject(with: Data(report.json(in: .vi).utf8)) as? Object)
    }

    @Test("what a survey measures is neither in the unit's points nor in their maximum")
    func survey() throws {
        let record = try json(report(1))
        // 2 + 2 × 5/10 = 3 of 4; the survey has 1 point of its own.
        #expect(record["points"] as? Double == 3)
        #expect(record["maximum"] as? Double == 4)
        #expect(record["survey"] as? Double == 1)
        #expect(record["index"] as? Double == 75)
        let text = try report(1).text(in: .vi)
        #expect(text.contains("Tổng điểm tự đánh giá: 3,00/4,00 điểm, đạt 75,00 %."))
        #expect(text.contains("1 tiêu chí (1,00 điểm) được chấm qua điều tra xã hội học"))
    }

    @Test("criteria without evidence, and without figures, are named with what the unit says")
    func evidence() throws {
        let complete = try json(report(0))
        #expect((complete["withoutEvidence"] as? [Object])?.isEmpty == true)
        let without = try #require(try json(report(1))["withoutEvidence"] as? [Object])
        #expect(without.map { $0["code"] as? String } == ["1.1"])
        #expect(try report(1).text(in: .vi).contains("Kế hoạch ghép với huyện"))
        let unreported = try #require(try json(report(2))["withoutEvidence"] as? [Object])
        #expect(unreported.map { $0["code"] as? String } == ["1.2"])
        #expect(unreported.first?["state"] as? String == "Chưa có số liệu")
        #expect(try report(2).text(in: .vi).contains("Còn 2,00 điểm chưa có số liệu, tạm tính 0 điểm: 1.2."))
    }

    @Test("it is of the unit's own points, whatever stage the assessment shows")
    func stage() throws {
        #expect(try json(report(1, stage: "appraisal"))["points"] as? Double == 3)
    }

    @Test("difficulties and proposals are those of the table, and stay open where there are none")
    func remarks() throws {
        let table = "unit;kind;text\nPhường Hai;khó khăn;Thiếu người\nu2;Kiến nghị;Bổ sung biên chế\nu1;khó khăn;Khác\n"
        let text = try report(1, remarks: table).text(in: .vi)
        #expect(text.contains("Thiếu người") && text.contains("Bổ sung biên chế") && !text.contains("Khác"))
        #expect(!text.contains("………………………………………"))
        #expect(try report(1).text(in: .vi).contains("………………………………………"))
    }

    @Test("a locality's office is its People's Committee, an agency's stands under the office above")
    func office() throws {
        #expect(try report(0).frame.organisation.text(.vi) == "XÃ MỘT")
        #expect(try report(0).frame.superior?.text(.vi) == "ỦY BAN NHÂN DÂN")
        #expect(try report(1).frame.organisation.text(.vi) == "PHƯỜNG HAI")
        #expect(try report(2).frame.organisation.text(.vi) == "TRUNG TÂM BA")
        #expect(try report(2).frame.superior == nil)
        #expect(try report(0).frame.signatory.text(.vi).hasPrefix("TM. ỦY BAN NHÂN DÂN"))
        #expect(try report(2).frame.signatory.text(.vi) == "THỦ TRƯỞNG CƠ QUAN")
    }

    @Test("a kind of remark that is none is an error with its place")
    func unknownKind() throws {
        let folder = TemporaryFolder()
        SmallAssessment.add(to: folder, remarks: "unit;kind;text\nu1;khó;Thiếu người\nu9;khó khăn;Khác\nu1;khó khăn;\n")
        let findings = Assessment.read(folder.path("a")).findings.filter { $0.severity == .error }
        #expect(findings.map(\.location.line) == [2, 3, 4])
        #expect(findings.allSatisfy { $0.location.file.hasSuffix("remarks.csv") })
    }
}
