internal import Values

/// Reads the table of an annex into a tree: fields, criteria and sub-criteria by their numbers.
///
/// The heading is found by its words and may take two rows. Headings repeated on further pages, rows that number the
/// columns and sums are passed over and counted; a row without a number continues the one before, as where a page ends
/// within a cell.
public struct AnnexReader: Sendable {
    private var heading: AnnexHeading?
    private var reading = AnnexReading()
    private var indices: [String: Int] = [:]
    /// Whether the row before was a heading.
    private var isBelowHeading = false

    private init() {}

    /// Reads rows of cells with their lines.
    ///
    /// - Complexity: O(cells × words of headings).
    public static func read(_ rows: some Sequence<(line: Int, cells: [String])>) -> AnnexReading {
        var reader = AnnexReader()
        for row in rows { reader.take(row.cells, line: row.line) }
        return reader.reading
    }

    /// Reads text copied from a document, with tabs between cells.
    public static func read(text: String) -> AnnexReading { read(AnnexText.rows(text)) }

    private mutating func take(_ cells: [String], line: Int) {
        let plain = cells.map(AnnexText.plain)
        if plain.allSatisfy(\.isEmpty) { return }
        if let found = AnnexHeading(plain) {
            if heading == nil { reading.headingLine = line } else { reading.repeatedHeadings += 1 }
            heading = found
            isBelowHeading = true
            return
        }
        guard var current = heading else { return }
        if isBelowHeading, current.add(plain) {
            heading = current
            return
        }
        if isNumbering(plain) {
            reading.numberingRows += 1
            return
        }
        let isFirstOfPage = isBelowHeading && !reading.nodes.isEmpty
        isBelowHeading = false
        takeContent(cells, plain, current, line, isFirstOfPage: isFirstOfPage)
    }

    /// "(1) | (2) | (3)".
    private func isNumbering(_ cells: [String]) -> Bool {
        let numbers = cells.filter { !$0.isEmpty }.map { $0.filter { $0.isNumber } }
        let others = cells.contains { $0.contains { !$0.isNumber && !"()=+-".contains($0) } }
        guard numbers.count > 2, !others else { return false }
        return zip(numbers, numbers.dropFirst()).allSatisfy { (Int($0) ?? 0) < (Int($1) ?? 0) }
    }

    private mutating func takeContent(
        _ cells: [String], _ plain: [String], _ heading: AnnexHeading, _ line: Int, isFirstOfPage: Bool
    ) {
        func cell(_ subject: AnnexHeading.Subject) -> String {
            heading[subject].flatMap { $0 < plain.count ? plain[$0] : nil } ?? ""
        }
        let name = cell(.name)
        if isSum(name) || name.isEmpty && isSum(cell(.code)) {
            reading.sums.append((line, AnnexNumber.read(cell(.maximum))))
            return
        }
        let part = cell(.part)
        // Where a column of its own names components, what is to be done belongs to them; elsewhere it is one of them.
        let activity = heading[.part] == nil && heading[.target] == nil ? cell(.task) : ""
        // A page may end within several cells of a row; the rest of one of them shows it.
        let isRest =
            isFirstOfPage
            && plain.indices.contains { column in
                column != heading[.name] && plain[column].first?.isLowercase ?? false
            }
        if let code = AnnexCode(cell(.code)) {
            add(code, name: name, line: line)
            if !part.isEmpty { addPart(part, line: line) }
        } else if !cell(.code).isEmpty {
            return reading.strangeRows.append(line)
        } else if !part.isEmpty, AnnexCode.item(part) != nil {
            addPart(part, line: line)
        } else if reading.nodes.isEmpty {
            return reading.strangeRows.append(line)
        } else if !isRest, name.isEmpty, part.isEmpty, Self.isBeginning(activity) {
            // Another activity of the criterion.
        } else {
            reading.continuedRows += 1
            append(name, part)
        }
        if !activity.isEmpty {
            if Self.isBeginning(activity), !isRest || !cell(.code).isEmpty {
                addPart(AnnexText.item(activity), line: line)
            } else {
                reading.nodes[reading.nodes.count - 1].name += " " + activity
            }
        }
        var last = reading.nodes.removeLast()
        fill(&last, cells, heading)
        if !activity.isEmpty { last.tasks = [] }
        reading.nodes.append(last)
    }

    /// Whether a text begins a sentence, and does not continue one from the page before.
    private static func isBeginning(_ text: String) -> Bool {
        AnnexText.item(text).first.map { $0.isUppercase || $0.isNumber } ?? false
    }

    private func isSum(_ name: String) -> Bool {
        let folded = VietnameseText.folded(name)
        return ["tong", "cong"].contains(folded)
            || ["tong cong", "tong diem", "tong so diem", "cong diem"].contains { folded.hasPrefix($0) }
    }

    // MARK: - The tree

    private mutating func add(_ code: AnnexCode, name: String, line: Int) {
        let (own, parent) = code.placed(after: reading.nodes.last?.code)
        append(AnnexNode(code: own, name: name, parent: parent, line: line))
    }

    /// A component that a column of its own names: "a) Tri thức công dân".
    private mutating func addPart(_ text: String, line: Int) {
        // A component stands below the last criterion with a number, beside the components before it.
        guard let above = reading.nodes.last(where: { !$0.isPart }) else { return }
        guard let items = AnnexCode.items(text) else {
            let number = reading.nodes.count { $0.parent == above.code } + 1
            return append(
                AnnexNode(code: "\(above.code).\(number)", name: text, parent: above.code, line: line, isPart: true))
        }
        for (letter, name) in items {
            append(AnnexNode(code: above.code + "." + letter, name: name, parent: above.code, line: line, isPart: true))
        }
    }

    private mutating func append(_ node: AnnexNode) {
        // The same code again is another row's: the check of the set names it.
        if indices[node.code] == nil { indices[node.code] = reading.nodes.count }
        reading.nodes.append(node)
    }

    /// Continues the name of the row before.
    private mutating func append(_ name: String, _ part: String) {
        let last = reading.nodes.count - 1
        for text in [name, part] where !text.isEmpty {
            // Where the row before is a component, the name column continues that of the criterion above.
            let index =
                text == name && reading.nodes[last].isPart ? reading.nodes.lastIndex { !$0.isPart } ?? last : last
            reading.nodes[index].name += " " + text
        }
    }

    // MARK: - Cells

    private func fill(_ node: inout AnnexNode, _ cells: [String], _ heading: AnnexHeading) {
        func lines(_ subject: AnnexHeading.Subject) -> [String] {
            heading[subject].flatMap { $0 < cells.count ? AnnexText.lines(cells[$0]) : nil } ?? []
        }
        func join(_ text: inout String, _ subject: AnnexHeading.Subject) {
            let added = lines(subject).map(AnnexText.item).joined(separator: " ")
            if !added.isEmpty { text += (text.isEmpty ? "" : " ") + added }
        }
        // A merged cell stands for the rows below it.
        if node.monitoring.isEmpty, lines(.monitoring).isEmpty, let parent = node.parent, let above = indices[parent] {
            node.monitoring = reading.nodes[above].monitoring
        }
        join(&node.monitoring, .monitoring)
        join(&node.lead, .lead)
        join(&node.coordinating, .coordinating)
        join(&node.deadline, .deadline)
        node.target += lines(.target)
        node.tasks += lines(.task)
        node.results += lines(.result)
        node.words += lines(.words)
        node.evidence += lines(.evidence)
        node.notes += lines(.notes)
        let maximum = lines(.maximum).joined(separator: " ")
        if maximum.isEmpty { return }
        node.maximum = AnnexNumber.read(maximum)
        node.unreadMaximum = node.maximum == nil ? maximum : nil
    }
}

/// A number of points: "2", "1,5 điểm".
enum AnnexNumber {
    static func read(_ text: String) -> FixedDecimal? {
        let tokens = AnnexToken.read(text)
        guard let value = tokens.first?.value, !tokens[0].isPercent,
            tokens.dropFirst().allSatisfy({ ["điểm", "đ"].contains($0.word ?? "") })
        else { return nil }
        return value
    }
}
