import Documents
import Words
import Reporting

extension CommandDeclaration {
    static let folder = Operand(
        name: Phrase("THƯ_MỤC", "FOLDER"),
        summary: Phrase(
            "thư mục của đợt đánh giá, có tệp assessment.json",
            "the folder of an assessment, containing assessment.json"))

    /// Every command, in the order of help.
    static let all: [CommandDeclaration] =
        [
            initialize, forms, collect, journal, check, score, explain, gap, whatIf, plan, rank, compare, history,
            progress, deadlines, alerts, evidence, lists, report, open,
        ]
        + flow
        + surveys + criteria + [completions, manual, help]

    static let check = CommandDeclaration(
        name: "check",
        summary: Phrase("kiểm tra một đợt đánh giá hoặc một bộ tiêu chí", "checks an assessment or a criteria set"),
        discussion: Phrase(
            "Liệt kê mọi lỗi và cảnh báo với vị trí trong tệp. Cảnh báo không làm thay đổi mã thoát; có lỗi thì mã thoát là 1.",
            "Lists every error and warning with its position. Warnings do not change the exit code; errors set it to 1."
        ),
        operands: [
            Operand(
                name: Phrase("ĐƯỜNG_DẪN", "PATH"),
                summary: Phrase(
                    "thư mục của đợt đánh giá, hoặc tệp .json của bộ tiêu chí hay của tệp mô tả danh sách",
                    "the folder of an assessment, or the .json file of a criteria set or of a profile of lists"))
        ],
        options: [
            OptionDeclaration(
                name: .submit,
                summary: Phrase(
                    "rà soát trước khi nộp: từng dòng người thẩm định có thể cắt, nhiều điểm trước (có dòng nào thì mã thoát là 1)",
                    "the audit before submission: each line that an appraiser would cut, most points first (any line sets the exit code to 1)"
                )),
            .unit, .format, .output, .points, .delimiter, .decimal, .encoding, .roundInput,
        ],
        rules: [.needs(.unit, .submit), UsageRule(CheckCommand.faults)],
        examples: [
            "score-cli check datasets/tuy-phuoc-2024", "score-cli check bo-tieu-chi.json",
            "score-cli check datasets/tuy-phuoc-2024 --submit --unit phuoc-an",
        ])

    static let score = CommandDeclaration(
        name: "score",
        summary: Phrase("chấm điểm các đơn vị", "scores the units"),
        discussion: Phrase(
            "Hiện điểm theo lĩnh vực, chỉ số và độ phủ của từng đơn vị, theo khối. Với --unit, hiện toàn bộ tiêu chí của một đơn vị. Có lỗi thì không chấm, trừ khi dùng --keep-going.",
            "Shows each unit's points per field, index and coverage, by group. With --unit, shows all criteria of one unit. Nothing is scored if there are errors, unless --keep-going is specified."
        ),
        operands: [folder],
        options: [
            .unit, .tree, .allRows, .index, .among, .shownGroup,
            .shownTop(
                Phrase(
                    "chỉ nêu K đơn vị có chỉ số cao nhất của mỗi khối",
                    "shows only the K units of each group with the greatest index")),
            .stage, .on, .format, .output, .points, .keepGoing, .delimiter, .decimal, .encoding, .roundInput,
        ],
        rules: [.apart(.unit, .group, .top)],
        examples: [
            "score-cli score datasets/tuy-phuoc-2024", "score-cli score datasets/tuy-phuoc-2024 --unit tt-tuy-phuoc",
            "score-cli score datasets/tuy-phuoc-2024 --group xa-thi-tran --top 5",
            "score-cli score datasets/tuy-phuoc-2024 --format csv --output diem.csv",
        ])

    static let history = CommandDeclaration(
        name: "history",
        summary: Phrase("điểm, chỉ số, hạng của các đơn vị qua các kỳ", "points, index and rank over all periods"),
        discussion: Phrase(
            "Mỗi thư mục là một kỳ (tháng, quý, nửa năm, năm) cùng loại; thứ tự không quan trọng. Kỳ không có thư mục được nêu là trống, không bỏ qua. Với --unit, mỗi kỳ một dòng, có biểu đồ; không có --unit, mỗi đơn vị một dòng.",
            "Each folder is one period (month, quarter, half-year, year), all of one kind, in any order. Periods without a folder are shown as gaps, never skipped over. With --unit, one row per period, with a chart; otherwise one row per unit."
        ),
        operands: [folder], repeatsLastOperand: true,
        options: [
            .unit,
            OptionDeclaration(
                name: .by, value: "total|CODE",
                summary: Phrase(
                    "mã lĩnh vực hoặc tiêu chí; nếu không ghi: total (chỉ số chung)",
                    "the code of a field or criterion (default: total)")),
            .among, .shownGroup, .stage, .format, .output, .points, .keepGoing, .delimiter, .decimal, .encoding,
            .roundInput,
        ],
        examples: [
            "score-cli history datasets/tuy-phuoc-2023 datasets/tuy-phuoc-2024",
            "score-cli history datasets/tuy-phuoc-2023 datasets/tuy-phuoc-2024 --unit phuoc-an",
        ])

    static let explain = CommandDeclaration(
        name: "explain",
        summary: Phrase("giải thích điểm một tiêu chí của một đơn vị", "explains a unit's points for one criterion"),
        discussion: Phrase(
            "Nêu chỉ tiêu, căn cứ, số liệu, công thức đã thay số, mức đạt, mức kế tiếp cần gì, và tài liệu kiểm chứng. Với mã của mục có mục con, nêu điểm của các mục con. Cần --unit khi đợt đánh giá có nhiều đơn vị.",
            "Shows the target, the source, the figures, the formula with its numbers filled in, what was reached, what the next step requires, and the evidence. For a code with children, shows the points of the children. --unit is required when the assessment has several units."
        ),
        operands: [
            folder,
            Operand(
                name: Phrase("MÃ", "CODE"),
                summary: Phrase("mã tiêu chí, như 1.1", "the code of a criterion, such as 1.1")),
        ],
        options: [
            .unit, .expect, .stage, .formatWithoutData, .output, .points, .keepGoing, .delimiter, .decimal, .encoding,
            .roundInput,
        ],
        examples: ["score-cli explain datasets/tuy-phuoc-2024 1.1 --unit tt-tuy-phuoc"])

    static let deadlines = CommandDeclaration(
        name: "deadlines",
        summary: Phrase(
            "nhiệm vụ và mốc quá hạn, sắp đến hạn, đã xong", "tasks and dates that are overdue, due soon or done"),
        discussion: Phrase(
            "Theo đơn vị và cơ quan chủ trì, từ hạn của các nhiệm vụ trong bộ tiêu chí, số liệu đã báo cáo và các mốc ghi trong assessment.json. Báo cáo trái với lịch được nêu thành cảnh báo. Dạng table chỉ liệt kê việc quá hạn và sắp đến hạn; các dạng khác có đủ.",
            "By unit and lead agency, from the deadlines of the criteria's tasks, the reported figures and the dates in assessment.json. Reports that contradict the calendar are shown as warnings. The table format lists only what is overdue or due soon; the others list everything."
        ),
        operands: [folder],
        options: [
            .on, .within, .unit, .format, .output, .points, .keepGoing, .delimiter,
            .decimal, .encoding, .roundInput,
        ],
        examples: ["score-cli deadlines datasets/tuy-phuoc-2024 --on 2024-12-15"])

    static let completions = CommandDeclaration(
        name: "completions",
        summary: Phrase(
            "in vài dòng để bash, zsh, fish gợi ý khi gõ lệnh", "prints what makes bash, zsh or fish complete commands"),
        discussion: Phrase(
            "Các dòng in ra hỏi lại chính phần mềm mỗi khi bấm phím Tab: lệnh, tùy chọn, giá trị, rồi mã đơn vị, mã tiêu chí của thư mục đã ghi trên dòng lệnh, kèm tên.",
            "What is printed asks the program itself whenever Tab is pressed: commands, options, values, then the codes of units and criteria of the folder that the line names, with their names."
        ),
        operands: [
            Operand(
                name: Phrase("SHELL", "SHELL"), summary: Phrase("bash, zsh hoặc fish", "bash, zsh or fish"),
                choices: CompletionsCommand.Shell.allCases.map(\.rawValue))
        ],
        options: [],
        examples: [
            "source <(score-cli completions bash)", "score-cli completions zsh > ~/.zfunc/_score-cli",
            "score-cli completions fish > ~/.config/fish/completions/score-cli.fish",
        ])

    static let manual = CommandDeclaration(
        name: "manual",
        summary: Phrase("in trang hướng dẫn cho lệnh man", "prints a page for man"),
        discussion: Phrase(
            "In trang của phần mềm hoặc, khi có tên lệnh, trang của lệnh đó, theo ngôn ngữ đang dùng.",
            "Prints the page of the program or, with the name of a command, that of the command, in the language that is used."
        ),
        operands: [], optionalOperands: help.optionalOperands, options: [],
        examples: [
            "score-cli manual > score-cli.1", "score-cli manual survey init --lang en > score-cli-survey-init.1",
        ])

    static let help = CommandDeclaration(
        name: "help",
        summary: Phrase("hiện hướng dẫn", "shows help"),
        discussion: Phrase(
            "Không có tên lệnh thì liệt kê các lệnh.", "Lists the commands if no command is named."),
        operands: [],
        optionalOperands: [
            Operand(
                name: Phrase("LỆNH", "COMMAND"),
                summary: Phrase("tên một lệnh", "the name of a command")),
            Operand(
                name: Phrase("PHẦN", "PART"),
                summary: Phrase("từ thứ hai của lệnh, như list", "the second word of a command, such as list")),
        ],
        options: [], examples: ["score-cli help score"])
}
