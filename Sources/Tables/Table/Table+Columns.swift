internal import Values

extension Table {
    /// The column whose heading is one of the names, ignoring case, diacritics and punctuation between words; the first
    /// name that matches wins. Nil when none does.
    ///
    /// Complexity: O(columns × names).
    package func column(named names: [String]) -> Int? {
        for name in names {
            if let column = foldedHeadings.firstIndex(of: CellText.key(name)) { return column }
        }
        return nil
    }

    /// The same for an optional column; records that the caller knows these names. Reports an error when two columns
    /// bear names of this list.
    package mutating func optionalColumn(_ names: [String]) -> Int? {
        knownNames += names
        guard let column = column(named: names) else { return nil }
        knownColumns.insert(column)
        let keys = names.map(CellText.key)
        for other in headings.indices where other != column && keys.contains(foldedHeadings[other]) {
            // A heading that occurs twice has been reported already.
            if !knownColumns.insert(other).inserted || foldedHeadings[other] == foldedHeadings[column] { continue }
            let details: FindingDetails = [
                .found: .text(Excerpt.of(headings[other])), .other: .text(Excerpt.of(headings[column])),
                .first: .location(headingLocation(column)),
            ]
            collector.report(TableFinding.sameMeaning, at: headingLocation(other), details)
        }
        return column
    }

    /// The same for a required column; reports an error when it is missing.
    package mutating func requiredColumn(_ names: [String]) -> Int? {
        if let column = optionalColumn(names) { return column }
        let free = headings.indices.filter { !knownColumns.contains($0) && !headings[$0].isEmpty }
        var details: FindingDetails = [
            .expected: .names(names), .found: .names(headings.filter { !$0.isEmpty }),
        ]
        // The heading that may be the column's, and which of its names that resembles.
        let heading = heading(like: names, among: free.map { headings[$0] })
        if let heading { details[.other] = .text(Excerpt.of(heading)) }
        collector.report(
            TableFinding.missingColumn, at: headingLocation(), details,
            suggestion: heading.flatMap { Spelling.closest(to: $0, among: names) })
        return nil
    }

    /// The columns whose headings nobody has asked for so far.
    package var unknownColumns: [Int] {
        headings.indices.filter { !headings[$0].isEmpty && !knownColumns.contains($0) }
    }

    /// A name that has been asked for and that the heading may mean.
    package func suggestion(forColumn column: Int) -> String? {
        Spelling.closest(to: headings[column], among: knownNames)
    }

    /// Reports a warning for each column that nobody asked for; call it after all columns have been asked for.
    /// - Parameter known: Names of columns that are allowed but not read.
    package mutating func reportUnknownColumns(but known: [String]...) {
        for names in known { _ = optionalColumn(names) }
        for column in unknownColumns {
            let (found, suggestion) = (Excerpt.of(headings[column]), suggestion(forColumn: column))
            collector.report(
                TableFinding.unknownColumn, at: headingLocation(column), [.found: .text(found)], suggestion: suggestion)
        }
    }

    private func heading(like names: [String], among headings: [String]) -> String? {
        names.lazy.compactMap { Spelling.closest(to: $0, among: headings) }.first
    }
}
