import Assessment
import Documents
import Tables
import Words
import Reporting

/// A command as data: what `help`, the parser and completions need to know.
struct CommandDeclaration: Sendable {
    /// A required operand.
    struct Operand: Sendable {
        /// Its name in help: `FOLDER`.
        let name: Phrase
        /// What it is.
        let summary: Phrase
        /// The permitted values; empty if any value is.
        var choices: [String] = []
    }

    /// The command's name.
    let name: String
    /// What it does, in one line.
    let summary: Phrase
    /// What its help explains.
    let discussion: Phrase
    /// The required operands, in order; `optionalOperands` may follow them.
    let operands: [Operand]
    var optionalOperands: [Operand] = []
    /// Whether the last operand may be repeated.
    var repeatsLastOperand = false
    /// The options that it accepts in addition to those common to all commands.
    let options: [OptionDeclaration]
    /// What its options ask of each other.
    var rules: [UsageRule] = []
    /// Example command lines.
    let examples: [String]

    /// The first of the name's two words; nil for a single-word name.
    var group: String? {
        let words = name.split(separator: " ")
        return words.count > 1 ? String(words[0]) : nil
    }
}

/// An option as data.
struct OptionDeclaration: Sendable {
    /// The options.
    enum Name: String, CaseIterable, Sendable {
        case unit, tree, index, on, within, format, output, points, delimiter, decimal, encoding, lang
        case set, scenario, save, sweep, sheet, code, edition, name
        case budget, frontier, must, best, actions, time
        case goalIndex = "goal-index"
        case goalPoints = "goal-points"
        case goalRank = "goal-rank"
        case keepField = "keep-field"
        case mustNot = "must-not"
        case group, among, common, ties, confidence, draws, seed, robust, top, all
        case keepGoing = "keep-going"
        case with, stage, stages
        case by, questions, protect, wide, tally, errors, questionnaire, dialect, table, population, error, strata
        case designEffect = "design-effect"
        case share, response, allocation, minimum, per, sample
        case roundInput = "round-input"
        case metric
        case allRows = "all-rows"
        case failedRows = "failed-rows"
        case alike, twice, cut, unmeasured
        case leastUnits = "least-units"
        case criteria, units, period, from, replace, document, pack, submit, against
        case decision, reason, criterion, corrects, number, published
        case due, messages, peers
        case expect
        case acceptOpen = "accept-open"
        case quiet, verbose
        case allFindings = "all-findings"
        case noColor = "no-color"
        case help, version
    }

    /// The name, without the two hyphens.
    let name: Name
    /// The letter that stands for it: `-q`.
    var letter: Character?
    /// The name of its value in help; nil for an option without a value.
    var value: String?
    /// The permitted values; empty if any value is.
    var choices: [String] = []
    /// What its value looks like.
    var form = ValueForm.text
    var isRepeatable = false
    /// Whether it may stand without its value, which is two numbers with a comma.
    var mayLackValue = false
    /// Whether its value is a file that the command writes.
    var writesFile = false
    /// What it does.
    let summary: Phrase

    /// The name as it is typed.
    var flag: String { name.flag }

    /// Whether its value is a file.
    var isFile: Bool { value == "FILE" }

    /// Whether its value is a file that the command reads, or a folder.
    var isRead: Bool { (isFile && !writesFile) || value == "FOLDER" }
}

extension OptionDeclaration {
    /// The options of every command.
    static let common: [OptionDeclaration] = [
        OptionDeclaration(
            name: .lang, value: "vi|en", choices: ["vi", "en"],
            summary: Phrase(
                "ngôn ngữ; nếu không ghi: tiếng Anh khi LC_ALL, LC_MESSAGES hoặc LANG là tiếng Anh, còn lại tiếng Việt",
                "language (default: English if LC_ALL, LC_MESSAGES or LANG says so, otherwise Vietnamese)")),
        OptionDeclaration(
            name: .quiet, letter: "q",
            summary: Phrase("không hiện cảnh báo và lời nhắn phụ", "no warnings or side remarks")),
        OptionDeclaration(
            name: .verbose, letter: "v",
            summary: Phrase("cho biết từng bảng được đọc thế nào", "shows how each table was read")),
        OptionDeclaration(
            name: .allFindings,
            summary: Phrase(
                "liệt kê từng lỗi, từng cảnh báo; nếu không ghi: mỗi nguyên nhân một dòng, và chỉ những gì liên quan",
                "lists every error and warning (default: one line per cause, and only what concerns the question)")),
        OptionDeclaration(
            name: .noColor,
            summary: Phrase(
                "không tô màu, in đậm (biến môi trường NO_COLOR cũng vậy)",
                "no colours or bold (same as the NO_COLOR environment variable)")),
        OptionDeclaration(name: .help, letter: "h", summary: Phrase("hiện hướng dẫn này", "shows this help")),
    ]

    static let unit = OptionDeclaration(
        name: .unit, letter: "u", value: "UNIT",
        summary: Phrase("mã hoặc tên của một đơn vị", "the code or name of a unit"))

    static let tree = OptionDeclaration(
        name: .tree,
        summary: Phrase(
            "toàn bộ tiêu chí của mọi đơn vị (dạng json luôn có)",
            "all criteria of every unit (always included in the json format)"))

    static let allRows = OptionDeclaration(
        name: .allRows,
        summary: Phrase(
            "nêu cả tiêu chí chỉ chấm cấp khác, không áp dụng cho đơn vị (các dạng ngoài table luôn có)",
            "also shows criteria scored at other levels only (always in formats other than table)"))

    static let index = OptionDeclaration(
        name: .index,
        summary: Phrase(
            "thêm cột chỉ số (%) của từng lĩnh vực, tiêu chí vào bảng của một đơn vị (dạng csv, json luôn có)",
            "adds the index (%) of every field and criterion to the table of a unit (always in csv and json)"))

    static let on = OptionDeclaration(
        name: .on, value: "DATE", form: .day,
        summary: Phrase(
            "ngày để xét, như 2024-07-03; nếu không ghi: hôm nay",
            "the reference date, such as 2024-07-03 (default: today)"))

    static let within = OptionDeclaration(
        name: .within, value: "DAYS", form: .whole(0...3660),
        summary: Phrase(
            "còn không quá bấy nhiêu ngày là sắp đến hạn; nếu không ghi: 30",
            "how many days before its last day a task counts as due soon (default: 30)"))

    static let format = format(of: ReportFormat.allCases)
    /// Of reports without a table of data.
    static let formatWithoutData = format(of: ReportFormat.allCases.filter { $0 != .csv })

    static func format(of formats: [ReportFormat]) -> OptionDeclaration {
        let choices = formats.map(\.rawValue)
        return OptionDeclaration(
            name: .format, letter: "f", value: choices.joined(separator: "|"), choices: choices,
            summary: Phrase("dạng kết quả; nếu không ghi: table", "the output format (default: table)"))
    }

    static let output = OptionDeclaration(
        name: .output, letter: "o", value: "FILE", writesFile: true,
        summary: Phrase(
            "ghi kết quả vào tệp (ghi trọn vẹn hoặc không ghi); nếu không ghi --format, đuôi tệp quyết định định dạng",
            "writes the result to a file, whole or not at all; without --format the suffix decides the format"))

    static let stage = OptionDeclaration(
        name: .stage, value: "CODE",
        summary: Phrase(
            "bước có điểm được hiện: mã một bước của đợt đánh giá, hoặc computed (tính từ số liệu); nếu không ghi: bước của đợt đánh giá",
            "the stage whose points are shown: the code of one of the assessment's stages, or computed (default: the assessment's stage)"
        ))

    static let among = OptionDeclaration(
        name: .among, value: "group|level|all|parent", choices: RankScope.allCases.map(\.rawValue),
        summary: Phrase(
            "hạng giữa các đơn vị cùng khối, cùng cấp, mọi đơn vị, hoặc các đơn vị cùng trực thuộc; nếu không ghi: group",
            "places among units of the same group or level, all units, or those of the same parent (default: group)"))

    static let shownGroup = OptionDeclaration(
        name: .group, value: "GROUP",
        summary: Phrase(
            "chỉ nêu một khối (mã hoặc tên); với --among, một đơn vị cấp trên hoặc một cấp",
            "shows only one group (code or name); with --among, one parent or level"))

    static func shownTop(_ summary: Phrase) -> OptionDeclaration {
        OptionDeclaration(name: .top, value: "K", form: .whole(1...1_000_000), summary: summary)
    }

    static let commonUnits = OptionDeclaration(
        name: .common,
        summary: Phrase(
            "so hạng hai năm giữa các đơn vị chung của hai năm (đơn vị kế thừa tính là đơn vị cũ)",
            "compares places of two years among the units that both share (successors count as their predecessors)"))

    static let points = OptionDeclaration(
        name: .points, value: "FILE",
        summary: Phrase(
            "tệp điểm tối đa thay cho điểm của bộ tiêu chí",
            "a file of maximum points that replace those of the criteria"))

    static let expect = OptionDeclaration(
        name: .expect, value: "METRIC=N|last-year", form: .expectation, isRepeatable: true,
        summary: Phrase(
            "số trường hợp dự kiến cả kỳ của một tỷ lệ lũy kế, như 2.1=910, hoặc last-year: bằng năm trước; ghi được nhiều lần",
            "the cases expected by the period's end of a share that grows over it, such as 2.1=910, or last-year: as many as last year; repeatable"
        ))

    static let delimiter = OptionDeclaration(
        name: .delimiter, value: "comma|semicolon|tab|pipe", choices: ["comma", "semicolon", "tab", "pipe"],
        summary: Phrase(
            "dấu phân cách ô của các bảng; nếu không ghi: tự nhận biết",
            "the delimiter of tables (default: detected)"))

    static let decimal = OptionDeclaration(
        name: .decimal, value: "comma|point", choices: ["comma", "point"],
        summary: Phrase(
            "dấu thập phân của các bảng; nếu không ghi: tự nhận biết",
            "the decimal separator of tables (default: detected)"))

    static let encoding = OptionDeclaration(
        name: .encoding, value: "NAME", choices: Charset.allCases.map(\.rawValue),
        summary: Phrase(
            "bảng mã của các bảng dạng văn bản (utf-8, tcvn3, vni, windows-1258…); nếu không ghi: tự nhận biết",
            "the encoding of tables that are text files (utf-8, tcvn3, vni, windows-1258…; default: recognised)"))

    static let roundInput = OptionDeclaration(
        name: .roundInput, value: "DIGITS", choices: (0...6).map(String.init),
        summary: Phrase(
            "làm tròn số của các bảng đến bấy nhiêu chữ số thập phân khi đọc; nếu không ghi: không làm tròn",
            "rounds the numbers of tables to so many decimals on reading (default: nothing is rounded)"))

    static let keepGoing = OptionDeclaration(
        name: .keepGoing,
        summary: Phrase(
            "vẫn chấm các đơn vị không có lỗi và nêu các đơn vị bị bỏ lại (mã thoát vẫn là 1)",
            "scores the units without errors and lists those left out (the exit code is still 1)"))
}
