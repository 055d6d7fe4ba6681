import Survey
import Tables
import Values

/// Draws a survey: villages within units and adults within villages, both at random without replacement, and their
/// answers.
///
/// A respondent's answers depend only on the profile, the village and the respondent's number in it, so a file can be
/// made without the previous ones.
struct SurveyMaker {
    private struct Village {
        let unit: SampleProfile.SampleUnit
        let code: String
        /// Villages of the unit.
        let villages: Int
        let adults: Int
        let weight: FixedDecimal
        /// How satisfied the people of the village are.
        let feeling: Double
        let respondents: Range<Int>
    }

    private struct Column {
        let code: String
        let feeling: Double
    }

    /// The maximum number of respondents in a file, which bounds the memory.
    private static let fileSize = 500_000

    let respondents: Int
    let fileCount: Int
    private let survey: SurveyProfile
    private let seed: Int
    private let heading: [String]
    private let domains: [String]
    private let questions: [Column]
    private let levels: [String]
    private let villages: [Village]

    /// Makes a maker for any number of respondents; larger numbers than the profile's make larger villages.
    init(_ profile: SampleProfile, _ survey: SurveyProfile, _ questionnaire: Questionnaire, respondents: Int)
        throws(SampleError)
    {
        self.survey = survey
        self.respondents = respondents
        seed = profile.seed
        fileCount = max(survey.files, (respondents + Self.fileSize - 1) / Self.fileSize)
        levels = questionnaire.scale.levels.map(\.code)
        guard survey.thresholds.count == levels.count - 1 else {
            throw SampleError(description: "thresholds: one less than levels of the scale is needed")
        }
        domains = questionnaire.columns.domains.map(\.code)
        for domain in domains where survey.domains[domain, default: []].isEmpty {
            throw SampleError(description: "domains: nothing to choose from for \(domain)")
        }
        heading = try Self.heading(questionnaire)
        questions = questionnaire.blocks.flatMap { block in
            block.factors.flatMap { factor in
                factor.questions.map { Column(code: $0.code, feeling: survey.factors[factor.code] ?? 0) }
            }
        }
        villages = try Self.villages(profile, survey, respondents: respondents)
    }

    /// The columns of the two stages that are drawn here.
    private static func heading(_ questionnaire: Questionnaire) throws(SampleError) -> [String] {
        let stages = questionnaire.design?.stages ?? []
        guard stages.count == 2, let unit = questionnaire.columns.unit?.first, stages[0].stratum?.first == unit,
            let village = stages[0].cluster?.first, let villages = stages[0].population?.first,
            stages[1].cluster == nil, stages[1].stratum == nil, let adults = stages[1].population?.first,
            let weight = questionnaire.columns.weight?.first
        else {
            throw SampleError(
                description: "the questionnaire needs a weight and two stages: clusters in units, people in clusters")
        }
        return ["mã phiếu", unit, village, villages, adults, weight]
            + questionnaire.columns.domains.map { $0.columns.first ?? $0.code }
            + questionnaire.questions.map { $0.columns.first ?? $0.code }
    }

    private static func villages(_ profile: SampleProfile, _ survey: SurveyProfile, respondents: Int)
        throws(SampleError)
        -> [Village]
    {
        let drawn = profile.units(in: survey.year).filter {
            $0.level == survey.level && !survey.without.contains($0.code)
        }.flatMap { unit in
            draw(of: unit, survey, seed: profile.seed).map { (unit: unit, number: $0) }
        }
        guard respondents >= drawn.count, !drawn.isEmpty else {
            throw SampleError(description: "\(drawn.count) villages are drawn: at least as many respondents are needed")
        }
        let most = (respondents + drawn.count - 1) / drawn.count
        // Villages have at least twice as many adults as are asked.
        let size = max(1, (2 * most + Int(survey.adults.lowerBound) - 1) / max(1, Int(survey.adults.lowerBound)))
        let drawnOf = Dictionary(drawn.map { ($0.unit.code, 1) }, uniquingKeysWith: +)
        return drawn.enumerated().map { index, village in
            let number = village.number < 9 ? "0\(village.number + 1)" : String(village.number + 1)
            let code = village.unit.code + "-" + number
            let asked = respondents * index / drawn.count..<respondents * (index + 1) / drawn.count
            var chance = Chance(seed: profile.seed, "village", code)
            let pull = chance.unit()
            let adults = Int(chance.number(in: survey.adults, pull: pull).rounded()) * size
            // The inverse of the probability of being drawn, to four decimals.
            let divisor = Int128(drawnOf[village.unit.code] ?? 1) * Int128(asked.count)
            let whole = Int128(Int(village.unit.size)) * Int128(adults) * 10_000
            let weight = FixedDecimal(mantissa: Int64((2 * whole + divisor) / (2 * divisor)) * 100)
            let feeling = (village.unit.quality - 60) / 100 + chance.deviation() * survey.spread.village
            return Village(
                unit: village.unit, code: code, villages: Int(village.unit.size), adults: adults, weight: weight,
                feeling: feeling, respondents: asked)
        }
    }

    /// The drawn villages of a unit, in order; the number of villages depends on the unit's size.
    private static func draw(of unit: SampleProfile.SampleUnit, _ survey: SurveyProfile, seed: Int) -> [Int] {
        let villages = Int(unit.size)
        let wanted = min(villages, max(2, Int((unit.size * survey.villagesDrawn / 100).rounded())))
        let lots = (0..<villages).map { number in
            var chance = Chance(seed: seed, "lot", unit.code, String(number))
            return (number: number, lot: chance.unit())
        }
        return lots.sorted { $0.lot < $1.lot }.prefix(wanted).map(\.number).sorted()
    }

    /// `survey-1.csv` and so on, from 0.
    func file(_ index: Int) -> [UInt8] {
        let rows = respondents * index / fileCount..<respondents * (index + 1) / fileCount
        var writer = CSVWriter(.excelVietnamese)
        writer.writeRow(heading.map { .text($0) })
        for village in villages {
            for respondent in village.respondents.clamped(to: rows) { writer.writeRow(row(respondent, village)) }
        }
        return writer.bytes
    }

    private func row(_ respondent: Int, _ village: Village) -> [CSVWriter.Cell] {
        var chance = Chance(seed: seed, "respondent", village.code, String(respondent - village.respondents.lowerBound))
        var row: [CSVWriter.Cell] = [
            .text(String(respondent + 1, digits: 5)), .text(village.unit.name),
            .text(village.code), .text(String(village.villages)), .text(String(village.adults)),
            .number(village.weight),
        ]
        var feeling = village.feeling + chance.deviation() * survey.spread.person
        for domain in domains {
            let choice = choice(survey.domains[domain] ?? [], &chance)
            row.append(choice.map { .text($0.text) } ?? .blank)
            feeling += choice?.shift ?? 0
        }
        for question in questions {
            let felt = feeling + question.feeling + chance.deviation() * survey.spread.answer
            let level = survey.thresholds.count { $0 < felt }
            row.append(chance.happens(survey.empty) ? .blank : .text(levels[level]))
        }
        return row
    }

    private func choice(_ choices: [SurveyProfile.Choice], _ chance: inout Chance) -> SurveyProfile.Choice? {
        var rest = chance.unit() * choices.reduce(0) { $0 + $1.percent }
        for choice in choices {
            rest -= choice.percent
            if rest < 0 { return choice }
        }
        return choices.last
    }
}

extension SurveyMaker {
    /// Makes a maker with the questionnaire specified by the profile.
    /// - Parameter folder: The profile's folder, with a slash.
    init(_ profile: SampleProfile, _ survey: SurveyProfile, folder: String, respondents: Int) throws {
        let questionnaire = try survey.readQuestionnaire(in: folder)
        try self.init(profile, survey, questionnaire, respondents: respondents)
    }
}

/// Why a survey cannot be drawn.
struct SampleError: Error, CustomStringConvertible {
    let description: String
}

extension SurveyProfile {
    /// The questionnaire specified by the profile.
    func readQuestionnaire(in folder: String) throws(SampleError) -> Questionnaire {
        let (read, findings) = Questionnaire.read(contentsOf: folder + questionnaire)
        guard let read else {
            throw SampleError(
                description: "\(folder + questionnaire): not a questionnaire (\(findings.count) findings)")
        }
        return read
    }
}

extension SampleProfile {
    /// The metrics supplied by the survey of a year.
    func surveyed(_ year: Int, folder: String) throws(SampleError) -> Set<String> {
        guard let survey, survey.year == year else { return [] }
        return Set(try survey.readQuestionnaire(in: folder).metrics.map(\.metric))
    }
}
