import Documents

extension CommandDeclaration {
    static let evidence = CommandDeclaration(
        name: "evidence",
        summary: Phrase(
            "tài liệu kiểm chứng: có, thiếu, thiếu có giải trình, trùng, không dùng được",
            "evidence: given, missing, explained, the same twice, not to be used"),
        discussion: Phrase(
            "Đối chiếu bảng evidence.csv và thư mục evidence với các loại tài liệu mà bộ tiêu chí yêu cầu; nêu điểm dựa vào từng dòng. Tệp cùng nội dung (SHA-256) ở hai đơn vị, hai tiêu chí, hai tên được nêu; chữ ký số của tệp PDF được đọc (không xác thực), ngày ký được so với hạn của nhiệm vụ và kỳ đánh giá. report --document evidence --pack đóng gói các tệp.",
            "Holds evidence.csv and the folder evidence against the kinds of evidence that the criteria require, each line with the points that rest on it. Files with the same content (SHA-256) of two units, for two criteria or under two names are listed; signatures of PDFs are read (never verified), and their day held against the deadline of the task and the period. report --document evidence --pack packs the files."
        ),
        operands: [folder],
        options: [.unit, .format, .output, .points, .keepGoing, .delimiter, .decimal, .encoding, .roundInput],
        examples: [
            "score-cli evidence cham-diem-2026 --unit phuoc-an", "score-cli evidence cham-diem-2026 --format csv",
        ])

    static let progress = CommandDeclaration(
        name: "progress",
        summary: Phrase(
            "tiến độ của từng đơn vị ở từng bước", "how far each unit is at each stage"),
        discussion: Phrase(
            "Với mỗi bước và mỗi đơn vị: chưa làm, đang làm hay xong; số dòng chưa xem xét, đồng ý, điều chỉnh, trả lại; số liệu còn thiếu, điểm chưa đo, ngày đóng và số ngày còn lại theo lịch Việt Nam. Số chung trước, rồi đến khối và đơn vị.",
            "For each stage and unit: not started, in progress or complete; the lines that are open, accepted, changed and returned; figures missing, points not measured, the last day and the days left by the calendar of Vietnam. Totals first, then groups and units."
        ),
        operands: [folder],
        options: [
            .on,
            OptionDeclaration(
                name: .stage, value: "CODE",
                summary: Phrase(
                    "chỉ nêu một bước, với đủ số dòng của từng đơn vị",
                    "shows one stage only, with all counts of each unit")),
            OptionDeclaration(
                name: .group, value: "GROUP",
                summary: Phrase("chỉ nêu các đơn vị của một khối (mã hoặc tên)", "shows only the units of one group")),
            .unit, .format, .output, .points, .keepGoing, .delimiter, .decimal, .encoding,
            .roundInput,
        ],
        examples: [
            "score-cli progress datasets/tinh-mau-2026/xa --on 2026-11-20",
            "score-cli progress cham-diem-2026 --stage appraisal --format csv",
        ])
}
