import Scoring
import Values

/// Reads conditions over the columns of a profile.
struct ListConditionReader {
    let columns: [ListColumn]
    let period: Period
    /// Up to which day lists count.
    let asOf: CalendarDay
    /// The conditions known by name.
    var named: [String: ListCondition] = [:]
    /// Their names, with those that are still to be read.
    var names: [String] = []

    private static let groups = ["all", "any", "not"]
    private static let deadlines: [(key: String, states: Set<ListTest.Outcome>)] = [
        ("onTime", [.onTime]), ("late", [.late]), ("pending", [.pending]), ("settled", [.onTime, .late]),
    ]
    private static let tests = [
        "blank", "equals", "in", "less", "atMost", "more", "atLeast", "between", "before", "after", "onOrBefore",
        "onOrAfter",
    ]

    /// The position of the column that a text under a key names; reports one that there is not.
    func column(_ key: String, of object: JSONObject) -> Int? {
        object.requiredText(key).flatMap { column(named: $0, key, at: object.offset(of: key), object) }
    }

    func column(named code: String, _ key: String, at offset: Int, _ object: JSONObject) -> Int? {
        if let position = columns.firstIndex(where: { $0.code == code }) { return position }
        object.unknown(code, among: columns.map { $0.code }, key: key, at: offset)
        return nil
    }

    /// A column of days.
    func dayColumn(_ key: String, of object: JSONObject) -> Int? {
        guard let position = column(key, of: object) else { return nil }
        return isDay(position, key, at: object.offset(of: key), object) ? position : nil
    }

    func isDay(_ position: Int, _ key: String, at offset: Int, _ object: JSONObject) -> Bool {
        if columns[position].kind == .day { return true }
        reportKind(key, position, at: offset, object)
        return false
    }

    private func reportKind(_ key: String, _ position: Int, at offset: Int, _ object: JSONObject) {
        object.reader.report(
            ListFinding.wrongKind, at: offset,
            [
                .key: .text(key), .found: .text(columns[position].code),
                .expected: .code(columns[position].kind.rawValue),
            ])
    }

    /// The condition under a key; nil where there is none, or it is wrong, which is reported.
    func condition(_ key: String, of object: JSONObject) -> ListCondition? {
        object.node(key).flatMap { condition($0, key, object) }
    }

    /// A condition: the name of one, or an object.
    func condition(_ node: JSONNode, _ key: String, _ parent: JSONObject) -> ListCondition? {
        if case .text(let name) = node.content {
            if let known = named[name] { return known }
            parent.unknown(name, among: names, key: key, at: node.offset)
            return nil
        }
        guard let object = parent.reader.object(node, named: key) else { return nil }
        defer { object.finish() }
        for word in Self.groups where object.has(word) { return group(word, of: object) }
        for (word, states) in Self.deadlines where object.has(word) {
            return object.object(word).flatMap { deadline($0, states) }
        }
        guard object.has("column") else {
            object.reader.report(
                ListFinding.noTest, at: object.offset,
                [.expected: .names(["column"] + Self.groups + Self.deadlines.map { $0.key })])
            return nil
        }
        guard let column = column("column", of: object) else {
            // The rest is not to be called unknown.
            for key in Self.tests { _ = object.has(key) }
            return nil
        }
        return tests(of: column, object)
    }

    private func group(_ word: String, of object: JSONObject) -> ListCondition? {
        if word == "not" { return condition(word, of: object).map { .not($0) } }
        let nodes = object.array(word)
        let parts = nodes.compactMap { condition($0, word, object) }
        guard parts.count == nodes.count, !parts.isEmpty else {
            if nodes.isEmpty {
                object.reader.report(
                    ListFinding.noTest, at: object.offset(of: word), [.expected: .names(Self.tests)])
            }
            return nil
        }
        return word == "all" ? .all(parts) : .any(parts)
    }

    private func deadline(_ object: JSONObject, _ states: Set<ListTest.Outcome>) -> ListCondition? {
        defer { object.finish() }
        let (done, due) = (dayColumn("done", of: object), dayColumn("due", of: object))
        let withoutDue = object.choice("withoutDue", of: ListTest.WithoutDue.self) ?? .unreadable
        guard let done, let due else { return nil }
        return .test(
            .deadline(done: done, due: due, asOf: asOf.number, states: states, withoutDue: withoutDue))
    }

    /// The tests of a column, all of which must hold.
    private func tests(of column: Int, _ object: JSONObject) -> ListCondition? {
        var tests: [ListCondition] = []
        var isSound = true
        for key in Self.tests {
            guard let node = object.node(key) else { continue }
            if let test = test(key, node, of: column, object) { tests.append(test) } else { isSound = false }
        }
        if !isSound { return nil }
        if tests.isEmpty {
            object.reader.report(
                ListFinding.noTest, at: object.offset,
                [.found: .text(columns[column].code), .expected: .names(Self.tests)])
            return nil
        }
        return tests.count == 1 ? tests[0] : .all(tests)
    }

    private func test(_ key: String, _ node: JSONNode, of column: Int, _ object: JSONObject) -> ListCondition? {
        if key == "blank" {
            return object.boolean(key).map { $0 ? .test(.blank(column)) : .not(.test(.blank(column))) }
        }
        switch (columns[column].kind, key) {
        case (.text, "equals"): return object.requiredText(key).map { texts([$0], at: node, column, object) }
        case (.text, "in"):
            let wanted = object.texts(key)
            if !wanted.isEmpty { return texts(wanted, at: node, column, object) }
            object.reader.report(JSONFinding.missingKey, at: node.offset, [.key: .text(key)])
            return nil
        case (.number, "equals"), (.number, "less"), (.number, "atMost"), (.number, "more"), (.number, "atLeast"):
            return object.decimal(key).map { .test(.number(column, Self.bounds(key, $0))) }
        case (.number, "between"):
            guard let (first, last) = pair(key, of: object), let least = number(first, key, object),
                let greatest = number(last, key, object)
            else { return nil }
            return .test(.number(column, ListTest.NumberBounds(least: least, greatest: greatest)))
        case (.day, "equals"), (.day, "before"), (.day, "after"), (.day, "onOrBefore"), (.day, "onOrAfter"):
            return dayTest(key, node, of: column, object)
        case (.day, "between"):
            guard let (first, last) = pair(key, of: object), let from = bound(first, key, object, isOutside: false),
                let to = bound(last, key, object, isOutside: false)
            else { return nil }
            return .test(.day(column, from: from, to: to))
        default:
            reportKind(key, column, at: node.offset, object)
            return nil
        }
    }

    private func texts(_ wanted: [String], at node: JSONNode, _ column: Int, _ object: JSONObject) -> ListCondition {
        let place = object.reader.document.location(of: node.offset)
        return .test(.texts(column, wanted.map { ListTest.Wanted(text: $0, place: place) }))
    }

    private static func bounds(_ key: String, _ number: FixedDecimal) -> ListTest.NumberBounds {
        switch key {
        case "less": ListTest.NumberBounds(greatest: number, excludesGreatest: true)
        case "atMost": ListTest.NumberBounds(greatest: number)
        case "more": ListTest.NumberBounds(least: number, excludesLeast: true)
        case "atLeast": ListTest.NumberBounds(least: number)
        default: ListTest.NumberBounds(least: number, greatest: number)
        }
    }

    private func dayTest(_ key: String, _ node: JSONNode, of column: Int, _ object: JSONObject) -> ListCondition? {
        let isOutside = key == "before" || key == "after"
        guard let bound = bound(node, key, object, isOutside: isOutside) else { return nil }
        switch key {
        case "before", "onOrBefore":
            if case .day(let day) = bound, isOutside { return .test(.day(column, from: nil, to: .day(day - 1))) }
            return .test(.day(column, from: nil, to: bound))
        case "after", "onOrAfter":
            if case .day(let day) = bound, isOutside { return .test(.day(column, from: .day(day + 1), to: nil)) }
            return .test(.day(column, from: bound, to: nil))
        default: return .test(.day(column, from: bound, to: bound))
        }
    }

    private func bound(
        _ node: JSONNode, _ key: String, _ object: JSONObject, isOutside: Bool
    ) -> ListTest.DayBound? {
        if case .object = node.content {
            guard let other = object.reader.object(node, named: key) else { return nil }
            defer { other.finish() }
            return dayColumn("column", of: other).map { .column($0, isOutside: isOutside) }
        }
        guard case .text(let text) = node.content else {
            object.reader.report(
                JSONFinding.wrongType, at: node.offset, [.key: .text(key), .expected: .term(.quotedText)])
            return nil
        }
        switch text {
        case "periodStart": return .day(period.first.number)
        case "periodEnd": return .day(period.last.number)
        default: break
        }
        if let day = CalendarDay(text) { return .day(day.number) }
        object.reader.report(JSONFinding.badDay, at: node.offset, [.key: .text(key), .found: .text(text)])
        return nil
    }

    private func pair(_ key: String, of object: JSONObject) -> (JSONNode, JSONNode)? {
        let nodes = object.array(key)
        if nodes.count == 2 { return (nodes[0], nodes[1]) }
        object.reader.report(
            JSONFinding.wrongType, at: object.offset(of: key), [.key: .text(key), .expected: .term(.list)])
        return nil
    }

    private func number(_ node: JSONNode, _ key: String, _ object: JSONObject) -> FixedDecimal? {
        if case .number(let digits) = node.content, let number = try? FixedDecimal(digits) { return number }
        object.reader.report(JSONFinding.wrongType, at: node.offset, [.key: .text(key), .expected: .term(.number)])
        return nil
    }
}
