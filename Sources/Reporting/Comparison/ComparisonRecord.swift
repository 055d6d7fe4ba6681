internal import Documents
internal import Scoring
internal import Values
internal import Words

extension NodeComparison {
    var name: LocalizedText? { (after ?? before)?.name }

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
    // Made once: names by reflection cost more than the numbers.
    static let stepNames = ComparisonStep.allCases.map { "\($0)" }

    func write(to record: inout RecordWriter) {
        let (points, maxima, indices) = (pointNumbers, maximumNumbers, indexNumbers)
        func write(_ key: String, _ position: Int, to record: inout RecordWriter) {
            record.sums(key, points[position], of: maxima[position], index: indices?[position])
        }
        write("before", 0, to: &record)
        record.record("steps") { record in
            for (position, name) in Self.stepNames.enumerated() { write(name, position + 1, to: &record) }
        }
        write("after", points.count - 2, to: &record)
        record.value("change", .number(change))
    }
}

extension RecordWriter {
    /// A member of points, their maximum and the index.
    mutating func sums(_ key: String, _ points: FixedDecimal, of maximum: FixedDecimal, index: FixedDecimal?) {
        line(key, ["points": .number(points), "maximum": .number(maximum), "index": .number(index)])
    }
}
