package import Scoring
import Tables

/// The codes and names that a folder knows, read without any figure: for whoever completes a command line meanwhile.
package struct AssessmentNames: Sendable {
    /// The units, in the order of their table.
    package let units: [(code: String, name: String)]
    /// The groups and stages of the settings.
    package let groups: [Group]
    package let stages: StageList
    /// The criteria set.
    package let set: CriteriaSet

    /// Reads the names of a folder; nil where its settings, criteria or units cannot be read, which is not reported.
    package init?(reading folder: String, _ places: CriteriaPlaces) {
        var options = AssessmentOptions()
        options.criteriaPlaces = places
        let reader = AssessmentReader(folder: folder, options: options)
        guard case (let settings, let files)? = reader.readSettings(of: reader.folder),
            case (let criteria, let list)? = reader.readUnits(
                files, points: nil, year: settings.year, settings.groups)
        else { return nil }
        units = list.units.map { ($0.code, $0.name) }
        (groups, stages, set) = (settings.groups, settings.stages, criteria.set)
    }
}
