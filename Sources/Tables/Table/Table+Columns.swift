internal import Values

extension Table {
    /// The column whose heading is one of the names, ignoring case, diacritics and punctuation between words; the first
    /// name that matches wins. Nil when none does.
    ///
    /// A heading of several rows is also found by its last row, and any without the number or unit in brackets behind
    /// it, where only one column can be meant so.
    ///
    /// Complexity: O(columns × names).
    package func column(named names: [String]) -> Int? {
        let keys = names.map(CellText.key)
        for key in keys {
            if let column = foldedHeadings.firstIndex(of: key) { return column }
        }
        if let column = columnWithLostLetters(named: names) { return column }
        if otherHeadings.isEmpty { return nil }
        let others = otherHeadings.map { $0.map(CellText.key) }
        for key in keys {
            let columns = others.indices.filter { others[$0].contains(key) }
            if columns.count == 1 { return columns[0] }
        }
        return nil
    }

    /// What stands over a column, and others, in the first row of the heading; nil where it has one row.
    package func group(ofColumn column: Int) -> String? { groups.isEmpty ? nil : groups[column] }

    /// All columns whose headings are one of the names.
    package func columns(named names: [String]) -> [Int] {
        let keys = Set(names.map(CellText.key))
        return headings.indices.filter { column in
            keys.contains(foldedHeadings[column])
                || !otherHeadings.isEmpty && otherHeadings[column].contains { keys.contains(CellText.key($0)) }
        }
    }

    /// The only column whose heading is one of the names with question marks for letters with marks, as Windows saves
    /// letters that its code page does not have: `M? s? li?u`. Only where the text is plainly in such a code page.
    private func columnWithLostLetters(named names: [String]) -> Int? {
        guard charset == .windows1252 || charset == .windows1258 else { return nil }
        let columns = headings.indices.filter { column in
            headings[column].contains("?") && names.contains { Self.isWithLostLetters(headings[column], of: $0) }
        }
        return columns.count == 1 ? columns[0] : nil
    }

    private static func isWithLostLetters(_ heading: String, of name: String) -> Bool {
        let (found, wanted) = (Array(heading), Array(name))
        return found.count == wanted.count
            && zip(found, wanted).allSatisfy { letter, own in
                letter == "?" ? !own.isASCII : CellText.key(String(letter)) == CellText.key(String(own))
            }
    }

    /// The texts under which a column may be looked up: its heading, and what else it may be called.
    package func names(ofColumn column: Int) -> [String] {
        [headings[column]] + (otherHeadings.isEmpty ? [] : otherHeadings[column])
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

    /// Records that all columns with these names are allowed and not read.
    package mutating func allowColumns(_ names: [String]) {
        knownNames += names
        knownColumns.formUnion(columns(named: names))
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
