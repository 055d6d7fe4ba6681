internal import Tables
internal import Values

/// Decides what each column of an export is.
struct ExportSorting {
    /// A question on a scale.
    struct Question {
        let column: ExportColumn
        let scale: ScaleGuess
    }

    /// A question with several answers.
    struct Multiple {
        let text: String
        /// The column of all choices; nil where each has one.
        let cell: ExportColumn?
        let separators: [String]
        let choices: [(label: String, column: ExportColumn?)]
    }

    let export: ExportReading
    private(set) var unit, weight, id: ExportColumn?
    private(set) var finished: [(column: ExportColumn, test: AnswerCondition.Test)] = []
    /// The columns of field work, by its keys.
    private(set) var fieldWork: [(key: String, column: ExportColumn)] = []
    private(set) var domains: [ExportColumn] = []
    private(set) var questions: [Question] = []
    private(set) var multiples: [Multiple] = []
    /// The codes that stand for nothing on each scale.
    private(set) var nothing: [ScaleGuess: (noAnswer: [String], notAsked: [String])] = [:]
    private(set) var doubts: [Finding] = []
    private var taken: Set<Int> = []

    init(_ export: ExportReading) { self.export = export }

    mutating func sort() {
        takeOwnColumns()
        takeNamedColumns()
        takeSeveralAnswers()
        takeQuestions()
        takeDomains()
        judge()
    }

    private var free: [ExportColumn] { export.columns.filter { !taken.contains($0.position) } }

    private mutating func doubt(_ code: DraftFinding, _ column: ExportColumn? = nil, _ details: FindingDetails = [:]) {
        doubts.append(Finding(code, at: export.table.headingLocation(column?.position), details))
    }

    // MARK: - Columns known by their names

    private mutating func takeOwnColumns() {
        let tool = export.tool
        let columns = export.columns
        id = tool.idColumns.lazy.compactMap { name in columns.first { $0.key == name } }.first
        for rule in tool.finished {
            guard let column = export.columns.first(where: { rule.names.contains($0.key) }) else { continue }
            finished.append((column, rule.test))
        }
        fieldWork = tool.fieldColumns.compactMap { key, names in
            names.lazy.compactMap { name in columns.first { $0.key == name && $0.filled > 0 } }.first.map { (key, $0) }
        }
        if let first = fieldWork.first {
            doubt(
                .fieldWorkSupposed, first.column,
                [.found: .names(fieldWork.map { Excerpt.of($0.column.heading) })])
        }
        for column in export.columns where tool.ownColumns.contains(column.key) { taken.insert(column.position) }
        if let id { taken.insert(id.position) }
    }

    private static let unitWords = [
        "xa", "phuong", "don vi", "commune", "unit", "dia ban", "ubnd", "ward", "co quan",
    ]
    /// What describes people: never a question, whatever numbers stand for it.
    private static let personalWords = [
        "gioi tinh", "gioi", "sex", "gender", "tuoi", "age", "nghe nghiep", "dan toc", "trinh do", "hoc van",
    ]
    private static let weightWords: Set<String> = ["trong so", "weight", "wt", "quyen so", "weights"]
    private static let statusWords: Set<String> = [
        "trang thai", "status", "tinh trang", "trang thai phieu", "tinh trang phieu",
    ]
    private static let doneWords: Set<String> = [
        "complete", "completed", "hoan thanh", "da hoan thanh", "xong", "da xong", "finished", "done",
    ]

    private mutating func takeNamedColumns() {
        let units = free.filter { column in
            let words = " " + VietnameseText.folded(column.item) + " "
            return words.split(separator: " ").count <= 9 && !column.isOpen && column.filled > 0
                && Self.unitWords.contains { words.contains(" \($0) ") }
                && ScaleGuess.match(column.texts) == nil
        }
        unit = units.first
        if let first = units.first {
            taken.insert(first.position)
            if units.count > 1 { doubt(.severalUnits, first, [.found: .names(units.map { Excerpt.of($0.heading) })]) }
        } else {
            doubt(.noUnit)
        }
        for column in free {
            let words = VietnameseText.folded(column.item)
            let isLabelled =
                ScaleGuess.match(column.texts).map { $0.scale.isOrdered && $0.scale.levels.count > 2 } ?? false
            guard words.split(separator: " ").count <= 4, !isLabelled, !column.isOpen, column.values.count <= 30,
                column.values.count > 1, Self.personalWords.contains(where: { " \(words) ".contains(" \($0) ") })
            else { continue }
            taken.insert(column.position)
            domains.append(column)
        }
        weight = free.first { Self.weightWords.contains(VietnameseText.folded($0.item)) }
        if let weight { taken.insert(weight.position) }
        guard finished.isEmpty else { return }
        let status = free.first { column in
            Self.statusWords.contains(VietnameseText.folded(column.item))
                && column.texts.contains { Self.doneWords.contains(VietnameseText.word($0)) }
        }
        guard let status else { return }
        taken.insert(status.position)
        finished.append((status, .says(status.texts.filter { Self.doneWords.contains(VietnameseText.word($0)) })))
        doubt(.finishedSupposed, status, [.found: .text(Excerpt.of(status.heading))])
    }

    // MARK: - Several answers

    private static let marks: Set<String> = [
        "0", "1", "y", "n", "true", "false", "x", "yes", "no", "quoted", "not quoted",
    ]

    /// Whether a column only says whether its own name was chosen.
    private static func isChoice(_ column: ExportColumn, beside stem: Bool) -> Bool {
        let words = Set(column.texts.map { VietnameseText.word($0) })
        if words.isEmpty { return true }
        if words == [VietnameseText.word(column.item)] { return true }
        // Columns of Yes and No may be questions; those of zero and one, or of one mark, are choices.
        return words.isSubset(of: ["0", "1"]) || words.isSubset(of: ["true", "false"])
            || words.isSubset(of: ["quoted", "not quoted"])
            || words.count == 1 && words.isSubset(of: marks) || stem && words.isSubset(of: marks)
    }

    private mutating func takeSeveralAnswers() {
        var groups: [String] = []
        for column in free { if let group = column.group, !groups.contains(group) { groups.append(group) } }
        for group in groups {
            let columns = free.filter { $0.group == group }
            let stem = export.columns.first { $0.heading == group }
            // Tools that write the groups of questions write the question of choices, too.
            if stem == nil, export.tool == .kobo, !group.contains("/") { continue }
            if stem == nil, export.tool == .odk, !columns.allSatisfy({ $0.heading.contains("/") }) { continue }
            // What people wrote beside a choice stands in a column of its own.
            let choices = columns.filter { Self.isChoice($0, beside: stem != nil) || Self.isOther($0.item) }
            let marked = choices.filter { Self.isChoice($0, beside: stem != nil) && $0.filled > 0 }
            guard choices.count == columns.count, choices.count > 1, marked.count > 0 else { continue }
            for column in columns { taken.insert(column.position) }
            if let stem { taken.insert(stem.position) }
            multiples.append(
                Multiple(text: group, cell: nil, separators: [], choices: choices.map { ($0.item, $0) }))
            doubt(.severalAnswers, columns[0], [.found: .text(Excerpt.of(group)), .count: .count(choices.count)])
        }
        for column in free { takeCell(column) }
    }

    /// Whether a choice stands for what people write who choose nothing else.
    static func isOther(_ name: String) -> Bool {
        let words = VietnameseText.folded(name)
        return words == "other" || words.hasPrefix("khac") || words.hasPrefix("other ")
    }

    /// A column whose cells hold several of a few texts.
    private mutating func takeCell(_ column: ExportColumn) {
        if let match = ScaleGuess.match(column.texts), match.others.isEmpty { return }
        let separators = export.tool == .kobo || export.tool == .odk ? [";", " "] : [";", "|", ", "]
        for separator in separators {
            var counts: [(text: String, count: Int)] = []
            var several = 0
            var sizes: Set<Int> = []
            for value in column.values {
                let parts = value.text.split(separator: separator).map { ExportColumn.trimmed($0) }
                if parts.count > 1 { several += 1 }
                sizes.insert(parts.count)
                for part in parts where !part.isEmpty {
                    if let place = counts.firstIndex(where: { $0.text == part }) {
                        counts[place].count += value.count
                    } else {
                        counts.append((part, value.count))
                    }
                }
            }
            // Every text returns, or they are sentences with a comma.
            let repeats = counts.count { $0.count > 1 }
            let isCode = separator == " "
            guard several > 0, counts.count <= 20, counts.count > 1, repeats * 2 >= counts.count,
                counts.allSatisfy({ $0.text.count <= (isCode ? 12 : 80) })
            else { continue }
            // With spaces stand names of choices, which have no diacritics; and not everybody chooses as many: "Thon 3" is
            // one text of two words.
            if isCode, sizes.count == 1 || !counts.allSatisfy({ $0.text.allSatisfy { $0.isASCII } }) { continue }
            taken.insert(column.position)
            multiples.append(
                Multiple(
                    text: column.item, cell: column, separators: [separator], choices: counts.map { ($0.text, nil) }))
            doubt(.severalAnswers, column, [.found: .text(Excerpt.of(column.item)), .count: .count(counts.count)])
            return
        }
    }

    // MARK: - Questions

    private mutating func takeQuestions() {
        // Parts of one question have one scale: what one of them does not show, another does.
        var scales: [String: ScaleGuess.Match] = [:]
        var alone: [Int: ScaleGuess.Match] = [:]
        let columns = free.filter { !$0.isOpen && $0.filled > 0 }
        for column in columns { alone[column.position] = ScaleGuess.match(column.texts) }
        let groups = Dictionary(grouping: columns.filter { $0.group != nil }, by: { $0.group ?? "" })
        for (group, members) in groups {
            let scaled = members.filter { alone[$0.position] != nil }
            scales[group] = ScaleGuess.match(scaled.flatMap { $0.texts })
        }
        // Where few have answered, a column may show only the lower numbers of the scale of all.
        let numbered = columns.filter {
            alone[$0.position].map { !$0.scale.isOrdered && $0.scale.levels.count > 2 } ?? false
        }
        let common = ScaleGuess.match(numbered.flatMap({ $0.texts }))
        for column in columns {
            guard let own = alone[column.position] else { continue }
            var match = own
            if let group = column.group, let shared = scales[group], own.others.isEmpty { match = shared }
            if !match.scale.isOrdered, match.scale.levels.count > 2, let common { match = common }
            taken.insert(column.position)
            questions.append(Question(column: column, scale: match.scale))
            nothing[match.scale, default: ([], [])].noAnswer += own.noAnswer
            nothing[match.scale, default: ([], [])].notAsked += own.notAsked
            for value in column.values where own.others.contains(value.text) {
                doubts.append(
                    Finding(
                        DraftFinding.outsideScale, at: export.table.location(value.row, column.position),
                        [.found: .text(Excerpt.of(value.text))]))
            }
        }
    }

    // MARK: - Groups of people

    private static let domainWords =
        personalWords + [
            "dich vu", "thu tuc", "service", "nghe", "khu vuc", "linh vuc", "doi tuong",
        ]

    private mutating func takeDomains() {
        for column in free where column.group == nil || export.tool != .surveyMonkey {
            let words = " " + VietnameseText.folded(column.item) + " "
            let isNamed = Self.domainWords.contains { words.contains(" \($0) ") }
            guard !column.isOpen, column.values.count > 1, column.values.count <= (isNamed ? 30 : 12),
                column.texts.allSatisfy({ $0.count <= 60 }),
                column.values.count * 2 <= column.filled || isNamed && column.values.count < column.filled
            else { continue }
            taken.insert(column.position)
            domains.append(column)
        }
    }

    // MARK: - Doubts about the whole

    /// The scales, the one of most questions first.
    var scales: [ScaleGuess] {
        var counts: [(scale: ScaleGuess, count: Int)] = []
        for question in questions {
            if let place = counts.firstIndex(where: { $0.scale == question.scale }) {
                counts[place].count += 1
            } else {
                counts.append((question.scale, 1))
            }
        }
        guard let most = counts.map({ $0.count }).max(), let first = counts.firstIndex(where: { $0.count == most })
        else {
            return []
        }
        return [counts[first].scale] + counts.indices.filter { $0 != first }.map { counts[$0].scale }
    }

    /// The groups of questions in the order of the file; nil for those in none.
    var factors: [String?] {
        var factors: [String?] = []
        for question in questions where !factors.contains(question.column.group) {
            factors.append(question.column.group)
        }
        return factors
    }

    private mutating func judge() {
        if questions.isEmpty { return }
        doubt(.noDesign)
        for scale in scales {
            let column = questions.first { $0.scale == scale }?.column
            if !scale.isOrdered {
                doubt(.numbersOnly, column, [.found: .names(scale.levels.map { $0.code })])
            }
            doubt(.topLevels, column, [.found: .names(scale.levels.suffix(scale.topLevels).map({ $0.vi }))])
            let codes = nothing[scale].map { $0.noAnswer + $0.notAsked } ?? []
            if !codes.isEmpty { doubt(.noAnswerSupposed, column, [.found: .names(codes.withoutRepeats { $0 })]) }
        }
        doubt(.factorsSupposed, nil, [.count: .count(factors.count)])
        if !free.isEmpty {
            doubt(
                .unusedColumns, free[0],
                [.found: .names(free.prefix(20).map { Excerpt.of($0.heading) }), .count: .count(free.count)])
        }
    }
}
