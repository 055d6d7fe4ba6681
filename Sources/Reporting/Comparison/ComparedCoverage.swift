internal import Documents
internal import Scoring
internal import Values
internal import Words

/// How much of a unit each side of a comparison measured, and what changed only because one side did not measure it.
struct ComparedCoverage: Sendable {
    let before: PointSum
    let after: PointSum
    /// The criteria with unmeasured points on one side only.
    let leaves: [NodeComparison]
    /// What these criteria have more on the second side.
    let points: FixedDecimal

    init(_ comparison: UnitComparison) {
        (before, after) = (comparison.total.first, comparison.total.last)
        leaves = comparison.nodes.filter { node in
            guard node.isLeaf, !node.isApart, node.before != nil, node.after != nil else { return false }
            return (node.bridge.first.unmeasured > 0) != (node.bridge.last.unmeasured > 0)
        }
        points = leaves.reduce(0) { $0 + $1.bridge.change }
    }

    /// Whether both sides are wholly measured.
    var isWhole: Bool { before.unmeasured == 0 && after.unmeasured == 0 }

    /// The coverage of both sides, and what is not measured on one of them; nothing where all is measured.
    func remarks(digits: Int) -> [Phrase] {
        if isWhole { return [] }
        let coverage = ComparisonWords.coverage(before.coverage, after.coverage)
        let codes = leaves.map { $0.code }.joined(separator: ", ")
        return [leaves.isEmpty ? coverage : coverage + ComparisonWords.notMeasured(points, codes, digits: digits)]
    }

    func write(to record: inout RecordWriter) {
        func write(_ key: String, _ value: (PointSum) -> FixedDecimal?) {
            record.record(key) {
                $0.values(["before": .number(value(before)), "after": .number(value(after))])
            }
        }
        write("coverage") { $0.coverage }
        write("unmeasured") { $0.unmeasured }
        record.record("notMeasuredOnOneSide") { record in
            record.value("points", .number(points))
            record.list("criteria", leaves) {
                [
                    "code": .text($0.code), "change": .number($0.bridge.change),
                    "unmeasuredBefore": .number($0.bridge.first.unmeasured),
                    "unmeasuredAfter": .number($0.bridge.last.unmeasured),
                ]
            }
        }
    }
}
