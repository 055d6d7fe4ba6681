import Documents
import Words
import Reporting

extension CommandDeclaration {
    private static let file = Operand(
        name: Phrase("TỆP", "FILE"),
        summary: Phrase("tệp .json của bộ tiêu chí", "the .json file of a criteria set"))

    /// The commands of the group `criteria`.
    static let criteria: [CommandDeclaration] = [criteriaList, criteriaShow, criteriaDiff, criteriaExport]

    static let criteriaList = CommandDeclaration(
        name: "criteria list",
        summary: Phrase("liệt kê các bộ tiêu chí", "lists criteria sets"),
        discussion: Phrase(
            "Liệt kê mọi bộ tiêu chí trong thư mục và thư mục con. Tệp có lỗi được nêu tên với số lỗi và mã thoát là 1; tệp JSON không phải bộ tiêu chí thì bỏ qua.",
            "Lists every criteria set in a folder and its subfolders. Files with errors are listed with the number of errors, and the exit code is 1; JSON files that are not criteria sets are skipped."
        ),
        operands: [],
        optionalOperands: [
            Operand(
                name: Phrase("THƯ_MỤC", "FOLDER"),
                summary: Phrase(
                    "thư mục tìm bộ tiêu chí; nếu không ghi: criteria", "the folder to search (default: criteria)")
            )
        ],
        options: [.formatWithoutData, .output],
        examples: ["score-cli criteria list", "score-cli criteria list criteria --format json"])

    static let criteriaShow = CommandDeclaration(
        name: "criteria show",
        summary: Phrase("hiện một bộ tiêu chí, hoặc một tiêu chí", "shows a criteria set, or one criterion of it"),
        discussion: Phrase(
            "Hiện cây tiêu chí với điểm tối đa, chỉ tiêu, quy tắc chấm bằng lời, cấp được chấm, cơ quan, và quy định chung của bộ. Có mã thì hiện mọi điều bộ tiêu chí nêu về tiêu chí đó.",
            "Shows the tree with maximum points, targets, rules in words, levels and agencies, and the settings of the edition. With a code, shows everything that the set says about that criterion."
        ),
        operands: [file],
        optionalOperands: [
            Operand(
                name: Phrase("MÃ", "CODE"),
                summary: Phrase("mã của một tiêu chí", "the code of a criterion"))
        ],
        options: [.formatWithoutData, .output, .points],
        examples: ["score-cli criteria show bo-tieu-chi.json", "score-cli criteria show bo-tieu-chi.json --format md"])

    static let criteriaDiff = CommandDeclaration(
        name: "criteria diff",
        summary: Phrase("so sánh hai phiên bản của bộ tiêu chí", "compares two editions"),
        discussion: Phrase(
            "Nêu tiêu chí thêm mới, bỏ đi, chuyển chỗ, đổi tên; điểm tối đa, quy tắc, chỉ tiêu, cấp, cơ quan và quy định chung đã thay đổi. Mã thoát là 0 dù có khác biệt hay không.",
            "Lists criteria that were added, removed, moved or renamed, and changes of maximum points, rules, targets, levels, agencies and settings. The exit code is 0 with or without differences."
        ),
        operands: [
            Operand(
                name: Phrase("TỆP_CŨ", "OLD"),
                summary: Phrase("phiên bản trước", "the earlier edition")),
            Operand(
                name: Phrase("TỆP_MỚI", "NEW"),
                summary: Phrase("phiên bản sau", "the later edition")),
        ],
        options: [.format, .output],
        examples: ["score-cli criteria diff cu.json moi.json --format md --output thay-doi.md"])

    static let criteriaExport = CommandDeclaration(
        name: "criteria export",
        summary: Phrase("xuất bộ tiêu chí theo mẫu phụ lục", "exports a set in the layout of an annex"),
        discussion: Phrase(
            "Xuất bảng như phụ lục của kế hoạch: STT, lĩnh vực/tiêu chí/tiêu chí thành phần, chỉ tiêu, cơ quan, điểm tối đa; có thêm sản phẩm và thời gian thực hiện khi bộ tiêu chí có nhiệm vụ. Không ghi --format thì xuất csv.",
            "Writes a table in the layout of a plan's annex: number, field/criterion/sub-criterion, target, agencies, maximum points; with products and deadlines if the set has tasks. The default format is csv."
        ),
        operands: [file],
        options: [.annexFormat, .output, .points],
        examples: ["score-cli criteria export bo-tieu-chi.json --format csv --output phu-luc.csv"])
}

extension OptionDeclaration {
    fileprivate static let annexFormat = OptionDeclaration(
        name: .format, value: "csv|md|html", choices: ["csv", "md", "html"],
        summary: Phrase("dạng kết quả; nếu không ghi: csv", "the output format (default: csv)"))
}
