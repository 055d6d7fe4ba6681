internal import Scoring
package import Survey
internal import Values

extension Assessment {
    /// What of the survey may be published; nil without a survey, and where everything may.
    package var disclosure: DisclosureControl? {
        guard let survey, let analysis = survey.analysis else { return nil }
        return survey.disclosure.value {
            let parents = units.compactMap { unit in unit.parent.map { (unit.code, $0) } }
            let figures = survey.metrics.compactMap { key, index in
                index.percent == nil ? nil : (unit: key.unit, part: index.part)
            }
            return DisclosureControl(
                analysis, parents: Dictionary(parents, uniquingKeysWith: { first, _ in first }), figures: figures)
        }
    }
}
