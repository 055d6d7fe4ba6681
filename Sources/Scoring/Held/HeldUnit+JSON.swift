package import Values

extension HeldUnit {
    /// Writes its members into an open object; ``init(reading:)`` reads them.
    package func write(to object: inout JSONWriter) {
        let sum = key.sum
        if let group { object.member("group", group) }
        object.member("points", sum.points)
        object.member("maximum", sum.maximum)
        object.fractions("pointsRest", sum.excess)
        object.fractions("maximumRest", sum.beyond.whole)
        object.key("tieBreakers")
        object.array { list in
            for points in key.tieBreakers { list.value(points.map { FixedDecimal(mantissa: $0) }) }
        }
        if classLimit > 0 { object.member("notAbove", classLimit) }
    }

    /// Reads a unit; nil where something is wrong, which is reported.
    package init?(reading object: JSONObject) {
        group = object.text("group")
        classLimit = object.integer("notAbove", in: 0...1_000) ?? 0
        let points = object.bounded("points", in: -Self.most...Self.most)
        let maximum = object.bounded("maximum", in: 0...Self.most)
        var beyond = MaximumExcess()
        beyond.whole = object.fractions("maximumRest")
        let excess = object.fractions("pointsRest")
        let tieBreakers = object.array("tieBreakers").map { node -> Int64? in
            if case .number(let digits) = node.content { (try? FixedDecimal(digits))?.mantissa } else { nil }
        }
        guard let points, let maximum else { return nil }
        key = RankingKey(
            sum: PointSum(points: points, maximum: maximum, scoredMaximum: maximum, excess: excess, beyond: beyond),
            tieBreakers: tieBreakers)
    }

    /// More points than any set has.
    private static let most: FixedDecimal = 1_000_000_000
}

extension JSONWriter {
    /// Writes what six decimals do not hold; nothing for nothing.
    fileprivate mutating func fractions(_ name: String, _ sum: ExactSum) {
        if sum.isEmpty { return }
        key(name)
        array { list in for fraction in sum.fractions { list.value(fraction.fraction) } }
    }
}

extension JSONObject {
    fileprivate func fractions(_ key: String) -> ExactSum {
        var sum = ExactSum()
        for text in texts(key) {
            guard let ratio = ExactRatio(fraction: text) else {
                reader.report(JSONFinding.wrongType, at: offset(of: key), [.key: .text(key), .found: .text(text)])
                continue
            }
            sum.add(ratio)
        }
        return sum
    }

    /// A required number within bounds.
    func bounded(_ key: String, in range: ClosedRange<FixedDecimal>) -> FixedDecimal? {
        guard let number = requiredDecimal(key) else { return nil }
        if range.contains(number) { return number }
        reader.report(
            JSONFinding.numberTooLarge, at: offset(of: key), [.key: .text(key), .found: .number(number)])
        return nil
    }
}

extension ExactRatio {
    /// Both parts, as records keep them: `2/3`, `5/1`.
    var fraction: String { "\(numerator)/\(denominator)" }

    /// Reads what ``fraction`` wrote.
    init?(fraction: String) {
        let parts = fraction.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let above = Int128(parts[0]), let below = Int128(parts[1]), below > 0 else {
            return nil
        }
        self.init(above, over: below)
    }
}
