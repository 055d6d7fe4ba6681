// swift-format-ignore-file
package import Assessment
package import Documents
internal import Scoring
internal import Values

/// What is said of figures that are counted from lists.
package enum ListWords {
    package static let title = Phrase("Số liệu đếm từ danh sách", "Figures counted from lists")
    package static let list = Phrase("Danh sách", "List")
    package static let system = Phrase("Hệ thống", "System")
    package static let files = Phrase("Tệp", "Files")
    package static let all = Phrase("Mẫu số", "Denominator")
    package static let numerator = Phrase("Tử số", "Numerator")
    package static let failed = Phrase("Chưa đạt", "Failed")
    package static let unreadable = Phrase("Không đọc được", "Unreadable")
    package static let ofAll = Phrase("Trong số", "Of")
    package static let column = Phrase("Cột", "Column")
    package static let part = Phrase("Nội dung", "Group")
    package static let row = Phrase("Dòng", "Row")
    package static let file = Phrase("Tệp", "File")
    package static let number = Phrase("Mã", "Number")
    package static let none = Phrase("Không có số liệu nào được đếm từ danh sách.", "No figures are counted from lists.")
    package static let noFailures = Phrase("Không có dòng nào chưa đạt.", "No row failed.")
    package static let failedRows = Phrase("Các dòng chưa đạt", "Rows that failed")
    package static let costliest = Phrase("Chưa đạt nhiều nhất", "Most failures")
    package static let others = Phrase("Các nội dung khác", "All others")
    package static let blank = Phrase("(để trống)", "(blank)")

    /// Where the rows of a figure come from.
    package static func origin(_ figure: ListFigure) -> Phrase {
        let files = CleanText.cut(figure.files.map { $0.split(separator: "/").last.map(String.init) ?? $0 }.joined(separator: ", "), at: 80)
        let unreadable = figure.unreadable == 0 ? nil
            : Phrase("; \(amount: figure.unreadable) dòng không đọc được, đã bỏ ra", "; \(amount: figure.unreadable) unreadable rows left out")
        return Phrase("đếm từ danh sách «\(figure.system)» (\(files))\(unreadable)", "counted from the list “\(figure.system)” (\(files))\(unreadable)")
    }

    /// The failures of a figure by a column: `Thủ tục: Đăng ký khai sinh 12/40; …; 5 nội dung khác 9/80`.
    package static func grouping(_ grouping: ListFigure.Grouping, top: Int) -> Phrase? {
        let failing = grouping.parts.filter { $0.failed > 0 }
        if failing.isEmpty { return nil }
        let shown = failing.prefix(top).map { Phrase("\(name($0)) (\(amount: $0.failed)/\(amount: $0.all))") }
        let rest = failing.dropFirst(top)
        let others = rest.isEmpty ? [] : [Phrase("\(amount: rest.count) nội dung khác (\(amount: rest.reduce(0) { $0 + $1.failed })/\(amount: rest.reduce(0) { $0 + $1.all }))",
                                                 "\(amount: rest.count) others (\(amount: rest.reduce(0) { $0 + $1.failed })/\(amount: rest.reduce(0) { $0 + $1.all }))")]
        return Phrase("\(grouping.heading): \((shown + others).joined("; "))")
    }

    package static func name(_ part: ListFigure.Part) -> Phrase { name(part.name) }
    package static func name(_ text: String) -> Phrase { text.isEmpty ? blank : Phrase(verbatim: CleanText.line(text)) }
    package static func by(_ heading: String) -> Phrase { Phrase("Theo «\(heading)»", "By “\(heading)”") }
    package static func failures(_ failed: Int, of all: Int) -> Phrase {
        Phrase("Chưa đạt \(amount: failed) trong \(amount: all)", "\(amount: failed) of \(amount: all) failed")
    }
    /// How to see the rows themselves.
    package static let hint = Phrase("Thêm --failed-rows để liệt kê từng dòng chưa đạt.", "Add --failed-rows to list every row that failed.")
}
