import TestSupport
import Testing
import Values

@testable import Survey

/// The model where it can be worked out by hand, and where it cannot be fitted.
@Suite("The model of Fay and Herriot")
struct FayHerriotTests {
    private static func areas(_ estimates: [Double], _ variances: [Double], _ auxiliaries: [[Double]]? = nil)
        -> [FayHerriot.Area]
    {
        estimates.indices.map {
            FayHerriot.Area(estimate: estimates[$0], variance: variances[$0], auxiliaries: auxiliaries?[$0] ?? [])
        }
    }

    /// With equal sampling variances and no variables σ² is what the sample variance exceeds ψ by.
    @Test(arguments: [SmallAreaPlan.Method.reml, .moments])
    func equalVariances(_ method: SmallAreaPlan.Method) throws {
        // Mean 3, Σ (y − 3)² = 10, of four degrees of freedom: 2.5.
        let areas = Self.areas([1, 2, 3, 4, 5], Array(repeating: 0.5, count: 5))
        let model = try FayHerriot(areas, by: method)
        #expect(agree(model.modelVariance, 2, to: 1e-9))
        let first = model.prediction(of: areas[0])
        // γ = 0.8: 0.8 × 1 + 0.2 × 3.
        #expect(agree(first.value, 1.4, to: 1e-9))
        #expect(agree(first.share, 0.8, to: 1e-9))
        // g₁ = 0.8 × 0.5; g₂ = 0.2² × 2.5 ÷ 5; g₃ = 0.25 ÷ 2.5³ × 2 × 2.5² ÷ 5.
        #expect(agree(first.meanSquare, 0.4 + 0.02 + 2 * 0.04, to: 1e-9))
        // σ² + 2.5 ÷ 5
        #expect(agree(model.synthetic([]).meanSquare, 2.5, to: 1e-9))
    }

    /// With maximum likelihood σ² + ψ = Σ (y − 3)² ÷ 5 = 2, and the bias of σ² is −(σ² + ψ) ÷ 5.
    @Test func maximumLikelihood() throws {
        let areas = Self.areas([1, 2, 3, 4, 5], Array(repeating: 0.5, count: 5))
        let model = try FayHerriot(areas, by: .ml)
        #expect(agree(model.modelVariance, 1.5, to: 1e-9))
        // 0.75 × 0.5 + 0.25² × 0.4 + 2 × 0.25 ÷ 8 × 2 × 4 ÷ 5 + 0.4 × 0.25²
        #expect(agree(model.prediction(of: areas[0]).meanSquare, 0.375 + 0.025 + 0.1 + 0.025, to: 1e-9))
    }

    /// Where areas differ less than sampling explains, σ² is 0, and estimates are those of the regression.
    @Test(arguments: SmallAreaPlan.Method.allCases)
    func noVarianceBetweenAreas(_ method: SmallAreaPlan.Method) throws {
        let areas = Self.areas([0.5, 0.51, 0.49, 0.5, 0.505], Array(repeating: 0.01, count: 5))
        let model = try FayHerriot(areas, by: method)
        #expect(model.modelVariance == 0)
        #expect(agree(model.prediction(of: areas[1]).value, 0.501, to: 1e-9))
        #expect(model.prediction(of: areas[1]).meanSquare > 0)
    }

    @Test func whatCannotBeFitted() {
        let few = Self.areas([1, 2], [1, 1], [[1], [2]])
        #expect(throws: FayHerriot.Failure.tooFewAreas) { try FayHerriot(few) }
        let constant = Self.areas([1, 2, 3, 5], [1, 1, 1, 1], [[7], [7], [7], [7]])
        #expect(throws: FayHerriot.Failure.dependent(0)) { try FayHerriot(constant) }
        let double = Self.areas([1, 2, 3, 5, 4], [1, 1, 1, 1, 1], [[1, 2], [2, 4], [3, 6], [5, 10], [4, 8]])
        #expect(throws: FayHerriot.Failure.dependent(1)) { try FayHerriot(double) }
    }

    // MARK: - Areas of a survey

    private static let villages = ["A", "B", "C", "D", "E"].enumerated().flatMap { position, unit in
        (1...6).map { "\(unit),x,\(unit)\($0),1,\(1 + ($0 * (position + 2)) % 5),\($0 % 5 + 1)" }
    }

    private func model(_ rows: [String], minimumCount: Int = 0, areas: [String]) throws -> SmallAreaModel {
        var survey = SurveyOfRows(design: SurveyOfRows.villages, rows: rows)
        survey.keys = #""smallAreas": {"auxiliaries": []},"#
        survey.minimumCount = minimumCount
        let analysis = try survey.analysis()
        let plan = try #require(analysis.tally.questionnaire.smallAreas)
        let table = SmallAreaTable(areas.map { SmallAreaTable.Area(unit: $0, auxiliaries: []) }, file: "areas.csv")
        return try analysis.smallAreas(plan, table) { $0 == "AB" ? ["A", "B"] : [$0] }
    }

    /// Of an area with too few people neither the direct figure is shown, nor does it count in the model.
    @Test func tooFewPeopleTakeNoPart() throws {
        let few = ["F,x,F1,1,5,5", "F,x,F2,1,1,5"]
        let with = try model(Self.villages + few, minimumCount: 3, areas: ["A", "B", "C", "D", "E", "F"])
        let without = try model(Self.villages, minimumCount: 3, areas: ["A", "B", "C", "D", "E", "F"])
        let area = with.areas[5]
        #expect(area.direct.status == .suppressed)
        #expect(area.direct.value == nil)
        #expect(area.basis == .synthetic)
        #expect(with.fitted == 5)
        #expect(area.share == 0)
        #expect(without.areas[5].basis == .synthetic)
    }

    /// Areas of which one lies in another would count answers twice.
    @Test func overlappingAreas() {
        let error = #expect(throws: FindingsError.self) {
            try model(Self.villages, areas: ["A", "C", "D", "E", "AB"])
        }
        #expect(error?.findings.map(\.code) == ["survey.overlappingAreas"])
    }

    @Test func tooFewAreas() {
        let error = #expect(throws: FindingsError.self) { try model(Self.villages, areas: ["A"]) }
        #expect(error?.findings.map(\.code) == ["survey.fewAreas"])
    }
}
