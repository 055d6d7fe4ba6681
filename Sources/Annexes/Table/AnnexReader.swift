internal import Scoring
internal import Values

/// Reads the table of an annex into a tree: fields, criteria and sub-criteria by their numbers.
///
/// The heading is found by its words and may take two rows. Headings repeated on further pages, rows that number the
/// columns and sums are passed over and counted; a row without a number continues the one before, as where a page ends
/// within a cell, or says how that is scored.
public struct AnnexReader: Sendable {
    var heading: AnnexHeading?
    private var headings: [String] = []
    var reading = AnnexReading()
    var indices: [String: Int] = [:]
    /// The last node that is no component.
    private var lastWhole: Int?
    /// How many nodes stand below each, and how often a code has been repeated.
    private var childCounts: [String: Int] = [:]
    private var copies: [String: Int] = [:]
    /// Rows without a number that have points, behind the node to which they belong.
    var items: [AnnexItem] = []
    /// Whether the row before was a heading.
    private var isBelowHeading = false
    /// Whether the last row was a total, behind which only numbered rows belong to the table.
    private var isBelowTotal = false

    private init() {}

    /// Reads rows of cells with their lines.
    ///
    /// - Complexity: O(cells × words of headings).
    public static func read(_ rows: some Sequence<(line: Int, cells: [String])>) -> AnnexReading {
        read(rows.map { AnnexRow(line: $0.line, cells: $0.cells) })
    }

    /// Reads text copied from a document, with tabs between cells.
    public static func read(text: String) -> AnnexReading { read(AnnexText.rows(text)) }

    /// Reads the rows of a file.
    static func read(_ rows: [AnnexRow]) -> AnnexReading {
        var reader = AnnexReader()
        for row in rows { reader.take(row) }
        reader.settleItems()
        return reader.reading
    }

    private mutating func take(_ row: AnnexRow) {
        if row.isProse, heading != nil { return }
        let plain = row.cells.map { $0.isRepeated ? "" : AnnexText.plain($0.text) }
        if plain.allSatisfy({ $0.isEmpty }), row.hidden.isEmpty { return }
        if row.isProse {
            reading.titles += plain
            return
        }
        if takeRecord(row, plain) { return }
        let number = heading?[.code].map { $0 < plain.count ? plain[$0] : "" } ?? ""
        if AnnexCode(number) == nil, let found = AnnexHeading(plain) {
            if heading == nil { reading.headingLine = row.line } else { reading.repeatedHeadings += 1 }
            begin(found, row, plain)
            return
        }
        guard var current = heading else {
            reading.titles += plain.filter { !$0.isEmpty }
            return
        }
        if isBelowHeading, current.add(plain) {
            heading = current
            for (column, text) in plain.enumerated() where column < headings.count && !text.isEmpty {
                headings[column] = text
            }
            noteUnreadColumns(of: current, row)
            return
        }
        if isNumbering(plain) {
            reading.numberingRows += 1
            return
        }
        let isFirstOfPage = isBelowHeading && !reading.nodes.isEmpty
        isBelowHeading = false
        takeContent(row, plain, current, isFirstOfPage: isFirstOfPage)
    }

    private mutating func begin(_ found: AnnexHeading, _ row: AnnexRow, _ plain: [String]) {
        if found != heading { headings = plain }
        if heading == nil { noteUnreadColumns(of: found, row) }
        heading = found
        isBelowHeading = true
        reading.hasMaxima = reading.hasMaxima || found[.maximum] != nil
    }

    private mutating func noteUnreadColumns(of heading: AnnexHeading, _ row: AnnexRow) {
        reading.unreadColumns.removeAll { $0.place.line == row.line - 1 && $0.place.table == row.table }
        for (column, text) in heading.unread where !text.isEmpty {
            reading.unreadColumns.append((row.place(column: column), text))
        }
    }

    /// "(1) | (2) | (3)".
    private func isNumbering(_ cells: [String]) -> Bool {
        let numbers = cells.filter { !$0.isEmpty }.map { $0.filter { $0.isNumber } }
        let others = cells.contains { $0.contains { !$0.isNumber && !"()=+-".contains($0) } }
        guard numbers.count > 2, !others else { return false }
        return zip(numbers, numbers.dropFirst()).allSatisfy { (Int($0) ?? 0) < (Int($1) ?? 0) }
    }

    // MARK: - Rows

    /// Takes a row that says for programs what it is; false when it says nothing.
    private mutating func takeRecord(_ row: AnnexRow, _ plain: [String]) -> Bool {
        guard let heading else { return false }
        let record = row.hidden + (heading[.record].map { $0 < row.cells.count ? row.cells[$0].text : "" } ?? "")
        if record.allSatisfy({ $0.isWhitespace }) { return false }
        settleItems()
        (isBelowHeading, isBelowTotal) = (false, false)
        if AnnexRecord(record)?.kind == .edition {
            reading.editionRecord = record
            reading.totalPlace = row.place(column: heading[.record])
            return true
        }
        let code = row.text(at: heading[.code]) ?? ""
        let above = code.lastIndex(of: ".").map { String(code[..<$0]) }
        var node = AnnexNode(
            code: code, name: row.text(at: heading[.name]) ?? "",
            parent: above.flatMap { indices[$0] == nil ? nil : $0 }, place: row.place(column: heading[.name]))
        node.record = record
        node.maximum = AnnexNumber.read(row, heading)
        node.cells = plain.enumerated().compactMap { column, text in
            column < headings.count && column != heading[.record]
                ? AnnexCellText(heading: headings[column], text: text, column: column + 1) : nil
        }
        append(node)
        return true
    }

    private mutating func takeContent(
        _ row: AnnexRow, _ plain: [String], _ heading: AnnexHeading, isFirstOfPage: Bool
    ) {
        func cell(_ subject: AnnexHeading.Subject) -> String {
            heading[subject].flatMap { $0 < plain.count ? plain[$0] : nil } ?? ""
        }
        var (number, name) = (cell(.code), cell(.name))
        if AnnexCode(number) == nil, isSum(name) || name.isEmpty && isSum(number) {
            settleItems()
            reading.sums.append((row.line, AnnexNumber.read(row, heading)))
            reading.totalPlace = row.place(column: heading[.maximum])
            isBelowTotal = true
            return
        }
        let part = cell(.part)
        // "I. CÔNG TÁC CHỈ ĐẠO" in the first cell, merged over the row, or no column for numbers at all.
        if AnnexCode(number) == nil, name.isEmpty || number.isEmpty,
            let leading = AnnexCode.leading(name.isEmpty ? number : name), startsRow(row, heading, leading.code)
        {
            isBelowTotal = false
            return add(leading.code, name: leading.name, row, heading, part: part, activity: "")
        }
        // Where a column of its own names components, what is to be done belongs to them; elsewhere it is one of them.
        let activity = heading[.part] == nil && heading[.target] == nil ? cell(.task) : ""
        // A page may end within several cells of a row; the rest of one of them shows it.
        let isRest =
            isFirstOfPage
            && plain.indices.contains { column in
                column != heading[.name] && plain[column].first?.isLowercase ?? false
            }
        if let code = AnnexCode(number) {
            isBelowTotal = false
            return add(code, name: name, row, heading, part: part, activity: activity)
        }
        if ["-", "–", "+", "*", "•"].contains(number) { number = "" }
        if !number.isEmpty || isBelowTotal || reading.nodes.isEmpty && part.isEmpty {
            let text = plain.filter { !$0.isEmpty }.joined(separator: " | ")
            return reading.strange.append((row.place(column: nil), text))
        }
        if !part.isEmpty, AnnexCode.item(part) != nil {
            settleItems()
            addPart(part, row)
        } else if !isRest, name.isEmpty, part.isEmpty, AnnexText.isBeginning(activity) {
            // Another activity of the criterion.
        } else if let points = AnnexNumber.read(row, heading), !name.isEmpty {
            return items.append(AnnexItem(name: name, points: points, row: row))
        } else if saysHow(name, heading, isFirstOfPage: isFirstOfPage) {
            name = ""
            append(words: AnnexText.lines(row.cells[heading[.name] ?? 0].text), at: row.place(column: heading[.name]))
        } else {
            reading.continuedRows += 1
            append(name, part)
        }
        addActivity(activity, row, isNew: !isRest)
        fill(row, heading, withActivity: !activity.isEmpty)
    }

    /// Whether a row begins here, and does not only continue the name before it with "a) …".
    private func startsRow(_ row: AnnexRow, _ heading: AnnexHeading, _ code: AnnexCode) -> Bool {
        if !code.isLetter { return true }
        if heading[.maximum] != nil { return AnnexNumber.read(row, heading) != nil }
        return heading[.code] == nil
    }

    /// Whether a row without number and points says how the criterion before it is scored.
    private func saysHow(_ name: String, _ heading: AnnexHeading, isFirstOfPage: Bool) -> Bool {
        guard heading[.words] == nil, heading[.maximum] != nil, let last = reading.nodes.last, last.maximum != nil,
            AnnexText.isBeginning(name)
        else { return false }
        return !isFirstOfPage || name.contains(":")
    }

    private mutating func add(
        _ code: AnnexCode, name: String, _ row: AnnexRow, _ heading: AnnexHeading, part: String, activity: String
    ) {
        settleItems()
        let placed = code.placed(after: reading.nodes.last?.code) { indices[$0] != nil }
        var node = AnnexNode(
            code: placed.code, name: name, parent: placed.parent, place: row.place(column: heading[.name]))
        if placed.isOrphan { node.openPoints.append(OpenPoint(row.text(at: heading[.code]), .noParent)) }
        append(node)
        if !part.isEmpty { addPart(part, row) }
        addActivity(activity, row, isNew: true)
        fill(row, heading, withActivity: !activity.isEmpty)
    }

    private mutating func addActivity(_ activity: String, _ row: AnnexRow, isNew: Bool) {
        if activity.isEmpty { return }
        if AnnexText.isBeginning(activity), isNew {
            addPart(AnnexText.item(activity), row)
        } else {
            reading.nodes[reading.nodes.count - 1].name += " " + activity
        }
    }

    private func isSum(_ name: String) -> Bool {
        let folded = VietnameseText.folded(name)
        return ["tong", "cong", "total"].contains(folded)
            || ["tong cong", "tong diem", "tong so diem", "cong diem"].contains { folded.hasPrefix($0) }
    }

    // MARK: - The tree

    /// A component that a column of its own names: "a) Tri thức công dân".
    private mutating func addPart(_ text: String, _ row: AnnexRow) {
        // A component stands below the last criterion with a number, beside the components before it.
        guard let above = lastWhole.map({ reading.nodes[$0] }) else { return }
        let place = row.place(column: heading?[.part] ?? heading?[.task])
        guard let items = AnnexCode.items(text) else {
            let number = (childCounts[above.code] ?? 0) + 1
            return append(
                AnnexNode(code: "\(above.code).\(number)", name: text, parent: above.code, place: place, isPart: true))
        }
        for (letter, name) in items {
            append(
                AnnexNode(
                    code: above.code + "." + letter, name: name, parent: above.code, place: place, isPart: true))
        }
    }

    mutating func append(_ node: AnnexNode) {
        var node = node
        if indices[node.code] != nil {
            node.openPoints.append(OpenPoint(node.code, .repeatedCode))
            var number = copies[node.code] ?? 2
            while indices["\(node.code)-\(number)"] != nil { number += 1 }
            copies[node.code] = number + 1
            node.code += "-\(number)"
        }
        if let parent = node.parent { childCounts[parent, default: 0] += 1 }
        if !node.isPart { lastWhole = reading.nodes.count }
        indices[node.code] = reading.nodes.count
        reading.nodes.append(node)
    }

    /// Continues the name of the row before.
    private mutating func append(_ name: String, _ part: String) {
        let last = reading.nodes.count - 1
        for text in [name, part] where !text.isEmpty {
            // Where the row before is a component, the name column continues that of the criterion above.
            let index =
                text == name && reading.nodes[last].isPart ? lastWhole ?? last : last
            reading.nodes[index].name += " " + text
        }
    }

    private mutating func append(words: [String], at place: AnnexPlace) {
        let last = reading.nodes.count - 1
        reading.nodes[last].words += words
        reading.nodes[last].wordPlaces += words.map { _ in place }
    }

    // MARK: - Cells

    mutating func fill(_ row: AnnexRow, _ heading: AnnexHeading, withActivity: Bool) {
        var node = reading.nodes.removeLast()
        defer { reading.nodes.append(node) }
        func lines(_ subject: AnnexHeading.Subject, withRepeated: Bool = false) -> [String] {
            guard let column = heading[subject], column < row.cells.count,
                withRepeated || !row.cells[column].isRepeated
            else { return [] }
            return AnnexText.lines(row.cells[column].text)
        }
        func join(_ text: inout String, _ subject: AnnexHeading.Subject) {
            let added = lines(subject, withRepeated: true).map(AnnexText.item).joined(separator: " ")
            if !added.isEmpty { text += (text.isEmpty ? "" : " ") + added }
        }
        // A merged cell stands for the rows below it.
        if node.monitoring.isEmpty, lines(.monitoring, withRepeated: true).isEmpty, let parent = node.parent,
            let above = indices[parent]
        {
            node.monitoring = reading.nodes[above].monitoring
        }
        join(&node.monitoring, .monitoring)
        join(&node.lead, .lead)
        join(&node.coordinating, .coordinating)
        join(&node.deadline, .deadline)
        node.target += lines(.target)
        if !withActivity { node.tasks += lines(.task) }
        node.results += lines(.result)
        node.evidence += lines(.evidence)
        node.notes += lines(.notes)
        let words = lines(.words)
        node.words += words
        node.wordPlaces += words.map { _ in row.place(column: heading[.words]) }
        let maximum = lines(.maximum).joined(separator: " ")
        if maximum.isEmpty { return }
        node.maximumPlace = row.place(column: heading[.maximum])
        node.maximum = AnnexNumber.read(row, heading)
        node.unreadMaximum = node.maximum == nil ? maximum : nil
        // A column of points may hold the scoring words instead.
        if node.maximum == nil, heading[.words] == nil, maximum.contains(":") {
            node.words += lines(.maximum)
            node.wordPlaces += lines(.maximum).map { _ in row.place(column: heading[.maximum]) }
            node.unreadMaximum = nil
        }
    }
}

extension AnnexRow {
    func place(column: Int?) -> AnnexPlace { AnnexPlace(line: line, table: table, column: column.map { $0 + 1 }) }

    /// The text of a cell; nil when there is none.
    func text(at column: Int?) -> String? {
        column.flatMap { $0 < cells.count && !cells[$0].text.isEmpty ? AnnexText.plain(cells[$0].text) : nil }
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

    /// The maximum that a row states.
    static func read(_ row: AnnexRow, _ heading: AnnexHeading) -> FixedDecimal? {
        guard let column = heading[.maximum], column < row.cells.count, !row.cells[column].isRepeated else {
            return nil
        }
        let cell = row.cells[column]
        return cell.isNumber ? try? FixedDecimal(cell.text) : read(AnnexText.plain(cell.text))
    }
}
