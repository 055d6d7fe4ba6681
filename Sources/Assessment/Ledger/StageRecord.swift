import Scoring
internal import Tables
internal import Values

/// What can be done to a stage.
package enum StageAction: String, CaseIterable, Hashable, Sendable {
    /// What the stage rests on may no longer change.
    case lock
    /// It may change again; what later stages decided has to be confirmed.
    case unlock
    /// What a stage decided still holds after an earlier stage was unlocked.
    case confirm
    /// The points of the stage are made public.
    case publish

    private static let words: [StageAction: [String]] = [
        .lock: ["lock", "khóa"], .unlock: ["unlock", "mở khóa"], .confirm: ["confirm", "xác nhận"],
        .publish: ["publish", "công bố"],
    ]

    /// The word of a table.
    func word(isVietnamese: Bool) -> String { Self.words[self]?[isVietnamese ? 1 : 0] ?? rawValue }

    init?(word: String) {
        let key = VietnameseText.word(word)
        let found = Self.allCases.first { action in
            Self.words[action]?.contains { VietnameseText.word($0) == key } ?? false
        }
        guard let found else { return nil }
        self = found
    }
}

/// Of which units and criteria something is done to a stage; nil is all.
package struct StageScope: Hashable, Sendable {
    /// The codes of units; none is all.
    package var units: [String] = []
    /// The code of a group (khối).
    package var group: String?
    /// The code of a criterion or field, with all below it.
    package var criterion: String?

    package init(units: [String] = [], group: String? = nil, criterion: String? = nil) {
        (self.units, self.group, self.criterion) = (units, group, criterion)
    }

    /// Whether it is about the whole stage.
    package var isAll: Bool { units.isEmpty && group == nil && criterion == nil }

    /// The units as a table has them.
    package var unitList: String { units.joined(separator: ", ") }
}

/// Something that was done to a stage: a row of `stages.csv`.
package struct StageRecord: Hashable, Sendable {
    /// 1 for the first row.
    package var number: Int
    package var time = ""
    package var by = ""
    package var action: StageAction
    /// The code of the stage.
    package var stage: String
    package var scope = StageScope()
    /// The number of the decision.
    package var decision = ""
    package var reason = ""
    /// How many lines nobody had looked at, and who accepts them.
    package var openLines = 0
    package var openAcceptedBy = ""
    /// The codes of the later stages that have to be confirmed.
    package var toConfirm: [String] = []
    /// The number of the publication, and of the one that it corrects.
    package var publication: Int?
    package var corrects: Int?
    /// The list of the files as they were, from the folder, and its SHA-256; blank where none is kept.
    package var files = ""
    package var filesSum = ""
    /// How many rows the journal had, and the sum of the last.
    package var journalRows = 0
    package var journalEnd = RowChain.start

    init(number: Int, action: StageAction, stage: String) {
        (self.number, self.action, self.stage) = (number, action, stage)
    }

    /// The folder of what it keeps, from the assessment's.
    var keptPlace: String { files.split(separator: "/").dropLast().joined(separator: "/") }

    /// The list of the files that it keeps; nil where it is missing or somebody changed it.
    func keptFiles(in folder: String) -> KeptFiles? {
        let path = folder + "/" + files
        guard let bytes = try? FileInput.bytes(of: path, .regular), SHA256.hex(of: bytes) == filesSum else { return nil }
        return KeptFiles(bytes, file: path)
    }

    static let columns = [
        ["number", "số thứ tự"], ["time", "thời điểm"], ["by", "người thực hiện"], ["action", "việc"],
        ["stage", "bước"],
        ["unit", "mã đơn vị"], ["group", "khối"], ["criterion", "mã tiêu chí"], ["decision", "số quyết định"],
        ["reason", "lý do"], ["open lines", "số dòng chưa xem xét"],
        ["open lines accepted by", "người chấp nhận dòng chưa xem xét"], ["to confirm", "bước phải xác nhận lại"],
        ["publication", "lần công bố"], ["corrects", "đính chính lần"], ["files", "danh mục tệp"],
        ["files SHA-256", "SHA-256 của danh mục tệp"], ["journal rows", "số dòng nhật ký"],
        ["journal chain", "chuỗi nhật ký"],
    ]

    func cells(isVietnamese: Bool) -> [String] {
        [
            String(number), time, by, action.word(isVietnamese: isVietnamese), stage, scope.unitList,
            scope.group ?? "", scope.criterion ?? "", decision, reason, String(openLines), openAcceptedBy,
            toConfirm.joined(separator: ", "), publication.map { String($0) } ?? "",
            corrects.map { String($0) } ?? "", files, filesSum, String(journalRows), journalEnd,
        ]
    }

    /// Reads the cells of a row; nil, with the heading of the cell, for one that cannot be understood.
    static func read(_ cells: [String]) -> Result {
        func number(_ position: Int) -> Int?? { cells[position].isEmpty ? .some(nil) : Int(cells[position]).map { $0 } }
        func text(_ position: Int) -> String? { cells[position].isEmpty ? nil : cells[position] }
        func list(_ position: Int) -> [String] { cells[position].split(separator: ",").map { String($0).trimmed } }
        guard let row = Int(cells[0]) else { return .unreadable(0) }
        guard let action = StageAction(word: cells[3]) else { return .unreadable(3) }
        for position in [10, 13, 14, 17] where number(position) == nil { return .unreadable(position) }
        var record = StageRecord(number: row, action: action, stage: cells[4])
        (record.time, record.by, record.decision, record.reason) = (cells[1], cells[2], cells[8], cells[9])
        record.scope = StageScope(units: list(5), group: text(6), criterion: text(7))
        (record.openLines, record.openAcceptedBy) = ((number(10) ?? nil) ?? 0, cells[11])
        record.toConfirm = list(12)
        (record.publication, record.corrects) = (number(13) ?? nil, number(14) ?? nil)
        (record.files, record.filesSum) = (cells[15], cells[16])
        (record.journalRows, record.journalEnd) = ((number(17) ?? nil) ?? 0, cells[18])
        return .record(record)
    }

    /// A row that was read, or the position of the cell that cannot be.
    enum Result {
        case record(StageRecord)
        case unreadable(Int)
    }
}
