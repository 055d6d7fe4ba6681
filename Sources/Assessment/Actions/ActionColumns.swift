import Scoring
import Tables
import Values

/// The columns of a table of actions, and the headings under which they are found.
struct ActionColumns {
    static let code = ["action", "mã hành động", "mã giải pháp", "hành động", "action code"]
    static let name = ["action name", "tên hành động", "tên giải pháp", "name", "tên"]
    /// The name of a unit; `tên` is that of the action.
    private static let unitNames = ["đơn vị", "tên đơn vị", "unit name"]
    static let add = ["add", "cộng thêm", "thêm"]
    static let addNumerator = ["add numerator", "thêm tử số", "cộng tử số"]
    static let cost = ["cost", "chi phí"]
    static let costUnit = ["cost unit", "đơn vị chi phí", "đơn vị tính chi phí"]
    static let deadline = ["deadline", "thời hạn", "hạn hoàn thành"]
    static let needs = ["needs", "cần có trước", "điều kiện"]
    static let excludes = ["excludes", "loại trừ", "loại trừ nhau"]
    static let mark = ["mark", "bắt buộc", "lựa chọn"]

    /// What the reader knows of the table's headings.
    static let known = KnownHeadings(
        needed: [[code, cost]],
        others: [
            name, ColumnNames.unit + unitNames, ColumnNames.metric, ColumnNames.value, ColumnNames.numerator,
            ColumnNames.denominator, add, addNumerator, costUnit, deadline, needs, excludes, mark, ColumnNames.note,
            ColumnNames.ordinal, ColumnNames.metricName,
        ])

    let code, cost, name, unit, metric, value, numerator, denominator, add, addNumerator: Int?
    let costUnit, deadline, needs, excludes, mark: Int?

    /// Locates the columns, and reports those that are missing or unknown.
    init(of table: inout Table) {
        code = table.requiredColumn(Self.code)
        cost = table.requiredColumn(Self.cost)
        name = table.optionalColumn(Self.name)
        let names = table.column(named: ColumnNames.unit) == nil ? Self.unitNames : ColumnNames.unit
        unit = table.optionalColumn(names)
        table.allowColumns(Self.unitNames)
        metric = table.optionalColumn(ColumnNames.metric)
        value = table.optionalColumn(ColumnNames.value)
        numerator = table.optionalColumn(ColumnNames.numerator)
        denominator = table.optionalColumn(ColumnNames.denominator)
        add = table.optionalColumn(Self.add)
        addNumerator = table.optionalColumn(Self.addNumerator)
        costUnit = table.optionalColumn(Self.costUnit)
        deadline = table.optionalColumn(Self.deadline)
        needs = table.optionalColumn(Self.needs)
        excludes = table.optionalColumn(Self.excludes)
        mark = table.optionalColumn(Self.mark)
        table.reportUnknownColumns(but: ColumnNames.note, ColumnNames.ordinal, ColumnNames.metricName)
        table.settleNumbers(in: results + [cost].compactMap { $0 })
    }

    /// The columns that state the change of a metric.
    var results: [Int] { [value, numerator, denominator, add, addNumerator].compactMap { $0 } }
}

extension PlannedAction.Requirement: CellWord {
    package static let words = ["phải làm", "không làm", "tùy chọn"]

    package init?(word: String) {
        switch VietnameseText.word(word) {
        case "must", "must do", "phai lam", "bat buoc", "co": self = .mustDo
        case "must not", "must-not", "mustnot", "khong lam", "khong duoc lam": self = .mustNotDo
        case "open", "tuy chon", "khong", "lua chon": self = .open
        default: return nil
        }
    }
}
