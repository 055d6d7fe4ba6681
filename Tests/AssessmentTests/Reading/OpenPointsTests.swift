import Scoring
import Testing
import Values

@testable import Assessment

/// A set in which something is to be settled is not scored, whether its criterion has a rule or not.
struct OpenPointsTests {
    @Test func nothingIsScored() throws {
        let sound = SmallAssessment.criteria
        #expect(try SmallAssessment(["../criteria.json": sound]).read().assessment != nil)
        let open = sound.replacing(
            #""source": {"row": "1.1"}, "#, with: #""source": {"row": "1.1"}, "toSettle": [{"text": "Tùy mức độ"}], "#)
        #expect(open != sound)
        let reading = try SmallAssessment(["../criteria.json": open]).read { $0.keepGoing = true }
        #expect(reading.assessment == nil)
        #expect(reading.findings.filter { $0.severity == .error }.map(\.code) == ["criteria.toSettle"])
        #expect(reading.findings.first?.details[.text] == .text("Tùy mức độ"))
    }
}
