import Survey
import Values

/// The source of synthetic answers: the key `survey` of `datasets/profiles/*.json`.
///
/// An answer is a latent satisfaction compared with thresholds: the sum of the satisfaction of the unit, the village,
/// the service and the factor, and of individual deviations per person and per answer.
struct SurveyProfile {
    /// A value of a domain's column.
    struct Choice {
        let text: String
        /// The percentage of respondents with this value.
        let percent: Double
        /// How much more satisfied they are.
        let shift: Double
    }

    /// The year whose folder gets the files.
    let year: Int
    let questionnaire: String
    let respondents: Int
    let files: Int
    /// The level of the surveyed units.
    let level: String
    /// The codes of units whose survey is still awaited.
    let without: [String]
    /// The percentage of a unit's villages that are drawn.
    let villagesDrawn: Double
    /// The number of adults in a village.
    let adults: ClosedRange<Double>
    /// The percentage of answers left empty.
    let empty: Double
    /// By the codes of the questionnaire's domains.
    let domains: [String: [Choice]]
    /// Standard deviations between villages, between people and between answers.
    let spread: (village: Double, person: Double, answer: Double)
    /// One fewer than the levels of the scale, ascending.
    let thresholds: [Double]
    /// How much more satisfied people are with a factor, by its code.
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
