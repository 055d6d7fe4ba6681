package import Values

extension Target {
    /// Reads a target: the wording, and the number with its comparison.
    init?(reading target: JSONObject, edition: LegalSource?) {
        defer { target.finish() }
        let comparison = target.choice("comparison", of: Comparison.self)
        let value = target.decimal("value")
        let place = target.object("source")
        let source = place?.ownSource(inheriting: edition)
        place?.finish()
        guard let text = target.requiredText("text") else { return nil }
        switch (comparison, value) {
        case (let comparison?, let value?):
            self.init(text: text, bound: Bound(comparison, value), source: source)
        case (nil, nil): self.init(text: text, bound: nil, source: source)
        default:
            target.reader.report(
                JSONFinding.missingKey, at: target.offset, [.key: comparison == nil ? "comparison" : "value"])
            return nil
        }
    }
}

extension Deadline {
    /// Reads a deadline: its kind, the plan's wording, and the dates.
    init?(reading object: JSONObject) {
        defer { object.finish() }
        let text = object.text("text") ?? ""
        let from = object.day("from")
        let due = object.day("due")
        guard object.required("kind") != nil, let kind = object.choice("kind", of: Kind.self) else { return nil }
        let needsDue = kind == .date || kind == .range
        if needsDue, due == nil {
            if !object.has("due") { _ = object.required("due") }
            return nil
        }
        if let from, let due, from > due {
            object.reader.report(CriteriaFinding.badOrder, at: object.offset(of: "from"), [.expected: "from ≤ due"])
            return nil
        }
        self.init(kind: kind, text: text, from: from, due: due)
    }
}

extension JSONObject {
    /// A day such as `2022-03-31`; nil when absent; anything else is reported.
    /// - Parameter years: The years that can be meant here, if not all are.
    package func day(_ key: String, in years: ClosedRange<Int>? = nil) -> CalendarDay? {
        guard let text = text(key) else { return nil }
        var details: FindingDetails = [.key: .text(key), .found: .text(text)]
        if let day = CalendarDay(text) {
            guard let years, !years.contains(day.year) else { return day }
            details[.expected] = .range(years)
        }
        reader.report(JSONFinding.badDay, at: offset(of: key), details)
        return nil
    }

    /// The headline objectives.
    func objectives(inheriting edition: LegalSource?) -> [Objective] {
        var codes: Set<String> = []
        return objects("objectives").compactMap { object in
            defer { object.finish() }
            let name = object.requiredLocalized("name")
            let target =
                object.required("target") == nil
                ? nil : object.object("target").flatMap { Target(reading: $0, edition: edition) }
            let place = object.required("source") == nil ? nil : object.object("source")
            let source = place?.ownSource(inheriting: edition)
            place?.finish()
            guard let code = object.requiredName("code"), let name, let target, let source else { return nil }
            if !codes.insert(code).inserted {
                reader.report(CriteriaFinding.duplicateCode, at: object.offset(of: "code"), [.code: .text(code)])
            }
            return Objective(code: code, name: name, target: target, source: source)
        }
    }
}
