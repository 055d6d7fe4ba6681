import Survey
import TestSupport
import Testing
import Values

/// From a respondents' file and a table of auxiliary variables to estimates of small areas, compared with a script by the
/// published formulas; see checks/r-survey/small-areas.R.
@Suite("Small areas against R")
struct SmallAreasAgainstRTests {
    private struct Expected: Decodable {
        struct Design: Decodable {
            /// How the variance between areas is estimated.
            let fit: String
            let auxiliaries: [String]
            let direct, directErrors, coefficients: [Double]
            let variance: Double
            /// Of areas with and without a sample.
            let modelled, errors: [Double]
        }
        let designs: [Design]
    }

    private static let path = "Tests/SurveyTests/Designs/small-areas.json"
    private static let expected = (try? Repository.decoded(Expected.self, path))?.designs ?? []
    private static let designs = (try? Repository.decoded(ExpectedCalibrations.self, path))?.designs ?? []

    @Test("direct estimates to 1e-9, and those by the model to 1e-6, are R's", arguments: designs.indices)
    func design(_ number: Int) throws {
        let (design, expected) = (Self.designs[number], Self.expected[number])
        let names = expected.auxiliaries.map { "\"\($0)\"" }.joined(separator: ", ")
        let keys = #""smallAreas": {"method": "\#(expected.fit)", "auxiliaries": [\#(names)]}, "#
        let analysis = try design.analysis(measure: "topShare", combination: "answers", keys: keys)
        let plan = try #require(analysis.tally.questionnaire.smallAreas)
        let codes = (1...27).map { "C" + ($0 < 10 ? "0" : "") + String($0) }
        let table = try SmallAreaTable(
            contentsOf: Repository.path("Tests/SurveyTests/Designs/areas-auxiliaries.csv"), for: plan,
            units: UnitNames(codes.map { (code: $0, name: $0) }))
        let model = try analysis.smallAreas(plan, table) { [$0] }
        #expect(model.fitted == expected.direct.count)
        #expect(agree(model.variance, expected.variance, to: 1e-6))
        for (found, value) in zip(model.coefficients, expected.coefficients) { #expect(agree(found, value, to: 1e-6)) }
        #expect(model.areas.count == expected.modelled.count)
        for (position, area) in model.areas.enumerated() {
            let label: Comment = "\(design.testDescription) \(expected.fit) \(area.direct.unit ?? "")"
            #expect(agree(area.value, expected.modelled[position], to: 1e-6), label)
            #expect(agree(area.error, expected.errors[position], to: 1e-6), label)
            let hasSample = position < expected.direct.count
            #expect(area.basis == (hasSample ? .composite : .synthetic), label)
            guard hasSample else { continue }
            #expect(agree(area.direct.value, expected.direct[position], to: 1e-9), label)
            #expect(agree(area.direct.estimate?.standardError, expected.directErrors[position], to: 1e-9), label)
        }
    }

    @Test func thereAreEnoughDesigns() { #expect(Self.designs.count == 30) }
}
