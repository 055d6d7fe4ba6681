import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// The stages of `assessment.json`, and what is doubtful about the points given at them.
///
/// Computed: h has 1.81 on 1.1 (90.5 % of 2), and nothing else is reported.
@Suite struct StageListTests {
    private static let heading = "unit;criterion;stage;points;reason\n"
    private static let own =
        #""stages": [{"code": "tu-cham", "name": {"vi": "Tự chấm", "en": "Own"}}, "#
        + #"{"code": "to-tham-dinh", "name": "Tổ thẩm định (vòng 1)"}]"#

    private func settings(_ stages: String, stage: String) -> [String: String] {
        ["assessment.json": SmallAssessment.settings(stages).replacing(#""self""#, with: #""\#(stage)""#)]
    }

    @Test(arguments: ["computed", "tu-cham", "to-tham-dinh"])
    func aListReplacesTheUsualStages(stage: String) throws {
        let files = settings(Self.own, stage: stage).merging(
            ["scores.csv": Self.heading + "h;1.1;Tổ thẩm định (vòng 1);1;vì\nh;1.1;tự chấm;2;\n"]) { $1 }
        let reading = try SmallAssessment(files).read()
        #expect(reading.errors == [])
        let assessment = try #require(reading.assessment)
        #expect(assessment.settings.stage.code == stage)
        #expect(assessment.settings.stages.stages.map(\.code) == ["tu-cham", "to-tham-dinh"])
        let expected = ["computed": "1.81", "tu-cham": "2", "to-tham-dinh": "1"]
        #expect(assessment.scores["h"]?["1.1"]?.points?.text() == expected[stage])
        #expect(assessment.at(stage: "self") == nil)
    }

    @Test func anEmptyListLeavesTheComputedPoints() throws {
        let reading = try SmallAssessment(settings(#""stages": []"#, stage: "computed")).read()
        #expect(reading.errors == [])
        #expect(reading.assessment?.settings.stages.all == [.computed])
    }

    @Test(arguments: [
        (#""stages": [{"code": "a", "name": "A"}, {"code": "a", "name": "B"}]"#, "a", "criteria.duplicateCode"),
        (#""stages": [{"code": "computed", "name": "A"}]"#, "computed", "assessment.reservedStage"),
        (
            #""stages": [{"code": "a", "name": "Thẩm định"}, {"code": "b", "name": "thẩm  định"}]"#, "a",
            "assessment.ambiguousStage"
        ),
        (#""stages": [{"code": "a", "name": "b"}, {"code": "b", "name": "a"}]"#, "a", "assessment.ambiguousStage"),
        (
            #""stages": [{"code": "a", "name": {"vi": "Một", "en": "One"}}, {"code": "one", "name": "Hai"}]"#, "a",
            "assessment.ambiguousStage"
        ),
        (#""stages": [{"code": "a"}]"#, "computed", "json.missingKey"),
        (#""stages": [{"name": "A"}]"#, "computed", "json.missingKey"),
        (#""stages": [{"code": "a", "name": "A", "order": 1}]"#, "a", "json.unknownKey"),
        (#""stages": {"a": 1}"#, "computed", "json.wrongType"), (own, "self", "json.unknownName"),
        (#""stages": []"#, "self", "json.unknownName"),
    ])
    func faultyListsAreErrors(stages: String, stage: String, code: String) throws {
        let reading = try SmallAssessment(settings(stages, stage: stage)).read()
        #expect(reading.findings.first { $0.severity == .error }?.code == code)
        #expect(reading.assessment == nil)
    }

    /// A stage may be called by its own code, and stages by words that only look alike.
    @Test(arguments: [
        #""stages": [{"code": "tham-dinh", "name": "Thẩm định"}, {"code": "b", "name": "Thẩm định lại"}]"#,
        #""stages": [{"code": "1", "name": "Bước 1"}, {"code": "10", "name": "Bước 10"}]"#,
    ])
    func namesThatDifferAreKept(stages: String) throws {
        let reading = try SmallAssessment(settings(stages, stage: "computed")).read()
        #expect(reading.errors == [])
        #expect(reading.assessment?.settings.stages.stages.count == 2)
    }

    private func findings(_ rows: String, stages: String = "") throws -> [String] {
        let files = settings(stages, stage: "computed").merging(["scores.csv": Self.heading + rows]) { $1 }
        return try SmallAssessment(files).read().briefs.map { $0.replacing("assessment.", with: "") }
    }

    @Test(arguments: [
        // As the figures say; one hundredth below, above.
        ("h;1.1;self;1,81;\n", []),
        ("h;1.1;self;1,80;\n", ["givenDiffersFromComputed scores.csv:2:4 «1.8»"]),
        ("h;1.1;self;1,82;\n", ["givenDiffersFromComputed scores.csv:2:4 «1.82»"]),
        ("h;1.2;Thẩm  định;1;vì\n", []), ("h;1.2;tham   dinh;1;vì\n", []),
        // Nothing is computed where nothing is reported.
        ("h;1.2;self;1;\n", []),
        // A change needs a reason; what a stage repeats does not, nor does a unit's own score.
        ("h;1.2;appraisal;1;\n", ["changeWithoutReason scores.csv:2:4 «1»"]),
        ("h;1.2;appraisal;1;vì\n", []), ("h;1.2;appraisal;0;\n", []),
        ("h;1.2;self;1;\nh;1.2;appraisal;1;\n", []),
        ("h;1.2;self;1;\nh;1.2;appraisal;0,5;vì\nh;1.2;final;0,5;\n", []),
        (
            "h;1.2;self;1;\nh;1.2;appraisal;0,5;vì\nh;1.2;final;1;\n",
            ["changeWithoutReason scores.csv:4:4 «1»"]
        ),
        // 1.10 is measured by a survey, and field 1 has it.
        ("h;1.10;self;1;\n", ["selfScoreOfSurvey scores.csv:2:4"]), ("h;1.10;appraisal;1;vì\n", []),
        (
            "h;1;self;5;\n",
            ["givenDiffersFromComputed scores.csv:2:4 «5»", "selfScoreOfSurvey scores.csv:2:4"]
        ),
    ])
    func doubtfulPointsAreWarnings(rows: String, expected: [String]) throws {
        #expect(try findings(rows) == expected)
    }

    @Test func whatIsAtStakeIsSaid() throws {
        let files = ["scores.csv": Self.heading + "h;1.1;self;1;\nh;1.1;appraisal;0,25;\n"]
        let found = try SmallAssessment(files).read().findings.filter { $0.location.file == "scores.csv" }
        #expect(found.map { $0.text(.found) } == ["1", "0.25", "0.25"])
        #expect(found.map { $0.text(.expected) } == ["1.81", "1.81", "1"])
        #expect(found.map { $0.text(.other) } == ["+-0.81", "+-1.56", "+-0.75"])
        #expect(found.allSatisfy { $0.severity == .warning })
    }

    @Test func aFieldCanHaveNoMoreThanWhatAppliesToTheUnit() throws {
        // 2.2 is for districts: 1 of the field's 2 applies to a commune. 1.1 of it is reported.
        let metrics = SmallAssessment.metrics + "xa-1;2.1;100;;;\n"
        func errors(_ unit: String, _ points: String) throws -> [String] {
            try SmallAssessment([
                "metrics.csv": metrics, "scores.csv": Self.heading + "\(unit);2;appraisal;\(points);vì\n",
            ]).read().errors
        }
        #expect(try errors("xa-1", "1") == [])
        #expect(try errors("xa-1", "1,01") == ["assessment.givenOutsideMaximum scores.csv:2:4 «1.01»"])
        #expect(try errors("h", "2") == [])
        #expect(try errors("h", "2,01") == ["assessment.givenOutsideMaximum scores.csv:2:4 «2.01»"])
    }
}
