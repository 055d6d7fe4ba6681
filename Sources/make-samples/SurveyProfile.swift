import Survey
import Values

/// What synthetic answers are drawn from: the key `survey` of `datasets/profiles/*.json`.
///
/// An answer is a hidden feeling, held against thresholds: the feeling of the unit, the village, the service and the
/// factor, and what differs from person to person and from answer to answer.
struct SurveyProfile {
    /// What a domain's column may say.
    struct Choice {
        let text: String
        /// How many of a hundred say it.
        let percent: Double
        /// How much better they feel.
        let shift: Double
    }

    /// The year whose folder gets the files.
    let year: Int
    let questionnaire: String
    let respondents: Int
    let files: Int
    /// The level of the units that are surveyed.
    let level: String
    /// The codes of units whose survey is not in yet.
    let without: [String]
    /// Percent of the villages of a unit that are drawn.
    let villagesDrawn: Double
    /// Adults of a village.
    let adults: ClosedRange<Double>
    /// Percent of answers left empty.
    let empty: Double
    /// By the codes of the questionnaire's domains.
    let domains: [String: [Choice]]
    /// Standard deviations of what differs from village to village, person to person, answer to answer.
    let spread: (village: Double, person: Double, answer: Double)
    /// One less than the scale has levels, ascending.
    let thresholds: [Double]
    /// How much better people feel about a factor, by its code.
    let factors: [String: Double]

    init?(reading object: JSONObject) {
        guard let adults = object.range("adults"), let spread = object.object("spread"),
            let domains = object.object("domains"), let factors = object.object("factors")
        else { return nil }
        self.adults = adults
        year = object.integer("year", in: 1900...2200) ?? 0
        questionnaire = object.requiredText("questionnaire") ?? ""
        respondents = object.integer("respondents", in: 1...1_000_000_000) ?? 1
        files = object.integer("files", in: 1...100) ?? 1
        level = object.requiredText("level") ?? ""
        without = object.texts("without")
        villagesDrawn = object.double("villagesDrawn")
        empty = object.double("empty")
        self.spread = (spread.double("village"), spread.double("person"), spread.double("answer"))
        thresholds = object.array("thresholds").compactMap { node in
            if case .number(let digits) = node.content { Double(digits) } else { nil }
        }
        self.domains = Dictionary(
            uniqueKeysWithValues: domains.keys.map { code in
                let choices = domains.objects(code).map { entry in
                    Choice(
                        text: entry.requiredText("text") ?? "", percent: entry.double("percent"),
                        shift: entry.double("shift"))
                }
                return (code, choices)
            })
        self.factors = Dictionary(uniqueKeysWithValues: factors.keys.map { ($0, factors.double($0)) })
    }
}
