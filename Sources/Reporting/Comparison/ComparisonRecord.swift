internal import Assessment
public import Documents
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
        // Straight to the text: a country's comparison has two million of these.
        members { json in
            json.key(key)
            json.open("{", onOneLine: true)
            json.member("points", points)
            json.member("maximum", maximum)
            json.member("index", index)
            json.close("}")
        }
    }
}

extension ComparisonReport.ComparedUnit {
    /// The index before and after, as they are shown; nil unless both sides have one.
    var indices: (before: FixedDecimal, after: FixedDecimal)? {
        guard let indices = comparison.total.indices, let before = indices.first, let after = indices.last else {
            return nil
        }
        return (before, after)
    }
    /// How much the index rose; nil unless both sides have one.
    var indexChange: FixedDecimal? { indices.map { $0.after - $0.before } }
}

extension ComparisonReport {
    /// It always has every criterion.
    public func write(to record: inout RecordWriter) {
        record.record("before") { before.write(to: &$0) }
        record.record("after") { after.write(to: &$0) }
        selection.write(to: &record)
        record.texts("steps", Bridge.stepNames)
        record.list("units", of: sources.count) { record, position in
            write(compared(sources[position]), to: &record)
        }
        surveyChanges.write(to: &record)
        record.list("notCompared", gaps) { record, gap in
            record.value("unit", .text(unit(of: gap)?.code))
            record.value("reason", .text(String("\(gap)".prefix { $0 != "(" })))
            switch gap {
            case .noPredecessor, .noSuccessor, .levelsDiffer: break
            case .unknownPredecessors(_, let codes): record.texts("predecessors", codes)
            case .divided(_, let before, let successors):
                record.value("predecessor", .text(unitsBefore[before].code))
                record.texts("successors", successors.map { unitsAfter[$0].code })
            }
        }
        record.texts("leftOut", leftOut)
    }

    func write(_ unit: ComparedUnit, to record: inout RecordWriter) {
        let (comparison, apart) = (unit.comparison, unit.comparison.apartAfter)
        record.values(of: unit.unit, [.code, .name])
        record.texts("comparedWith", unit.before.map { $0.code })
        record.value("successor", .flag(unit.isSuccession))
        record.record("total") { comparison.total.write(to: &$0) }
        unit.coverage.write(to: &record)
        record.record("adjustment") { comparison.adjustment.write(to: &$0) }
        record.record("rank") { record in
            RankSplitPart(
                places: unit.places, split: unit.split, scope: scope, isCommon: isCommon, digits: pointDigits
            ).write(to: &record)
        }
        record.list("criteria", comparison.nodes.filter { !$0.isApart }) { record, node in node.write(to: &record) }
        if comparison.apart.isEmpty { return }
        record.record("notComparable") { record in
            record.values(["points": .number(apart.points), "maximum": .number(apart.maximum)])
            record.list("reasons", unit.faults) {
                ["criterion": .text($0.leaf), "metric": .text($0.metric), "reason": .text($0.fault.rawValue)]
            }
        }
    }
}
