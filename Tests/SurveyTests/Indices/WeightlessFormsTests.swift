import TestSupport
import Testing
import Values

@testable import Survey

/// Forms that weigh nothing stay in the sample, and their answers count nothing; figures from R's package survey:
/// `svyratio(~y, ~x, svydesign(ids = ~village, strata = ~stratum, weights = ~weight), deff = "replace")`.
@Suite struct WeightlessFormsTests {
    private let total = SurveyIndex.Part.group(3)
    private static let rows = [
        "A,A,v1,1,5,4", "A,A,v1,2,2,5", "A,A,v2,1,5,5", "A,A,v2,1,3,3", "A,A,v3,0,1,1", "A,A,v3,0,5,1", "A,A,v4,1,1,5",
        "A,A,v4,0,5,5",
    ]

    @Test(arguments: [
        (SurveyOfRows.villages, rows, 0.060_006_858_318_591_29, 0.122_004_357_298_474_9, 2),
        // `ids = ~1`
        (#"{"stages": [{"stratum": "stratum"}]}"#, rows, 0.151_418_920_859_832_6, 0.776_844_070_961_718, 4),
        // Without them: the village is no longer one of those drawn.
        (
            SurveyOfRows.villages, rows.filter { !$0.contains(",0,") }, 0.063_646_884_652_164_43,
            0.137_254_901_960_784_2, 2
        ),
    ])
    func errorsAreThoseOfR(
        _ design: String, _ rows: [String], _ error: Double, _ effect: Double, _ degrees: Int
    ) throws {
        let index = try SurveyOfRows(design: design, rows: rows).analysis().index(of: total)
        let estimate = try #require(index.estimate)
        #expect(abs(try #require(index.value) - 7 / 12) < 1e-15)
        #expect(abs(try #require(estimate.standardError) - error) < 1e-14)
        #expect(abs(try #require(estimate.designEffect) - effect) < 1e-13)
        #expect(estimate.degreesOfFreedom == degrees)
        #expect(index.people == 5 && index.answers == 10)
        // Weights 1, 2, 1, 1, 1.
        #expect(abs(try #require(index.weightVariation) - 1.0 / 3) < 1e-15)
    }

    @Test func aVillageWithoutWeightIsNamed() throws {
        let analysis = try SurveyOfRows(design: SurveyOfRows.villages, rows: Self.rows).analysis()
        #expect(analysis.findings.map(\.code) == ["survey.weightless"])
        #expect(analysis.findings.first?.details[.found] == .names(["A › v3"]))
    }

    /// Without clusters a unit is named.
    @Test func aUnitWithoutWeightIsNamed() throws {
        let rows = ["A,A,v,1,5,4", "B,A,v,0,5,4", "B,A,v,0,1,4", "C,A,v,0,5,4", "C,A,v,0.000001,5,4"]
        let analysis = try SurveyOfRows(rows: rows).analysis()
        #expect(analysis.findings.first?.details[.found] == .names(["B"]))
        let index = analysis.index(of: total, units: ["B"], as: "B")
        #expect(index.people == 0 && index.value == nil && index.status == .cannotBeEstimated(.noRows))
    }

    /// The kernel and the scanner treat them alike, and a tally keeps them.
    @Test func aTallyKeepsThem() throws {
        let questionnaire = try TallySamples.questionnaire()
        let lines = (0..<40).map { number in
            let weight = number % 3 == 0 ? (number % 2 == 0 ? "0" : "\"0.0\"") : "1.5"
            return "A,nam,s1,v\(number % 4),10,100,\(weight),3,\(number % 3 + 1),99"
        }
        let tally = try TallySamples.tally(lines, questionnaire)
        #expect(tally.rowCount == 40)
        #expect(tally.rowsLeftOut == 0)
        let weighing = lines.filter { $0.contains(",1.5,") }.count
        let first = tally.layout.answer(0, slot: 2)
        #expect(tally.cells.reduce(0) { $0 + Int($1.numbers.counts[first]) } == weighing)
        let again = try SurveyTally(file: "t.csv", bytes: tally.file(), questionnaire: questionnaire)
        #expect(again.cells == tally.cells)
    }

    /// Two forms of two files that differ only in answers that count nothing are two forms.
    @Test func formsOfTwoFilesStayApart() throws {
        let questionnaire = try #require(SmallSurvey.questionnaire(questions: 2))
        let files = TemporaryFolder()
        let first = files.add("xã;trọng số;q1;q2\nu1;0;5;4\nu1;1;3;3\n", "a.csv")
        let second = files.add("xã;trọng số;q2;q1\nu1;0;1;1\nu1;1;2;2\n", "b.csv")
        var options = SmallSurvey.options()
        options.judgesWhole = true
        let reading = AnswerReader(questionnaire, options: options).read([first, second])
        #expect(reading.tally?.rowCount == 4)
        #expect(reading.findings.isEmpty)
    }
}
