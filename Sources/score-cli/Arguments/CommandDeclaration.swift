import Documents
import Words
import Reporting

/// A command as data: what `help`, the parser and completions need to know.
struct CommandDeclaration: Sendable {
    /// A word that must follow the command.
    struct Operand: Sendable {
        /// How help names it: `FOLDER`.
        let name: Phrase
        /// What it is.
        let summary: Phrase
    }

    /// The command's name.
    let name: String
    /// What it does, in one line.
    let summary: Phrase
    /// What its help adds.
    let discussion: Phrase
    /// The words that must follow, in order; `optionalOperands` may follow them.
    let operands: [Operand]
    /// Words that may follow.
    var optionalOperands: [Operand] = []
    /// Whether the last word may be followed by more of its kind.
    var repeatsLastOperand = false
    /// The options that it takes beside those that every command takes.
    let options: [OptionDeclaration]
    /// Commands as they may be typed.
    let examples: [String]

    /// The first of the name's two words; nil for a command of one word.
    var group: String? {
        let words = name.split(separator: " ")
        return words.count > 1 ? String(words[0]) : nil
    }
}

/// An option as data.
struct OptionDeclaration: Sendable {
    /// The options.
    enum Name: String, CaseIterable, Sendable {
        case unit, tree, on, within, format, output, points, delimiter, decimal, lang
        case set, scenario, save, sweep
        case budget, frontier, must, best, actions, time
        case goalIndex = "goal-index"
        case goalPoints = "goal-points"
        case goalRank = "goal-rank"
        case keepField = "keep-field"
        case mustNot = "must-not"
        case group, among, ties, confidence, seed, robust, top, all
        case keepGoing = "keep-going"
        case with, stages
        case by, questions, tally, errors, questionnaire, dialect, table, population, error, strata
        case designEffect = "design-effect"
        case quiet, verbose
        case noColor = "no-color"
        case help, version
    }

    /// The name, behind two hyphens.
    let name: Name
    /// How help names its value; nil for an option without one.
    var value: String?
    /// The values that it may have; empty when any.
    var choices: [String] = []
    /// Whether it may be given several times.
    var isRepeatable = false
    /// What it does.
    let summary: Phrase

    /// The name as it is typed.
    var flag: String { "--" + name.rawValue }
}

extension OptionDeclaration {
    /// The options of every command.
    static let common: [OptionDeclaration] = [
        OptionDeclaration(
            name: .lang, value: "vi|en", choices: ["vi", "en"],
            summary: Phrase(
                "ngôn ngữ; nếu không ghi: tiếng Anh khi LC_ALL, LC_MESSAGES hoặc LANG là tiếng Anh, còn lại tiếng Việt",
                "language; unless stated English when LC_ALL, LC_MESSAGES or LANG says so, else Vietnamese")),
        OptionDeclaration(
            name: .quiet,
            summary: Phrase("không hiện cảnh báo và lời nhắn phụ", "no warnings and side remarks")),
        OptionDeclaration(
            name: .verbose,
            summary: Phrase("cho biết từng bảng được đọc thế nào", "tells how each table was read")),
        OptionDeclaration(
            name: .noColor,
            summary: Phrase(
                "không tô màu, in đậm (biến môi trường NO_COLOR cũng vậy)",
                "no colours and bold (as the environment's NO_COLOR)")),
        OptionDeclaration(name: .help, summary: Phrase("hiện hướng dẫn này", "shows this help")),
    ]

    static let unit = OptionDeclaration(
        name: .unit, value: "UNIT",
        summary: Phrase("mã hoặc tên của một đơn vị", "the code or the name of a unit"))

    static let tree = OptionDeclaration(
        name: .tree,
        summary: Phrase(
            "toàn bộ tiêu chí của mọi đơn vị (dạng json luôn có)",
            "all criteria of every unit (the form json always has them)"))

    static let on = OptionDeclaration(
        name: .on, value: "DATE",
        summary: Phrase(
            "ngày để xét, như 2024-07-03; nếu không ghi: hôm nay",
            "the day to look at, such as 2024-07-03; today unless stated"))

    static let within = OptionDeclaration(
        name: .within, value: "DAYS",
        summary: Phrase(
            "còn không quá bấy nhiêu ngày là sắp đến hạn; nếu không ghi: 30",
            "so many days before its last day a task is due soon; 30 unless stated"))

    static let format = format(of: ReportFormat.allCases)
    /// Of reports without a table of data.
    static let formatWithoutData = format(of: ReportFormat.allCases.filter { $0 != .csv })

    static func format(of formats: [ReportFormat]) -> OptionDeclaration {
        let choices = formats.map(\.rawValue)
        return OptionDeclaration(
            name: .format, value: choices.joined(separator: "|"), choices: choices,
            summary: Phrase("dạng kết quả; nếu không ghi: table", "the form of the result; table unless stated"))
    }

    static let output = OptionDeclaration(
        name: .output, value: "FILE",
        summary: Phrase(
            "ghi kết quả vào tệp (ghi trọn vẹn hoặc không ghi)", "writes the result into a file, whole or not at all"))

    static let points = OptionDeclaration(
        name: .points, value: "FILE",
        summary: Phrase(
            "tệp điểm tối đa thay cho điểm của bộ tiêu chí",
            "a file of maximum points in place of those of the criteria"))

    static let delimiter = OptionDeclaration(
        name: .delimiter, value: "comma|semicolon|tab|pipe", choices: ["comma", "semicolon", "tab", "pipe"],
        summary: Phrase(
            "dấu phân cách ô của các bảng; nếu không ghi: tự nhận biết",
            "the sign between cells of tables; found out unless stated"))

    static let decimal = OptionDeclaration(
        name: .decimal, value: "comma|point", choices: ["comma", "point"],
        summary: Phrase(
            "dấu thập phân của các bảng; nếu không ghi: tự nhận biết",
            "the decimal sign of tables; found out unless stated"))

    static let keepGoing = OptionDeclaration(
        name: .keepGoing,
        summary: Phrase(
            "vẫn chấm các đơn vị không có lỗi và nêu các đơn vị bị bỏ lại (mã thoát vẫn là 1)",
            "scores the units without errors and names those left out (the exit code is still 1)"))
}
