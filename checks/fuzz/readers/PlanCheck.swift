import Assessment
import Scoring
import TestSupport
import Values

/// Scenarios and actions.
enum PlanCheck {
    /// A scenario that was read is written as one that reads the same, and can be tried out.
    static func scenarioFault(_ bytes: [UInt8]) -> String? {
        let scenario: Scenario
        do throws(FindingsError) {
            let read = try Scenario.read(JSONDocument(file: "t.json", bytes: bytes))
            if read.locations.count != read.scenario.changes.count { return "places of other changes" }
            scenario = read.scenario
        } catch {
            return refusalFault(error)
        }
        do throws(FindingsError) {
            let again = try Scenario.read(JSONDocument(file: "t.json", bytes: Array(scenario.json.utf8))).scenario
            if again != scenario { return "written as \(scenario.json)" }
        } catch {
            return "what was written is refused: \(error)"
        }
        for unit in [0, assessment.units.count - 1] {
            do throws(ScenarioError) {
                let (figures, changes) = try scenario.applied(
                    to: assessment.figures, unit: unit, level: assessment.units[unit].level,
                    of: assessment.scores.criteria)
                if changes.count != scenario.changes.count { return "\(changes.count) changes" }
                let scored = assessment.units.map { ScoredUnit(code: $0.code, level: $0.level, group: $0.group) }
                if (try? assessment.scores.criteria.score(figures, units: scored)) == nil { return "not scored" }
            } catch {
                if error.faults.isEmpty { return "refused without a fault" }
            }
        }
        return nil
    }

    /// A table of actions gives actions or errors.
    static func actionsFault(_ bytes: [UInt8]) -> String? {
        let reading = assessment.readActions(OneFile.path(of: bytes))
        if let fault = findingsFault(reading.findings, isRefused: reading.actions == nil) { return fault }
        let codes = (reading.actions ?? []).map(\.code)
        return Set(codes).count == codes.count ? nil : "an action twice: \(codes)"
    }

    private static let assessment: Assessment = {
        let reading = Assessment.read(Repository.path("datasets/tuy-phuoc-2024"))
        guard let assessment = reading.assessment else { fatalError("\(reading.findings)") }
        return assessment
    }()
}
