import Documents
import Scoring

extension PeerComparison {
    /// What programs read: who is compared, and the scale with the units that set it.
    func write(to record: inout RecordWriter) {
        record.values([
            "against": .text(rule.against.rawValue), "among": .text(rule.among.rawValue), "units": .count(count),
            "missing": .count(missing), "least": .ratio(least), "greatest": .ratio(greatest),
            "reference": .ratio(reference), "place": .number(place?.decimal), "lastPlace": .number(lastPlace?.decimal),
        ])
        record.texts("unitsWithLeast", unitsWithLeast)
        record.texts("unitsWithGreatest", unitsWithGreatest)
    }
}
