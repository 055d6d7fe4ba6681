import Tables
import Values

/// A list that a system hands over as JSON: an array of objects, which becomes a table with a column for each key.
struct ListObjects {
    let table: Table
    /// The line on which each row of the table begins, by its number.
    let lines: [Int]

    /// The most bytes of a list.
    private static let sizeLimit = 1 << 30

    /// - Throws: ``FindingsError`` when the file cannot be read, or is no list of objects.
    init(contentsOf path: String) throws(FindingsError) {
        let document = try JSONDocument(contentsOf: path, .regular, limit: Self.sizeLimit)
        guard case .array(let elements) = document.root.content else {
            throw FindingsError(ListFinding.notObjects, at: document.location(of: document.root.offset))
        }
        var headings: [String] = []
        var positions: [String: Int] = [:]
        var rows: [[JSONNode.Member]] = []
        for element in elements {
            guard case .object(let members) = element.content else {
                throw FindingsError(ListFinding.notObjects, at: document.location(of: element.offset))
            }
            for member in members where positions[member.key] == nil {
                positions[member.key] = headings.count
                headings.append(member.key)
            }
            rows.append(members)
        }
        guard !headings.isEmpty else {
            throw FindingsError(ListFinding.notObjects, at: document.location(of: document.root.offset))
        }
        var writer = CSVWriter(CSVWriter.Style(decimalSeparator: .point))
        writer.writeRow(headings.map { .text($0) })
        for members in rows {
            var cells = headings.map { _ in CSVWriter.Cell.blank }
            for member in members {
                guard let position = positions[member.key] else { continue }
                switch member.value.content {
                case .text(let text): cells[position] = .text(text)
                case .number(let digits): cells[position] = .text(digits)
                case .boolean(let flag): cells[position] = .text(flag ? "true" : "false")
                // What is no cell is not read; a condition that asks for it finds it blank.
                case .null, .array, .object: break
                }
            }
            writer.writeRow(cells)
        }
        var options = TableOptions(decimalSeparator: .point)
        options.delimiter = writer.style.delimiter
        table = try Table(file: path, bytes: writer.bytes, options: options)
        // Offsets ascend, so that the lines are counted once.
        var lines = [0, 1]
        var (offset, line) = (0, 1)
        for element in elements {
            while offset < element.offset {
                if document.bytes[offset] == UInt8(ascii: "\n") { line += 1 }
                offset += 1
            }
            lines.append(line)
        }
        self.lines = lines
    }
}
