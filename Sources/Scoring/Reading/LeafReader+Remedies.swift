import Values

extension LeafReader {
    /// Reads what the set advises, once it is known what is measured.
    func readRemedies(of object: JSONObject, for measures: [Measure]) -> [Remedy] {
        object.objects("remedies").compactMap { entry in
            defer { entry.finish() }
            let occasion = entry.has("for") ? readOccasion(of: entry, among: measures) : .any
            let texts = ["cause", "check", "do", "who", "time"].map { entry.remedyText($0) }
            guard let occasion, let cause = texts[0], let check = texts[1], let action = texts[2], let who = texts[3],
                let time = texts[4]
            else { return nil }
            return Remedy(for: occasion, cause: cause, check: check, action: action, who: who, time: time)
        }
    }

    /// Which loss a remedy is for: one of several things, each of which must be known.
    private func readOccasion(of entry: JSONObject, among measures: [Measure]) -> Remedy.Occasion? {
        guard let place = entry.object("for") else { return nil }
        defer { place.finish() }
        let keys = ["measure", "metric", "factor", "status"]
        let stated = keys.filter { place.has($0) }
        guard stated.count == 1 else {
            place.reader.report(
                CriteriaFinding.remedyOccasion, at: place.offset, [.code: .text(code), .expected: .names(keys)])
            return nil
        }
        func known(_ name: String, among names: [String]) -> String? {
            if names.contains(name) { return name }
            place.unknown(name, among: names, key: stated[0], at: place.offset(of: stated[0]))
            return nil
        }
        if stated[0] == "status" { return place.choice("status", of: Remedy.State.self).map { .state($0) } }
        guard let name = place.requiredName(stated[0]) else { return nil }
        switch stated[0] {
        case "measure": return known(name, among: measures.map { $0.code }).map { .measure($0) }
        case "metric":
            return known(name, among: measures.flatMap { $0.metrics.map { $0.code } }).map { .metric($0) }
        // Questionnaires belong to assessments.
        default: return .factor(name)
        }
    }
}

extension JSONObject {
    /// A text whose braces name numbers of the unit; others are reported.
    fileprivate func remedyText(_ key: String) -> LocalizedText? {
        guard let text = requiredLocalized(key) else { return nil }
        for (language, words) in [("vi", text.vi), ("en", text.en ?? "")] {
            for name in RemedyText(words).unknown {
                reader.report(
                    CriteriaFinding.unknownPlaceholder, at: offset(of: key, in: language),
                    [
                        .key: .text(key), .found: .text(name),
                        .expected: .names(Remedy.Number.allCases.map { "{\($0.rawValue)}" }),
                    ],
                    suggestion: Spelling.closest(
                        to: name, among: Remedy.Number.allCases.map { "{\($0.rawValue)}" }))
            }
        }
        return text
    }
}

extension Remedy {
    /// Writes the members of its object.
    func write(to object: inout JSONWriter) {
        switch occasion {
        case .any: break
        case .measure(let code): object.object("for") { $0.member("measure", code) }
        case .metric(let code): object.object("for") { $0.member("metric", code) }
        case .factor(let code): object.object("for") { $0.member("factor", code) }
        case .state(let state): object.object("for") { $0.member("status", state.rawValue) }
        }
        for (key, text) in texts { object.text(key, text) }
    }
}
