import Documents
import Scoring
import Values

extension PeerComparison {
    /// What programs read: who is compared, and the scale with the units that set it.
    ///
    /// - Parameter points: which points the unit can still get.
    func write(to record: inout RecordWriter, points: ClosedRange<ExactRatio>?) {
        record.values([
            "against": .text(rule.against.rawValue), "among": .text(rule.among.rawValue), "units": .count(count),
            "missing": .count(missing), "least": .ratio(least), "greatest": .ratio(greatest),
            "reference": .ratio(reference), "place": .number(place?.decimal), "lastPlace": .number(lastPlace?.decimal),
            "low": .ratio(range?.low), "high": .ratio(range?.high), "z": .ratio(z),
            "target": .number(target), "leastPoints": .ratio(points?.lowerBound),
            "mostPoints": .ratio(points?.upperBound),
        ])
        record.texts("unitsWithLeast", unitsWithLeast)
        record.texts("unitsWithGreatest", unitsWithGreatest)
    }
}
