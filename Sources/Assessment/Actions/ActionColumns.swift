/// The headings under which the columns of actions are found.
enum ActionColumns {
    static let code = ["action", "mã hành động", "mã giải pháp", "hành động", "action code"]
    static let name = ["action name", "tên hành động", "tên giải pháp", "name", "tên"]
    static let add = ["add", "cộng thêm", "thêm"]
    static let addNumerator = ["add numerator", "thêm tử số", "cộng tử số"]
    static let cost = ["cost", "chi phí"]
    static let deadline = ["deadline", "thời hạn", "hạn hoàn thành"]
    static let needs = ["needs", "cần có trước", "điều kiện"]
    static let excludes = ["excludes", "loại trừ", "loại trừ nhau"]
    static let mark = ["mark", "bắt buộc", "lựa chọn"]
}

/// Columns of a table of actions.
struct ActionCells {
    let code: Int
    let unit, metric, value, numerator, denominator, add, addNumerator: Int?
    let name, cost, deadline, needs, excludes, mark: Int?
}
