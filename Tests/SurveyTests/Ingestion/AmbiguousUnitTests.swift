import TestSupport
import Testing
import Values

@testable import Survey

/// A name that several units bear is not one that no unit has.
@Suite struct AmbiguousUnitTests {
    private let units = UnitNames([
        (code: "1", name: "Xã Tân Lập"), (code: "2", name: "Xã Tân Lập"), (code: "3", name: "Xã Tân Lâp"),
    ])

    @Test func inForms() throws {
        var options = SmallSurvey.options()
        options.units = units
        options.judgesWhole = true
        let text = "xã;trọng số;q1;q2\nXã Tân Lập;1;5;4\n1;1;5;4\nxa tan lap;1;3;4\nXã Tân Lập;2;5;4\n3;1;3;4\n"
        let reading = try #require(SmallSurvey.read(text, options: options))
        #expect(
            reading.findings.map(\.short) == [
                "survey.ambiguousUnit 2:1", "survey.ambiguousUnit 4:1", "survey.ambiguousUnit 5:1",
                // Both forms with the one name; the other is taken for a slip in one form.
                "survey.unitLost", "survey.unusableWithoutUnit",
            ])
        #expect(reading.findings.first?.details[.expected] == .names(["1", "2"]))
        #expect(reading.findings[1].details[.expected] == .names(["1", "2", "3"]))
    }

    @Test func inTallies() throws {
        let questionnaire = try TallySamples.questionnaire()
        let tally = try TallySamples.tally(["Xã Tân Lập,nam,s1,v1,10,100,1,3,3,3"], questionnaire)
        let read = try SurveyTally(file: "t.csv", bytes: tally.file(), questionnaire: questionnaire, units: units)
        #expect(read.findings.map(\.code) == ["survey.ambiguousUnit"])
        #expect(read.cells.isEmpty)
    }
}
