internal import Values

/// What the columns of an annex are about, by the words of its heading.
struct AnnexHeading: Hashable, Sendable {
    /// What a column is about.
    enum Subject: CaseIterable, Hashable, Sendable {
        case code, name, part, maximum, words, target, task, result, monitoring, lead, coordinating, evidence, deadline,
            notes
        /// What the row says for programs.
        case record
        /// Who carries it out: the lead agency, or those beside it.
        case executing
    }

    /// The column of each subject.
    private(set) var columns: [Subject: Int] = [:]
    /// The columns whose heading is not known, or known already.
    private(set) var unread: [(column: Int, text: String)] = []

    static func == (left: Self, right: Self) -> Bool { left.columns == right.columns }
    func hash(into hasher: inout Hasher) { hasher.combine(columns) }

    subscript(subject: Subject) -> Int? { columns[subject] }

    /// The subject of a column.
    func subject(of column: Int) -> Subject? { columns.first { $0.value == column }?.key }

    /// The words of headings as bytes between spaces.
    private struct Pattern {
        let subject: Subject
        let starts: [[UInt8]]
        let parts: [[UInt8]]
        let whole: [[UInt8]]

        func fits(_ heading: [UInt8]) -> Bool {
            whole.contains(heading) || starts.contains { heading.starts(with: $0) }
                || parts.contains { AnnexHeading.holds(heading, $0) }
        }
    }

    private static let patterns: [Pattern] = words.map { subject, starts, parts, whole in
        Pattern(
            subject: subject, starts: starts.map(bytes), parts: parts.map(bytes), whole: whole.map(bytes))
    }

    private static func bytes(_ words: String) -> [UInt8] { [0x20] + words.utf8 + [0x20] }

    private static func holds(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        if text.count < part.count { return false }
        // Few places have the second byte, the first letter.
        return (0...text.count - part.count).contains { start in
            text[start + 1] == part[1] && text[start...].starts(with: part)
        }
    }

    /// The beginnings and parts of headings in decisions, without signs, and whole headings. Of several that fit, the
    /// first stands.
    private static let words: [(Subject, starts: [String], parts: [String], whole: [String])] = [
        (.record, [], ["danh cho phan mem", "for the program"], []),
        (.code, ["stt", "s t t", "tt", "so tt", "so thu tu", "ma so", "ma tieu chi"], [], ["no", "ma"]),
        (.part, ["noi dung thanh phan", "tieu chi thanh phan"], [], []),
        (
            .maximum, ["diem toi da", "diem chuan", "so diem toi da", "maximum"], ["diem toi da"],
            ["diem", "so diem", "thang diem", "thang diem chuan", "bieu diem"]
        ),
        (
            .words,
            [
                "cach tinh", "cach cham", "cach xac dinh", "phuong phap", "thang diem", "huong dan cham",
                "quy dinh cham", "scoring words",
            ], ["cach tinh diem", "tieu chuan cham diem", "tinh diem", "cach cham diem"], []
        ),
        (.evidence, ["minh chung", "evidence"], ["kiem chung", "minh chung"], []),
        (.monitoring, ["monitoring"], ["theo doi"], []),
        (.coordinating, ["coordinating"], ["phoi hop"], []),
        (.lead, ["chu tri", "lead"], ["chu tri"], []),
        (.deadline, ["thoi gian", "thoi han", "tien do", "deadline"], [], []),
        (.executing, [], ["don vi thuc hien", "co quan thuc hien"], []),
        (.target, ["chi tieu", "muc tieu", "target"], [], []),
        (.result, ["ket qua", "san pham", "product"], [], []),
        (.task, ["hoat dong"], [], []),
        (.notes, ["ghi chu"], [], []),
        (
            .name, ["noi dung", "chi so", "linh vuc", "tieu chi", "nhiem vu", "ten", "field", "criterion"],
            ["tieu chi"], []
        ),
    ]

    /// Headings that state maxima where no other does.
    private static let wholes = words.first { $0.0 == .maximum }?.whole ?? []

    private func folded(_ heading: String) -> String { VietnameseText.folded(heading) }

    private static func subject(of heading: String) -> Subject? {
        let folded = VietnameseText.folded(heading)
        if folded.isEmpty { return nil }
        let heading = bytes(folded)
        return patterns.first { $0.fits(heading) }?.subject
    }

    /// Whether a column of this heading states maximum points.
    static func isMaximum(_ heading: String) -> Bool { subject(of: heading) == .maximum }

    /// The subjects of a row of headings; nil when it is none: one names criteria and at least one thing more.
    init?(_ cells: [String]) {
        for (column, cell) in cells.enumerated() where !cell.isEmpty {
            let subject = Self.subject(of: cell)
            // "Chỉ số nội dung | Nội dung thành phần | Nhiệm vụ": what is to be done stands behind what it is for.
            if subject == .name, columns[.name] != nil, columns[.task] == nil,
                VietnameseText.folded(cell).hasPrefix("nhiem vu")
            {
                columns[.task] = column
            } else if let subject, columns[subject] == nil {
                columns[subject] = column
            } else if subject == .maximum, let other = columns[.maximum], Self.wholes.contains(folded(cells[other])),
                !Self.wholes.contains(folded(cell))
            {
                // "Điểm | Điểm tối đa": the one that says it.
                columns[.maximum] = column
                unread.append((other, cells[other]))
            } else {
                unread.append((column, cell))
            }
        }
        settleExecuting()
        guard columns[.name] != nil, columns.count > 1,
            columns[.code] != nil || columns[.maximum] != nil || columns.count > 2
        else { return nil }
    }

    /// Who carries something out leads, unless another agency does.
    private mutating func settleExecuting() {
        guard let column = columns.removeValue(forKey: .executing) else { return }
        let subject = columns[.lead] == nil ? Subject.lead : .coordinating
        if columns[subject] == nil { columns[subject] = column } else { unread.append((column, "")) }
    }

    /// Adds a second row of headings, which stands under merged cells of the first; false when it is none.
    mutating func add(_ cells: [String]) -> Bool {
        guard columns[.code].map({ $0 >= cells.count || cells[$0].isEmpty }) ?? true,
            columns[.name].map({ $0 >= cells.count || cells[$0].isEmpty }) ?? true
        else { return false }
        let filled = cells.enumerated().filter { !$0.element.isEmpty }
        let added = filled.compactMap { column, cell in Self.subject(of: cell).map { ($0, column) } }
        guard !added.isEmpty, added.count * 2 > filled.count else { return false }
        unread += filled.filter { Self.subject(of: $0.element) == nil }.map { ($0.offset, $0.element) }
        for (subject, column) in added {
            columns = columns.filter { $0.value != column }
            unread.removeAll { $0.column == column }
            columns[subject] = column
        }
        settleExecuting()
        return true
    }
}
