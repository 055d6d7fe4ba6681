import Values

extension Metric {
    /// The metric limited to the domain of the points that people may give.
    func limited(to rule: FreeValueRule) -> Metric {
        Metric(
            code: code, name: name, kind: kind, direction: direction, unit: unit, ratio: ratio, minimum: rule.minimum,
            maximum: rule.maximum, expectedBounds: expectedBounds, step: rule.step, notPublished: notPublished,
            zeroDenominator: zeroDenominator, pooling: pooling, isCumulative: isCumulative)
    }

    /// Reads the description of a metric.
    convenience init?(reading object: JSONObject, measure: String, isMain: Bool, edition: LegalSource?) {
        defer { object.finish() }
        let stated = object.has("code") ? object.requiredName("code") : nil
        let unit = object.localized("unit")
        var ratio: Ratio?
        if let entry = object.object("ratio") {
            if let numerator = entry.requiredLocalized("numerator"),
                let denominator = entry.requiredLocalized("denominator")
            {
                ratio = Ratio(numerator: numerator, denominator: denominator)
            }
            entry.finish()
        }
        var marker: NotPublished?
        if let entry = object.object("notPublished") {
            let value = entry.requiredDecimal("value")
            let reason = entry.requiredLocalized("reason")
            if let value, let reason { marker = NotPublished(value: value, reason: reason) }
            entry.finish()
        }
        let zero = object.object("zeroDenominator").flatMap { ZeroDenominator(reading: $0, edition: edition) }
        let pooling = object.choice("pooling", of: Pooling.self)
        let isCumulative = object.boolean("cumulative") ?? false
        let minimum = object.decimal("minimum")
        let maximum = object.decimal("maximum")
        let expectedBounds = object.expectedBounds()
        let step = object.decimal("step")
        let name = object.requiredLocalized("name")
        let kind = object.required("kind").flatMap { _ in object.choice("kind", of: Kind.self) }
        let direction = object.required("direction").flatMap { _ in object.choice("direction", of: Direction.self) }
        guard let name, let kind, let direction else { return nil }
        guard isMain || stated != nil else {
            object.reader.report(JSONFinding.missingKey, at: object.offset, [.key: "code"])
            return nil
        }
        self.init(
            code: stated ?? measure, name: name, kind: kind, direction: direction, unit: unit, ratio: ratio,
            minimum: minimum, maximum: maximum, expectedBounds: expectedBounds, step: step, notPublished: marker,
            zeroDenominator: zero, pooling: pooling, isCumulative: isCumulative)
        if ratio != nil, !object.requireKind(.percent, of: self) { return nil }
        // Only two counts can be 0 ÷ 0, or grow.
        for (key, needsCounts) in [("zeroDenominator", zero != nil), ("cumulative", isCumulative)]
        where needsCounts && ratio == nil {
            object.reader.report(JSONFinding.missingKey, at: object.offset(of: key), [.key: "ratio"])
            return nil
        }
        guard self.step > 0, (self.minimum ?? 0) <= (self.maximum ?? self.minimum ?? 0) else {
            object.reader.report(
                CriteriaFinding.badOrder, at: object.offset, [.expected: "minimum ≤ maximum, step > 0"])
            return nil
        }
    }
}

extension JSONObject {
    /// The bounds that are expectations; any other word is reported.
    fileprivate func expectedBounds() -> Set<Metric.DomainEnd> {
        var bounds: Set<Metric.DomainEnd> = []
        for word in texts("expectedBounds") {
            if let bound = Metric.DomainEnd(rawValue: word) {
                bounds.insert(bound)
            } else {
                reader.report(
                    JSONFinding.unknownName, at: offset(of: "expectedBounds"),
                    [
                        .key: "expectedBounds", .found: .text(word),
                        .expected: .names(Metric.DomainEnd.allCases.map { $0.rawValue }),
                    ])
            }
        }
        return bounds
    }
}

extension ZeroDenominator {
    /// Reads a convention; who the siblings are is checked once the tree is known.
    init?(reading entry: JSONObject, edition: LegalSource?) {
        defer { entry.finish() }
        let siblings = entry.texts("siblings")
        let place = entry.object("source")
        let source = place?.ownSource(inheriting: edition)
        place?.finish()
        guard entry.required("convention") != nil,
            let convention = entry.choice("convention", of: Settlement.self)
        else { return nil }
        if convention == .shareOut, siblings.isEmpty {
            if entry.required("siblings") != nil {
                entry.reader.report(JSONFinding.missingKey, at: entry.offset, [.key: "siblings"])
            }
            return nil
        }
        if convention != .shareOut, entry.has("siblings") {
            entry.reader.report(JSONFinding.unknownKey, at: entry.offset(of: "siblings"), [.key: "siblings"])
            return nil
        }
        self.init(convention, siblings: siblings, source: source)
    }
}

extension Metric.Kind {
    /// The default domain.
    var domain: (minimum: FixedDecimal?, maximum: FixedDecimal?, step: FixedDecimal) {
        switch self {
        case .percent: (0, 100, FixedDecimal(mantissa: 10_000))
        case .count: (0, nil, 1)
        case .amount: (nil, nil, FixedDecimal(mantissa: 10_000))
        case .yesNo: (0, 1, 1)
        case .task: (0, 2, 1)
        case .points: (0, nil, FixedDecimal(mantissa: 10_000))
        }
    }
}
