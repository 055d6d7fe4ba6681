package import Documents
internal import Words
package import Assessment
internal import Survey
internal import Values

/// The indices of a survey: of the whole and of each unit, by factor, block and total, and by domain.
package struct SurveyReport: Report {
    package let header: ReportHeader
    package let survey: AssessmentSurvey
    /// The units with answers: positions among the assessment's units.
    let units: [Unit]
    /// Units of the same levels about which, and about the units below which, nobody has answered.
    let awaited: [Unit]
    /// The total of all people, then of each unit.
    let totals: [SurveyIndex]
    /// Every part of the questionnaire: of all people, or of the unit that was asked for.
    let parts: [SurveyIndex]
    /// For each division by domains the total of each group of people.
    let divisions: [Division]
    /// The unit that was asked for.
    let unit: Unit?

    /// A division of the people by one domain or several.
    struct Division: Sendable {
        let domains: [SurveyColumns.Domain]
        let indices: [SurveyIndex]
    }

    /// Works out the report.
    /// - Parameters:
    ///   - unit: the position of a unit; nil for all.
    ///   - divisions: codes of domains, crossed within an element.
    ///   - withQuestions: shows each question too.
    ///
    /// Nil while no answers are in.
    package init?(_ assessment: Assessment, unit: Int?, divisions: [[String]], withQuestions: Bool) {
        guard let survey = assessment.survey, let analysis = survey.analysis else { return nil }
        header = ReportHeader(assessment)
        self.survey = survey
        let wanted = unit.map { assessment.units[$0] }
        self.unit = wanted
        let codes = wanted.map { survey.units(below: $0, in: assessment) }
        let answered = Set(analysis.units)
        units = assessment.units.filter { answered.contains($0.code) && codes?.contains($0.code) ?? true }
        let levels = Set(assessment.units.filter { answered.contains($0.code) }.map(\.level))
        awaited = assessment.units.filter { unit in
            levels.contains(unit.level) && codes?.contains(unit.code) ?? true
                && survey.units(below: unit, in: assessment).isDisjoint(with: answered)
        }
        let questionnaire = survey.questionnaire
        let total = SurveyIndex.Part.group(questionnaire.groups.count - 1)
        var totals = [analysis.index(of: total, units: codes, as: wanted?.code)]
        if units.count > 1 || wanted == nil {
            totals += units.map { analysis.index(of: total, units: [$0.code], as: $0.code) }
        }
        self.totals = totals
        var list: [SurveyIndex.Part] = questionnaire.groups.indices.dropLast().map { .group($0) }
        if withQuestions { list += questionnaire.questions.indices.map { .question($0) } }
        parts = list.map { analysis.index(of: $0, units: codes, as: wanted?.code) }
        let places = Dictionary(
            analysis.tally.domains.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first }
        )
        self.divisions = divisions.map { codesOfDomains in
            let domains = codesOfDomains.compactMap { code in
                questionnaire.columns.domains.first { $0.code == code }
            }
            let positions = codesOfDomains.compactMap { places[$0] }
            let indices = analysis.values(of: positions).map { values in
                analysis.index(
                    of: total, units: codes, as: wanted?.code,
                    domain: Dictionary(zip(positions, values), uniquingKeysWith: { first, _ in first }))
            }
            return Division(domains: domains, indices: indices.filter { $0.people > 0 || $0.status == .suppressed })
        }
    }

    /// Every index of the report.
    var all: [SurveyIndex] { totals + parts + divisions.flatMap(\.indices) }

    /// The name of a part.
    func name(of part: SurveyIndex.Part) -> Phrase {
        switch part {
        case .question(let question): Phrase(survey.questionnaire.questions[question].text)
        case .group(let group): survey.questionnaire.groups[group].name.map { Phrase($0) } ?? SurveyWords.total
        }
    }

    /// The name of the unit that an index is about; nil for that of all units.
    func name(of code: String?) -> String? { units.first { $0.code == code }?.name ?? unit?.name }

    /// The code of a part; nil for the total.
    func code(of part: SurveyIndex.Part) -> String? {
        switch part {
        case .question(let question): survey.questionnaire.questions[question].code
        case .group(let group): survey.questionnaire.groups[group].code
        }
    }

    /// The stable name of what a part is.
    func kind(of part: SurveyIndex.Part) -> String {
        switch part {
        case .question: "question"
        case .group(let group): survey.questionnaire.groups[group].kind.rawValue
        }
    }
}
