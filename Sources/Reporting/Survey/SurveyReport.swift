package import Assessment
internal import Documents
internal import Survey
internal import Values
internal import Words

/// The indices of a survey: of the whole and of each unit, by factor, block and total, and by domain.
package struct SurveyReport: Report {
    /// The people divided by one domain or several, with the total of each group of them.
    typealias Division = (domains: [SurveyColumns.Domain], indices: [SurveyIndex])

    let header: ReportHeader
    let questionnaire: Questionnaire
    let tally: SurveyTally
    /// The units with answers.
    let units: [Unit]
    /// Units of the same levels about which, and about the units below which, nobody has answered.
    let awaited: [Unit]
    /// The total of all people, then of each unit.
    let totals: [SurveyIndex]
    /// Every part of the questionnaire: of all people, or of the unit that was asked for.
    let parts: [SurveyIndex]
    let divisions: [Division]
    /// The unit that was asked for.
    let unit: Unit?

    /// Works out the report; nil while no answers are in.
    ///
    /// - Parameters:
    ///   - unit: the position of a unit; nil for all.
    ///   - divisions: codes of domains, crossed within an element.
    ///   - withQuestions: shows each question too.
    package init?(_ assessment: Assessment, unit: Int?, divisions: [[String]], withQuestions: Bool) {
        guard let survey = assessment.survey, let analysis = survey.analysis else { return nil }
        header = ReportHeader(assessment)
        (questionnaire, tally) = (survey.questionnaire, analysis.tally)
        let wanted = unit.map { assessment.units[$0] }
        self.unit = wanted
        let codes = wanted.map { survey.units(below: $0, in: assessment) }
        let answered = Set(analysis.units)
        let asked = assessment.units.filter { codes?.contains($0.code) ?? true }
        units = asked.filter { answered.contains($0.code) }
        let levels = Set(assessment.units.filter { answered.contains($0.code) }.map(\.level))
        awaited = asked.filter { unit in
            levels.contains(unit.level) && survey.units(below: unit, in: assessment).isDisjoint(with: answered)
        }
        let groups = questionnaire.groups.indices.map { SurveyIndex.Part.group($0) }
        let questions = questionnaire.questions.indices.map { SurveyIndex.Part.question($0) }
        let total = SurveyIndex.Part.group(groups.count - 1)
        let each = units.count > 1 || wanted == nil ? units : []
        totals =
            [analysis.index(of: total, units: codes, as: wanted?.code)]
            + each.map { analysis.index(of: total, units: [$0.code], as: $0.code) }
        let shown = groups.dropLast() + (withQuestions ? questions : [])
        parts = shown.map { analysis.index(of: $0, units: codes, as: wanted?.code) }
        let known = questionnaire.columns.domains
        self.divisions = divisions.map { division in
            let positions = division.compactMap(analysis.tally.domains.firstIndex)
            let indices = analysis.values(of: positions).map { values in
                let domain = Dictionary(zip(positions, values), uniquingKeysWith: { first, _ in first })
                return analysis.index(of: total, units: codes, as: wanted?.code, domain: domain)
            }
            return (
                division.compactMap { code in known.first { $0.code == code } },
                indices.filter { $0.people > 0 || $0.status == .suppressed }
            )
        }
    }

    /// Every index of the report.
    var indices: [SurveyIndex] { totals + parts + divisions.flatMap(\.indices) }

    /// The name of the unit that an index is about; nil for that of all units.
    func name(of code: String?) -> String? { units.first { $0.code == code }?.name ?? unit?.name }

    /// What a part of the questionnaire is; the total has no code.
    func title(of part: SurveyIndex.Part) -> (code: String?, name: Phrase, kind: String) {
        switch part {
        case .question(let position):
            let question = questionnaire.questions[position]
            return (question.code, Phrase(question.text), "question")
        case .group(let position):
            let group = questionnaire.groups[position]
            return (group.code, group.name.map { Phrase($0) } ?? SurveyWords.total, group.kind.rawValue)
        }
    }
}
