internal import Values

/// What the columns of an annex are about, by the words of its heading.
struct AnnexHeading: Hashable, Sendable {
    /// What a column is about.
    enum Subject: CaseIterable, Hashable, Sendable {
        case code, name, part, maximum, words, target, task, result, monitoring, lead, coordinating, evidence, deadline,
            notes
    }

    /// The column of each subject.
    private(set) var columns: [Subject: Int] = [:]

    subscript(subject: Subject) -> Int? { columns[subject] }

    /// The beginnings and parts of headings in decisions, without signs. Of several that fit, the first stands.
    private static let words: [(Subject, starts: [String], parts: [String])] = [
        (.code, ["stt", "s t t", "tt", "so tt", "ma so"], []),
        (.part, ["noi dung thanh phan", "tieu chi thanh phan"], []),
        (.maximum, ["diem toi da", "diem chuan", "so diem toi da"], ["diem toi da"]),
        (
            .words, ["cach tinh", "cach cham", "phuong phap", "thang diem", "huong dan cham", "quy dinh cham"],
            ["cach tinh diem"]
        ),
        (.evidence, ["minh chung"], ["kiem chung", "minh chung"]),
        (.monitoring, [], ["theo doi"]),
        (.coordinating, [], ["phoi hop"]),
        (.lead, ["chu tri"], ["chu tri"]),
        (.deadline, ["thoi gian", "thoi han", "tien do"], []),
        (.coordinating, [], ["don vi thuc hien", "co quan thuc hien"]),
        (.target, ["chi tieu", "muc tieu"], []),
        (.result, ["ket qua", "san pham"], []),
        (.task, ["hoat dong"], []),
        (.notes, ["ghi chu"], []),
        (.name, ["noi dung", "chi so", "linh vuc", "tieu chi", "nhiem vu"], ["tieu chi"]),
    ]

    private static func subject(of heading: String) -> Subject? {
        let folded = VietnameseText.folded(heading)
        if folded.isEmpty { return nil }
        let fitting = words.first { entry in
            entry.starts.contains { folded == $0 || folded.hasPrefix($0 + " ") }
                || entry.parts.contains { (" " + folded + " ").contains(" " + $0 + " ") }
        }
        return fitting?.0
    }

    /// The subjects of a row of headings; nil when it is none: one names criteria and at least one thing more.
    init?(_ cells: [String]) {
        for (column, cell) in cells.enumerated() {
            guard let subject = Self.subject(of: AnnexText.plain(cell)) else { continue }
            // "Chỉ số nội dung | Nội dung thành phần | Nhiệm vụ": what is to be done stands behind what it is for.
            if subject == .name, columns[.name] != nil {
                if columns[.task] == nil { columns[.task] = column }
            } else if columns[subject] == nil {
                columns[subject] = column
            }
        }
        guard columns[.name] != nil, columns.count > 1, columns[.code] != nil || columns.count > 2 else { return nil }
    }

    /// Adds a second row of headings, which stands under merged cells of the first; false when it is none.
    mutating func add(_ cells: [String]) -> Bool {
        guard columns[.code].map({ $0 < cells.count && cells[$0].isEmpty }) ?? true,
            columns[.name].map({ $0 < cells.count && cells[$0].isEmpty }) ?? true
        else { return false }
        let added = cells.enumerated().compactMap { column, cell in
            Self.subject(of: AnnexText.plain(cell)).map { ($0, column) }
        }
        guard !added.isEmpty, added.count == cells.filter({ !$0.isEmpty }).count else { return false }
        for (subject, column) in added {
            columns = columns.filter { $0.value != column }
            columns[subject] = column
        }
        return true
    }
}

/// Text as annexes hold it.
enum AnnexText {
    /// The lines of a cell without the tags of a page from which it was copied.
    static func lines(_ cell: String) -> [String] {
        var text = ""
        var rest = Substring(cell)
        while let start = rest.firstIndex(of: "<") {
            guard let tag = tag(rest[start...]) else {
                text += rest[...start]
                rest = rest[rest.index(after: start)...]
                continue
            }
            // Words set in bold or italics stay in their line.
            text += rest[..<start] + (["b", "i", "u", "em", "strong", "span"].contains(tag.name) ? "" : "\n")
            rest = rest[tag.end...]
        }
        text += rest
        return text.split(whereSeparator: \.isNewline).map { line in
            line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }.filter { !$0.isEmpty }
    }

    /// The tag that a text begins with, which is none where "<" means less than.
    private static func tag(_ text: Substring) -> (name: String, end: Substring.Index)? {
        guard let end = text.firstIndex(of: ">") else { return nil }
        let content = text[..<end].dropFirst().drop { $0 == "/" }
        let name = content.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        let rest = content[name.endIndex...]
        guard let first = name.first, first.isLetter, !rest.contains(where: { $0 == "<" || $0.isNewline }),
            rest.isEmpty || rest.first == " " && rest.contains("=") || rest == "/" || rest == " /"
        else { return nil }
        return (name.lowercased(), text.index(after: end))
    }

    /// The same in one line.
    static func plain(_ cell: String) -> String { lines(cell).joined(separator: " ") }

    /// A line without the mark of a list before it.
    static func item(_ line: String) -> String {
        guard let first = line.first, "-–+•●▪*".contains(first) else { return line }
        return String(line.dropFirst().drop { $0.isWhitespace })
    }

    /// The rows of a text copied from a document: lines with tabs.
    static func rows(_ text: String) -> [(line: Int, cells: [String])] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().compactMap {
            index, line in
            guard line.contains("\t") else { return nil }
            return (index + 1, line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) })
        }
    }
}
