import Foundation
import TestSupport
import Testing

@testable import score_cli

/// `criteria review`: the conclusions, what they rest on, and which assessments are put together.
struct ReviewCommandTests {
    private typealias Record = [String: Any]
    private let folder = ReviewFolder.make()

    private func record(_ words: [String]) throws -> Record {
        let output = commandOutput(["criteria", "review"] + words + ["--format", "json"])
        #expect(output.exit == .done, "\(words)")
        return try #require(JSONSerialization.jsonObject(with: Data(output.text.utf8)) as? Record)
    }

    private func criteria(_ record: Record, _ key: String) throws -> [Double?] {
        try #require(record["criteria"] as? [Record]).map { ($0[key] as? NSNumber)?.doubleValue }
    }

    /// Ten communes and a department: 100 … 100, 50; 10 … 100, 50; 1 … 8 %, 50.
    @Test func numbersOfEachCriterion() throws {
        let review = try record([folder.path])
        #expect(review["scores"] as? Int == 11)
        #expect(try criteria(review, "measured") == [11, 11, 9])
        #expect(try criteria(review, "unmeasured") == [0, 0, 2])
        #expect(try criteria(review, "full") == [10, 1, 0])
        // 10 of 11 are 90.909…
        #expect(try criteria(review, "fullPercent") == [90.91, 9.09, 0])
        // 1050 ÷ 11, 600 ÷ 11, 86 ÷ 9
        #expect(try criteria(review, "mean") == [95.45, 54.55, 9.56])
        // The department is alone in its group.
        #expect(try criteria(review, "alikeOf") == [10, 10, 8])
        #expect(try criteria(review, "alike") == [10, 1, 1])
        // The order of the communes is that of 1.2 with and without 1.1; the other two put eight of them in one order.
        #expect(try criteria(review, "moved")[0] == 0)
        #expect(try criteria(review, "movedOf") == [10, 10, 10])
        #expect(try criteria(review, "withRest")[0] == nil)
        #expect(try criteria(review, "mostAlikeCorrelation") == [nil, 1, 1])
        #expect(try criteria(review, "mostAlikeUnits") == [nil, 8, 8])
        #expect(review["separatesNobody"] as? [String] == ["1.1"])
        #expect((review["countsTwice"] as? [Record])?.map { $0["first"] as? String } == ["1.2"])
        #expect((review["fields"] as? [Record])?.count == 1)
    }

    @Test func conclusionsComeFirstInWords() throws {
        let text = commandOutput(["criteria", "review", folder.path, "--format", "md"]).text
        for sentence in [
            "Không phân hóa: 1/3 tiêu chí đủ số đơn vị để xét (2/20 điểm) cho gần như mọi đơn vị cùng một mức điểm, nên hầu như không góp phần xếp thứ tự.",
            "1.1 – Ban hành kế hoạch (tối đa 2 điểm): 10/10 đơn vị đạt điểm tối đa.",
            "Tính trùng: 1/1 cặp tiêu chí so được xếp các đơn vị gần như theo cùng một thứ tự; cần xem có phải một việc được tính điểm hai lần.",
            "1.2 – Hồ sơ đúng hạn và 1.3 – Hồ sơ trực tuyến: tương quan thứ hạng 1,000 trên 8 đơn vị.",
            "Tự chấm cao: chưa kết luận được, vì không có điểm của bước sau bước tự đánh giá để so.",
            "Khó đo: không có tiêu chí nào trong 3 tiêu chí đủ số đơn vị để xét.",
            "không phân hóa: từ 90 % đơn vị trở lên có cùng một mức điểm (--alike)",
        ] { #expect(text.contains(sentence), "\(sentence)") }
        let (conclusions, table) = (text.range(of: "## Kết luận"), text.range(of: "## Từng tiêu chí"))
        #expect(try #require(conclusions).lowerBound < #require(table).lowerBound)
        let english = commandOutput(["criteria", "review", folder.path, "--lang", "en"]).text
        #expect(english.contains("Separating nobody: 1 of 3 criteria that can be judged (2 of 20 points)"))
    }

    @Test func thresholdsChangeWhatIsConcluded() throws {
        // Two of eleven lack 1.3: 18.18 %.
        let measured = try record([folder.path, "--unmeasured", "18,18"])
        #expect(measured["hardlyMeasured"] as? [String] == ["1.3"])
        #expect(try record([folder.path, "--unmeasured", "18.19"])["hardlyMeasured"] as? [String] == [])
        // Eight communes share 1.2 and 1.3.
        #expect((try record([folder.path, "--least-units", "9"])["countsTwice"] as? [Record])?.count == 0)
        let few = try record([folder.path, "--least-units", "12"])
        #expect(few["undecided"] as? [String] == ["1.1", "1.2", "1.3"])
        #expect(few["separatesNobody"] as? [String] == [])
        #expect(few["comparedPairs"] as? Int == 0)
        // Nothing is said to separate where nothing can be judged.
        #expect((few["conclusions"] as? [String])?.contains { $0.hasPrefix("Không phân hóa") } == false)
    }

    @Test func oneGroupAndTheFirst() throws {
        let communes = try record([folder.path, "--group", "Các xã"])
        #expect(communes["only"] as? String == "xa")
        #expect(communes["scores"] as? Int == 10)
        #expect(try criteria(communes, "mean") == [100, 55, 4.5])
        let level = try record([folder.path, "--among", "level", "--group", "so"])
        #expect(level["scores"] as? Int == 1)
        // Among all the department has a place too.
        #expect(try criteria(try record([folder.path, "--among", "all"]), "movedOf") == [11, 11, 11])
        let first = try #require(record([folder.path, "--top", "1"])["criteria"] as? [Record])
        #expect(first.map { $0["code"] as? String } == ["1.1"])
    }

    /// The appraisal cuts 1.2 for six of the eleven, by 0.5 each, and raises it for one.
    @Test func theAppraisalIsComparedWithTheSelfAssessment() throws {
        let cut = (1...6).map { "x\($0);1.2;appraisal;\(Double($0) - 0.5);thiếu tài liệu\n" }.joined()
        let folder = ReviewFolder.make(scores: cut + "x7;1.2;appraisal;8;đủ tài liệu\n")
        let review = try record([folder.path])
        #expect(try criteria(review, "appraised") == [11, 11, 9])
        #expect(try criteria(review, "cut") == [0, 6, 0])
        #expect(try criteria(review, "cutPoints") == [0, 3, 0])
        #expect(try criteria(review, "raised") == [0, 1, 0])
        #expect(try criteria(review, "raisedPoints") == [0, 1, 0])
        #expect(review["overstated"] as? [String] == ["1.2"])
        // 6 of 11 are 54.5 %.
        #expect(try record([folder.path, "--cut", "54,6"])["overstated"] as? [String] == [])
        let text = commandOutput(["criteria", "review", folder.path, "--format", "md"]).text
        #expect(
            text.contains(
                "1.2 – Hồ sơ đúng hạn (tối đa 10 điểm): thẩm định cắt điểm của 6/11 đơn vị, tổng cộng 3,00 điểm; tăng ở 1 đơn vị, 1,00 điểm."
            ))
        // The points that count are those of the stage shown: 1 … 10, or with what the appraisal left.
        #expect(try criteria(review, "mean")[1] == 54.55)
        #expect(try criteria(try record([folder.path, "--stage", "appraisal"]), "mean")[1] == 52.73)
        #expect(try criteria(try record([folder.path, "--stage", "appraisal"]), "cut")[1] == 6)
    }

    /// The later edition gives 1.1 another maximum and 1.2 another name, drops 1.3 and has 1.4 instead.
    @Test func editionsAreMatched() throws {
        let leaves: [ReviewFolder.Leaf] = [
            ("1.1", "Ban hành kế hoạch", 4), ("1.2", "Hồ sơ đúng hẹn", 10), ("1.4", "Chứng thực", 6),
        ]
        let later = ReviewFolder.make(
            year: 2025, criteria: ReviewFolder.criteria(leaves, edition: "2025"), codes: leaves.map(\.code))
        let review = try record([later.path, folder.path])
        let assessments = try #require(review["assessments"] as? [Record])
        #expect(assessments.map { $0["period"] as? String } == ["2024", "2025"])
        #expect(assessments.map { $0["criteria"] as? Int } == [2, 3])
        #expect(review["scores"] as? Int == 22)
        #expect(try criteria(review, "measured") == [22, 22, 9])
        #expect(try criteria(review, "mean") == [95.45, 54.55, 9.56])
        let changed = try #require(review["changedCriteria"] as? [Record])
        #expect(changed.map { $0["edition"] as? String } == ["2024"])
        #expect(changed.first?["criteria"] as? [String] == ["1.1", "1.2"])
        let text = commandOutput(["criteria", "review", later.path, folder.path, "--format", "md"]).text
        #expect(text.contains("chấm theo phiên bản 2024, ghép được 2/3 tiêu chí"))
        #expect(text.contains("20/20 lượt chấm đạt điểm tối đa"))
    }

    @Test func whatIsNotReviewedTogetherIsWrongUsage() {
        let otherSet = ReviewFolder.make(year: 2025, criteria: ReviewFolder.criteria(set: "khac"))
        let sameYear = ReviewFolder.make()
        let others = ReviewFolder.make(figures: ["y1": ["1", "2", "3"]])
        let nextYear = ReviewFolder.make(year: 2025)
        func exit(_ words: String...) -> ExitCode { commandOutput(["criteria", "review"] + words).exit }
        #expect(exit(folder.path, otherSet.path) == .usage)
        #expect(exit(folder.path, sameYear.path) == .usage)
        #expect(exit(folder.path, folder.path) == .usage)
        #expect(exit(folder.path, others.path) == .done)
        #expect(exit(folder.path, nextYear.path) == .done)
        for option in [
            ["--alike", "0"], ["--alike", "101"], ["--twice", "1.1"], ["--twice", "x"], ["--least-units", "1"],
            ["--group", "nobody"], ["--stage", "nothing"], ["--top", "0"],
        ] {
            #expect(commandOutput(["criteria", "review", folder.path] + option).exit == .usage, "\(option)")
        }
        #expect(commandOutput(["criteria", "review"]).exit == .usage)
        #expect(exit(folder.path + "/nowhere") == .failed)
    }

    @Test func dataHasARowForEveryFieldAndCriterion() {
        let rows = commandOutput(["criteria", "review", folder.path, "--format", "csv"]).text.split(separator: "\r\n")
            .map { $0.split(separator: ";", omittingEmptySubsequences: false) }
        #expect(rows.map { $0[1] } == ["Mã tiêu chí", "1", "1.1", "1.2", "1.3"])
        #expect(rows.dropFirst().map { $0[0] } == ["không", "có", "có", "có"])
        #expect(
            rows.map { $0[$0.count - 2] } == [
                "Kết luận", "", "không phân hóa", "có thể tính trùng", "có thể tính trùng",
            ])
    }
}
