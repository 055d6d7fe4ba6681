package import Values

/// **`bands`: fixed points by bands.**
///
/// Every band says to which side its limits belong; together they cover every number once. The lowest band has no lower
/// limit and the highest no upper limit, or they end where the figure's domain ends.
///
/// `{"kind": "bands", "bands": [{"below": 50, "points": 0}, {"atLeast": 50, "below": 70, "share": 50}, {"atLeast": 70,
/// "share": 100}]}`: nothing at 49.99, half at 50, all at 70.
public struct BandsRule: Hashable, Sendable {
    /// A band.
    public struct Band: Hashable, Sendable {
        /// Where it begins; nil if it has no lower limit.
        public let lower: Bound?
        /// Where it ends; nil if it has no upper limit.
        public let upper: Bound?
        /// What it earns.
        public let amount: Amount

        /// Makes a band.
        public init(lower: Bound? = nil, upper: Bound? = nil, amount: Amount) {
            (self.lower, self.upper, self.amount) = (lower, upper, amount)
        }
    }

    /// The bands from the lowest to the highest.
    public let bands: [Band]

    /// Makes a rule.
    public init(bands: [Band]) {
        self.bands = bands
    }
}

extension BandsRule: RuleShape {
    package init?(reading object: JSONObject, in context: RuleContext) {
        self.init(reading: object, in: context, domain: context.main)
    }

    /// Reads `bands` among the object's own keys.
    /// - Parameter domain: the metric at the ends of whose domain the bands may end; nil where they have open ends.
    init?(reading object: JSONObject, in context: RuleContext, domain: Metric?) {
        guard object.required("bands") != nil else { return nil }
        var read: [(band: Band, offset: Int)] = []
        for entry in object.objects("bands") {
            let bounds = entry.ownBounds()
            let amount = entry.ownAmount(in: context)
            entry.finish()
            let lower = bounds.filter { $0.isLower }
            let upper = bounds.filter { $0.isUpper }
            guard lower.count <= 1, upper.count <= 1, !bounds.isEmpty, Self.isOrdered(lower.first, upper.first) else {
                object.reader.report(
                    CriteriaFinding.badBound, at: entry.offset, [.expected: "above | atLeast, below | atMost"])
                return nil
            }
            guard let amount else { return nil }
            read.append((Band(lower: lower.first, upper: upper.first, amount: amount), entry.offset))
        }
        read.sort { Self.order($0.band.lower) < Self.order($1.band.lower) }
        bands = read.map { $0.band }
        guard let first = read.first, let last = read.last else {
            object.reader.report(CriteriaFinding.bandGap, at: object.offset)
            return nil
        }
        var sound = true
        func report(_ code: CriteriaFinding, at offset: Int, _ value: FixedDecimal?) {
            sound = false
            object.reader.report(code, at: offset, value.map { [.found: .number($0)] } ?? [:])
        }
        if let lower = first.band.lower, lower != domain?.minimum.map({ Bound(.atLeast, $0) }) {
            report(.bandGap, at: first.offset, lower.value)
        }
        if let upper = last.band.upper, upper != domain?.maximum.map({ Bound(.atMost, $0) }) {
            report(.bandGap, at: last.offset, upper.value)
        }
        for (previous, next) in zip(read, read.dropFirst()) {
            switch Self.seam(between: previous.band.upper, and: next.band.lower) {
            case .gap: report(.bandGap, at: next.offset, next.band.lower?.value)
            case .overlap: report(.bandOverlap, at: next.offset, next.band.lower?.value)
            case .sound: break
            }
        }
        if !sound { return nil }
    }

    /// The band's sort key: no lower limit first, then by limit, "at least" before "above" the same limit.
    private static func order(_ lower: Bound?) -> (FixedDecimal, Int) {
        guard let lower else { return (FixedDecimal(mantissa: .min), 0) }
        return (lower.value, lower.comparison == .atLeast ? 1 : 2)
    }

    private enum Seam { case sound, gap, overlap }

    private static func isOrdered(_ lower: Bound?, _ upper: Bound?) -> Bool {
        guard let lower, let upper else { return true }
        if lower.value == upper.value { return lower.comparison == .atLeast && upper.comparison == .atMost }
        return lower.value < upper.value
    }

    private static func seam(between upper: Bound?, and lower: Bound?) -> Seam {
        guard let upper, let lower else { return .overlap }
        if upper.value != lower.value { return upper.value < lower.value ? .gap : .overlap }
        switch (upper.comparison, lower.comparison) {
        case (.below, .above): return .gap
        case (.atMost, .atLeast): return .overlap
        default: return .sound
        }
    }

    package func function(in context: RuleContext, year: Int) -> ScoreFunction {
        var function = ScoreFunction(from: bands[0].amount.points(in: context))
        for band in bands.dropFirst() {
            guard let lower = band.lower else { continue }
            function.append(
                from: .init(ExactRatio(lower.value), isIncluded: lower.comparison == .atLeast),
                intercept: band.amount.points(in: context))
        }
        return function
    }
}
