import Documents

extension CommandDeclaration {
    static let journal = CommandDeclaration(
        name: "journal",
        summary: Phrase(
            "nêu nhật ký, hoặc chỗ khác nhau giữa hai bản", "lists the journal, or what two copies differ in"),
        discussion: Phrase(
            "Nêu các dòng của journal.csv: mỗi ô đã bị một lệnh thay đổi, với thời điểm, người thực hiện, giá trị cũ, giá trị mới, lý do, tệp nguồn. Các dòng nối nhau bằng chuỗi SHA-256: dòng bị sửa, xóa hay đổi chỗ là lỗi, có số dòng. --against nêu các ô khác nhau giữa hai bản của một thư mục (số liệu, điểm, ý kiến) và điểm của từng đơn vị, từng tiêu chí thay đổi theo.",
            "Lists the rows of journal.csv: every cell that a command changed, with time, person, old and new value, reason and source. The rows are chained by SHA-256: a row that was changed, removed or moved is an error with its number. --against lists the cells in which two copies of a folder differ (figures, points, opinions), and the points of each unit and criterion that change with them."
        ),
        operands: [folder],
        options: [
            .unit,
            OptionDeclaration(
                name: .code, value: "CODE",
                summary: Phrase(
                    "mã tiêu chí hoặc số liệu, kể cả các mục con", "a criterion or metric, with those below it")),
            OptionDeclaration(
                name: .against, value: "FOLDER",
                summary: Phrase("bản thứ hai của thư mục, để so sánh", "a second copy of the folder, to compare with")),
            .stage, .format, .output,
        ],
        rules: [.apart(.against, .unit, .code), .needs(.stage, .against)],
        examples: [
            "score-cli journal cham-diem-2026 --unit xa-mot --code 1.3",
            "score-cli journal cham-diem-2026 --against ban-gui-ve --format csv --output khac-nhau.csv",
        ])

    /// The commands around stages, apart from those of forms.
    static let flow: [CommandDeclaration] = [
        stageLock, stageUnlock, stageConfirm, stagePublish, stageList, verify,
    ]

    private static let scope: [OptionDeclaration] = [
        .lockedStage, .unit,
        OptionDeclaration(
            name: .group, value: "GROUP",
            summary: Phrase("chỉ các đơn vị của một khối (mã hoặc tên)", "only the units of one group (code or name)")),
        OptionDeclaration(
            name: .criterion, value: "CODE",
            summary: Phrase("chỉ một tiêu chí, kể cả các mục con", "only one criterion, with those below it")),
        .signedBy, .decision,
        OptionDeclaration(name: .reason, value: "TEXT", summary: Phrase("lý do", "the reason")),
    ]

    private static let acceptOpen = OptionDeclaration(
        name: .acceptOpen, value: "NAME",
        summary: Phrase(
            "người chấp nhận các dòng chưa ai xem xét", "who accepts the lines that nobody looked at"))

    static let stageLock = CommandDeclaration(
        name: "stage lock",
        summary: Phrase("khóa một bước", "locks a stage"),
        discussion: Phrase(
            "Khóa một bước, toàn bộ hoặc chỉ một đơn vị, khối, tiêu chí: ghi một dòng vào stages.csv (ai, lúc nào, số quyết định), lưu SHA-256 và bản sao của mọi tệp vào locked/SỐ. Từ đó mọi lệnh báo lỗi nếu số liệu, hoặc điểm của bước này và các bước trước, thay đổi, và nêu từng ô. Điểm của các bước sau vẫn nhập được. Còn dòng chưa ai xem xét thì không khóa, trừ khi --accept-open nêu ai chấp nhận.",
            "Locks a stage, as a whole or for a unit, group or criterion: a row of stages.csv says who, when and by which decision; the SHA-256 of every file and a copy of it are kept in locked/NUMBER. From then on every command reports an error where figures, or points of this stage and of those before, change, and names each cell. Points of later stages can still come in. A stage with lines that nobody looked at is not locked, unless --accept-open says who accepts them."
        ),
        operands: [folder],
        options: scope + [
            acceptOpen,
            OptionDeclaration(
                name: .due,
                summary: Phrase(
                    "khóa những gì đã hết hạn theo «closes» của từng bước, và chỉ những gì đó",
                    "locks what is due by the last days of the stages, and nothing else")),
            .on,
        ],
        rules: [
            .needed(.stage, unless: .due), .needs(.on, .due), .apart(.due, .unit, .group, .criterion),
            .apart(.unit, .group),
        ],
        examples: [
            "score-cli stage lock cham-diem-2026 --stage self --by \"Trần Văn A\"",
            "score-cli stage lock cham-diem-2026 --due",
            "score-cli stage lock cham-diem-2026 --stage appraisal --decision 12/QĐ --accept-open \"Hội đồng\"",
        ])

    static let stageUnlock = CommandDeclaration(
        name: "stage unlock",
        summary: Phrase("mở khóa một bước", "unlocks a stage"),
        discussion: Phrase(
            "Mở khóa một bước, với lý do hoặc số quyết định. Các bước sau đã khóa hoặc đã có ý kiến chuyển sang «phải xác nhận lại» cho các đơn vị, tiêu chí liên quan; điểm và ý kiến đã có vẫn giữ nguyên. Khóa lại bước này, xác nhận lại các bước sau bằng stage confirm, rồi mới công bố được.",
            "Unlocks a stage, with a reason or a decision. Later stages that were locked, or that decided something, have to be confirmed for the units and criteria concerned; what they decided stays. Only once this stage is locked again and the later ones are confirmed (stage confirm) can anything be published."
        ),
        operands: [folder], options: scope,
        rules: [
            .needed(.stage), .apart(.unit, .group), .needed(.reason, unless: .decision),
        ],
        examples: ["score-cli stage unlock cham-diem-2026 --stage self --unit xa-mot --reason \"Nhập sai mẫu số\""])

    static let stageConfirm = CommandDeclaration(
        name: "stage confirm",
        summary: Phrase(
            "xác nhận lại một bước sau khi mở khóa bước trước", "confirms a stage after an earlier one was unlocked"),
        discussion: Phrase(
            "Xác nhận rằng những gì bước này đã quyết định vẫn giữ nguyên sau khi bước trước được mở khóa và khóa lại. Bước đã khóa thì được khóa trở lại.",
            "Says that what a stage decided still holds after an earlier stage was unlocked and locked again. A stage that was locked is locked again."
        ),
        operands: [folder], options: scope + [acceptOpen], rules: [.needed(.stage), .apart(.unit, .group)],
        examples: ["score-cli stage confirm cham-diem-2026 --stage appraisal --unit xa-mot --by \"Lê Thị B\""])

    static let stagePublish = CommandDeclaration(
        name: "stage publish",
        summary: Phrase("công bố điểm của một bước", "publishes the points of a stage"),
        discussion: Phrase(
            "Công bố điểm, chỉ số, xếp loại, hạng theo một bước đã khóa hết: ghi published/SỐ với bảng kết quả, SHA-256 và bản sao của mọi tệp. Lần công bố sau nêu lần mà nó đính chính. Không công bố điểm tự chấm; mọi dòng đều đã được xem xét, hoặc có người nêu tên chấp nhận.",
            "Publishes points, index, classes and places by a stage that is wholly locked: published/NUMBER holds the tables of results, the SHA-256 of every file and a copy of it. A later publication names the one that it corrects. What units gave themselves is never published; every line was looked at, or somebody accepted it by name."
        ),
        operands: [folder],
        options: [
            .lockedStage, .signedBy, .decision,
            OptionDeclaration(name: .reason, value: "TEXT", summary: Phrase("lý do", "the reason")),
            OptionDeclaration(
                name: .corrects, value: "NUMBER", form: .whole(1...1_000_000),
                summary: Phrase(
                    "lần công bố được đính chính; nếu không ghi: lần gần nhất của bước này",
                    "the publication that is corrected (default: the last of this stage)")),
        ],
        rules: [.needed(.stage)],
        examples: ["score-cli stage publish cham-diem-2026 --stage final --decision 34/QĐ-UBND --by \"Văn phòng\""])

    static let stageList = CommandDeclaration(
        name: "stage list",
        summary: Phrase("nêu những việc đã làm với các bước", "lists what was done to the stages"),
        discussion: Phrase(
            "Nêu từng dòng của stages.csv, và với mỗi bước: bao nhiêu đơn vị đã khóa, chưa khóa, phải xác nhận lại.",
            "Lists the rows of stages.csv and, for each stage, how many units are locked, open, or have to be confirmed."
        ),
        operands: [folder], options: [.format, .output], examples: ["score-cli stage list cham-diem-2026"])

    static let verify = CommandDeclaration(
        name: "verify",
        summary: Phrase("tính lại một lần công bố từ các tệp của nó", "computes a publication again from its files"),
        discussion: Phrase(
            "Đối chiếu nhật ký, stages.csv và mọi tệp của một lần công bố với SHA-256 đã ghi, tính lại kết quả từ các bản sao, và so từng ô với kết quả đã công bố; đồng thời đối chiếu thư mục hiện tại với những gì đã khóa. Mã thoát là 0 khi không có gì khác, 1 khi có, và từng chỗ khác được nêu.",
            "Holds the journal, stages.csv and every file of a publication against their SHA-256, computes its results again from the copies and compares every cell with what was published; and holds the folder as it is against what was locked. The exit code is 0 where nothing differs and 1 where something does, with each difference named."
        ),
        operands: [folder],
        options: [
            OptionDeclaration(
                name: .number, value: "NUMBER", form: .whole(1...1_000_000),
                summary: Phrase("lần công bố; nếu không ghi: lần cuối", "the publication (default: the last)")),
            .formatWithoutData, .output,
        ],
        examples: ["score-cli verify cham-diem-2026", "score-cli verify cham-diem-2026 --number 1 --format json"])
}

extension OptionDeclaration {
    static let lockedStage = OptionDeclaration(
        name: .stage, value: "CODE", summary: Phrase("mã của bước (bắt buộc)", "the code of the stage (needed)"))

    static let decision = OptionDeclaration(
        name: .decision, value: "NUMBER",
        summary: Phrase("số quyết định, văn bản", "the number of the decision or document"))
}
