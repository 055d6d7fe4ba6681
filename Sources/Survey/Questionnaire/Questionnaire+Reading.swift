internal import Tables
public import Values

extension Questionnaire {
    /// Reads a questionnaire file.
    public static func read(contentsOf path: String) -> (questionnaire: Questionnaire?, findings: [Finding]) {
        do {
            return read(file: path, bytes: try FileInput.bytes(of: path))
        } catch {
            return (nil, error.findings)
        }
    }

    /// Reads a questionnaire.
    /// - Parameters:
    ///   - file: The file's name as the user specified it.
    ///   - bytes: The whole file.
    /// - Returns: the questionnaire, nil when there is an error, and all findings.
    public static func read(file: String, bytes: [UInt8]) -> (questionnaire: Questionnaire?, findings: [Finding]) {
        do {
            return read(try JSONDocument(file: file, bytes: bytes))
        } catch {
            return (nil, error.findings)
        }
    }

    /// Reads a questionnaire from a file that is opened already.
    package static func read(_ document: JSONDocument) -> (questionnaire: Questionnaire?, findings: [Finding]) {
        let reader = JSONReader(document)
        guard let object = reader.root() else { return (nil, reader.findings) }
        var reading = QuestionnaireReading(object)
        let questionnaire = reading.questionnaire()
        return (reader.hasErrors ? nil : questionnaire, reader.findings)
    }
}

/// The work of reading a questionnaire.
struct QuestionnaireReading {
    let object: JSONObject
    /// Codes of blocks, factors, questions and domains, which must be unique.
    private var codes: Set<String> = []
    /// Codes of blocks and factors, in order: those that have an index.
    var parts: [String] = []
    var headings = HeadingUses()
    /// Weights other than 1.
    var weights: [UnevenWeight] = []
    /// Scales beside the one of most questions.
    var scales: [(scale: AnswerScale, offset: Int)] = []
    /// The positions of those that a question names.
    var usedScales: Set<Int> = []

    /// A weight other than 1, and what it belongs to.
    struct UnevenWeight {
        enum Owner {
            case block, factor, question
        }

        let owner: Owner
        let offset: Int
    }

    init(_ object: JSONObject) {
        self.object = object
    }

    var reader: JSONReader { object.reader }

    mutating func questionnaire() -> Questionnaire? {
        defer { object.finish() }
        if object.required("format") != nil { _ = object.integer("format", in: 1...1) }
        let code = object.requiredText("questionnaire")
        if let code { checkCode(code, at: object.offset(of: "questionnaire")) }
        let name = object.requiredLocalized("name")
        let source = object.has("source") ? object.requiredSource("source") : nil
        _ = object.texts("notes")
        let scale = self.scale()
        let otherScales = self.otherScales()
        let columns = self.surveyColumns()
        let blocks = self.blocks()
        let multiples = self.multiples()
        let fieldWork = self.fieldWork()
        let design = self.design()
        let index = self.index(levels: scale?.levels.count)
        if let scale { checkTopLevels(of: index, levels: scale.levels.count) }
        let interval = self.interval()
        let calibration = self.calibration(columns)
        let replicates = self.replicates()
        let quantiles = self.quantiles()
        let smallAreas = self.smallAreas()
        let minimum = object.integer("minimumCount", in: 0...1_000_000) ?? 0
        let disclosure = self.disclosure()
        let unusable = maximumUnusable()
        let metrics = self.metrics()
        guard let code, let name, let scale, let index, let interval, let columns, !blocks.isEmpty else { return nil }
        return Questionnaire(
            code: code, name: name, source: source, scale: scale, otherScales: otherScales, multiples: multiples,
            blocks: blocks, columns: columns, fieldWork: fieldWork, design: replicates == nil ? design : nil,
            index: index, interval: interval, calibration: calibration, replicates: replicates, quantiles: quantiles,
            smallAreas: smallAreas, minimumCount: minimum, disclosure: disclosure, maximumUnusable: unusable,
            metrics: metrics,
            questions: blocks.flatMap { $0.factors.flatMap { $0.questions } }
                + multiples.flatMap { $0.questions(scale: otherScales.count + 1) })
    }

    private func maximumUnusable() -> FixedDecimal {
        guard let percent = object.decimal("maximumUnusable") else { return 5 }
        if !(0...100).contains(percent) {
            outOfRange(
                "maximumUnusable", found: .number(percent), expected: .range(0, 100),
                at: object.offset(of: "maximumUnusable"))
        }
        return percent
    }

    // MARK: - Columns

    private mutating func surveyColumns() -> SurveyColumns? {
        guard let columns = object.object("columns") else {
            return SurveyColumns(unit: nil, weight: nil, id: nil, domains: [])
        }
        defer { columns.finish() }
        let unit = headings.read("unit", of: columns, as: .respondent)
        let weight = headings.read("weight", of: columns, as: .other)
        let id = headings.read("id", of: columns, as: .other)
        var domains: [SurveyColumns.Domain] = []
        for domain in columns.objects("domains") {
            let code = self.code(of: domain)
            if let code, Questionnaire.reservedDomains.contains(code) {
                reader.report(
                    QuestionnaireFinding.reservedDomain, at: domain.offset(of: "code"),
                    [.code: .text(code), .expected: .names(Questionnaire.reservedDomains)])
            }
            let name = domain.requiredLocalized("name")
            _ = domain.required("column")
            let names = headings.read("column", of: domain, as: .respondent)
            domain.finish()
            guard let code, let name, let names else { continue }
            domains.append(SurveyColumns.Domain(code: code, name: name, columns: names))
        }
        let finished = conditions("finished", of: columns)
        return SurveyColumns(unit: unit, weight: weight, id: id, domains: domains, finished: finished)
    }

    // MARK: - What several parts need

    /// A unique code.
    mutating func code(of object: JSONObject) -> String? {
        let code = writtenCode(of: object)
        if let code, !codes.insert(code).inserted { reportRepeated(code, of: object) }
        return code
    }

    /// A code, which others may have.
    func writtenCode(of object: JSONObject) -> String? {
        let code = object.requiredText("code")
        if let code { checkCode(code, at: object.offset(of: "code")) }
        return code
    }

    func reportRepeated(_ code: String, of object: JSONObject) {
        reader.report(QuestionnaireFinding.duplicateCode, at: object.offset(of: "code"), [.code: .text(code)])
    }

    /// Codes occur in lists separated by commas and between spaces.
    func checkCode(_ code: String, at offset: Int) {
        guard code.contains(where: { $0.isWhitespace || $0 == "," }) else { return }
        reader.report(QuestionnaireFinding.badCode, at: offset, [.found: .text(code)])
    }

    func requireElements(_ key: String, of object: JSONObject) {
        guard object.required(key) != nil, let node = object.node(key) else { return }
        guard case .array(let elements) = node.content, elements.isEmpty else { return }
        outOfRange(key, found: .count(0), expected: .bound("≥", 1), at: node.offset)
    }

    func outOfRange(_ key: String, found: FindingValue, expected: FindingValue, at offset: Int) {
        reader.report(
            QuestionnaireFinding.outOfRange, at: offset, [.key: .text(key), .found: found, .expected: expected])
    }
}
