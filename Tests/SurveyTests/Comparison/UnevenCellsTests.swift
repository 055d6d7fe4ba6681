import Survey
import TestSupport
import Testing

/// A test of answers needs the squares of weights by level, which a tally does not have where people of a cell weigh
/// differently: then there is none, whatever the weights add up to.
@Suite("Tests of answers where people of a cell weigh differently")
struct UnevenCellsTests {
    private func test(_ weights: [Int], answers: [Int]) throws -> AssociationTest? {
        let own = zip(weights, answers).enumerated().map { "A,x,\($0),\($1.0),\($1.1),1" }
        let others = (0..<6).map { "B,x,\(10 + $0),2,\(1 + $0 % 3),1" }
        let survey = SurveyOfRows(design: #"{"stages": [{"stratum": "stratum"}]}"#, rows: own + others)
        return try survey.analysis().association(
            question: 0, groups: [Respondents(units: ["A"]), Respondents(units: ["B"])])
    }

    @Test func thoseWhoWeighTheSame() throws {
        #expect(try test([2, 2, 2], answers: [4, 4, 4]) != nil)
        #expect(try test([2, 2, 2], answers: [4, 1, 2]) != nil)
    }

    /// All at one level: their sum is that of as many who weigh the same, but their squares are not.
    @Test func sumsThatHideDifferentWeights() throws {
        #expect(try test([1, 2, 3], answers: [4, 4, 4]) == nil)
        #expect(try test([1, 3, 1, 3], answers: [4, 4, 1, 1]) == nil)
    }

    @Test func levelsThatWeighDifferently() throws { #expect(try test([1, 1, 4], answers: [4, 4, 1]) == nil) }
}
