import Tables

/// The headings under which columns are found: Vietnamese and English, ignoring case and diacritics. The first is
/// English and the second Vietnamese, as tables of a folder have them; the others are those of official forms.
package enum ColumnNames {
    package static let unit = ["unit", "mã đơn vị", "unit code", "mã cơ quan", "mã cơ quan, đơn vị"]
    package static let unitName = [
        "unit name", "tên đơn vị", "name", "tên", "đơn vị", "cơ quan, đơn vị", "tên cơ quan, đơn vị", "tên cơ quan",
        "cơ quan", "địa phương", "tên địa phương", "cơ quan, địa phương", "đơn vị, địa phương",
        "tên đơn vị, địa phương",
        "đơn vị được đánh giá", "đơn vị tự chấm", "đơn vị tự đánh giá", "địa bàn", "xã, phường", "tên xã, phường",
        "xã, phường, thị trấn", "tên xã, phường, thị trấn", "xã", "tên xã", "huyện", "tên huyện", "huyện, thành phố",
        "huyện, thị xã, thành phố", "tỉnh, thành phố", "sở, ban, ngành", "tên sở, ban, ngành", "sở, ngành",
    ]
    package static let code = ["code", "mã đơn vị", "mã", "unit", "mã cơ quan", "mã cơ quan, đơn vị"]
    package static let name = [
        "name", "tên đơn vị", "tên", "đơn vị", "tên cơ quan, đơn vị", "cơ quan, đơn vị", "tên cơ quan",
        "tên địa phương",
        "địa phương", "tên xã, phường", "xã, phường",
    ]
    package static let level = ["level", "cấp", "cấp hành chính"]
    package static let parent = ["parent", "trực thuộc", "đơn vị cấp trên"]
    package static let group = ["group", "khối", "nhóm"]
    package static let successorOf = ["successor of", "kế thừa", "kế thừa từ"]
    package static let figuresFrom = ["figures from", "số liệu gộp từ", "gộp số liệu từ"]
    package static let asOf = ["as of", "tính đến ngày", "số liệu đến ngày"]
    package static let ranked = ["ranked", "xếp hạng"]
    package static let metric = [
        "metric", "mã số liệu", "số liệu", "mã tiêu chí", "tiêu chí", "criterion", "mã chỉ tiêu", "mã chỉ số",
        "mã tiêu chí thành phần",
    ]
    package static let metricName = [
        "metric name", "tên số liệu", "tên tiêu chí", "nội dung", "lĩnh vực/tiêu chí/tiêu chí thành phần",
        "lĩnh vực, tiêu chí, tiêu chí thành phần", "tiêu chí/tiêu chí thành phần", "tiêu chí, tiêu chí thành phần",
        "tiêu chí thành phần", "tên tiêu chí thành phần", "tiêu chí/chỉ tiêu", "tiêu chí, chỉ tiêu",
        "tên chỉ tiêu", "nội dung chỉ tiêu", "chỉ số thành phần", "nội dung tiêu chí", "nội dung đánh giá", "tên",
    ]
    package static let value = [
        "value", "giá trị", "kết quả", "kết quả thực hiện", "số liệu thực hiện", "kết quả đạt được", "số liệu báo cáo",
        "kết quả tự đánh giá",
    ]
    package static let ratio = [
        "ratio", "tỷ lệ", "tỉ lệ", "tỷ lệ đạt được", "tỷ lệ đạt", "tỷ lệ thực hiện", "tỷ lệ phần trăm", "kết quả tỷ lệ",
    ]
    package static let standardError = ["standard error", "sai số chuẩn", "sai số"]
    package static let numerator = [
        "numerator", "tử số", "số đã thực hiện", "số đúng hạn", "số hoàn thành", "đúng hạn",
    ]
    package static let denominator = ["denominator", "mẫu số", "tổng số", "tổng số phải thực hiện"]
    package static let status = ["status", "trạng thái", "tình trạng"]
    package static let evidence = [
        "evidence", "tài liệu kiểm chứng", "minh chứng", "tài liệu minh chứng", "hồ sơ minh chứng",
        "văn bản kiểm chứng",
        "hồ sơ kiểm chứng", "tài liệu chứng minh",
    ]
    package static let explanation = ["explanation", "giải trình", "nội dung giải trình", "thuyết minh"]
    /// How a figure is given, for people: it is ignored.
    package static let entry = ["how to enter it", "cách ghi"]
    /// The figure of the period before, for people: it is ignored.
    package static let valueBefore = ["previous value", "giá trị kỳ trước"]
    package static let numeratorBefore = ["previous numerator", "tử số kỳ trước"]
    package static let denominatorBefore = ["previous denominator", "mẫu số kỳ trước"]
    /// The columns of a table of figures that only people read.
    package static let forPeople = [entry, valueBefore, numeratorBefore, denominatorBefore]
    package static let note = ["note", "ghi chú"]
    package static let criterion =
        ["criterion"] + metric.filter { !["metric", "mã số liệu", "số liệu", "criterion"].contains($0) }
    package static let criterionName = ["criterion name", "tên tiêu chí"] + metricName.filter { $0 != "metric name" }
    package static let stage = ["stage", "bước", "giai đoạn"]
    package static let points = ["points", "điểm", "số điểm", "điểm số", "điểm đạt được", "điểm đạt", "điểm đánh giá"]
    /// What a stage says about the points of those before; a stage may stand behind: `Ý kiến thẩm định`.
    package static let opinion = ["opinion", "ý kiến"]
    package static let reason = ["reason", "lý do", "lý do điều chỉnh", "nguyên nhân"]
    package static let criteriaSet = ["criteria set", "bộ tiêu chí"]
    package static let edition = ["edition", "phiên bản"]
    package static let period = ["period", "kỳ"]
    package static let remarkKind = ["kind", "loại", "loại nội dung"]
    package static let remarkText = ["text", "nội dung"]
    package static let date = ["date", "ngày", "ngày chấm"]
    package static let evidenceKind = ["kind", "loại tài liệu", "loại", "loại tài liệu kiểm chứng"]
    package static let evidenceFile = ["file", "tệp", "tên tệp", "đường dẫn"]
    package static let documentNumber = ["number", "số, ký hiệu", "số ký hiệu", "số văn bản", "số hiệu"]
    package static let documentDay = ["day", "ngày văn bản", "ngày ban hành", "ngày", "date"]
    package static let missingBecause = ["missing because", "lý do thiếu", "giải trình", "explanation", "lý do"]
    package static let question = [
        "question", "nội dung yêu cầu", "câu hỏi", "yêu cầu giải trình", "nội dung cần giải trình",
        "nội dung đề nghị giải trình",
    ]
    package static let askedBy = ["asked by", "người yêu cầu", "cơ quan yêu cầu", "đơn vị yêu cầu"]
    package static let askedOn = ["asked on", "ngày yêu cầu", "day", "date", "ngày"]
    package static let answerBy = [
        "answer by", "hạn trả lời", "hạn giải trình", "thời hạn", "thời hạn giải trình", "thời hạn trả lời",
    ]
    package static let answer = [
        "answer", "nội dung giải trình", "giải trình", "trả lời", "nội dung trả lời", "giải trình của đơn vị",
    ]
    package static let answeredOn = ["answered on", "ngày giải trình", "ngày trả lời"]
    package static let decision = ["decision", "kết luận", "state", "kết quả xem xét", "trạng thái"]
    package static let decidedBy = ["decided by", "người kết luận", "cơ quan kết luận"]
    /// The serial number that most tables begin with; it is ignored, unless the codes of criteria stand in it.
    package static let ordinal = ["stt", "tt", "số thứ tự", "số tt", "no"]
    /// Columns of official forms that say what the criteria say already.
    package static let remarks = [
        ["maximum", "điểm tối đa", "thang điểm", "điểm chuẩn"], ["unit of measure", "đơn vị tính", "đvt"],
        ["lead", "cơ quan chủ trì", "đơn vị chủ trì", "cơ quan chủ trì, phối hợp"],
        ["đơn vị phối hợp", "cơ quan phối hợp", "đơn vị phối hợp xác minh"],
        ["cách xác định và tính điểm", "cách tính điểm", "cách xác định", "phương pháp đánh giá"],
        ["nguồn dữ liệu", "nguồn số liệu"],
        ["chữ ký", "ký xác nhận", "chữ ký công chức phụ trách", "công chức phụ trách", "người phụ trách"],
    ]
}

extension KnownHeadings {
    /// Those of the table of units.
    static let units = KnownHeadings(
        needed: [[ColumnNames.code, ColumnNames.name]],
        others: [
            ColumnNames.level, ColumnNames.parent, ColumnNames.group, ColumnNames.successorOf, ColumnNames.figuresFrom,
            ColumnNames.ranked, ColumnNames.note, ColumnNames.ordinal,
        ])

    /// Those of the table of assignments.
    static let assignments = KnownHeadings(
        needed: [[ColumnNames.criterion]],
        others: [ColumnNames.criterionName, ColumnNames.note, ColumnNames.ordinal] + ColumnNames.remarks)

    /// Those of tables of figures.
    static let figures = KnownHeadings(
        needed: [[ColumnNames.unit + ColumnNames.unitName], [ColumnNames.metric], [ColumnNames.metricName]],
        others: [
            ColumnNames.value, ColumnNames.numerator, ColumnNames.denominator, ColumnNames.ratio, ColumnNames.status,
            ColumnNames.evidence, ColumnNames.explanation, ColumnNames.note, ColumnNames.asOf, ColumnNames.ordinal,
        ] + ColumnNames.remarks)

    /// Those of tables of points.
    static let points = KnownHeadings(
        needed: [[ColumnNames.unit + ColumnNames.unitName], [ColumnNames.criterion], [ColumnNames.criterionName]],
        others: [
            ColumnNames.stage, ColumnNames.points, ColumnNames.opinion, ColumnNames.reason, ColumnNames.evidence,
            ColumnNames.date, ColumnNames.note, ColumnNames.ordinal,
        ] + ColumnNames.remarks)

    /// Those of tables of remarks on units.
    static let remarks = KnownHeadings(
        needed: [
            [ColumnNames.unit + ColumnNames.unitName, ColumnNames.remarkKind],
            [ColumnNames.unit + ColumnNames.unitName, ColumnNames.remarkText],
        ],
        others: [ColumnNames.note, ColumnNames.ordinal])

    /// Those of the evidence register.
    static let evidence = KnownHeadings(
        needed: [[ColumnNames.unit + ColumnNames.unitName, ColumnNames.criterion]],
        others: [
            ColumnNames.criterionName, ColumnNames.evidenceKind, ColumnNames.evidenceFile, ColumnNames.documentNumber,
            ColumnNames.documentDay, ColumnNames.missingBecause, ColumnNames.note, ColumnNames.ordinal,
        ])

    /// Those of tables of requests for explanation.
    static let requests = KnownHeadings(
        needed: [[ColumnNames.unit + ColumnNames.unitName, ColumnNames.question]],
        others: [
            ColumnNames.metric, ColumnNames.metricName, ColumnNames.askedBy, ColumnNames.askedOn, ColumnNames.answerBy,
            ColumnNames.answer, ColumnNames.evidence, ColumnNames.answeredOn, ColumnNames.decision,
            ColumnNames.decidedBy, ColumnNames.note, ColumnNames.ordinal,
        ])

    /// Those of tables of standard errors.
    static let errors = KnownHeadings(
        needed: [[ColumnNames.unit + ColumnNames.unitName, ColumnNames.metric]],
        others: [ColumnNames.standardError, ColumnNames.metricName, ColumnNames.note, ColumnNames.ordinal])
}
