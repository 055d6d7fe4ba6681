import Scoring
import Tables
import Values

extension ListUse {
    /// Reads the entries of `lists` with their profiles; beside them all files that entries name, sound or not, and which of
    /// them are profiles.
    /// - Parameter path: Makes a path of the folder one that can be opened.
    static func read(
        of root: JSONObject, period: Period, path: (String) -> String, _ bounds: FolderBounds, into sink: FindingSink
    ) -> (uses: [ListUse], files: [String], profiles: Set<String>) {
        var named: [String] = []
        var profiles: Set<String> = []
        let uses = root.objects("lists").compactMap { entry -> ListUse? in
            defer { entry.finish() }
            let files = Self.files(of: entry)
            let profilePath = entry.requiredText("profile").map(path)
            named += files.map(path) + [profilePath].compactMap { $0 }
            if let profilePath { profiles.insert(profilePath) }
            let unit = entry.text("unit")
            let asOf = entry.day("asOf", in: AssessmentSettings.years(around: period.year))
            guard let profilePath, let profile = ListProfile.read(profilePath, period, asOf: asOf, bounds, into: sink)
            else {
                for key in ["where", "period", "metrics"] { _ = entry.has(key) }
                return nil
            }
            if profile.unit == nil, unit == nil {
                entry.reader.report(JSONFinding.missingKey, at: entry.offset, [.key: "unit"])
            }
            let reader = ListConditionReader(
                columns: profile.columns, period: period, asOf: asOf ?? period.last, named: profile.conditions,
                names: profile.conditions.keys.sorted())
            let general = scope(of: entry, reader)
            _ = entry.required("metrics")
            guard let counted = entry.object("metrics") else { return nil }
            var metrics: [ListMetric] = []
            for code in counted.keys {
                guard let object = counted.object(code) else { continue }
                defer { object.finish() }
                let (own, denominator) = (scope(of: object, reader), reader.condition("denominator", of: object))
                let numerator = reader.condition("numerator", of: object)
                if object.has("denominator"), !object.has("numerator") {
                    object.reader.report(JSONFinding.missingKey, at: object.offset, [.key: "numerator"])
                }
                metrics.append(
                    ListMetric(
                        code: code, place: counted.reader.document.location(of: counted.offset(of: code)),
                        scope: .all([general, own, denominator].compactMap { $0 }), numerator: numerator))
            }
            let place = entry.reader.document.location(of: entry.offset)
            return ListUse(
                files: files.map(path), profile: profile, unit: unit, asOf: asOf, metrics: metrics, place: place)
        }
        return (uses, named, profiles)
    }

    /// The rows that `where` and `period` leave; nil for all.
    private static func scope(of object: JSONObject, _ reader: ListConditionReader) -> ListCondition? {
        let condition = reader.condition("where", of: object)
        guard object.has("period"), let column = reader.dayColumn("period", of: object) else { return condition }
        let days = reader.period.first.number...reader.period.last.number
        return .all([condition, .test(.period(column, days))].compactMap { $0 })
    }

    private static func files(of entry: JSONObject) -> [String] {
        if case .array? = entry.required("file")?.content {
            let files = entry.texts("file")
            if files.isEmpty {
                entry.reader.report(JSONFinding.missingKey, at: entry.offset(of: "file"), [.key: "file"])
            }
            return files
        }
        return [entry.text("file")].compactMap { $0 }
    }
}

extension ListProfile {
    /// Reads a profile; nil when it is not sound, which is reported.
    /// - Parameter bounds: Those of the folder that names it; nil where nobody does.
    static func read(
        _ path: String, _ period: Period, asOf: CalendarDay?, _ bounds: FolderBounds? = nil, into sink: FindingSink
    ) -> ListProfile? {
        do throws(FindingsError) {
            let document = try bounds?.document(path, as: .profile) ?? JSONDocument(contentsOf: path)
            let reader = JSONReader(document)
            let profile = reader.root().flatMap { read($0, path, period, asOf) }
            sink.add(reader.findings)
            return reader.hasErrors ? nil : profile
        } catch {
            sink.add(error.findings)
            return nil
        }
    }

    private static func read(
        _ root: JSONObject, _ path: String, _ period: Period, _ asOf: CalendarDay?
    ) -> ListProfile? {
        defer { root.finish() }
        _ = root.text("$schema")
        if root.required("format") != nil { _ = root.integer("format", in: 1...1) }
        let name = root.requiredLocalized("name")
        var profile = ListProfile(name: name ?? LocalizedText(vi: path))
        _ = root.required("columns")
        profile.columns = readColumns(of: root)
        let reader = ListConditionReader(columns: profile.columns, period: period, asOf: asOf ?? period.last)
        profile.isMonthFirst = root.choice("days", of: DayOrder.self) == .monthFirst
        profile.comparesTimes = root.boolean("times") ?? false
        profile.id = root.has("id") ? reader.column("id", of: root) : nil
        profile.unit = root.has("unit") ? reader.column("unit", of: root) : nil
        profile.leavesOutOthers = root.boolean("leavesOutOthers") ?? false
        profile.groupBy = root.array("groupBy").compactMap { columnOf($0, "groupBy", root, reader) }
        profile.inOrder = root.array("inOrder").map { node in
            guard case .array(let nodes) = node.content else {
                root.reader.report(
                    JSONFinding.wrongType, at: node.offset, [.key: "inOrder", .expected: .term(.list)])
                return []
            }
            return nodes.compactMap { part in
                columnOf(part, "inOrder", root, reader).flatMap {
                    reader.isDay($0, "inOrder", at: part.offset, root) ? $0 : nil
                }
            }
        }
        if let percent = root.decimal("maximumUnreadable") {
            if percent < 0 || percent > 100 {
                root.reader.report(
                    JSONFinding.wrongType, at: root.offset(of: "maximumUnreadable"),
                    [.key: "maximumUnreadable", .expected: .term(.number), .range: .range(0, 100)])
            }
            profile.maximumUnreadable = percent
        }
        profile.units = readUnits(of: root)
        profile.conditions = readConditions(of: root, reader)
        return profile
    }

    private enum DayOrder: String, CaseIterable { case dayFirst, monthFirst }

    private static func columnOf(
        _ node: JSONNode, _ key: String, _ root: JSONObject, _ reader: ListConditionReader
    ) -> Int? {
        guard case .text(let code) = node.content else {
            root.reader.report(
                JSONFinding.wrongType, at: node.offset, [.key: .text(key), .expected: .term(.quotedText)])
            return nil
        }
        return reader.column(named: code, key, at: node.offset, root)
    }

    /// Each column's names: one, several, or with the kind of its cells.
    private static func readColumns(of root: JSONObject) -> [ListColumn] {
        guard let columns = root.object("columns") else { return [] }
        return columns.keys.compactMap { code in
            guard let node = columns.node(code) else { return nil }
            switch node.content {
            case .text(let name): return ListColumn(code: code, names: [name], kind: .text)
            case .array: return ListColumn(code: code, names: columns.texts(code), kind: .text)
            default:
                guard let object = columns.object(code) else { return nil }
                defer { object.finish() }
                let kind = object.choice("kind", of: ListColumn.Kind.self) ?? .text
                let names: [String]
                if case .text(let name)? = object.required("names")?.content {
                    names = [name]
                } else {
                    names = object.texts("names")
                }
                return ListColumn(code: code, names: names, kind: kind)
            }
        }
    }

    private static func readUnits(of root: JSONObject) -> [(name: String, code: String?, place: Location)] {
        guard case .object(let members)? = root.node("units")?.content else {
            _ = root.object("units")
            return []
        }
        return members.compactMap { member in
            let place = root.reader.document.location(of: member.value.offset)
            switch member.value.content {
            case .null: return (member.key, nil, place)
            case .text(let code): return (member.key, code, place)
            default:
                root.reader.report(
                    JSONFinding.wrongType, at: member.value.offset,
                    [.key: .text(member.key), .expected: .term(.quotedText)])
                return nil
            }
        }
    }

    /// The conditions, each after those that it names.
    private static func readConditions(
        of root: JSONObject, _ reader: ListConditionReader
    ) -> [String: ListCondition] {
        guard let conditions = root.object("conditions") else { return [:] }
        var reader = reader
        reader.names = conditions.keys
        var waiting: [String] = []
        var failed: Set<String> = []
        func settle(_ name: String) {
            guard reader.named[name] == nil, !failed.contains(name), let node = conditions.node(name) else { return }
            if let start = waiting.firstIndex(of: name) {
                conditions.reader.report(
                    ListFinding.conditionCircle, at: node.offset, [.found: .names(waiting[start...] + [name])])
                failed.formUnion(waiting[start...])
                return
            }
            waiting.append(name)
            for other in names(in: node) where conditions.has(other) { settle(other) }
            waiting.removeLast()
            if failed.contains(name) { return }
            // What rests on a wrong one is not said to be wrong itself.
            if names(in: node).contains(where: failed.contains) {
                failed.insert(name)
            } else if let condition = reader.condition(node, name, conditions) {
                reader.named[name] = condition
            } else {
                failed.insert(name)
            }
        }
        conditions.keys.forEach(settle)
        return reader.named
    }

    /// The conditions that one names.
    private static func names(in node: JSONNode) -> [String] {
        switch node.content {
        case .text(let name): return [name]
        case .object(let members):
            return members.flatMap { member -> [String] in
                guard ["all", "any", "not"].contains(member.key) else { return [] }
                if case .array(let parts) = member.value.content { return parts.flatMap(names) }
                return names(in: member.value)
            }
        default: return []
        }
    }
}
