import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment

/// `scores.csv` with opinions: agreement and questions, with points or without.
@Suite struct OpinionReadingTests {
    private static let heading = "unit;criterion;stage;points;opinion;reason\n"

    private static func rows(_ name: String, _ rows: String, _ findings: [String]) -> ReadingCase {
        ReadingCase(name, ["scores.csv": heading + rows], findings)
    }

    @Test(arguments: [
        rows("agreement without points", "h;1.1;thẩm định;;đồng ý;\n", []),
        rows("a question with its reason", "h;1.1;thẩm định;;trả lại;Thiếu báo cáo\n", []),
        rows(
            "a question without one", "h;1.1;thẩm định;;yêu cầu giải trình;\n",
            ["assessment.returnedWithoutReason scores.csv:2:5"]),
        rows("neither points nor opinion", "h;1.1;thẩm định;;;\n", ["assessment.blankCell scores.csv:2:4"]),
        rows(
            "a word that says nothing", "h;1.1;thẩm định;;tốt;\n",
            ["assessment.unknownOpinion scores.csv:2:5 «tốt»"]),
        rows(
            "other points announced and not given", "h;1.1;thẩm định;;không đồng ý;\n",
            ["assessment.opinionWithoutPoints scores.csv:2:5 «không đồng ý»"]),
        rows(
            "other points announced and given", "h;1.1;thẩm định;1;không đồng ý;Thiếu hồ sơ\n",
            ["assessment.givenDiffersFromComputed scores.csv:2:4 «1»"]),
        rows(
            "agreement beside other points: 1.81 stood", "h;1.1;thẩm định;1;đồng ý;Thiếu hồ sơ\n",
            [
                "assessment.acceptedOtherPoints scores.csv:2:5 «1»",
                "assessment.givenDiffersFromComputed scores.csv:2:4 «1»",
            ]),
        rows("agreement beside the points that stood", "h;1.1;thẩm định;1,81;đồng ý;\n", []),
        rows(
            "units do not agree with themselves", "h;1.1;self;;đồng ý;\n",
            ["assessment.opinionAtOwnStage scores.csv:2:5"]),
        rows("not of this level", "xa-1;2.2;thẩm định;;đồng ý;\n", ["assessment.opinionOfNoLine scores.csv:2:5"]),
        rows("a whole field", "xa-1;2;thẩm định;;đồng ý;\n", []),
        rows(
            "twice, with points and with an opinion", "h;1.1;thẩm định;1,81;;\nh;1.1;thẩm định;;đồng ý;\n",
            ["assessment.duplicateGiven scores.csv:3:2"]),
        ReadingCase(
            "a column for each stage, and the opinion of one",
            ["scores.csv": "unit;criterion;Điểm tự chấm;Điểm thẩm định;Ý kiến thẩm định\nh;1.1;1,81;;đồng ý\n"], []),
        ReadingCase(
            "a plain opinion beside the points of one stage",
            ["scores.csv": "unit;criterion;Điểm tự chấm;Điểm thẩm định;Ý kiến\nh;1.1;;;đồng ý\n"], []),
        ReadingCase(
            "a plain opinion beside the points of two",
            [
                "scores.csv":
                    "unit;criterion;Điểm thẩm định;Điểm thẩm định lại;Ý kiến\nh;1.1;1,81;;đồng ý\n"
            ], ["assessment.opinionOfNoStage scores.csv:1:5 «Ý kiến»"]),
    ])
    func areChecked(_ item: ReadingCase) throws { try item.check() }

    @Test(arguments: [
        ("Đồng ý", LineOpinion.accepted), ("NHẤT TRÍ", .accepted), ("giu nguyen", .accepted), ("agree", .accepted),
        ("trả lại", .returned), ("Đề nghị giải trình", .returned), ("giải trình bổ sung", .returned),
        ("returned", .returned),
    ])
    func words(word: String, opinion: LineOpinion) throws {
        let reading = try SmallAssessment(["scores.csv": Self.heading + "h;1.1;thẩm định;;\(word);vì\n"]).read()
        #expect(reading.briefs == [])
        let given = try #require(reading.assessment?.givenOpinions.first)
        #expect(given.opinion == opinion && given.stage == .appraisal && given.reason == "vì")
    }

    /// An opinion gives no points: those that stood still do.
    @Test func opinionsLeavePointsAlone() throws {
        let rows = "h;1.1;self;1,5;;\nh;1.1;thẩm định;;trả lại;vì\n"
        let assessment = try #require(try SmallAssessment(["scores.csv": Self.heading + rows]).read().assessment)
        #expect(assessment.at(stage: "appraisal")?.scores["h"]?["1.1"]?.points == exact("1.5"))
        #expect(assessment.at(stage: "final")?.scores["h"]?["1.1"]?.points == exact("1.5"))
    }

    /// The rows of a unit that was left out are left out with it.
    @Test func keepingGoing() throws {
        let rows = "xa-1;1.1;thẩm định;;đồng ý;\nxa-2;1.1;thẩm định;;tốt;\n"
        let reading = try SmallAssessment(["scores.csv": Self.heading + rows]).read { $0.keepGoing = true }
        #expect(reading.assessment?.leftOut == ["xa-2"])
        #expect(reading.assessment?.givenOpinions.map(\.unit) == ["xa-1"])
    }
}
