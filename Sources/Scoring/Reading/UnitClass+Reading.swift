import Values

extension JSONObject {
    func classSchemes() -> [ClassScheme] {
        var seen: Set<[String]> = []
        return objects("classes").compactMap { object in
            let groups = object.texts("groups")
            // The second of two schemes for one group would never be used.
            for group in groups.isEmpty ? [[]] : groups.map({ [$0] }) where !seen.insert(group).inserted {
                object.reader.report(
                    CriteriaFinding.groupWithTwoSchemes, at: object.offset, [.found: .text(group.first ?? "*")])
            }
            let scheme = object.classScheme(groups: groups)
            object.finish()
            return scheme
        }
    }

    private func classScheme(groups: [String]) -> ClassScheme? {
        let quantiles = object("quantiles")
        let cut = quantiles.flatMap { $0.quantileCut() }
        quantiles?.finish()
        guard required("classes") != nil else { return nil }
        var classes: [UnitClass] = []
        var least: [FixedDecimal] = []
        let entries = objects("classes")
        for entry in entries {
            let code = entry.requiredName("code")
            let name = entry.requiredLocalized("name")
            let atLeast = has("quantiles") ? nil : entry.requiredDecimal("atLeast")
            entry.finish()
            guard let code, let name else { continue }
            if classes.contains(where: { $0.code == code }) {
                reader.report(CriteriaFinding.duplicateCode, at: entry.offset(of: "code"), [.code: .text(code)])
            }
            classes.append(UnitClass(code: code, name: name))
            guard let atLeast else { continue }
            if let previous = least.last, previous <= atLeast {
                reader.report(CriteriaFinding.classOrder, at: entry.offset, [.code: .text(code)])
            }
            least.append(atLeast)
        }
        let fewest = has("quantiles") ? 2 : 1
        if entries.count < fewest {
            reader.report(
                CriteriaFinding.tooFewClasses, at: offset(of: "classes"),
                [.found: .count(entries.count), .expected: .count(fewest)])
        }
        let cap = has("shareCap") ? shareCap(on: classes) : nil
        if let cut { return ClassScheme(groups: groups, classes: classes, cut: .quantiles(cut), shareCap: cap) }
        return has("quantiles")
            ? nil : ClassScheme(groups: groups, classes: classes, cut: .index(atLeast: least), shareCap: cap)
    }

    /// The cap on a share of the units, by the classes of its scheme.
    private func shareCap(on classes: [UnitClass]) -> ClassShareCap? {
        guard let entry = object("shareCap") else { return nil }
        defer { entry.finish() }
        let codes = classes.map { $0.code }
        let ties = entry.choice("ties", of: ClassShareCap.Ties.self) ?? .lose
        let percent = entry.requiredDecimal("percent")
        let (capped, base) = (entry.requiredText("class"), entry.requiredText("of"))
        guard let percent, let capped, let base else { return nil }
        // Who loses the lowest class would have none.
        guard let position = codes.dropLast().firstIndex(of: capped) else {
            entry.unknown(capped, among: Array(codes.dropLast()), key: "class", at: entry.offset(of: "class"))
            return nil
        }
        guard codes[position...].contains(base) else {
            entry.unknown(base, among: Array(codes[position...]), key: "of", at: entry.offset(of: "of"))
            return nil
        }
        guard (0...100).contains(percent) else {
            reader.report(CriteriaFinding.badOrder, at: entry.offset(of: "percent"), [.expected: .range(0, 100)])
            return nil
        }
        return ClassShareCap(capped, percent: percent, of: base, ties: ties)
    }

    /// How units are divided into classes, from this object's own keys.
    private func quantileCut() -> QuantileCut? {
        let definition = required("definition").flatMap { _ in choice("definition", of: QuantileDefinition.self) }
        let atCut = required("atCut").flatMap { _ in choice("atCut", of: QuantileCut.AtCut.self) }
        let minimumUnits = required("minimumUnits").flatMap { _ in integer("minimumUnits", in: 1...1_000_000) }
        let origin = required("origin").flatMap { _ in pointsOrigin("origin") }
        guard let definition, let atCut, let minimumUnits, let origin else { return nil }
        return QuantileCut(definition: definition, atCut: atCut, minimumUnits: minimumUnits, origin: origin)
    }

    func classConditions(_ schemes: [ClassScheme]) -> [(condition: ClassCondition, offset: Int)] {
        let classCodes = schemes.flatMap { $0.classes.map { $0.code } }
        return objects("classConditions").compactMap { object in
            let reason = object.requiredLocalized("reason")
            let source = object.requiredSource("source")
            let notAbove = object.requiredText("notAbove")
            if let notAbove, !classCodes.contains(notAbove) {
                object.unknown(notAbove, among: classCodes, key: "notAbove", at: object.offset(of: "notAbove"))
            }
            let when = object.required("when") == nil ? nil : object.object("when")
            object.finish()
            guard let when else { return nil }
            let criterion = when.text("criterion")
            let metric = when.text("metric")
            let bound = when.ownBound()
            when.finish()
            let subject: ClassCondition.Subject? =
                switch (criterion, metric) {
                case (let code?, nil): .criterion(code)
                case (nil, let code?): .metric(code)
                default: nil
                }
            guard let subject else {
                reader.report(JSONFinding.missingKey, at: when.offset, [.key: "criterion | metric"])
                return nil
            }
            guard let reason, let source, let notAbove, let bound else { return nil }
            let condition = ClassCondition(
                notAbove: notAbove, subject: subject, bound: bound, reason: reason, source: source)
            return (condition, when.offset)
        }
    }

    /// Reports codes in the edition's settings that are not in the tree.
    func check(conditions: [(condition: ClassCondition, offset: Int)], against criteria: [Criterion]) {
        let codes = criteria.map { $0.code }
        for node in object("ranking")?.array("tieBreakers") ?? [] {
            if case .text(let code) = node.content, !codes.contains(code) {
                unknown(code, among: codes, key: "tieBreakers", at: node.offset)
            }
        }
        let metrics = criteria.flatMap { $0.leaf?.measures.flatMap { $0.metrics } ?? [] }.map { $0.code }
        for (condition, offset) in conditions {
            switch condition.subject {
            case .criterion(let code) where !codes.contains(code):
                unknown(code, among: codes, key: "criterion", at: offset)
            case .metric(let code) where !metrics.contains(code):
                unknown(code, among: metrics, key: "metric", at: offset)
            default: break
            }
        }
    }
}
