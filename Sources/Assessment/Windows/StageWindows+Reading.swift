import Scoring
import Tables
import Values

extension StageWindows {
    /// Reads the window of a stage from its entry in `assessment.json`: the general one and the exceptions.
    ///
    /// - Parameters:
    ///   - closing: the stages before it that have a last day.
    static func rules(
        of entry: JSONObject, in years: ClosedRange<Int>?, closing: [String]
    ) -> [WindowRule] {
        var general = WindowRule(opens: entry.day("opens", in: years))
        general.closes = self.closing(of: entry, in: years, closing: closing)
        var rules = general.opens == nil && general.closes == nil ? [] : [general]
        var seen: [WindowRule] = []
        for exception in entry.objects("windows") {
            var rule = WindowRule(
                unit: exception.text("unit"), group: exception.text("group"), field: exception.text("field"))
            let subject = rule
            rule.opens = exception.day("opens", in: years)
            rule.closes = self.closing(of: exception, in: years, closing: closing)
            exception.finish()
            let names = [rule.unit, rule.group, rule.field].compactMap { $0 }
            func report(_ code: FlowFinding, _ details: FindingDetails = [:]) {
                entry.reader.report(code, at: exception.offset, details)
            }
            if names.isEmpty { report(.windowOfNobody) }
            if let unit = rule.unit, let group = rule.group {
                report(.windowOfTwo, [.unit: .text(unit), .code: .text(group)])
            }
            let isSet = rule.opens != nil || rule.closes != nil
            if !isSet, !exception.has("opens"), !exception.has("closes") { report(.emptyWindow) }
            if seen.contains(subject) { report(.repeatedWindow, [.found: .names(names)]) }
            seen.append(subject)
            rules.append(rule)
        }
        return rules
    }

    /// `"2026-11-30"`, `{"workingDays": 7, "after": "2026-11-20"}` or `{"workingDays": 7, "afterStage": "self"}`.
    private static func closing(
        of entry: JSONObject, in years: ClosedRange<Int>?, closing: [String]
    ) -> StageClosing? {
        guard case .object? = entry.node("closes")?.content else {
            return entry.day("closes", in: years).map { .day($0) }
        }
        guard let counted = entry.object("closes") else { return nil }
        defer { counted.finish() }
        let count = counted.required("workingDays") == nil ? nil : counted.integer("workingDays", in: 1...366)
        guard counted.has("after") != counted.has("afterStage") else {
            entry.reader.report(FlowFinding.closesAfterWhat, at: counted.offset)
            return nil
        }
        if counted.has("after") {
            let day = counted.day("after", in: years)
            return count.flatMap { count in day.map { .workingDays(count, after: $0) } }
        }
        guard let code = counted.text("afterStage") else { return nil }
        guard closing.contains(code) else {
            entry.reader.report(
                FlowFinding.closesAfterNothing, at: counted.offset(of: "afterStage"),
                [.found: .text(code), .expected: .names(closing)],
                suggestion: Spelling.closest(to: code, among: closing))
            return nil
        }
        return count.map { .workingDaysAfterStage($0, code: code) }
    }
}

/// Holds windows against the units, groups and fields that there are, and counts their days.
struct WindowCheck {
    let folder: String
    let windows: StageWindows
    let stages: StageList
    let groups: [Group]
    let sink: FindingSink

    private var place: Location { Location(file: folder + "/assessment.json") }

    func report(units: [Unit], criteria: CriteriaSet) {
        let codes = (
            units: units.map { $0.code }, groups: groups.map { $0.code },
            fields: criteria.criteria.filter { $0.parent == nil }.map { $0.code }
        )
        let known = (units: Set(codes.units), groups: Set(codes.groups), fields: Set(codes.fields))
        for stage in stages.stages {
            for rule in windows.rules[stage.code] ?? [] {
                if let unit = rule.unit, !known.units.contains(unit) {
                    report(.windowOfUnknownUnit, unit, codes.units, of: stage)
                } else if let group = rule.group, !known.groups.contains(group) {
                    report(.windowOfUnknownGroup, group, codes.groups, of: stage)
                } else if let field = rule.field, !known.fields.contains(field) {
                    report(.windowOfUnknownField, field, codes.fields, of: stage)
                } else {
                    report(windows.window(of: stage, by: rule), of: stage)
                }
            }
        }
    }

    private func report(_ code: FlowFinding, _ name: String, _ names: [String], of stage: Stage) {
        sink.report(
            code, at: place, [.stage: .name(stage.name), .found: .text(name)],
            suggestion: Spelling.closest(to: name, among: names))
    }

    private func report(_ window: StageWindow, of stage: Stage) {
        if let opens = window.opens, let closes = window.closes, closes < opens {
            sink.report(
                FlowFinding.closesBeforeOpening, at: place,
                [.stage: .name(stage.name), .found: .day(closes), .expected: .day(opens)])
        }
        guard let counted = window.counted else { return }
        if !counted.yearsWithoutTable.isEmpty {
            sink.report(
                FlowFinding.yearWithoutCalendar, at: place,
                [.stage: .name(stage.name), .found: .names(counted.yearsWithoutTable.map(String.init))])
        }
        for entry in counted.doubtful {
            sink.report(
                FlowFinding.doubtfulDay, at: place,
                [.stage: .name(stage.name), .found: .day(entry.day), .text: .name(entry.name)])
        }
    }
}
