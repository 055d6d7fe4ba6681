public import Values

/// A questionnaire (phiếu khảo sát) as data: what was asked, on which scale, how people were drawn, and how answers
/// become an index.
public struct Questionnaire: Sendable {
    /// A name without spaces.
    public let code: String
    /// What people call it.
    public let name: LocalizedText
    /// Where questions and factors come from.
    public let source: LegalSource?
    /// The levels of an answer.
    public let scale: AnswerScale
    /// Blocks, factors and questions.
    public let blocks: [Block]
    /// The columns beside the answers.
    public let columns: SurveyColumns
    /// How people were drawn; nil when nobody says so, and then no sampling error can be given.
    public let design: SamplingDesign?
    /// How answers become an index.
    public let index: IndexMethod
    /// The interval that is given.
    public let interval: IntervalChoice
    /// Below so many valid answers, or people, an index is not shown.
    public let minimumCount: Int
    /// Metrics of a criteria set that an index of this survey gives.
    public let metrics: [MetricLink]

    /// The questions of all factors, in order.
    public let questions: [Question]

    /// A group of factors, such as the quality of services.
    public struct Block: Hashable, Sendable {
        /// Tells it from all other parts.
        public let code: String
        /// What people call it.
        public let name: LocalizedText
        /// Its weight in the total, where blocks are averaged.
        public let weight: FixedDecimal
        /// Its factors, in order.
        public let factors: [Factor]
    }

    /// What several questions ask about (yếu tố), such as access to the service.
    public struct Factor: Hashable, Sendable {
        /// Tells it from all other parts.
        public let code: String
        /// What people call it.
        public let name: LocalizedText
        /// Its weight in the block, where factors are averaged.
        public let weight: FixedDecimal
        /// Its questions, in order.
        public let questions: [Question]
    }

    /// One question.
    public struct Question: Hashable, Sendable {
        /// Tells it from all other parts.
        public let code: String
        /// What was asked.
        public let text: LocalizedText
        /// The headings under which its answers may stand.
        public let columns: [String]
        /// Its weight in the factor, where questions are averaged.
        public let weight: FixedDecimal
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
    /// What is written for "no answer" and "don't know"; an empty cell always is none.
    public let noAnswer: [String]
}

/// One level of a scale.
public struct AnswerLevel: Hashable, Sendable {
    /// What stands in the file, such as `5`.
    public let code: String
    /// What people read, such as "Rất hài lòng"; it may stand in the file too.
    public let label: LocalizedText
    /// What else may stand in the file.
    public let spellings: [String]
}

/// The columns of a respondents' file beside the answers: the headings under which each may stand.
public struct SurveyColumns: Hashable, Sendable {
    /// Names the unit that the answer is about, by code or name; nil when the file is about one unit.
    public let unit: [String]?
    /// The sampling weight; nil when all weigh the same.
    public let weight: [String]?
    /// Columns by which results can be divided, by the name that is asked for.
    public let domains: [Domain]

    /// A column that divides the respondents, such as the service.
    public struct Domain: Hashable, Sendable {
        /// The name that is asked for.
        public let code: String
        /// What people call it.
        public let name: LocalizedText
        /// The headings under which it may stand.
        public let columns: [String]
    }
}

/// How people were drawn, stage by stage.
public struct SamplingDesign: Hashable, Sendable {
    /// The stages, from the first. A stage without a cluster draws the people themselves and is the last.
    public let stages: [Stage]
    /// What to do when a stratum has a single cluster.
    public let singleCluster: SingleCluster

    /// One stage: strata, what was drawn in them, and out of how many.
    public struct Stage: Hashable, Sendable {
        /// The headings of the strata; nil for a single stratum.
        public let stratum: [String]?
        /// The headings of what was drawn; nil where people were.
        public let cluster: [String]?
        /// How many there are in the stratum; nil for drawing with replacement.
        public let population: [String]?
    }

    /// What to do when a stratum has a single cluster, so that nothing shows how clusters differ.
    public enum SingleCluster: String, CaseIterable, Hashable, Sendable {
        /// No error can be given.
        case fail
        /// It was certain to be drawn: no error.
        case certainty
        /// It differs from the mean of all clusters.
        case adjust
        /// It differs as clusters do elsewhere.
        case average
    }
}

/// How answers become an index of 0 to 1.
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

    /// How the answers of several questions become one.
    public enum Combination: String, CaseIterable, Hashable, Sendable {
        /// All answers together: every answer counts the same.
        case answers
        /// The mean of the questions.
        case questions
        /// The mean of the factors, each of which takes all its answers together.
        case factors
    }

    /// What is measured.
    public let measure: Measure
    /// How many of the highest levels count as satisfied.
    public let topLevels: Int
    /// How several questions become one.
    public let combination: Combination
}

/// Which interval is given, and how sure it is.
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
