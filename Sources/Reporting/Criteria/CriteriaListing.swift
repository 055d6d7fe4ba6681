package import Assessment
package import Documents
internal import Scoring
internal import Values
internal import Words

/// The criteria sets of a folder.
package struct CriteriaListing: Report {
    private typealias Entry = (file: String, set: CriteriaSet)

    private let folder: CriteriaFolder

    /// Lists what was read of a folder.
    package init(_ folder: CriteriaFolder) { self.folder = folder }

    private static let columns = (
        set: Column<Entry>("set", .setCode) { .text($0.set.set) },
        edition: Column<Entry>("edition", .edition) { .text($0.set.edition) },
        name: Column<Entry>("name", .name, .wrapped(24)) { .name($0.set.name) },
        leaves: Column<Entry>("leaves", .leaves, .trailing) { .count($0.set.leafCount) },
        maximum: Column<Entry>("maximum", .maximum, .decimal) { .number($0.set.maximum) },
        basis: Column<Entry>("pointsBasis", .basis) { .code($0.set.points.basis.rawValue, $0.set.points.basisPhrase) }
    )

    package func write(to document: inout Document) {
        let columns = Self.columns
        let years = Column<Entry>("", .years) { .text($0.set.yearsText) }
        if folder.sets.isEmpty {
            document.paragraph(CriteriaWords.noSets)
        } else {
            document.table(
                folder.sets,
                [columns.set, columns.edition, years, columns.name, columns.leaves, columns.maximum, columns.basis])
        }
        for file in folder.broken { document.notice(CriteriaWords.broken(file.file, errors: file.errors)) }
    }

    package func write(to record: inout RecordWriter) {
        let columns = Self.columns
        let (from, to) = (
            Column<Entry>("from") { .count($0.set.years.lowerBound) },
            Column<Entry>("to") { .count($0.set.years.upperBound) }
        )
        record.list(
            "sets", folder.sets,
            [
                Column("file") { .text($0.file) }, columns.set, columns.edition, from, to, columns.name, columns.leaves,
                columns.maximum, columns.basis,
            ])
        record.list("broken", folder.broken) { record, file in
            record.value("file", .text(file.file))
            record.value("errors", .count(file.errors))
        }
    }
}
