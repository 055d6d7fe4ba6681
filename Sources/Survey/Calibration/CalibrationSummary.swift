/// What calibration did to the weights of a survey.
public struct CalibrationSummary: Sendable {
    /// A category of a margin.
    public struct Category: Hashable, Sendable {
        /// The unit whose population it is; nil where it is that of all units.
        public let unit: String?
        /// The codes of the domains that the margin crosses, such as `service*age`.
        public let variable: String
        /// Its value as the table of populations writes it.
        public let value: String
        /// The people in it.
        public let population: Double
        /// What the weights of its forms add up to before calibration, after it, and after trimming.
        public let before, after: Double
    }

    /// A class of response.
    public struct ResponseClass: Hashable, Sendable {
        /// The values of the domains that make the class.
        public let values: [String]
        /// Its forms, and those with an answer.
        public let forms, answered: Int
        /// What the weights of those who answered are multiplied by.
        public let factor: Double
    }

    /// How large and how different the weights of forms are.
    public struct Spread: Hashable, Sendable {
        /// The smallest and the largest weight.
        public internal(set) var least = Double.infinity, most = 0.0
        var forms = 0.0
        var sum = 0.0
        var squares = 0.0

        /// n Σw² ÷ (Σw)², by how much unequal weights alone raise a variance (Kish 1965, chapter 11.7).
        public var designEffect: Double { sum > 0 ? forms * squares / sum / sum : 1 }

        mutating func add(_ weight: Double, rows: Int) {
            guard weight > 0, rows > 0 else { return }
            (least, most) = (min(least, weight), max(most, weight))
            forms += Double(rows)
            sum += weight * Double(rows)
            squares += weight * weight * Double(rows)
        }
    }

    /// How margins were met; nil where there are none.
    public let method: CalibrationMethod?
    /// How often raking met all margins in turn, at most of any unit.
    public internal(set) var rounds = 0
    /// The categories of all margins, by unit.
    public internal(set) var categories: [Category] = []
    /// The classes of response, in ascending order.
    public internal(set) var classes: [ResponseClass] = []
    /// The weights before anything was done, and in the end.
    public internal(set) var before = Spread(), after = Spread()
    /// Forms whose weights were trimmed.
    public internal(set) var trimmed = 0
}
