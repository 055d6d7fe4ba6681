/// The headings under which columns are found: Vietnamese and English, ignoring case and diacritics. Of each, the first
/// is English and the second Vietnamese.
package enum ColumnNames {
    package static let unit = ["unit", "mã đơn vị", "đơn vị", "unit code"]
    package static let unitName = ["unit name", "tên đơn vị", "name", "tên"]
    package static let code = ["code", "mã đơn vị", "mã", "unit"]
    package static let name = ["name", "tên đơn vị", "tên"]
    package static let level = ["level", "cấp"]
    package static let parent = ["parent", "trực thuộc", "đơn vị cấp trên"]
    package static let group = ["group", "khối", "nhóm"]
    package static let successorOf = ["successor of", "kế thừa", "kế thừa từ"]
    package static let figuresFrom = ["figures from", "số liệu gộp từ", "gộp số liệu từ"]
    package static let asOf = ["as of", "tính đến ngày", "số liệu đến ngày"]
    package static let ranked = ["ranked", "xếp hạng"]
    package static let metric = ["metric", "mã số liệu", "số liệu", "mã tiêu chí", "tiêu chí", "criterion"]
    package static let metricName = ["metric name", "tên số liệu", "tên tiêu chí", "nội dung"]
    package static let value = ["value", "giá trị", "kết quả"]
    package static let standardError = ["standard error", "sai số chuẩn", "sai số"]
    package static let numerator = ["numerator", "tử số"]
    package static let denominator = ["denominator", "mẫu số"]
    package static let status = ["status", "trạng thái", "tình trạng"]
    package static let evidence = ["evidence", "tài liệu kiểm chứng"]
    package static let explanation = ["explanation", "giải trình"]
    /// How a figure is given, for people: it is ignored.
    package static let entry = ["how to enter it", "cách ghi"]
    /// The figure of the period before, for people: it is ignored.
    package static let valueBefore = ["previous value", "giá trị kỳ trước"]
    package static let numeratorBefore = ["previous numerator", "tử số kỳ trước"]
    package static let denominatorBefore = ["previous denominator", "mẫu số kỳ trước"]
    package static let note = ["note", "ghi chú"]
    package static let criterion = ["criterion", "mã tiêu chí", "tiêu chí"]
    package static let criterionName = ["criterion name", "tên tiêu chí"]
    package static let stage = ["stage", "bước", "giai đoạn"]
    package static let points = ["points", "điểm"]
    package static let reason = ["reason", "lý do"]
    package static let date = ["date", "ngày"]
    /// The serial number that most tables begin with; it is ignored.
    package static let ordinal = ["stt", "tt", "số thứ tự", "no"]
    /// The columns of a table of figures that only people read.
    package static let forPeople = [entry, valueBefore, numeratorBefore, denominatorBefore]
}
