public import Values

/// A questionnaire (phiếu khảo sát) as data: what was asked, on which scale, how people were drawn, and how answers
/// turn into an index.
public struct Questionnaire: Sendable {
    /// A name without spaces.
    public let code: String
    /// The display name.
    public let name: LocalizedText
    /// Where questions and factors come from.
    public let source: LegalSource?
    /// The levels of an answer.
    public let scale: AnswerScale
    /// The scales of questions that are not answered on ``scale``.
    public let otherScales: [AnswerScale]
    /// Questions to which people choose several answers, outside the index.
    public let multiples: [MultipleQuestion]
    /// Blocks, factors and questions.
    public let blocks: [Block]
    /// The columns other than the answers.
    public let columns: SurveyColumns
    /// How forms are filled in, and which of them are doubtful; nil where nothing is said.
    public let fieldWork: FieldWork?
    /// How people were drawn; nil when unknown, and then no sampling error can be given.
    public let design: SamplingDesign?
    /// How answers turn into an index.
    public let index: IndexMethod
    /// The type of interval to compute.
    public let interval: IntervalChoice
    /// How weights are adjusted to known populations; nil where they are not.
    public let calibration: CalibrationPlan?
    /// With fewer valid answers, or people, an index is not shown.
    public let minimumCount: Int
    /// How results of fewer people are kept from being found out.
    public let disclosure: DisclosureChoice
    /// The most forms of a unit, in percent, that may be left out because something in them cannot be used.
    public let maximumUnusable: FixedDecimal
    /// Metrics of a criteria set that are taken from an index of this survey.
    public let metrics: [MetricLink]

    /// What results are broken down by without a column of that name: codes that no domain may have.
    public static let reservedDomains = ["unit", "block", "factor", "question"]

    /// The questions of all factors, in order, and after them each choice of ``multiples`` as a question of its own.
    public let questions: [Question]

    /// A group of factors, such as the quality of services.
    public struct Block: Hashable, Sendable {
        /// A unique code.
        public let code: String
        /// The display name.
        public let name: LocalizedText
        /// The short form of the name that the file states.
        public let shortName: LocalizedText?
        /// Its weight in the total, where blocks are averaged.
        public let weight: FixedDecimal
        /// Its factors, in order.
        public let factors: [Factor]
    }

    /// What several questions ask about (yếu tố), such as access to the service.
    public struct Factor: Hashable, Sendable {
        /// A unique code.
        public let code: String
        /// The display name.
        public let name: LocalizedText
        /// The short form of the name that the file states.
        public let shortName: LocalizedText?
        /// Its weight in the block, where factors are averaged.
        public let weight: FixedDecimal
        /// Its questions, in order.
        public let questions: [Question]
    }

    /// One question.
    public struct Question: Hashable, Sendable {
        /// A unique code.
        public let code: String
        /// What was asked.
        public let text: LocalizedText
        /// The headings under which its answers may be found.
        public let columns: [String]
        /// Its weight in the factor, where questions are averaged.
        public let weight: FixedDecimal
        /// Its scale, by position among ``Questionnaire/scales``.
        public let scale: Int
        /// Whether its lowest level is the best, as of a statement that complains: its answers are turned round when they
        /// are read.
        public let isReversed: Bool
        /// What stands for "no answer" to this question, in addition to what its scale says.
        public let noAnswer: [String]
        /// When it is asked; it always is where there are none.
        public let askedIf: [AnswerCondition]
    }

    /// An index of this survey that is a metric of a criteria set.
    public struct MetricLink: Hashable, Sendable {
        /// The metric's code.
        public let metric: String
        /// The code of a block or factor; nil for the total.
        public let part: String?
    }
}

/// The levels of an answer, from the lowest.
public struct AnswerScale: Hashable, Sendable {
    /// From the lowest to the highest; 2 to 15.
    public let levels: [AnswerLevel]
    /// What stands for "no answer" and "don't know"; an empty cell always counts as no answer.
    public let noAnswer: [String]
    /// What stands for "not asked": read as an empty cell.
    public var notAsked: [String] = []
    /// The name by which questions refer to it; nil for the scale of all others.
    public var code: String?
    /// How many of its highest levels count as satisfied; nil where the index says it.
    public var topLevels: Int?
}

/// One level of a scale.
public struct AnswerLevel: Hashable, Sendable {
    /// What the file contains, such as `5`.
    public let code: String
    /// What people read, such as "Rất hài lòng"; the file may contain it too.
    public let label: LocalizedText
    /// Other spellings that the file may contain.
    public let spellings: [String]
}

/// The columns of a respondents' file other than the answers: the headings under which each may be found.
public struct SurveyColumns: Hashable, Sendable {
    /// The unit that the answer is about, by code or name; nil when the file is about one unit.
    public let unit: [String]?
    /// The sampling weight; nil when all weights are equal.
    public let weight: [String]?
    /// The number of the form, each once in a unit; nil when forms have none.
    public let id: [String]?
    /// Columns by which results can be broken down.
    public let domains: [Domain]
    /// What must hold for a form to be finished; others do not count. Empty where all do.
    public var finished: [AnswerCondition] = []

    /// A column that divides the respondents, such as the service.
    public struct Domain: Hashable, Sendable {
        /// The name by which it is requested.
        public let code: String
        /// The display name.
        public let name: LocalizedText
        /// The headings under which it may be found.
        public let columns: [String]
    }
}

/// How people were drawn, stage by stage.
public struct SamplingDesign: Hashable, Sendable {
    /// The stages, from the first. A stage without a cluster draws the people themselves and is the last.
    public let stages: [Stage]
    /// What to do when a stratum has a single cluster.
    public let singleCluster: SingleCluster

    /// One stage: strata, what was drawn in them, and from how many.
    public struct Stage: Hashable, Sendable {
        /// The headings of the strata; nil for a single stratum.
        public let stratum: [String]?
        /// The headings of what was drawn; nil where people were.
        public let cluster: [String]?
        /// The headings of the population size of the stratum; nil for drawing with replacement.
        public let population: [String]?
    }

    /// What to do when a stratum has a single cluster, so that the variation between clusters is unknown.
    public enum SingleCluster: String, CaseIterable, Hashable, Sendable {
        /// No error can be given.
        case fail
        /// It was certain to be drawn: no error.
        case certainty
        /// Its deviation from the mean of all clusters is used.
        case adjust
        /// The average variance of the other strata is used.
        case average
    }
}

/// How answers turn into an index of 0 to 1.
public struct IndexMethod: Hashable, Sendable {
    /// What is measured.
    public enum Measure: String, CaseIterable, Hashable, Sendable {
        /// The share of answers on the top levels.
        case topShare
        /// The mean level, from 0 for the lowest to 1 for the highest.
        case meanScore
        /// The share of people whose every answer is on the top levels.
        case satisfiedPeople
    }

    /// How the answers to several questions are combined.
    public enum Combination: String, CaseIterable, Hashable, Sendable {
        /// All answers pooled: every answer counts the same.
        case answers
        /// The mean of the questions.
        case questions
        /// The mean of the factors, each of which pools all its answers.
        case factors
    }

    /// What is measured.
    public let measure: Measure
    /// How many of the highest levels count as satisfied.
    public let topLevels: Int
    /// How several questions are combined.
    public let combination: Combination
}

/// How disclosure control protects answers.
public struct DisclosureChoice: Hashable, Sendable {
    /// How many of units and domains may be crossed in what is published.
    public var crossing = 2
    /// The number of which published counts are multiples; nil where they are exact.
    public var roundTo: Int?

    /// The most that may be crossed.
    static let mostCrossing = 2
}

/// The type of interval and its confidence.
public struct IntervalChoice: Hashable, Sendable {
    /// The methods for shares.
    public enum Method: String, CaseIterable, Hashable, Sendable {
        case logit, beta, wilson
    }

    /// The method.
    public let method: Method
    /// Between 0 and 1, such as 0.95.
    public let confidence: FixedDecimal
}
