internal import Tables
internal import Values

/// A column of an export: its heading in parts, and what stands in it.
struct ExportColumn {
    let position: Int
    /// As the file has it.
    let heading: String
    /// What the column has in common with others: a group of questions, or a question whose parts they are.
    var group: String?
    /// What is its own: the question, or the part of one.
    var item: String
    /// Different texts in the order in which they occur, each with its number and first row; no more than a form could
    /// list.
    private(set) var values: [(text: String, count: Int, row: Int)] = []
    /// Cells with something in them.
    private(set) var filled = 0
    /// Whether there are more texts than are kept.
    private(set) var isOpen = false

    private static let mostValues = 400

    init(_ table: Table, _ position: Int, rows: [Int]) {
        self.position = position
        heading = table.headings[position]
        group = nil
        item = heading
        var places: [String: Int] = [:]
        for row in rows {
            let text = table.text(row, position)
            if text.isEmpty { continue }
            filled += 1
            if let place = places[text] {
                values[place].count += 1
            } else if values.count < Self.mostValues {
                places[text] = values.count
                values.append((text, 1, row))
            } else {
                isOpen = true
            }
        }
    }

    var key: String { ExportTool.key(heading) }
    var texts: [String] { values.map { $0.text } }

    /// Divides headings into what several of them share and what is their own: `group/question`, `Question [row]`, a name
    /// over several columns.
    static func divide(_ columns: inout [ExportColumn], _ table: Table, tool: ExportTool) {
        for index in columns.indices {
            let heading = columns[index].heading
            if let group = table.group(ofColumn: columns[index].position), heading.hasPrefix(group) {
                let rest = heading.dropFirst(group.count).drop(while: { $0.isWhitespace })
                if !rest.isEmpty {
                    columns[index].group = group
                    columns[index].item = String(rest)
                }
            } else if heading.hasSuffix("]"), let open = heading.lastIndex(of: "["), open > heading.startIndex {
                columns[index].group = trimmed(heading[..<open])
                columns[index].item = trimmed(heading[heading.index(after: open)...].dropLast())
            }
        }
        for sign in tool.groupSigns { divide(&columns, at: sign) }
        // A name that stands over one column says no more than the rest.
        let counts = Dictionary(columns.compactMap { column in column.group.map { ($0, 1) } }, uniquingKeysWith: +)
        for index in columns.indices where columns[index].group.map({ counts[$0] == 1 }) ?? false {
            columns[index].item =
                table.group(ofColumn: columns[index].position) == nil
                ? columns[index].heading : columns[index].group ?? columns[index].heading
            columns[index].group = nil
        }
    }

    private static func divide(_ columns: inout [ExportColumn], at sign: String) {
        func prefix(_ heading: String) -> (group: String, item: String)? {
            let parts = heading.split(separator: sign, omittingEmptySubsequences: false)
            guard parts.count > 1, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
            return (parts.dropLast().joined(separator: sign), String(parts[parts.count - 1]))
        }
        var counts: [String: Int] = [:]
        for column in columns where column.group == nil {
            if let parts = prefix(column.heading) { counts[parts.group, default: 0] += 1 }
        }
        let headings = Set(columns.map({ $0.heading }))
        for index in columns.indices where columns[index].group == nil {
            guard let parts = prefix(columns[index].heading),
                counts[parts.group, default: 0] > 1 || headings.contains(parts.group)
            else { continue }
            columns[index].group = parts.group
            columns[index].item = parts.item
        }
    }

    static func trimmed(_ text: Substring) -> String {
        var rest = text
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
