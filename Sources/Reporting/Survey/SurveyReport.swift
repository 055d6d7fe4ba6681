public import Assessment
public import Documents
public import Survey
internal import Values
internal import Words

/// The indices of a survey: of the whole and of each unit, by factor, block and total, and by domain.
public struct SurveyReport: Report {
    /// What the record is.
    public static let recordFormat = "survey/1"

    private typealias Index = Column<SurveyIndex>

    private let header: ReportHeader
    let questionnaire: Questionnaire
    private let tally: SurveyTally
    private let weights: SurveyAnalysis.Weights
    private let comparison: SimpleSample
    private let names: [String: String]
    private let calibration: CalibrationPart?
    private let quantiles: QuantilePart?
    /// Estimates by a model, where they are asked for.
    public var smallAreas: SmallAreaModel?
    /// Units of the same levels about which, and about the units below which, nobody has answered.
    private let awaited: [Unit]
    /// The total of all people, then of each unit.
    let totals: [SurveyIndex]
    /// Every part of the questionnaire: of all people, or of the unit that was asked for.
    let parts: [SurveyIndex]
    /// What was chosen of several answers: of all people, or of the unit that was asked for.
    private let choices: [SurveyIndex]
    private let divisions: [SurveyDivision]
    /// The divisions in two directions; nil where they are written a row a combination.
    private let crosses: [SurveyCross]?
    private let unit: Unit?
    private let disclosure: DisclosureControl?

    /// Works out the report; nil while no answers are in.
    /// - Parameters:
    ///   - assessment: The assessment.
    ///   - unit: The position of the unit; nil for all.
    ///   - divisions: Domains, and what names are reserved for (`Questionnaire.reservedDomains`); those of one division are
    ///     crossed.
    ///   - withQuestions: Whether single questions are shown.
    ///   - isWide: Whether divisions become tables with a column for each value of the last name.
    public init?(
        _ assessment: Assessment, unit: Int?, divisions: [[String]], withQuestions: Bool, isWide: Bool = false
    ) {
        self.init(
            ReportHeader(assessment), unit: unit, divisions: divisions, withQuestions: withQuestions, isWide: isWide)
    }

    /// The same under a header at hand.
    init?(
        _ header: ReportHeader, unit: Int?, divisions: [[String]] = [], withQuestions: Bool, isWide: Bool = false
    ) {
        let assessment = header.assessment
        guard let survey = assessment.survey, let analysis = survey.analysis else { return nil }
        self.header = header
        (questionnaire, tally) = (survey.questionnaire, analysis.tally)
        (weights, comparison) = (analysis.weights, analysis.comparison)
        let wanted = unit.map { assessment.units[$0] }
        self.unit = wanted
        let codes = wanted.map { survey.units(below: $0, in: assessment) }
        let answered = Set(analysis.units)
        let below = assessment.units.filter { codes?.contains($0.code) ?? true }
        let units = below.filter { answered.contains($0.code) }
        names = Dictionary(units.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        calibration = analysis.calibration.map { [names] in CalibrationPart(summary: $0, names: names, units: codes) }
        let levels = Set(assessment.units.filter { answered.contains($0.code) }.map { $0.level })
        let withoutForms = survey.unitsWithoutForms(in: assessment)
        awaited = below.filter { levels.contains($0.level) && withoutForms.contains($0.code) }
        let groups = questionnaire.groups.indices.map { SurveyIndex.Part.group($0) }
        let questions = questionnaire.indexedQuestions.map { SurveyIndex.Part.question($0) }
        let total = SurveyIndex.Part.group(groups.count - 1)
        let each = units.count > 1 || wanted == nil ? units : []
        let disclosure = assessment.disclosure
        self.disclosure = disclosure
        let source = SurveyDivision.Source(
            analysis: analysis, questionnaire: questionnaire, disclosure: disclosure, units: units.map { $0.code },
            codes: codes, unit: wanted?.code)
        func indices(of parts: [SurveyIndex.Part]) -> [SurveyIndex] {
            Parallel.map(parts.count, minimum: 2) { some in
                some.map { part in
                    source.published(
                        analysis.index(of: parts[part], units: source.codes, as: source.unit), source.scope)
                }
            }.flatMap { $0 }
        }
        let ofUnits = Parallel.map(each.count, minimum: 16) { some in
            each[some].map { unit in
                source.published(analysis.index(of: total, units: [unit.code], as: unit.code), .unit(unit.code))
            }
        }
        totals = indices(of: [total]) + ofUnits.flatMap { $0 }
        quantiles = QuantilePart(
            source, each: each.map { $0.code },
            divisions: divisions.filter { $0.allSatisfy(analysis.tally.domains.contains) }, names: names)
        let shown = groups.dropLast() + (withQuestions ? questions : [])
        parts = indices(of: Array(shown))
        choices = indices(of: questionnaire.choices.map { .question($0) })
        let made = divisions.map { [questionnaire] names in
            SurveyDivision(names.compactMap { SurveyDimension($0, questionnaire) }, source)
        }
        self.divisions = made
        let naming = SurveyNaming(questionnaire: questionnaire, units: names)
        crosses =
            isWide ? made.filter { $0.dimensions.count > 1 }.map { SurveyCross($0, source, naming) } : nil
    }

    var indices: [SurveyIndex] { totals + parts + choices + divisions.flatMap { $0.indices } }

    func name(of code: String?) -> String? { code.flatMap { names[$0] } ?? unit?.name }

    /// What a part of the questionnaire is; the total has no code.
    func title(of part: SurveyIndex.Part) -> (code: String?, name: Phrase, kind: String) {
        SurveyNaming(questionnaire: questionnaire, units: names).title(of: part)
    }

    /// What people read.
    public func write(to document: inout Document) {
        document.heading(header.name, level: 1)
        document.facts(facts)
        document.heading(SurveyWords.byUnit)
        writeTable(totals, .unit, to: &document) { index in
            name(of: index.unit).map { Phrase(verbatim: $0) } ?? SurveyWords.all
        }
        document.heading(SurveyWords.byFactor)
        writeTable(parts, SurveyWords.factor, to: &document) { index in
            let (code, name, _) = title(of: index.part)
            return Phrase("\(code.map { Phrase("\($0). ") })\(name)")
        }
        if !choices.isEmpty {
            document.heading(SurveyWords.choices)
            document.table(choices, choiceColumns)
            document.paragraph(SurveyWords.aboutChoices)
        }
        let naming = SurveyNaming(questionnaire: questionnaire, units: names)
        for division in divisions where crosses == nil || division.dimensions.count < 2 {
            let title = division.title
            document.heading(SurveyWords.by(title))
            writeTable(division.indices, title, to: &document) { index in
                division.dimensions.map { naming.name(of: index, in: $0) }.joined(" × ")
            }
        }
        for cross in crosses ?? [] {
            document.heading(SurveyWords.by(cross.title))
            document.table(cross.rows, cross.tableColumns) { $0.isTotal }
        }
        quantiles?.write(to: &document)
        smallAreaPart?.write(to: &document)
        calibration?.write(to: &document)
        document.paragraph(SurveyWords.legend(questionnaire.indexedLevels))
        if questionnaire.hasErrors { document.paragraph(SurveyWords.designEffect(comparison)) }
        for notice in header.notices(isBrief: true) { document.notice(notice) }
    }

    private var smallAreaPart: SmallAreaPart? {
        smallAreas.map { model in
            let all = header.assessment.units.map { ($0.code, $0.name) }
            return SmallAreaPart(model: model, names: Dictionary(all, uniquingKeysWith: { first, _ in first }))
        }
    }

    private var facts: [(Phrase, Phrase?)] {
        let interval = questionnaire.hasErrors ? SurveyWords.choice(questionnaire.interval) : nil
        let read = SurveyWords.read(
            rows: tally.rowCount, leftOut: tally.rowsLeftOut, unknown: totals.first?.unknown ?? 0)
        return [
            (header.settings.period.fact.name, header.settings.period.fact.text),
            (SurveyWords.questionnaire, Phrase(questionnaire.name)),
            (.index, questionnaire.index.phrase(levels: questionnaire.scale.levels)),
            (SurveyWords.sampling, SurveyWords.sampling(of: questionnaire)), (SurveyWords.interval, interval),
            (SurveyWords.weights, SurveyWords.weights(weights, variation: totals.first?.weightVariation)),
            (CalibrationWords.fact, calibration?.fact), (SurveyWords.forms, read), (.unit, unit?.fact.text),
            (DisclosureWords.fact, disclosure.flatMap { DisclosureWords.protection($0, of: indices) }),
            (SurveyWords.noForms, awaited.map { Phrase(verbatim: $0.name) }.listed(", ")),
        ]
    }

    private func writeTable(
        _ indices: [SurveyIndex], _ title: Phrase, to document: inout Document, name: (SurveyIndex) -> Phrase
    ) {
        // Of several totals the first is that of all who were asked for.
        let rows = indices.enumerated().map { position, index in
            (name: name(index), index: index, isSum: position == 0 && indices.count == totals.count)
        }
        let hundredths = NumberLook.hundredths
        let errors = [
            number(.standardError, .decimal, hundredths) { $0.percentError },
            Index.phrase("", SurveyWords.interval, .leading.blank("–")) { $0.limits },
            number(.designEffect, .decimal.dispensable, hundredths) { $0.estimate?.designEffect },
        ]
        let distribution = Index(SurveyWords.distribution) { index in
            index.value == nil ? .none : .bar(.shares(weights(of: index), cells: 20))
        }
        let hasNotes = indices.contains { $0.note != nil && $0.status != .noDesign }
        let columns =
            [people, answers, percent] + (questionnaire.hasErrors ? errors : [])
            // Notes need the room.
            + (!questionnaire.hasErrors || hasNotes ? [] : [effectiveSize]) + [distribution]
            + (hasNotes ? [.phrase("", .note, .wrapped(16)) { $0.note }] : [])
        document.table(rows, [.phrase("", title, .wrapped(24)) { $0.name }] + columns.map { $0.on { $0.index } }) {
            $0.isSum
        }
    }

    /// The weights of the levels that answers of the index can have.
    func weights(of index: SurveyIndex) -> [Int128] { Array(index.weights.prefix(questionnaire.indexedLevels.count)) }

    private var choiceColumns: [Index] {
        let errors: [Index] = [
            number(.standardError, .decimal, .hundredths) { $0.percentError },
            .phrase("", SurveyWords.interval, .leading.blank("–")) { $0.limits },
        ]
        return [
            .phrase("", SurveyWords.multiple, .wrapped(24)) { index in
                guard case .question(let position) = index.part else { return nil }
                return questionnaire.multiple(ofChoice: position).map { Phrase($0.text) }
            },
            .phrase("", SurveyWords.choice, .wrapped(24)) { title(of: $0.part).name },
            people, number(SurveyWords.chosen, .decimal, .hundredths) { $0.value.map { $0 * 100 } },
        ] + (questionnaire.hasErrors ? errors : [])
    }

    private var people: Index { Index(.people, full: .peopleInFull, .trailing) { .amount($0.people) } }
    private var answers: Index {
        Index(.answers, full: .answersInFull, .trailing.dispensable.blank("–")) { .amount($0.shown?.answers) }
    }
    private var effectiveSize: Index {
        Index(.effectiveSizeInShort, full: .effectiveSize, .trailing.dispensable.blank("–")) {
            .amount($0.effectiveSize)
        }
    }
    private var percent: Index { .decimal("", .index, full: .indexPercent, look: .hundredths) { $0.percent } }

    private func number(
        _ title: Phrase, _ layout: ColumnLayout = .decimal, _ look: NumberLook = NumberLook(),
        _ value: @escaping @Sendable (SurveyIndex) -> Double?
    ) -> Index { Index(title, layout) { .number(value($0).flatMap { FixedDecimal(nearest: $0) }, look: look) } }

    /// A row an index; shares are percentages.
    public var data: DataTable? {
        if let cross = crosses?.first { return DataTable(cross.rows, cross.tableColumns) }
        let whose: [Index] = [
            .text("", .unitCode) { $0.unit }, .text("", .unitName) { name(of: $0.unit) },
            .text("", .domain) { index in
                index.domain.keys.sorted().map { "\($0)=\(index.domain[$0] ?? "")" }.joined(separator: "; ")
            },
            .text("", .factorCode) { title(of: $0.part).code },
            .phrase("", SurveyWords.factor) { title(of: $0.part).name.line() },
        ]
        let names = zip(questionnaire.levels, questionnaire.levelNames).enumerated().map { position, level in
            // The labels of other scales may be the same.
            position < questionnaire.scale.levels.count ? Phrase(level.0.label) : Phrase(verbatim: level.1)
        }
        let levels = names.enumerated().map { position, name in
            Index(name) { .count($0.shown?.counts.dropFirst(position).first) }
        }
        let errors = [
            number(.standardErrorPercent) { $0.percentError },
            number(.lowerPercent) { ($0.estimate?.lower).map { $0 * 100 } },
            number(.upperPercent) { ($0.estimate?.upper).map { $0 * 100 } },
            number(.designEffect) { $0.estimate?.designEffect },
            .text("", .designEffectKind) { $0.estimate?.comparison.rawValue },
            number(.effectiveSize) { $0.estimate?.effectiveSize },
            number(.weightVariation) { $0.shown?.weightVariation },
            Index(.degreesOfFreedom) { .count($0.estimate?.degreesOfFreedom) },
            Index(.status) { .text($0.status.names.status) }, header.noticeColumn(),
        ]
        return DataTable(indices, whose + [people, answers] + levels + [percent] + errors)
    }

    /// Shares and their errors are from 0 to 1.
    public func write(to record: inout RecordWriter) {
        header.write(to: &record)
        record.record("survey") { record in
            record.values([
                "questionnaire": .text(questionnaire.code), "measure": .text(questionnaire.index.measure.rawValue),
                "topLevels": .count(questionnaire.index.topLevels),
                "combination": .text(questionnaire.index.effectiveCombination.rawValue),
                "hasDesign": .flag(questionnaire.hasErrors), "weights": .text(weights.name),
                "interval": .text(questionnaire.interval.method.rawValue),
                "confidence": .number(questionnaire.interval.confidence),
                "minimumCount": .count(questionnaire.minimumCount), "rows": .count(tally.rowCount),
                "rowsLeftOut": .count(tally.rowsLeftOut), "unitsAwaited": .list(awaited.map { .text($0.code) }),
                "levels": .list(questionnaire.levelNames.map { .text($0) }),
            ])
            if let disclosure { write(disclosure, to: &record) }
            calibration?.write(to: &record)
            record.list("factors", questionnaire.groups.filter { $0.code != nil }) {
                [
                    "code": .text($0.code), "kind": .text($0.kind.rawValue), "name": .name($0.name),
                    "shortName": .name($0.shortForm),
                ]
            }
        }
        record.list("estimates", indices) { record, index in write(index, to: &record) }
        quantiles?.write(to: &record)
        smallAreaPart?.write(to: &record)
    }

    /// How answers are protected, and how many of the estimates are lost by it.
    private func write(_ disclosure: DisclosureControl, to record: inout RecordWriter) {
        let reasons = indices.compactMap { $0.suppression }
        record.record("disclosure") { record in
            record.values([
                "method": .text(disclosure.limit > 1 ? "cellSuppression" : nil),
                "crossing": .count(disclosure.crossing),
                "roundTo": .count(questionnaire.disclosure.roundTo),
                "threshold": .count(reasons.count { $0 == .threshold }),
                "complementary": .count(reasons.count { $0 == .complementary }),
                "revealingFigures": .count(disclosure.revealingFigures),
            ])
        }
    }

    func write(_ index: SurveyIndex, to record: inout RecordWriter) {
        record.value("unit", .text(index.unit))
        record.record("domain") { domain in
            for (key, value) in index.domain.sorted(by: { $0.key < $1.key }) { domain.value(key, .text(value)) }
        }
        let (code, _, kind) = title(of: index.part)
        record.values(["factor": .text(code), "kind": .text(kind)])
        index.write(to: &record)
        if let shown = index.shown { record.values("counts", shown.counts.map { .count($0) }) }
        record.values(["noAnswer": .count(index.shown?.noAnswer), "unknown": .count(index.shown?.unknown)])
    }
}

extension SurveyIndex {
    /// What is suppressed is not given away by its parts.
    fileprivate var shown: SurveyIndex? { status == .suppressed ? nil : self }

    /// The people of a simple random sample as precise as this, to the nearest whole.
    fileprivate var effectiveSize: Int? { (estimate?.effectiveSize).flatMap { Int(exactly: $0.rounded()) } }

    /// Writes the value with its error and limits, shares from 0 to 1.
    func write(to record: inout RecordWriter) {
        let names = status.names
        record.values([
            "method": .text(estimate?.method.map { "\($0)" }), "n": .count(people),
            "answers": .count(shown?.answers), "share": .real(value),
            "percent": .number(percent), "standardError": .real(estimate?.standardError),
            "lower": .real(estimate?.lower), "upper": .real(estimate?.upper),
            "designEffect": .real(estimate?.designEffect),
            "designEffectKind": .text(estimate?.comparison.rawValue),
            "effectiveSize": .real(estimate?.effectiveSize), "weightVariation": .real(shown?.weightVariation),
            "degreesOfFreedom": .count(estimate?.degreesOfFreedom), "status": .text(names.status),
            "reason": .text(names.reason ?? (suppression == .complementary ? "complementary" : nil)),
        ])
    }
}
