import Scoring
import Tables
import Values

/// What a table says of a day.
struct CalendarWord: CellWord {
    private static let meanings: [([String], Bool)] = [
        (["nghỉ", "nghỉ lễ", "ngày nghỉ", "nghỉ bù", "holiday", "off"], false),
        (["làm việc", "làm bù", "ngày làm việc", "workday", "worked"], true),
    ]
    private static let known = Dictionary(
        meanings.flatMap { words, isWorked in words.map { (VietnameseText.word($0), isWorked) } },
        uniquingKeysWith: { first, _ in first })
    static let words = meanings.map { $0.0[0] }

    let isWorked: Bool

    init?(word: String) {
        guard let isWorked = Self.known[VietnameseText.word(word)] else { return nil }
        self.isWorked = isWorked
    }
}

/// Whether a statement was verified.
private struct VerifiedWord: CellWord {
    static let words = ["có", "không"]

    let isVerified: Bool

    init?(word: String) {
        switch VietnameseText.word(word) {
        case "co", "yes", "true", "x": isVerified = true
        case "khong", "no", "false", "chua": isVerified = false
        default: return nil
        }
    }
}

extension WorkingCalendar {
    private static let day = ["day", "ngày", "date"]
    private static let kind = ["kind", "loại", "loại ngày"]
    private static let name = ["name", "tên", "tên ngày", "nội dung"]
    private static let nameInEnglish = ["english name", "tên tiếng anh"]
    private static let source = ["source", "căn cứ", "nguồn"]
    private static let verified = ["verified", "đã xác minh", "đã kiểm chứng"]

    private static let headings = KnownHeadings(
        needed: [[day], [kind]],
        others: [name, nameInEnglish, source, verified, ColumnNames.note, ColumnNames.ordinal])

    /// Reads a table of days.
    static func read(_ path: String, options: TableOptions, into sink: FindingSink) -> [Entry] {
        let loaded = LoadedTable(path, headings: headings, options: options)
        sink.add(loaded.findings)
        guard var table = loaded.table else { return [] }
        let (day, kind) = (table.requiredColumn(day), table.requiredColumn(kind))
        let (name, nameInEnglish) = (table.optionalColumn(name), table.optionalColumn(nameInEnglish))
        let (source, verified) = (table.optionalColumn(source), table.optionalColumn(verified))
        table.reportUnknownColumns(but: ColumnNames.note, ColumnNames.ordinal)
        sink.add(table.findings)
        guard let day, let kind else { return [] }
        var entries: [Entry] = []
        var first: [CalendarDay: Location] = [:]
        let row = TableRow<FlowFinding>(table, into: sink)
        while row.next() {
            guard row.requires([day, kind]), let date = row.day(day, orElse: .badDay),
                let word = row.choice(kind, of: CalendarWord.self, orElse: .unknownDayKind)
            else { continue }
            var isVerified = true
            if !row.isBlank(verified) {
                guard let stated = row.choice(verified, of: VerifiedWord.self, orElse: .unknownDayKind) else {
                    continue
                }
                isVerified = stated.isVerified
            }
            if let before = first[date] {
                row.report(.repeatedDay, at: day, [.found: .day(date), .first: .location(before)])
                continue
            }
            first[date] = row.location(day)
            entries.append(
                Entry(
                    day: date, isWorked: word.isWorked,
                    name: LocalizedText(vi: row.text(name) ?? "", en: row.text(nameInEnglish)),
                    source: row.text(source), isVerified: isVerified))
        }
        return entries
    }
}

extension CriteriaPlaces {
    /// The shipped tables of days that are read for an assessment: those of the years in which working days are counted.
    func calendars(of settings: AssessmentSettings, _ files: AssessmentFiles, for folder: String) -> [String] {
        // Requests may be due so many working days after they were made.
        guard settings.windows.countsDays || files.requests != nil else { return [] }
        // Days are counted into the next year at most.
        return (settings.year - 1...settings.year + 2).compactMap { year in
            calendars(of: year, for: folder, criteria: files.criteria).first(where: FileInput.exists)
        }
    }

    /// The tables of a year's days, in the order in which they are looked for: the folder's own of all years, then the
    /// shipped one of the year, beside the criteria sets.
    private func calendars(of year: Int, for folder: String, criteria: String) -> [String] {
        let shipped = "calendar/vn-\(year).csv"
        // A set lies in a folder of its own among the others.
        let beside = criteria.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/")
        return [folder + "/criteria", folder + "/../criteria"].map { "\($0)/\(shipped)" }
            + (beside.isEmpty ? [] : ["\(beside)/\(shipped)"]) + folders.map { "\($0)/\(shipped)" }
    }
}
