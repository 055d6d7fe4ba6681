internal import Scoring
package import Survey
internal import Values

extension Assessment {
    /// What of the survey may be published; nil without a survey, and where everything may.
    package var disclosure: DisclosureControl? {
        guard let survey, let analysis = survey.analysis else { return nil }
        return survey.disclosure.value {
            let parents = units.compactMap { unit in unit.parent.map { (unit.code, $0) } }
            let figures = survey.figures.compactMap { key, figure in
                figure.percent == nil ? nil : (unit: key.unit, part: figure.part)
            }
            return DisclosureControl(
                analysis, parents: Dictionary(parents, uniquingKeysWith: { first, _ in first }), figures: figures)
        }
    }
}
