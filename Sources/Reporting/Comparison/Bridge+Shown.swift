internal import Documents
internal import Scoring
internal import Values
internal import Words

extension NodeComparison {
    var name: LocalizedText? { (after ?? before)?.name }

    /// Whether it must be shown though most criteria are not: it changed, or came, or went, or is left out.
    var hasNews: Bool {
        hasApart || !bridge.isUnchanged || before == nil || after == nil || isRenamed || statusBefore != statusAfter
    }

    func write(to record: inout RecordWriter) {
        record.values(["code": .text(code), "name": .name(name), "field": .flag(isField), "leaf": .flag(isLeaf)])
        if before == nil { record.value("is", .text("new")) }
        if after == nil { record.value("is", .text("gone")) }
        if isRenamed { record.value("nameBefore", .name(before?.name)) }
        if isLeaf {
            record.values(["statusBefore": statusBefore?.words ?? .none, "statusAfter": statusAfter?.words ?? .none])
        }
        bridge.write(to: &record)
    }
}

extension Bridge {
    /// Whether there are neither points nor a maximum in any state.
    var isEmpty: Bool { states.allSatisfy { $0.points == 0 && $0.maximum == 0 } }

    /// Points before, of each step, after, and their change; the same of maxima and of indices.
    var pointNumbers: [FixedDecimal] { Self.walk(states.map(\.points)) }
    var maximumNumbers: [FixedDecimal] { Self.walk(states.map(\.maximum)) }
    var indexNumbers: [FixedDecimal]? { indices.map(Self.walk) }

    private static func walk(_ states: [FixedDecimal]) -> [FixedDecimal] {
        let (first, last) = (states[0], states[states.count - 1])
        return [first] + zip(states.dropFirst(), states).map { $0 - $1 } + [last, last - first]
    }

    func write(to record: inout RecordWriter) {
        let (points, maxima, indices) = (pointNumbers, maximumNumbers, indexNumbers)
        func members(_ position: Int) -> KeyValuePairs<String, Value> {
            [
                "points": .number(points[position]), "maximum": .number(maxima[position]),
                "index": .number(indices?[position]),
            ]
        }
        record.record("before") { $0.values(members(0)) }
        record.record("steps") { record in
            for (position, step) in ComparisonStep.allCases.enumerated() {
                record.record("\(step)") { $0.values(members(position + 1)) }
            }
        }
        record.record("after") { $0.values(members(points.count - 2)) }
        record.value("change", .number(change))
    }
}
