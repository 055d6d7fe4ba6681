import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// `scores.csv`: points that people gave, in addition to the computed ones.
@Suite struct GivenScoresTests {
    private static let heading = "unit;criterion;stage;points;reason;evidence;date\n"

    private static func scores(
        _ name: String, _ rows: String, _ findings: [String], details: [Int: [FindingKey: String]] = [:]
    ) -> ReadingCase {
        ReadingCase(name, ["scores.csv": heading + rows], findings, details: details)
    }

    @Test(arguments: [
        scores(
            "sound, and as the figures say",
            "h;1.1;tự đánh giá;1,81;;;\nh;1.2;thẩm định;0;;;\nh;1;thẩm định;9;QĐ 1;;\n",
            ["assessment.givenDiffersFromComputed scores.csv:4:4 «9»"],
            details: [0: [.expected: "1.81", .other: "+7.19", .stage: "Thẩm định", .unit: "h", .criterion: "1"]]),
        scores(
            "above the maximum", "h;1.1;self;2,25;;;\n", ["assessment.givenOutsideMaximum scores.csv:2:4 «2.25»"],
            details: [0: [.unit: "h", .criterion: "1.1", .expected: "0 … 2"]]),
        scores("below zero", "h;1.1;self;-1;;;\n", ["assessment.givenOutsideMaximum scores.csv:2:4 «-1»"]),
        scores("bonus up to its cap", "h;3.1;self;2;;;\nh;3.2;self;-2;;;\n", []),
        scores(
            "bonus above its cap, penalty as bonus", "h;3.1;self;2,5;;;\nh;3.2;self;1;;;\n",
            [
                "assessment.givenOutsideMaximum scores.csv:2:4 «2.5»",
                "assessment.givenOutsideMaximum scores.csv:3:4 «1»",
            ]),
        scores(
            "unknown unit", "xa1;1.1;self;1;;;\n", ["assessment.unknownUnit scores.csv:2:1 «xa1»"],
            details: [0: [.suggestion: "xa-1"]]),
        scores(
            "unknown criterion", "h;1.11;self;1;;;\n", ["assessment.unknownCriterion scores.csv:2:2 «1.11»"],
            details: [0: [.unit: "h", .suggestion: "1.1"]]),
        scores(
            "unknown stage", "h;1.1;tham dinhh;1;;;\n", ["assessment.unknownStatus scores.csv:2:3 «tham dinhh»"],
            details: [0: [.suggestion: "Thẩm định", .expected: Stage.usual.map(\.name.vi).joined(separator: ", ")]]),
        scores(
            "twice", "h;1.1;self;1,81;;;\nh;1.1;tự chấm;1;;;\n", ["assessment.duplicateGiven scores.csv:3:2"],
            details: [0: [.unit: "h", .criterion: "1.1", .first: "scores.csv:2:2"]]),
        scores(
            "blank cells", ";1.1;self;1;;;\nh;;self;1;;;\nh;1.1;;1;;;\nh;1.1;self;;;;\n",
            [
                "assessment.blankCell scores.csv:2:1", "assessment.blankCell scores.csv:3:2",
                "assessment.blankCell scores.csv:4:3", "assessment.blankCell scores.csv:5:4",
            ]),
        scores(
            "no number", "h;1.1;self;một;;;\n", ["table.notANumber scores.csv:2:4 «một»"], details: [0: [.unit: "h"]]),
        scores("percent", "h;1.1;self;50%;;;\n", ["assessment.percentSign scores.csv:2:4 «50%»"]),
        scores("torn row", "h;1.1;self", ["table.tooFewCells scores.csv:2:3 «3»"], details: [0: [.unit: "h"]]),
        ReadingCase(
            "no column of points", ["scores.csv": "unit;criterion;stage\nh;1.1;self\n"],
            ["table.missingColumn scores.csv:1 «unit, criterion, stage»"]),
        ReadingCase(
            "named and not there",
            ["assessment.json": SmallAssessment.settings(#""files": {"scores": "diem.csv"}"#)],
            ["file.notFound diem.csv"]),
    ])
    func areChecked(_ item: ReadingCase) throws { try item.check() }

    @Test(arguments: [
        ("self", Stage.selfAssessment), ("Tự đánh giá", .selfAssessment),
        ("tự chấm", .selfAssessment),
        ("appraisal", .appraisal), ("THẨM ĐỊNH", .appraisal), ("tham dinh", .appraisal),
        ("Thẩm định lại", .secondAppraisal), ("tham-dinh-lai", .secondAppraisal), ("Appraisal", .appraisal),
        ("giải trình", .explanation), ("FINAL", .final), ("kết quả cuối cùng", .final),
    ])
    func wordsOfStages(word: String, stage: Stage) throws {
        let reading = try SmallAssessment(["scores.csv": Self.heading + "xa-1;1.1;\(word);1,25;vì;QĐ 1;2025-11-01\n"])
            .read()
        // The figure, 90 % of 2, gives 1.8.
        #expect(reading.briefs == ["assessment.givenDiffersFromComputed scores.csv:2:4 «1.25»"])
        let given = try #require(reading.assessment?.givenScores.first)
        #expect(given.stage == stage)
        #expect(given.points == exact("1.25"))
        #expect(given.unit == "xa-1")
        #expect([given.criterion, given.reason, given.evidence, given.date] == ["1.1", "vì", "QĐ 1", "2025-11-01"])
    }

    @Test(arguments: ["thẩm định?", "(tự đánh giá)", "computed", "tính từ số liệu", "1", "self appraisal"])
    func otherWordsNameNoStage(word: String) throws {
        let reading = try SmallAssessment(["scores.csv": Self.heading + "h;1.1;\(word);1;;;\n"]).read()
        #expect(reading.briefs == ["assessment.unknownStatus scores.csv:2:3 «\(word)»"])
    }

    /// They replace the computed points at their stage and after it, and never for good: these are kept beside them.
    @Test func theyStandFromTheirStageOn() throws {
        let without = try #require(try SmallAssessment().read().assessment)
        let rows = "h;1.1;appraisal;0;vì;;\n"
        let with = try #require(try SmallAssessment(["scores.csv": Self.heading + rows]).read().assessment)
        #expect(with.givenScores.count == 1)
        func points(_ stage: String) -> String? { with.at(stage: stage)?.scores["h"]?["1.1"]?.points?.text() }
        #expect(["computed", "self", "appraisal", "final"].map(points) == ["1.81", "1.81", "0", "0"])
        #expect(with.scores["h"]?.total == without.scores["h"]?.total)
        #expect(with.at(stage: "final")?.scores.computed["h"]?.total == without.scores["h"]?.total)
        #expect(with.at(stage: "Final") == nil)
        #expect(with.at(stage: "final")?.at(stage: "self")?.scores["h"]?.total == without.scores["h"]?.total)
    }

    /// Where nobody measures anything, the first points of any stage change none; later ones do.
    @Test func theFirstPointsOfWhatPeopleScoreNeedNoReason() throws {
        let free = #"""
            {"code": "4", "name": "x", "maximum": 2, "source": {"row": "4"}, "levels": ["district", "commune"],
             "metrics": [{"name": "x", "kind": "points", "direction": "higher"}],
             "rule": {"kind": "freeValue", "minimum": 0, "maximum": 2, "step": 0.5}}
            """#
        let criteria = SmallAssessment.criteria.replacing("\n]}", with: ",\n\(free)\n]}")
        let rows = "h;4;appraisal;1,5;;;\nh;4;final;1;;;\nxa-1;4;self;1;;;\nxa-1;4;appraisal;0,5;;;\n"
        let reading = try SmallAssessment(["../criteria.json": criteria, "scores.csv": Self.heading + rows]).read()
        #expect(
            reading.briefs == [
                "assessment.changeWithoutReason scores.csv:3:4 «1»",
                "assessment.changeWithoutReason scores.csv:5:4 «0.5»",
            ])
    }

    @Test func theTableMayBearAnotherName() throws {
        let reading = try SmallAssessment([
            "assessment.json": SmallAssessment.settings(#""files": {"scores": "diem.csv"}"#),
            "diem.csv":
                "STT;Mã đơn vị;Tên đơn vị;Mã tiêu chí;Tên tiêu chí;Bước;Điểm;Lý do;Ngày\n1;h;Huyện;1.1;Tên;thẩm định;1;;\n",
        ]).read()
        #expect(
            reading.briefs == [
                "assessment.givenDiffersFromComputed diem.csv:2:7 «1»",
                "assessment.changeWithoutReason diem.csv:2:7 «1»",
            ])
        #expect(reading.assessment?.givenScores.map(\.points) == [1])
    }
}
