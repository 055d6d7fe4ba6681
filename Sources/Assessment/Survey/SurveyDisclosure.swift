internal import Dispatch
internal import Scoring
package import Survey

/// What disclosure control decides, worked out when something is published for the first time: points need none of it.
final class SurveyDisclosure: Sendable {
    private let lock = DispatchSemaphore(value: 1)
    /// Written once, under the lock.
    nonisolated(unsafe) private var decided: DisclosureControl??

    func control(_ decide: () -> DisclosureControl?) -> DisclosureControl? {
        lock.wait()
        defer { lock.signal() }
        if let decided { return decided }
        let control = decide()
        decided = .some(control)
        return control
    }
}

extension Assessment {
    /// What of the survey may be published; nil without a survey, and where everything may.
    package var disclosure: DisclosureControl? {
        guard let survey, let analysis = survey.analysis else { return nil }
        return survey.disclosure.control {
            let parents = units.compactMap { unit in unit.parent.map { (unit.code, $0) } }
            let figures = survey.metrics.compactMap { key, index in
                index.percent == nil ? nil : (unit: key.unit, part: index.part)
            }
            return DisclosureControl(
                analysis, parents: Dictionary(parents, uniquingKeysWith: { first, _ in first }), figures: figures)
        }
    }
}
