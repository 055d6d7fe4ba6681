internal import Tables
public import Values

extension Questionnaire {
    /// Reads a questionnaire's file.
    package static func read(contentsOf path: String) -> (questionnaire: Questionnaire?, findings: [Finding]) {
        do {
            return read(file: path, bytes: try FileInput.bytes(of: path))
        } catch {
            return (nil, [error.finding])
        }
    }

    /// Reads a questionnaire.
    /// - Parameters:
    ///   - file: The file's name as the user gave it.
    ///   - bytes: The whole file.
    /// - Returns: the questionnaire, nil when an error forbids it, and everything that was found.
    package static func read(file: String, bytes: [UInt8]) -> (questionnaire: Questionnaire?, findings: [Finding]) {
        let document: JSONDocument
        do {
            document = try JSONDocument(file: file, bytes: bytes)
        } catch {
            return (nil, error.findings)
        }
        let reader = JSONReader(document)
        guard let object = reader.object(document.root, named: "") else { return (nil, reader.findings) }
        var reading = QuestionnaireReading(object)
        let questionnaire = reading.questionnaire()
        return (reader.findings.containsError ? nil : questionnaire, reader.findings)
    }
}

/// The work of reading a questionnaire.
private struct QuestionnaireReading {
    let object: JSONObject
    /// Codes of blocks, factors and questions, which are told apart by them.
    private var codes: [String: Int] = [:]
    /// Folded headings that are taken.
    private var columns: [String: String] = [:]

    init(_ object: JSONObject) {
        self.object = object
    }

    private var reader: JSONReader { object.reader }

    mutating func questionnaire() -> Questionnaire? {
        defer { object.finish() }
        if object.required("format") != nil { _ = object.integer("format", in: 1...1) }
        let code = object.requiredText("questionnaire")
        let name = object.requiredLocalized("name")
        let source = object.has("source") ? object.requiredSource("source") : nil
        _ = object.texts("notes")
        let scale = self.scale()
        let columns = self.surveyColumns()
        let blocks = self.blocks()
        let design = self.design()
        let index = scale.flatMap { self.index(levels: $0.levels.count) }
        let interval = self.interval()
        let minimum = object.integer("minimumCount", in: 0...1_000_000) ?? 0
        let metrics = self.metrics()
        guard let code, let name, let scale, let index, let interval, let columns, !blocks.isEmpty else { return nil }
        return Questionnaire(
            code: code, name: name, source: source, scale: scale, blocks: blocks, columns: columns, design: design,
            index: index, interval: interval, minimumCount: minimum, metrics: metrics)
    }

    // MARK: - Scale

    private func scale() -> AnswerScale? {
        guard object.required("scale") != nil, let scale = object.object("scale") else { return nil }
        defer { scale.finish() }
        _ = scale.required("levels")
        let levels = scale.objects("levels").compactMap { level -> AnswerLevel? in
            defer { level.finish() }
            let code = level.requiredText("code")
            let label = level.requiredLocalized("label")
            let spellings = level.texts("spellings")
            guard let code, let label else { return nil }
            return AnswerLevel(code: code, label: label, spellings: spellings)
        }
        let noAnswer = scale.texts("noAnswer")
        let offset = scale.offset(of: "levels")
        guard (2...15).contains(levels.count) else {
            if scale.has("levels") {
                reader.report(
                    QuestionnaireFinding.levelCount, at: offset, ["found": String(levels.count), "expected": "2–15"])
            }
            return nil
        }
        var seen: [String: String] = [:]
        let spelled = levels.map { [$0.code, $0.label.vi] + [$0.label.en].compactMap { $0 } + $0.spellings }
        for (texts, owner) in zip(spelled + noAnswer.map { [$0] }, levels.map(\.code) + noAnswer) {
            for text in Set(texts.map { VietnameseText.composed($0) }) {
                // Words are compared without capitals and marks, numbers and mere signs as they stand.
                let folded = text.contains(where: \.isNumber) ? "" : VietnameseText.folded(text)
                let key = folded.isEmpty ? text : folded
                if let other = seen[key], other != owner {
                    reader.report(
                        QuestionnaireFinding.sameSpelling, at: offset, ["found": text, "code": owner, "other": other])
                }
                seen[key] = owner
            }
        }
        return AnswerScale(levels: levels, noAnswer: noAnswer)
    }

    // MARK: - Columns

    /// One heading or several, as a text or an array of texts.
    private mutating func headings(_ key: String, of object: JSONObject) -> [String]? {
        guard let node = object.node(key) else { return nil }
        var names: [String] = []
        if case .text = node.content {
            names = [object.requiredText(key)].compactMap { $0 }
        } else {
            names = object.texts(key)
            if names.isEmpty { reader.report(JSONReaderFinding.emptyText, at: node.offset, ["key": key]) }
        }
        for name in names {
            let folded = VietnameseText.folded(name)
            let owner = "\(object.offset).\(key)"
            if let other = columns[folded], other != owner {
                reader.report(QuestionnaireFinding.sameColumn, at: node.offset, ["found": name])
            }
            columns[folded] = owner
        }
        return names
    }

    private mutating func surveyColumns() -> SurveyColumns? {
        guard let columns = object.object("columns") else {
            return SurveyColumns(unit: nil, weight: nil, domains: [])
        }
        defer { columns.finish() }
        let unit = headings("unit", of: columns)
        let weight = headings("weight", of: columns)
        var domains: [SurveyColumns.Domain] = []
        for domain in columns.objects("domains") {
            let code = self.code(of: domain)
            let name = domain.requiredLocalized("name")
            _ = domain.required("column")
            let names = headings("column", of: domain)
            domain.finish()
            guard let code, let name, let names else { continue }
            domains.append(SurveyColumns.Domain(code: code, name: name, columns: names))
        }
        return SurveyColumns(unit: unit, weight: weight, domains: domains)
    }

    // MARK: - Questions

    /// A code that no other part has.
    private mutating func code(of object: JSONObject) -> String? {
        guard let code = object.requiredText("code") else { return nil }
        let offset = object.offset(of: "code")
        if codes[code] != nil { reader.report(QuestionnaireFinding.duplicateCode, at: offset, ["code": code]) }
        codes[code] = offset
        return code
    }

    private func weight(of object: JSONObject) -> FixedDecimal {
        guard let weight = object.decimal("weight") else { return FixedDecimal(mantissa: FixedDecimal.scale) }
        if weight.mantissa <= 0 {
            reader.report(
                QuestionnaireFinding.outOfRange, at: object.offset(of: "weight"),
                ["key": "weight", "found": weight.text(), "expected": "> 0"])
        }
        return weight
    }

    private mutating func blocks() -> [Questionnaire.Block] {
        _ = object.required("blocks")
        var blocks: [Questionnaire.Block] = []
        for block in object.objects("blocks") {
            let code = self.code(of: block)
            let name = block.requiredLocalized("name")
            let weight = self.weight(of: block)
            _ = block.required("factors")
            var factors: [Questionnaire.Factor] = []
            for factor in block.objects("factors") {
                if let factor = self.factor(factor) { factors.append(factor) }
            }
            requireElements(factors.count, "factors", of: block)
            block.finish()
            guard let code, let name else { continue }
            blocks.append(Questionnaire.Block(code: code, name: name, weight: weight, factors: factors))
        }
        requireElements(blocks.count, "blocks", of: object)
        let count = blocks.reduce(0) { $0 + $1.factors.reduce(0) { $0 + $1.questions.count } }
        if count > 1000 {
            reader.report(
                QuestionnaireFinding.outOfRange, at: object.offset(of: "blocks"),
                ["key": "questions", "found": String(count), "expected": "≤ 1000"])
        }
        return blocks
    }

    private mutating func factor(_ object: JSONObject) -> Questionnaire.Factor? {
        defer { object.finish() }
        let code = self.code(of: object)
        let name = object.requiredLocalized("name")
        let weight = self.weight(of: object)
        _ = object.required("questions")
        var questions: [Questionnaire.Question] = []
        for question in object.objects("questions") {
            let code = self.code(of: question)
            let text = question.requiredLocalized("text")
            let weight = self.weight(of: question)
            let names = headings("column", of: question)
            question.finish()
            guard let code, let text else { continue }
            questions.append(
                Questionnaire.Question(code: code, text: text, columns: names ?? [code], weight: weight))
        }
        requireElements(questions.count, "questions", of: object)
        guard let code, let name else { return nil }
        return Questionnaire.Factor(code: code, name: name, weight: weight, questions: questions)
    }

    private func requireElements(_ count: Int, _ key: String, of object: JSONObject) {
        guard count == 0, object.has(key), object.array(key).isEmpty else { return }
        reader.report(
            QuestionnaireFinding.outOfRange, at: object.offset(of: key), ["key": key, "found": "0", "expected": "≥ 1"])
    }

    // MARK: - Design and index

    private mutating func design() -> SamplingDesign? {
        guard let design = object.object("design") else { return nil }
        defer { design.finish() }
        let singleCluster = design.choice("singleCluster", of: SamplingDesign.SingleCluster.self) ?? .fail
        _ = design.required("stages")
        var stages: [SamplingDesign.Stage] = []
        let objects = design.objects("stages")
        for (index, stage) in objects.enumerated() {
            let stratum = headings("stratum", of: stage)
            let cluster = headings("cluster", of: stage)
            let population = headings("population", of: stage)
            stage.finish()
            if cluster == nil, index < objects.count - 1 {
                reader.report(QuestionnaireFinding.stageWithoutCluster, at: stage.offset, ["stage": String(index + 1)])
            }
            stages.append(SamplingDesign.Stage(stratum: stratum, cluster: cluster, population: population))
        }
        guard !stages.isEmpty else {
            requireElements(0, "stages", of: design)
            return nil
        }
        return SamplingDesign(stages: stages, singleCluster: singleCluster)
    }

    private func index(levels: Int) -> IndexMethod? {
        guard object.required("index") != nil, let index = object.object("index") else { return nil }
        defer { index.finish() }
        _ = index.required("measure")
        let measure = index.choice("measure", of: IndexMethod.Measure.self)
        let top = index.integer("topLevels", in: 1...(levels - 1))
        if !index.has("topLevels"), measure != .meanScore { _ = index.required("topLevels") }
        let combination = index.choice("combination", of: IndexMethod.Combination.self) ?? .answers
        guard let measure else { return nil }
        return IndexMethod(measure: measure, topLevels: top ?? 1, combination: combination)
    }

    private func interval() -> IntervalChoice? {
        let standard = FixedDecimal(mantissa: 950_000)
        guard let interval = object.object("interval") else {
            return IntervalChoice(method: .logit, confidence: standard)
        }
        defer { interval.finish() }
        let method = interval.choice("method", of: IntervalChoice.Method.self) ?? .logit
        let confidence = interval.decimal("confidence") ?? standard
        guard confidence.mantissa >= 500_000, confidence < FixedDecimal(mantissa: FixedDecimal.scale) else {
            reader.report(
                QuestionnaireFinding.outOfRange, at: interval.offset(of: "confidence"),
                ["key": "confidence", "found": confidence.text(), "expected": "0.5 … < 1"])
            return nil
        }
        return IntervalChoice(method: method, confidence: confidence)
    }

    private func metrics() -> [Questionnaire.MetricLink] {
        object.objects("metrics").compactMap { link in
            defer { link.finish() }
            let metric = link.requiredText("metric")
            let part = link.text("part")
            if let part, codes[part] == nil {
                link.unknown(part, among: codes.keys.sorted(), key: "part", at: link.offset(of: "part"))
            }
            return metric.map { Questionnaire.MetricLink(metric: $0, part: part) }
        }
    }
}

/// What can be wrong with a questionnaire beyond its form.
public enum QuestionnaireFinding: String, FindingCode {
    /// A scale with too few or too many levels. Details: `found`, `expected`.
    case levelCount = "questionnaire.levelCount"
    /// Two levels are written in the same way. Details: `found`, `code`, `other` (the levels).
    case sameSpelling = "questionnaire.sameSpelling"
    /// A heading stands for two things. Details: `found`.
    case sameColumn = "questionnaire.sameColumn"
    /// A code stands twice. Details: `code`.
    case duplicateCode = "questionnaire.duplicateCode"
    /// A number or a count of elements is outside its range. Details: `key`, `found`, `expected`.
    case outOfRange = "questionnaire.outOfRange"
    /// A stage that draws people is not the last. Details: `stage`.
    case stageWithoutCluster = "questionnaire.stageWithoutCluster"

    /// An error.
    public var severity: Finding.Severity { .error }
}
