internal import Values

extension Table {
    /// The column whose heading is one of the names, without regard to capitals, marks and signs between words: the
    /// first name that is there wins. Nil when none is.
    ///
    /// Complexity: O(columns × names).
    package func column(named names: [String]) -> Int? {
        for name in names {
            if let column = foldedHeadings.firstIndex(of: CellText.key(name)) { return column }
        }
        return nil
    }

    /// The same, for a column that may be there, and notes that the caller knows these names. An error finding when
    /// two columns bear names of this list.
    package mutating func optionalColumn(_ names: [String]) -> Int? {
        knownNames += names
        guard let column = column(named: names) else { return nil }
        knownColumns.insert(column)
        let keys = names.map(CellText.key)
        for other in headings.indices where other != column && keys.contains(foldedHeadings[other]) {
            // The same heading twice is found already.
            if !knownColumns.insert(other).inserted || foldedHeadings[other] == foldedHeadings[column] { continue }
            let details: FindingDetails = [
                .found: .text(Excerpt.of(headings[other])), .other: .text(Excerpt.of(headings[column])),
                .first: .place(headingPlace(column)),
            ]
            collector.report(TableFinding.sameMeaning, at: headingPlace(other), details)
        }
        return column
    }

    /// The same, for a column that must be there; an error finding when it is not.
    package mutating func requiredColumn(_ names: [String]) -> Int? {
        if let column = optionalColumn(names) { return column }
        let free = headings.indices.filter { !knownColumns.contains($0) && !headings[$0].isEmpty }
        let suggestion = suggestion(for: names, among: free.map { headings[$0] })
        let named = headings.filter { !$0.isEmpty }
        collector.report(
            TableFinding.missingColumn, at: headingPlace(), [.expected: .names(names), .found: .names(named)],
            suggestion: suggestion)
        return nil
    }

    /// The columns with a heading that nobody asked for so far.
    package var unknownColumns: [Int] {
        headings.indices.filter { !headings[$0].isEmpty && !knownColumns.contains($0) }
    }

    /// The name that somebody asked for and that the heading may mean.
    package func suggestion(forColumn column: Int) -> String? {
        Spelling.closest(to: headings[column], among: knownNames)
    }

    /// Adds a warning for each column that nobody asked for; call it when all columns have been asked for.
    /// - Parameter known: Names of columns that may be there and are not read.
    package mutating func reportUnknownColumns(but known: [String]...) {
        for names in known { _ = optionalColumn(names) }
        for column in unknownColumns {
            let (found, suggestion) = (Excerpt.of(headings[column]), suggestion(forColumn: column))
            collector.report(
                TableFinding.unknownColumn, at: headingPlace(column), [.found: .text(found)], suggestion: suggestion)
        }
    }

    private func suggestion(for names: [String], among headings: [String]) -> String? {
        for name in names {
            if let heading = Spelling.closest(to: name, among: headings) { return Excerpt.of(heading) }
        }
        return nil
    }
}
