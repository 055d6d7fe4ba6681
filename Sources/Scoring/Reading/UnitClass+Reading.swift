import Values

extension JSONObject {
    func classSchemes() -> [ClassScheme] {
        objects("classes").map { object in
            let groups = object.texts("groups")
            var classes: [UnitClass] = []
            if object.required("classes") != nil {
                for entry in object.objects("classes") {
                    let code = entry.requiredName("code")
                    let name = entry.requiredLocalized("name")
                    let atLeast = entry.requiredDecimal("atLeast")
                    entry.finish()
                    guard let code, let name, let atLeast else { continue }
                    if classes.contains(where: { $0.code == code }) {
                        reader.report(CriteriaFinding.duplicateCode, at: entry.offset(of: "code"), ["code": code])
                    }
                    if let previous = classes.last, previous.atLeast <= atLeast {
                        reader.report(CriteriaFinding.classOrder, at: entry.offset, ["code": code])
                    }
                    classes.append(UnitClass(code: code, name: name, atLeast: atLeast))
                }
            }
            object.finish()
            return ClassScheme(groups: groups, classes: classes)
        }
    }

    func classConditions(_ schemes: [ClassScheme]) -> [(condition: ClassCondition, offset: Int)] {
        let classCodes = schemes.flatMap { $0.classes.map(\.code) }
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
                reader.report(JSONReaderFinding.missingKey, at: when.offset, ["key": "criterion | metric"])
                return nil
            }
            guard let reason, let source, let notAbove, let bound else { return nil }
            let condition = ClassCondition(
                notAbove: notAbove, subject: subject, bound: bound, reason: reason, source: source)
            return (condition, when.offset)
        }
    }

    /// Reports codes of the edition's settings that the tree does not have.
    func check(conditions: [(condition: ClassCondition, offset: Int)], against criteria: [Criterion]) {
        let codes = criteria.map(\.code)
        for node in object("ranking")?.array("tieBreakers") ?? [] {
            if case .text(let code) = node.content, !codes.contains(code) {
                unknown(code, among: codes, key: "tieBreakers", at: node.offset)
            }
        }
        let metrics = criteria.flatMap { $0.leaf?.measures.flatMap(\.metrics) ?? [] }.map(\.code)
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
