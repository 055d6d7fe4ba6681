public import Values

extension Scenario {
    /// Reads a scenario file (`docs/gap-and-whatif.md`).
    ///
    /// - Returns: the scenario, the place of each of its changes, and that of its unit.
    /// - Throws: `FindingsError` with all findings.
    public static func read(_ document: JSONDocument) throws(FindingsError) -> (
        scenario: Scenario, locations: [Location], unit: Location
    ) {
        let reader = JSONReader(document)
        guard let root = reader.root() else {
            throw FindingsError(reader.findings)
        }
        _ = root.text("$schema")
        if root.required("format") != nil { _ = root.integer("format", in: 1...1) }
        var scenario = Scenario(
            name: root.has("name") ? root.requiredText("name") : nil,
            unit: root.has("unit") ? root.requiredText("unit") : nil, changes: [])
        var locations: [Location] = []
        if root.required("changes") != nil {
            for entry in root.objects("changes") {
                let metric = entry.requiredText("metric")
                let edit = Edit(reading: entry)
                entry.finish()
                guard let metric, let edit else { continue }
                scenario.changes.append(Change(metric, edit))
                locations.append(document.location(of: entry.offset))
            }
        }
        root.finish()
        if reader.hasErrors { throw FindingsError(reader.findings) }
        return (scenario, locations, document.location(of: root.offset(of: "unit")))
    }

    /// The scenario as a file that ``read(_:)`` can read.
    public var json: String {
        var writer = JSONWriter()
        writer.object { root in
            root.member("format", 1)
            if let name { root.member("name", name) }
            if let unit { root.member("unit", unit) }
            write(to: &root)
        }
        return writer.text
    }

    /// Writes the changes under their key.
    package func write(to object: inout JSONWriter) {
        object.key("changes")
        object.array { list in
            for change in changes {
                list.object { entry in
                    entry.member("metric", change.metric)
                    change.edit.write(to: &entry)
                }
            }
        }
    }
}

extension Scenario.Edit {
    private static let keys = ["set", "add", "numerator", "addNumerator", "answer", "task", "status"]

    /// Reads the one key that states the change; `denominator` accompanies `numerator`.
    package init?(reading object: JSONObject) {
        let denominator = object.decimal("denominator")
        let stated = Self.keys.filter(object.has)
        guard stated.count == 1, let key = stated.first, !object.has("denominator") || key == "numerator" else {
            object.reader.report(
                ScenarioFinding.badChange, at: object.offset, [.expected: .names(Self.keys)])
            return nil
        }
        let edit: Self? =
            switch key {
            case "set": object.decimal(key).map(Self.set)
            case "add": object.decimal(key).map(Self.add)
            case "numerator":
                object.decimal(key).flatMap { count in
                    object.has("denominator")
                        ? denominator.map { .counts(numerator: count, denominator: $0) } : .numerator(count)
                }
            case "addNumerator": object.decimal(key).map(Self.addToNumerator)
            case "answer": object.boolean(key).map(Self.answer)
            case "task": object.choice(key, of: Scenario.TaskState.self).map(Self.task)
            default: object.choice(key, of: Scenario.Absence.self).map(Self.status)
            }
        guard let edit else { return nil }
        self = edit
    }

    package func write(to object: inout JSONWriter) {
        switch self {
        case .set(let value): object.member("set", value)
        case .add(let more): object.member("add", more)
        case .numerator(let count): object.member("numerator", count)
        case .addToNumerator(let more): object.member("addNumerator", more)
        case .counts(let numerator, let denominator):
            object.member("numerator", numerator)
            object.member("denominator", denominator)
        case .answer(let isYes): object.member("answer", isYes)
        case .task(let state): object.member("task", state.rawValue)
        case .status(let absence): object.member("status", absence.rawValue)
        }
    }
}
