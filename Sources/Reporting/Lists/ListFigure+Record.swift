internal import Assessment
internal import Documents
internal import Values
internal import Words

extension ListFigure {
    /// What programs read: counts, files, and every group, so that their failures add up to those of the figure.
    func write(to record: inout RecordWriter) {
        record.values([
            "system": .name(system), "numerator": .count(numerator), "count": .count(all), "failed": .count(failed),
            "unreadable": .count(unreadable),
        ])
        record.texts("files", files)
        record.list("groups", groupings) { record, grouping in
            record.value("column", .text(grouping.heading))
            record.list("parts", grouping.parts) {
                ["name": .text($0.name), "failed": .count($0.failed), "count": .count($0.all)]
            }
        }
    }

    /// The groups with most failures, a phrase for each column; empty where no row failed.
    func costliest(_ top: Int = 3) -> [Phrase] { groupings.compactMap { ListWords.grouping($0, top: top) } }
}
