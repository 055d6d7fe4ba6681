import Documents

extension CommandDeclaration {
    static let forms = CommandDeclaration(
        name: "forms",
        summary: Phrase("lập phiếu Excel để đơn vị tự chấm", "makes the Excel forms in which units score themselves"),
        discussion: Phrase(
            "Lập mỗi đơn vị một phiếu .xlsx theo các cột của biểu mẫu: số liệu, điểm tự đánh giá, tài liệu kiểm chứng, giải trình. Điểm hiện theo công thức ngay khi nhập số liệu; chỉ các ô màu vàng sửa được. --by agency lập mỗi cơ quan một phiếu thẩm định với các tiêu chí cơ quan đó chủ trì hoặc theo dõi, cho mọi đơn vị.",
            "Makes a workbook (.xlsx) for each unit in the official columns: figures, self-assessed points, evidence, explanation. Points follow by formula as figures are entered; only the yellow cells can be changed. --by agency makes a form of appraisal for each agency, with the criteria that it leads or monitors, for all units."
        ),
        operands: [folder],
        options: [
            OptionDeclaration(
                name: .output, letter: "o", value: "DIR",
                summary: Phrase(
                    "thư mục mới để ghi các phiếu, chưa có hoặc còn trống",
                    "the new folder for the forms, which does not exist or is empty")),
            OptionDeclaration(
                name: .by, value: "unit|agency", choices: ["unit", "agency"],
                summary: Phrase(
                    "mỗi đơn vị hay mỗi cơ quan một phiếu; nếu không ghi: unit",
                    "a form for each unit or each agency (default: unit)")),
            OptionDeclaration(
                name: .stage, value: "CODE",
                summary: Phrase(
                    "bước của phiếu; bước sau bước tự đánh giá (như explanation): phiếu giải trình, chỉ gồm các dòng được hỏi hoặc bị trả lại; với --by agency: bước thẩm định",
                    "the stage of the forms; one after the self-assessment (such as explanation): forms of explanation with only the lines that are asked about or returned; with --by agency: the stage of appraisal"
                )),
            .unit, .keepGoing, .delimiter, .decimal, .roundInput,
        ],
        rules: [.needed(.output)],
        examples: [
            "score-cli forms cham-diem-2026 --output phieu",
            "score-cli forms cham-diem-2026 --stage explanation --output phieu-giai-trinh",
            "score-cli forms cham-diem-2026 --by agency --output phieu",
        ])

    static let collect = CommandDeclaration(
        name: "collect",
        summary: Phrase("nhận phiếu đã điền vào đợt đánh giá", "takes filled forms into an assessment"),
        discussion: Phrase(
            "Đọc các phiếu đã điền (Excel, LibreOffice, WPS, Google; hoặc bảng số liệu .csv), nêu số liệu và điểm mới hoặc khác, rồi ghi vào metrics.csv và scores.csv (phiếu giải trình: requests.csv). Mã bị sửa, hàng trùng, công thức bị gõ đè, hai phiếu ghi khác nhau là lỗi, có trang và ô. Số liệu đã có trong thư mục chỉ bị thay khi có --replace; có lỗi thì không ghi gì. Mỗi ô được ghi có một dòng trong journal.csv: ai, lúc nào, giá trị cũ, giá trị mới, tệp nào.",
            "Reads filled forms (as Excel, LibreOffice, WPS and Google save them, or tables of figures as .csv), lists the figures and points that are new or different, and writes them into metrics.csv and scores.csv (forms of explanation: requests.csv). Changed codes, repeated rows, formulas typed over and forms that contradict each other are errors, with sheet and cell. What the folder has already is replaced only with --replace; with an error nothing is written. Every cell that is written has a row in journal.csv: who, when, the old and the new value, from which file."
        ),
        operands: [
            folder,
            Operand(
                name: Phrase("PHIẾU", "FORMS"),
                summary: Phrase(
                    "các phiếu đã điền, hoặc thư mục chứa chúng", "the filled forms, or the folder that holds them")),
        ],
        repeatsLastOperand: true,
        options: [
            OptionDeclaration(
                name: .replace,
                summary: Phrase(
                    "thay cả số liệu và điểm đã có trong thư mục",
                    "replaces figures and points that the folder has already")),
            .signedBy, .format, .output, .delimiter, .decimal, .roundInput,
        ],
        examples: ["score-cli collect cham-diem-2026 phieu/*.xlsx", "score-cli collect cham-diem-2026 phieu --replace"])
}

extension OptionDeclaration {
    static let signedBy = OptionDeclaration(
        name: .by, value: "NAME",
        summary: Phrase(
            "người thực hiện, ghi vào nhật ký; nếu không ghi: biến môi trường SCORE_BY, rồi tên đăng nhập",
            "who does it, for the journal (default: the environment variable SCORE_BY, then the login name)"))
}
