import Documents

extension CommandDeclaration {
    static let initialize = CommandDeclaration(
        name: "init",
        summary: Phrase("lập thư mục cho một đợt đánh giá mới", "makes the folder of a new assessment"),
        discussion: Phrase(
            "Lập một thư mục sẵn để điền: assessment.json, units.csv và metrics.csv có sẵn một dòng cho mỗi số liệu của mỗi đơn vị, kèm bộ tiêu chí trong thư mục con criteria để gửi đi vẫn dùng được. Danh sách đơn vị chỉ cần tên; mã được lập từ tên. --from lấy đơn vị, khối, các bước, mốc thời gian và phiếu khảo sát của kỳ trước, ghi số liệu kỳ trước bên cạnh. Không ghi đè thư mục nào.",
            "Makes a folder ready to be filled: assessment.json, units.csv, and metrics.csv with a row for every figure of every unit, with the criteria set in its folder criteria, so that it can be sent as it is. A list of names is enough for the units; codes are made from them. --from takes units, groups, stages, dates and questionnaire of the period before, and shows its figures beside. No folder is overwritten."
        ),
        operands: [
            Operand(
                name: Phrase("THƯ_MỤC", "FOLDER"),
                summary: Phrase(
                    "thư mục mới, chưa có hoặc còn trống", "the new folder, which does not exist or is empty"))
        ],
        options: [
            OptionDeclaration(
                name: .criteria, value: "SET",
                summary: Phrase(
                    "bộ tiêu chí: mã bộ/phiên bản, như bo-tieu-chi/2026, hoặc một tệp .json",
                    "the criteria set: set and edition, such as bo-tieu-chi/2026, or a .json file")),
            OptionDeclaration(
                name: .units, value: "FILE",
                summary: Phrase("danh sách đơn vị (csv, xlsx, ods)", "the list of units (csv, xlsx, ods)")),
            OptionDeclaration(
                name: .from, value: "FOLDER",
                summary: Phrase("thư mục của kỳ trước", "the folder of the period before")),
            OptionDeclaration(
                name: .period, value: "PERIOD", form: .period,
                summary: Phrase(
                    "kỳ: 2026, 2026-08, 2026-Q3, 2026-H1; nếu không ghi: kỳ sau kỳ của --from, hoặc năm nay",
                    "the period: 2026, 2026-08, 2026-Q3, 2026-H1 (default: the one after that of --from, or this year)"
                )),
            OptionDeclaration(
                name: .name, value: "TEXT",
                summary: Phrase("tên của đợt đánh giá", "the name of the assessment")),
            OptionDeclaration(
                name: .format, letter: "f", value: "csv|xlsx", choices: ["csv", "xlsx"],
                summary: Phrase(
                    "các bảng là csv (nếu không ghi), hay xlsx để điền trong Excel; phiếu của đơn vị chỉ nhận được vào csv",
                    "whether the tables are csv (default), or xlsx to be filled in Excel; forms are collected into csv only"
                )),
        ],
        rules: [.needed(.criteria, unless: .from), .needed(.units, unless: .from)],
        examples: [
            "score-cli init cham-diem-2026 --criteria bo-tieu-chi/2026 --units danh-sach-xa.xlsx",
            "score-cli init cham-diem-2027 --from cham-diem-2026",
        ])
}
