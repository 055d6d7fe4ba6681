import Survey
import TestSupport
import Testing
import Values

/// How much an index contains: never a degenerate interval, never a value that may not be shown.
@Suite struct IndexStatusTests {
    private let total = SurveyIndex.Part.group(3)

    @Test func withoutADesignThereIsAValueAndNoError() throws {
        let index = try SurveyOfRows(rows: ["u,s,v,1,5,1", "u,s,w,3,1,4"]).analysis().index(of: total)
        // (1 + 0 + 0 + 3) ÷ (4 + 4)
        #expect(index.value == 0.5)
        #expect(index.percent?.text() == "50")
        #expect(index.status == .noDesign)
        #expect(index.estimate == nil)
    }

    @Test func everybodySatisfiedHasALowerBoundOnly() throws {
        let rows = ["u,s,v,1,5,4", "u,s,w,1,4,4", "u,s,x,1,5,5"]
        let index = try SurveyOfRows(design: SurveyOfRows.villages, rows: rows).analysis().index(of: total)
        #expect(index.status == .oneSidedBound)
        #expect(index.value == 1)
        let estimate = try #require(index.estimate)
        #expect(estimate.standardError == nil)
        #expect(estimate.upper == 1)
        // Three villages of equal weight are worth three answers: 0.05 to the power of 1 ÷ 3.
        let lower = try #require(estimate.lower)
        #expect(abs(lower - 0.368_403_149_864_038_6) < 1e-9)
    }

    /// The weights 0.3, 0.35 and 0.35 add up to slightly less than one, nine times a ninth to slightly more.
    @Test(arguments: [("5,4,5", 1.0), ("1,1,2", 0)])
    func aMeanOfAnswersThatAreAlikeIsExact(answers: String, value: Double) throws {
        var survey = SurveyOfRows(rows: ["u,s,v,1," + answers, "u,s,w,1," + answers])
        survey.heading += ",c"
        survey.weights = ["6", "7", "7"]
        survey.design = SurveyOfRows.villages
        survey.index = #""measure": "topShare", "topLevels": 2, "combination": "factors""#
        let index = try survey.analysis().index(of: .group(4))
        #expect(index.value == value)
        #expect(index.status == .oneSidedBound)
    }

    @Test func oneVillageCannotBeEstimated() throws {
        let rows = ["u,s,v,1,5,4", "u,s,v,1,2,4"]
        let index = try SurveyOfRows(design: SurveyOfRows.villages, rows: rows).analysis().index(of: total)
        #expect(index.status == .cannotBeEstimated(.lonelyUnit(stage: 1)))
        #expect(index.value == 0.75)
        #expect(index.estimate?.lower == nil)
    }

    @Test func fewerPeopleThanAskedForAreNotShown() throws {
        let rows = ["u,s,v,1,5,4", "u,s,w,1,2,4"]
        var survey = SurveyOfRows(design: SurveyOfRows.villages, rows: rows)
        survey.minimumCount = 2
        #expect(try survey.analysis().index(of: total).value != nil)
        survey.minimumCount = 3
        let hidden = try survey.analysis().index(of: total)
        #expect(hidden.status == .suppressed)
        #expect(hidden.value == nil)
        #expect(hidden.percent == nil)
    }

    @Test func aMeanOfFactorsNeedsAnAnswerToEach() throws {
        var survey = SurveyOfRows(rows: ["u,s,v,1,5,", "u,s,w,3,1,"])
        survey.index = #""measure": "topShare", "topLevels": 2, "combination": "factors""#
        #expect(try survey.analysis().index(of: total).status == .cannotBeEstimated(.noRows))
        survey.rows.append("u,s,x,1,,4")
        // The mean of 1 ÷ 4 and 1 ÷ 1.
        #expect(try survey.analysis().index(of: total).percent?.text() == "62.5")
    }

    @Test func satisfiedPeopleAreThoseWithNoOtherAnswer() throws {
        var survey = SurveyOfRows(rows: ["u,s,v,1,5,4", "u,s,w,1,5,3", "u,s,x,1,4,", "u,s,y,1,,", "u,s,z,1,1,1"])
        survey.index = #""measure": "satisfiedPeople", "topLevels": 2"#
        let index = try survey.analysis().index(of: total)
        // Two of the four who answered anything.
        #expect(index.people == 4)
        #expect(index.percent?.text() == "50")
    }

    @Test func theMeanLevelIsFromZeroToOne() throws {
        var survey = SurveyOfRows(rows: ["u,s,v,1,5,1", "u,s,w,1,3,2"])
        survey.index = #""measure": "meanScore""#
        // (4 + 0 + 2 + 1) ÷ 16
        #expect(try survey.analysis().index(of: total).percent?.text() == "43.75")
    }

    @Test func unitsAreApart() throws {
        let analysis = try SurveyOfRows(rows: ["u,s,v,1,5,5", "u2,s,w,1,1,1"]).analysis()
        #expect(analysis.units == ["u", "u2"])
        #expect(analysis.index(of: total, units: ["u"], as: "u").value == 1)
        #expect(analysis.index(of: total, units: ["u2"], as: "u2").value == 0)
        #expect(analysis.index(of: total).value == 0.5)
    }

    @Test func populationsThatContradictEachOtherAreNamed() throws {
        let design = #"{"stages": [{"stratum": "stratum", "cluster": "village", "population": "villages"}]}"#
        let heading = "unit,stratum,village,weight,a,b,villages"
        let survey = SurveyOfRows(design: design, heading: heading, rows: ["u,s,v,1,5,4,9", "u,s,w,1,2,4,8"])
        let error = try #require(throws: FindingsError.self) { try survey.analysis() }
        #expect(error.findings.map(\.code) == ["survey.otherPopulation"])
        #expect(error.findings.first?.text(.stratum) == "s")
        let rows = ["u,s,v,1,5,4,2", "u,s,w,1,2,4,2", "u,s,x,1,2,4,2"]
        let small = SurveyOfRows(design: design, heading: heading, rows: rows)
        let second = try #require(throws: FindingsError.self) { try small.analysis() }
        #expect(second.findings.map(\.code) == ["survey.populationTooSmall"])
        #expect(second.findings.first?.text(.expected) == "3")
    }
}
