import Documents
import Words
import Reporting
import Values

extension CommandDeclaration {
    private static let file = Operand(
        name: Phrase("TỆP", "FILE"),
        summary: Phrase("tệp .json của bộ tiêu chí", "the .json file of a criteria set"))

    /// The commands of the group `criteria`.
    static let criteria: [CommandDeclaration] = [
        criteriaList, criteriaShow, criteriaDiff, criteriaImport, criteriaExport, criteriaReview,
    ]

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
                    "thư mục tìm bộ tiêu chí; nếu không ghi: criteria, không có thì bộ cài kèm chương trình",
                    "the folder to search (default: criteria or, without one, the sets installed with the program)")
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

    static let criteriaImport = CommandDeclaration(
        name: "criteria import",
        summary: Phrase("đọc phụ lục thành bộ tiêu chí", "reads an annex into a criteria set"),
        discussion: Phrase(
            "Đọc bảng phụ lục (xlsx, ods, docx, csv, Markdown, hoặc văn bản chép từ tài liệu) thành tệp bộ tiêu chí: cây tiêu chí theo số thứ tự, điểm tối đa, chỉ tiêu, cơ quan, tài liệu kiểm chứng, và cách chấm điểm. Câu nào chưa rõ thì không đoán: được giữ nguyên văn ở «toSettle», nêu tên cùng vị trí trong phụ lục, và bộ tiêu chí chưa chấm điểm được cho đến khi thống nhất. Bảng do criteria export xuất ra được đọc lại thành đúng bộ tiêu chí ấy.",
            "Reads the table of an annex (xlsx, ods, docx, csv, Markdown, or text copied from a document) into a criteria file: the tree by its numbers, maximum points, targets, agencies, evidence and how points are given. A sentence that is not clear is never guessed: it is kept under “toSettle” and named with its place, and the set does not score before it is settled. A table written by criteria export becomes the same set again."
        ),
        operands: [
            Operand(
                name: Phrase("TỆP", "FILE"),
                summary: Phrase(
                    "phụ lục: .xlsx, .ods, .docx, .csv, .md, .txt", "an annex: .xlsx, .ods, .docx, .csv, .md, .txt"))
        ],
        options: [
            .output,
            OptionDeclaration(
                name: .sheet, value: "SHEET",
                summary: Phrase(
                    "trang tính có phụ lục; nếu không ghi: trang tính có tiêu đề của phụ lục",
                    "the sheet with the annex (default: the one with its headings)")),
            OptionDeclaration(
                name: .code, value: "CODE",
                summary: Phrase(
                    "mã của bộ tiêu chí; nếu không ghi: theo tên tệp",
                    "the code of the set (default: from the file's name)")),
            OptionDeclaration(
                name: .edition, value: "EDITION",
                summary: Phrase(
                    "phiên bản, như 2026 hoặc 2023-2025; nếu không ghi: năm nêu trong phụ lục",
                    "the edition, such as 2026 or 2023-2025 (default: the years that the annex names)")),
            OptionDeclaration(
                name: .name, value: "NAME",
                summary: Phrase(
                    "tên bộ tiêu chí; nếu không ghi: tiêu đề của phụ lục", "the name of the set (default: the title)")),
        ],
        examples: [
            "score-cli criteria import phu-luc.docx --edition 2026 --output bo-tieu-chi.json",
            "score-cli criteria import phu-luc.xlsx --sheet \"Phụ lục I\" --code xa --output xa-2026.json",
        ])

    static let criteriaExport = CommandDeclaration(
        name: "criteria export",
        summary: Phrase("xuất bộ tiêu chí theo mẫu phụ lục", "exports a set in the layout of an annex"),
        discussion: Phrase(
            "Xuất bảng như phụ lục của kế hoạch: STT, lĩnh vực/tiêu chí/tiêu chí thành phần, chỉ tiêu, cơ quan, điểm tối đa, cách chấm điểm, tài liệu kiểm chứng; có thêm sản phẩm và thời gian thực hiện khi bộ tiêu chí có nhiệm vụ. Bảng csv, xlsx, docx còn mang phần dành cho phần mềm (ẩn trong xlsx, docx), nhờ đó criteria import đọc lại thành đúng bộ tiêu chí này.",
            "Writes a table in the layout of a plan's annex: number, field/criterion/sub-criterion, target, agencies, maximum points, how points are given, evidence; with products and deadlines if the set has tasks. In csv, xlsx and docx each row also carries what it says for the program (hidden in xlsx and docx), from which criteria import reads the same set again."
        ),
        operands: [file],
        options: [.annexFormat, .output, .points],
        examples: [
            "score-cli criteria export bo-tieu-chi.json --format csv --output phu-luc.csv",
            "score-cli criteria export bo-tieu-chi.json --output phu-luc.docx",
        ])

    static let criteriaReview = CommandDeclaration(
        name: "criteria review",
        summary: Phrase(
            "rà soát bộ tiêu chí qua kết quả chấm các đơn vị, các năm",
            "reviews a set by what it scored over units and years"),
        discussion: Phrase(
            "Nêu trước bằng lời: tiêu chí nào không phân hóa được đơn vị nào, cặp nào có thể tính trùng, tiêu chí nào thường tự chấm cao hơn thẩm định, tiêu chí nào không đo được; sau đó là bảng từng lĩnh vực, từng tiêu chí: số đơn vị đã đo, tỷ lệ đạt điểm tối đa và không có điểm, bình quân, độ lệch, điểm bị cắt, tương quan thứ hạng với phần còn lại, số đơn vị đổi hạng khi bỏ tiêu chí. Nhiều thư mục thì gộp các kỳ, theo phiên bản của kỳ cuối; các phiên bản khác được ghép như criteria diff. Dưới số đơn vị tối thiểu thì không kết luận.",
            "Says first in words which criteria separate nobody, which pairs may count twice, which are usually overstated and which cannot be measured; then a table of fields and criteria: units measured, shares with full and with no points, mean, spread, points cut, rank correlation with the rest, and how many units move when a criterion is left out. Several folders are put together, by the edition of the latest; other editions are matched as by criteria diff. With fewer units than the least number nothing is concluded."
        ),
        operands: [folder], repeatsLastOperand: true,
        options: [
            .among,
            OptionDeclaration(
                name: .group, value: "GROUP",
                summary: Phrase(
                    "chỉ xét các đơn vị của một khối (mã hoặc tên); với --among, một cấp hoặc một đơn vị cấp trên",
                    "reviews only the units of one group (code or name); with --among, one level or parent")),
            .shownTop(
                Phrase(
                    "chỉ nêu K mục đầu của mỗi kết luận và K tiêu chí có độ lệch nhỏ nhất",
                    "shows only the first K of each conclusion and the K criteria with the least spread")),
            OptionDeclaration(
                name: .leastUnits, value: "N", form: .whole(2...1_000_000),
                summary: Phrase(
                    "số đơn vị ít nhất để kết luận; nếu không ghi: 8",
                    "the least number of units for a conclusion (default: 8)")),
            OptionDeclaration(
                name: .alike, value: "PERCENT", form: .decimal(1...100),
                summary: Phrase(
                    "không phân hóa: phần trăm đơn vị cùng mức điểm; nếu không ghi: 90",
                    "separates nobody: percent of units with the same share of the points (default: 90)")),
            OptionDeclaration(
                name: .twice, value: "CORRELATION", form: .decimal(0...1),
                summary: Phrase(
                    "tính trùng: tương quan thứ hạng ít nhất; nếu không ghi: 0,9",
                    "counts twice: the least rank correlation (default: 0.9)")),
            OptionDeclaration(
                name: .cut, value: "PERCENT", form: .decimal(1...100),
                summary: Phrase(
                    "tự chấm cao: phần trăm đơn vị bị cắt điểm; nếu không ghi: 50",
                    "overstated: percent of units that the appraisal cut (default: 50)")),
            OptionDeclaration(
                name: .unmeasured, value: "PERCENT", form: .decimal(1...100),
                summary: Phrase(
                    "khó đo: phần trăm đơn vị chưa có số liệu; nếu không ghi: 50",
                    "hardly measured: percent of units without figures (default: 50)")),
            .stage, .format, .output, .points, .keepGoing, .delimiter, .decimal, .encoding, .roundInput,
        ],
        examples: [
            "score-cli criteria review datasets/tuy-phuoc-2024",
            "score-cli criteria review datasets/tuy-phuoc-2023 datasets/tuy-phuoc-2024 --group xa-thi-tran",
            "score-cli criteria review datasets/papi-2021 --format md --output ra-soat.md",
        ])
}

extension OptionDeclaration {
    static let annexFormat = OptionDeclaration(
        name: .format, letter: "f", value: "csv|xlsx|docx|md|html", choices: ["csv", "xlsx", "docx", "md", "html"],
        summary: Phrase(
            "dạng kết quả; nếu không ghi: theo đuôi của tệp --output, không có thì csv",
            "the output format (default: by the ending of the --output file, otherwise csv)"))
}
