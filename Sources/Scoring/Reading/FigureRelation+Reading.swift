import Values

extension JSONObject {
    /// The relations between figures.
    ///
    /// - Parameter metrics: the metrics of the tree.
    func relations(among metrics: [Metric], inheriting edition: LegalSource?) -> [FigureRelation] {
        objects("relations").compactMap { entry in
            defer { entry.finish() }
            let left = entry.relationSide("left", among: metrics)
            let right = entry.relationSide("right", among: metrics)
            let comparison = entry.required("is").flatMap { _ in entry.choice("is", of: RelationSign.self) }
            let tolerance = entry.decimal("tolerance") ?? 0
            let severity = entry.choice("severity", of: RelationSeverity.self) ?? .error
            let reason = entry.localized("reason")
            let place = entry.object("source")
            let source = place?.ownSource(inheriting: edition)
            place?.finish()
            var when: FigureRelation.Condition?
            if let object = entry.object("when") {
                let figure = object.requiredText("metric").flatMap {
                    object.relationFigure($0, among: metrics, at: object.offset(of: "metric"))
                }
                let bound = object.ownBound()
                object.finish()
                guard let figure, let bound else { return nil }
                when = FigureRelation.Condition(figure: figure, bound: bound)
            }
            if tolerance < 0 {
                reader.report(
                    CriteriaFinding.badOrder, at: entry.offset(of: "tolerance"), [.expected: "tolerance ≥ 0"])
            }
            guard let left, let right, let comparison else { return nil }
            return FigureRelation(
                left: left, comparison: comparison.comparison, right: right, when: when, tolerance: tolerance,
                severity: severity == .error ? .error : .warning, reason: reason, source: source)
        }
    }

    /// A side: figures and numbers with ` + ` or ` - ` between them, such as `3.4.2.denominator - 3.4.2.numerator`.
    private func relationSide(_ key: String, among metrics: [Metric]) -> FigureRelation.Side? {
        guard let text = requiredText(key) else { return nil }
        var terms: [(term: FigureRelation.Side.Term, isTakenOff: Bool)] = []
        var isTakenOff = false
        var isTermExpected = true
        for word in text.split(separator: " ").map(String.init) {
            let sign = word == "+" ? false : word == "-" || word == "−" ? true : nil as Bool?
            guard isTermExpected == (sign == nil) else {
                reader.report(
                    CriteriaFinding.badFormula, at: offset(of: key),
                    [.formula: .text(text), .found: .text(word), .expected: isTermExpected ? "3.4.2.numerator" : "+ -"])
                return nil
            }
            isTermExpected = sign != nil
            if let sign {
                isTakenOff = sign
            } else if !metrics.contains(where: { $0.code == word }), let number = RelationNumber(word) {
                guard !number.isLikeCode(of: metrics) else {
                    reader.report(
                        CriteriaFinding.numberLikeCode, at: offset(of: key),
                        [.found: .text(word), .expected: .text(number.unmistakable)],
                        suggestion: Spelling.closest(to: word, among: metrics.map { $0.code }))
                    return nil
                }
                terms.append((.number(number.value), isTakenOff))
            } else {
                guard let figure = relationFigure(word, among: metrics, at: offset(of: key)) else { return nil }
                terms.append((.figure(figure), isTakenOff))
            }
        }
        guard !isTermExpected, !terms.isEmpty else {
            reader.report(
                CriteriaFinding.badFormula, at: offset(of: key),
                [.formula: .text(text), .found: "", .expected: "3.4.2.numerator"])
            return nil
        }
        return FigureRelation.Side(text: text, terms: terms)
    }

    /// A figure: a metric's code, with `.numerator` or `.denominator` for one of its counts, with `@lastYear` behind it
    /// for that of the last period.
    private func relationFigure(_ word: String, among metrics: [Metric], at offset: Int) -> FigureRelation.Figure? {
        let lastYear = "@lastYear"
        let isLastYear = word.hasSuffix(lastYear)
        let name = isLastYear ? String(word.dropLast(lastYear.count)) : word
        if metrics.contains(where: { $0.code == name }) { return FigureRelation.Figure(name, isLastYear: isLastYear) }
        for part in FigureRelation.Figure.Part.allCases where name.hasSuffix("." + part.rawValue) {
            let code = String(name.dropLast(part.rawValue.count + 1))
            guard let metric = metrics.first(where: { $0.code == code }) else { continue }
            if part != .value, metric.ratio == nil {
                reader.report(
                    CriteriaFinding.ruleNeedsKind, at: offset,
                    [.code: .text(code), .found: .text(metric.kind.rawValue), .expected: .names(["ratio"])])
                return nil
            }
            return FigureRelation.Figure(code, part, isLastYear: isLastYear)
        }
        unknown(name, among: metrics.map { $0.code }, key: "relations", at: offset)
        return nil
    }
}

/// A number as a relation writes it: `5`, `0.5`, `1,9`.
///
/// `1.9` and, in a set whose metrics are `1` and `2`, `5` could as well be codes that are mistyped; with a decimal comma
/// a number cannot be mistaken.
private struct RelationNumber {
    let text: String
    let value: FixedDecimal

    init?(_ text: String) {
        let commas = text.count { $0 == "," }
        guard commas <= 1, commas == 0 || !text.contains("."),
            let value = try? FixedDecimal(String(text.map { $0 == "," ? "." : $0 }))
        else { return nil }
        (self.text, self.value) = (text, value)
    }

    /// Whether it has the form of a metric's code: digits alone, or digits with a point; no code begins with zero unless
    /// one does.
    func isLikeCode(of metrics: [Metric]) -> Bool {
        guard text.first?.isNumber == true, !text.contains(",") else { return false }
        let (isDotted, beginsWithZero) = (text.contains("."), text.hasPrefix("0"))
        return metrics.contains { metric in
            let code = metric.code
            let isOfNumbers = isDotted ? code.first?.isNumber == true : code.allSatisfy { $0.isNumber }
            return isOfNumbers && code.contains(".") == isDotted && (code.hasPrefix("0") || !beginsWithZero)
        }
    }

    /// The same number in a form that no code has.
    var unmistakable: String { text.contains(".") ? String(text.map { $0 == "." ? "," : $0 }) : text + ",0" }
}

/// The signs of relations.
private enum RelationSign: String, CaseIterable {
    case equal = "="
    case atMost = "≤"
    case atLeast = "≥"

    var comparison: Comparison {
        switch self {
        case .equal: .equal
        case .atMost: .atMost
        case .atLeast: .atLeast
        }
    }
}

private enum RelationSeverity: String, CaseIterable { case error, warning }
