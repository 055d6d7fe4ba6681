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
        rules: [.apart(.unit, .group)],
        examples: [
            "score-cli progress datasets/tinh-mau-2026/xa --on 2026-11-20",
            "score-cli progress cham-diem-2026 --stage appraisal --format csv",
        ])

    static let alerts = CommandDeclaration(
        name: "alerts",
        summary: Phrase(
            "những gì cần xử lý ngay: quá hạn, sắp đến hạn, thiếu tài liệu, tụt hạng",
            "what to see to now: overdue, due soon, without evidence, falling"),
        discussion: Phrase(
            "Một danh sách, nhiều điểm trước: nhiệm vụ, mốc và bước quá hạn hoặc sắp đến hạn; bước sắp đóng còn dòng chưa xong; điểm thiếu tài liệu kiểm chứng; chỉ số, hạng dưới ngưỡng; chỉ số, hạng giảm hai kỳ liền. Ngưỡng ghi ở «alerts» của assessment.json. --messages ghi cho mỗi đơn vị một tin nhắn không quá 500 chữ để dán vào Zalo, thư, SMS; --format ics là lịch có nhắc việc. Có việc quá hạn thì mã thoát là 1, để bộ hẹn giờ theo dõi.",
            "One list, most points first: tasks, dates and stages that are overdue or due soon; stages that close soon with open lines; points without evidence; index or place below a limit; index or place that fell twice running. The limits stand in “alerts” of assessment.json. --messages writes a text of at most 500 letters for each unit, to be pasted into Zalo, mail or SMS; --format ics is a calendar with reminders. The exit code is 1 when something is overdue, so that a scheduler can watch."
        ),
        operands: [folder],
        options: [
            .on,
            OptionDeclaration(
                name: .within, value: "DAYS", form: .whole(0...3660),
                summary: Phrase(
                    "còn không quá bấy nhiêu ngày là sắp đến hạn; nếu không ghi: theo assessment.json, hoặc 30",
                    "how many days before its last day something is due soon (default: that of assessment.json, or 30)")
            ),
            .unit,
            OptionDeclaration(
                name: .group, value: "GROUP",
                summary: Phrase("chỉ nêu các đơn vị của một khối (mã hoặc tên)", "shows only the units of one group")),
            OptionDeclaration(
                name: .messages, value: "DIR",
                summary: Phrase(
                    "thư mục mới để ghi tin nhắn cho từng đơn vị có cảnh báo",
                    "a new folder for the messages, one for each unit with alerts")),
            .stage,
            OptionDeclaration(
                name: .format, letter: "f", value: "table|json|csv|md|html|ics",
                choices: ReportFormat.allCases.map(\.rawValue) + ["ics"],
                summary: Phrase(
                    "dạng kết quả, ics là lịch; nếu không ghi: table",
                    "the output format; ics is a calendar (default: table)")),
            .output, .points, .keepGoing, .delimiter, .decimal, .encoding, .roundInput,
        ],
        rules: [.apart(.unit, .group)],
        examples: [
            "score-cli alerts datasets/tinh-mau-2026/xa --on 2026-11-20 --within 7",
            "score-cli alerts cham-diem-2026 --messages tin-nhan",
            "score-cli alerts cham-diem-2026 --format ics --output han.ics",
        ])
}
