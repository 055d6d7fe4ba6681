@testable import Survey
import TestSupport
import Testing
import Values

/// Tests by R's package survey; see checks/survey-estimates/tests.R.
private struct ExpectedTests: Decodable {
    struct Design: Decodable {
        let tests: [Expected]
    }
    struct Expected: Decodable {
        let of: String
        /// Column and two of its values; a target; question and column.
        let groups: [String]
        let estimate, standardError: Double?
        let degreesOfFreedom: Int?
        let pValue: Double?
        let limits: [Double?]?
        let statistic: Double?
        let freedom: [Double]?
    }
    struct Years: Decodable {
        /// Value, standard error and degrees of freedom.
        let years: [[Double]]
        let change, trend: Expected
    }

    let pValues, holm: [Double]
    let years: [Years]
    let designs: [Design]

    static let path = "Tests/SurveyTests/Designs/tests.json"
}

@Suite("Tests against R")
struct TestsAgainstRTests {
    private static let expected = try? Repository.decoded(ExpectedTests.self, ExpectedTests.path)
    private static let designs = (try? Repository.decoded(ExpectedCalibrations.self, ExpectedTests.path))?.designs ?? []

    @Test("differences, targets and tables of one sample are R's", arguments: designs.indices)
    func design(_ number: Int) throws {
        let design = Self.designs[number]
        let analysis = try design.analysis(measure: "topShare", combination: "answers")
        let tests = try #require(Self.expected).designs[number].tests
        #expect(tests.count >= 8)
        for expected in tests {
            let label: Comment = "\(design.testDescription) \(expected.of) \(expected.groups)"
            func respondents(_ column: String, _ value: String) -> Respondents {
                if column == "unit" { return Respondents(units: [value]) }
                let place = analysis.tally.domains.firstIndex(of: column) ?? -1
                return Respondents(domain: [place: value])
            }
            switch expected.of {
            case "association":
                let test = try association(analysis, expected, respondents)
                #expect(agree(test.statistic, expected.statistic, to: 1e-9), label)
                #expect(agree(test.numeratorFreedom, expected.freedom?[0], to: 1e-9), label)
                #expect(agree(test.denominatorFreedom, expected.freedom?[1], to: 1e-9), label)
                #expect(agree(test.pValue, expected.pValue, to: 1e-6), label)
            case "target":
                let share = try #require(Double(expected.groups[0]))
                let estimate = try #require(analysis.index(of: .question(0)).estimate)
                // R's estimate is the distance from the target.
                check(SurveyTest(estimate, target: share), expected, label)
            default:
                let part = expected.of == "difference" ? SurveyIndex.Part.question(0) : .group(2)
                let column = expected.groups[0]
                let (first, second) = (
                    respondents(column, expected.groups[1]), respondents(column, expected.groups[2])
                )
                check(analysis.difference(of: part, first, second), expected, label)
            }
        }
    }

    private func association(
        _ analysis: SurveyAnalysis, _ expected: ExpectedTests.Expected, _ respondents: (String, String) -> Respondents
    ) throws -> AssociationTest {
        let column = expected.groups[1]
        let question = try #require(Int(expected.groups[0].dropFirst())) - 1
        let values =
            column == "unit" ? (1...5).map { "U\($0)" } : column == "sex" ? ["m", "f"] : ["S1", "S2", "S3", "S4"]
        return try #require(analysis.association(question: question, groups: values.map { respondents(column, $0) }))
    }

    private func check(_ found: SurveyTest?, _ expected: ExpectedTests.Expected, _ label: Comment) {
        // Where two units are one cluster each there is no degree of freedom left; R has a p-value that is not a number.
        guard let freedom = expected.degreesOfFreedom, freedom > 0 else {
            #expect(found == nil, label)
            return
        }
        #expect(agree(found?.estimate, expected.estimate, to: 1e-9), label)
        #expect(agree(found?.standardError, expected.standardError, to: 1e-9), label)
        #expect(found?.degreesOfFreedom == freedom, label)
        #expect(agree(found?.pValue, expected.pValue, to: 1e-6), label)
        #expect(agree(found?.lower, expected.limits?[0] ?? nil, to: 1e-6), label)
        #expect(agree(found?.upper, expected.limits?[1] ?? nil, to: 1e-6), label)
    }

    @Test func samplesOfYearsAreIndependent() throws {
        for years in try #require(Self.expected).years {
            let estimates = years.years.map { numbers in
                var estimate = Estimate(
                    degreesOfFreedom: Int(numbers[2]), rows: 100, level: 0.95, status: .estimated)
                (estimate.value, estimate.standardError) = (numbers[0], numbers[1])
                return estimate
            }
            check(SurveyTest(change: estimates[0], to: estimates[1]), years.change, "change")
            let times = zip([2023.0, 2024, 2025], estimates).map { (time: $0, estimate: $1) }
            check(SurveyTest(trend: times), years.trend, "trend")
        }
    }

    @Test func severalPValuesAreAdjusted() throws {
        let expected = try #require(Self.expected)
        for (found, value) in zip(Holm.adjusted(expected.pValues), expected.holm) {
            #expect(agree(found, value, to: 1e-14))
        }
        #expect(Holm.adjusted([]) == [])
    }

    /// Without a standard error nothing is tested: all answers alike, one time only.
    @Test func whatHasNoErrorIsNotTested() {
        var estimate = Estimate(degreesOfFreedom: 5, rows: 10, level: 0.95, status: .oneSidedBound)
        estimate.value = 1
        #expect(SurveyTest(estimate, target: 0.9) == nil)
        #expect(SurveyTest(change: estimate, to: estimate) == nil)
        #expect(SurveyTest(trend: [(2025, estimate)]) == nil)
    }
}
