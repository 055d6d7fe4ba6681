import Documents
import TestSupport
import Values

/// An item on a shelf; nil for the total.
struct Good: Sendable {
    var code: String?
    var name: LocalizedText
    var price: FixedDecimal?

    init(_ code: String?, _ vi: String, _ en: String? = nil, _ price: String? = nil) {
        (self.code, name, self.price) = (code, LocalizedText(vi: vi, en: en), price.map(exact))
    }
}

/// A report that has a block of every kind, about items unrelated to the field.
struct Shelf: Report {
    static let recordFormat = "shelf/1"
    var title = Phrase("Kệ hàng", "Shelf")
    var goods = [Good("t-1", "Táo", "Apples", "12500.5"), Good("c-2", "Cam"), Good(nil, "Tổng", "Total", "12500.5")]

    static let code = Column<Good>("code", Phrase("Mã", "Code"), full: Phrase("Mã hàng", "Code of the good")) {
        .text($0.code)
    }
    static let name = Column<Good>("name", Phrase("Tên", "Name"), .wrapped(4)) { .name($0.name) }
    static let price = Column<Good>.decimal("price", Phrase("Giá", "Price"), digits: 2) { $0.price }
    static let columns = [code, name, price]

    func write(to document: inout Document) {
        document.heading(title, level: 1)
        document.facts([(Phrase("Ngày", "Day"), Phrase(verbatim: "1")), (Phrase("Ghi chú", "Note"), nil)])
        document.table(goods, Self.columns) { $0.code == nil }
        document.heading(Phrase("Thêm", "More"))
        document.paragraph(document.isBrief ? Phrase("ngắn", "brief") : Phrase("đầy đủ", "in full"))
        document.list([])
        document.list([Phrase("một", "one"), Phrase("hai", "two")])
        document.notice(Phrase("Hàng mẫu.", "Samples."))
    }

    var data: DataTable? { DataTable(goods, Self.columns) }

    func write(to record: inout RecordWriter) {
        record.value("title", .phrase(title))
        record.list("goods", goods, Self.columns)
    }
}

extension Report {
    func text(as format: ReportFormat, in language: Language, width: Int? = nil) -> String? {
        written(as: format, in: language, width: width).map { String(decoding: $0, as: UTF8.self) }
    }
}

/// A report of one document written by a test.
struct Sheet: Report {
    static let recordFormat = "sheet/1"
    let write: @Sendable (inout Document) -> Void

    init(_ write: @escaping @Sendable (inout Document) -> Void) { self.write = write }

    func write(to document: inout Document) { write(&document) }
    func write(to record: inout RecordWriter) {}
}

/// What must not be smuggled into an output: an escape, a bell, a direction override, a NUL byte, line endings.
let hostile = "a\u{1B}[2Jb\u{7}c\u{202E}d\u{0}e\rf\u{2028}g"
