internal import Values

extension QuestionnaireReading {
    mutating func fieldWork() -> FieldWork? {
        guard let object = object.object("fieldwork") else { return nil }
        defer { object.finish() }
        let (start, end) = (headings.shared("start", of: object), headings.shared("end", of: object))
        let minutes = headings.shared("minutes", of: object)
        let interviewer = headings.shared("interviewer", of: object)
        let device = headings.shared("device", of: object)
        let least = object.decimal("leastMinutes")
        if let least, least <= 0 {
            outOfRange(
                "leastMinutes", found: .number(least), expected: .bound(">", 0), at: object.offset(of: "leastMinutes"))
        }
        let same = object.integer("sameAnswers", in: 2...1000)
        var burst: FieldWork.Burst?
        if let limits = object.object("burst") {
            _ = (limits.required("forms"), limits.required("minutes"))
            if let forms = limits.integer("forms", in: 2...1000), let minutes = limits.integer("minutes", in: 1...1440)
            {
                burst = FieldWork.Burst(forms: forms, minutes: minutes)
            }
            limits.finish()
        }
        let (from, to) = (day("from", of: object), day("to", of: object))
        if let from, let to, to < from {
            outOfRange("to", found: .day(to), expected: .text("≥ \(from)"), at: object.offset(of: "to"))
        }
        let drop = rules("drop", of: object)
        let work = FieldWork(
            start: start, end: end, minutes: minutes, interviewer: interviewer, device: device, leastMinutes: least,
            sameAnswers: same, burst: burst, from: from, to: to, drop: drop)
        for rule in drop where !work.rules.contains(rule) {
            reader.report(
                QuestionnaireFinding.ruleWithoutLimit, at: object.offset(of: "drop"), [.found: .text(rule.rawValue)])
        }
        return work
    }

    private func day(_ key: String, of object: JSONObject) -> CalendarDay? {
        guard let text = object.text(key) else { return nil }
        let day = CalendarDay(text)
        if day == nil {
            reader.report(
                JSONFinding.badDay, at: object.offset(of: key), [.key: .text(key), .found: .text(text)])
        }
        return day
    }

    private func rules(_ key: String, of object: JSONObject) -> [FieldRule] {
        object.texts(key).compactMap { name in
            let rule = FieldRule(rawValue: name)
            if rule == nil {
                object.unknown(
                    name, among: FieldRule.allCases.map { $0.rawValue }, key: key, at: object.offset(of: key))
            }
            return rule
        }
    }
}
