import TestSupport
import Values

@testable import Survey

extension FoundFindings {
    /// Replicate weights, and areas that are estimated by a model.
    static var models: [Finding] {
        let plan = SmallAreaPlan(method: .reml, auxiliaries: ["x"], part: nil)
        let units = UnitNames([(code: "a", name: "A"), (code: "b", name: "B"), (code: "c", name: "B")])
        let folder = TemporaryFolder()
        var found: [Finding] = []
        do throws(FindingsError) {
            _ = try SmallAreaTable(
                contentsOf: folder.add("unit;x\na;1\nzz;2\nA;3\nB;4\n"), for: plan, units: units)
        } catch {
            found = error.findings
        }
        let place = Location(file: "t.csv")
        // What the analysis reports of a whole table.
        return found + [
            Finding(SurveyFinding.replicateOfWeightless, at: place, [.found: "r1"]),
            Finding(SurveyFinding.overlappingAreas, at: place, [.found: "a", .other: "b"]),
            Finding(SurveyFinding.fewAreas, at: place, [.found: .count(2), .expected: .count(3)]),
            Finding(SurveyFinding.dependentAuxiliary, at: place, [.key: "x"]),
            Finding(SurveyFinding.modelNotSettled, at: place),
        ]
    }
}
