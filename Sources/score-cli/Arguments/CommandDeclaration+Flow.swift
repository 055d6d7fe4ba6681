import Documents

extension CommandDeclaration {
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
