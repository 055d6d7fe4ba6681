public import Assessment
public import Documents
public import Scoring
internal import Survey
internal import Values
internal import Words

/// How the points of one node came about for one unit.
public struct ExplanationReport: Report {
    /// What the record is.
    public static let recordFormat = "explain/1"

    private let header: ReportHeader
    private let node: CriterionReport
    /// How a leaf's points came about; nil for a node with children.
    private let leaf: LeafExplanation?
    /// The cases expected by the end of the period.
    private let volumes: ExpectedVolumes
    private let position: Int
    /// A parent's children, from whose points come its own.
    private let parts: [CriterionReport]
    /// What the unit lost on all leaves, where that is at hand.
    private let gaps: UnitGap?

    /// Explains a node; nil for a code that the set does not have.
    ///
    /// - Parameters:
    ///   - assessment: the assessment.
    ///   - position: the position of the unit.
    ///   - code: the code of the node.
    ///   - volumes: the cases expected by the end of the period.
    public init?(
        _ assessment: Assessment, unit position: Int, code: String,
        expecting volumes: ExpectedVolumes = ExpectedVolumes()
    ) {
        let set = assessment.criteria.set
        guard let index = set.index(of: code) else { return nil }
        let given = assessment.givenScores.filter { $0.unit == assessment.units[position].code }
        let unit = UnitReport(assessment, unit: position, given: given, set.rounding)
        self.init(
            ReportHeader(assessment), unit: unit, at: position, nodes: unit.criteria, node: index, expecting: volumes)
    }

    /// Explains a node of a unit at a position, with all its nodes and, where they are at hand, its losses.
    init(
        _ header: ReportHeader, unit: UnitReport, at position: Int, nodes: [CriterionReport], node index: Int,
        expecting volumes: ExpectedVolumes = ExpectedVolumes(), gaps: UnitGap? = nil
    ) {
        (self.position, self.header, self.volumes, self.gaps) = (position, header, volumes, gaps)
        (node, parts) = (nodes[index], header.set.criteria[index].children.map { nodes[$0] })
        leaf = unit.score.explanation(of: header.set.criteria[index].code, expecting: volumes)
    }

    /// What was lost on a leaf, with what the set advises about it; nil where nothing can be lost.
    private var gap: LeafGap? {
        if let gaps { return gaps.leaves.first { $0.score.index == node.score.index } }
        var known = GapKnowledge()
        known.weakestFactors = assessment.weakestFactors(ofUnit: position)
        known.volumes = volumes
        return node.unit.gap(of: node.criterion.code, known)
    }

    private var assessment: Assessment { header.assessment }
    private var year: Int { assessment.criteria.year }
    private var set: CriteriaSet { header.set }
    private var unit: Unit { assessment.units[position] }
    private func remark(_ metric: Metric) -> Remark? { assessment.remark(unit: position, metric: metric.code) }

    /// What the survey says of a figure that rests on it.
    private func survey(of used: UsedFigure) -> SurveyIndex? {
        used.isLastYear ? nil : assessment.surveyed(unit: position, metric: used.metric.code)
    }

    /// What is known of a figure that is counted from lists.
    private func list(of used: UsedFigure) -> ListFigure? {
        used.isLastYear ? nil : assessment.listFigure(unit: position, metric: used.metric.code)
    }

    /// What people read.
    public func write(to document: inout Document) {
        document.heading(node.criterion.heading, level: 1)
        document.facts(unitFacts + summary)
        writeBody(to: &document, origin: node.criterion.leaf?.points ?? set.points)
        // The origin of the points stands among the facts already.
        header.writeNotices(to: &document, withLeftOut: false, withOrigin: false)
    }

    /// The same without what is said of the unit and of the whole assessment, for a page that says it once.
    var criterionDocument: Document {
        var document = Document()
        document.facts(summary)
        writeBody(to: &document, origin: node.criterion.leaf?.points)
        return document
    }

    private func writeBody(to document: inout Document, origin: PointsOrigin?) {
        writeRequirements(to: &document, origin: origin)
        if let leaf {
            for measure in leaf.measures { write(measure, to: &document) }
            if let freed = header.freedWholes(node.unit, [node.score.index]) { document.paragraph(freed) }
            if leaf.measures.count > 1 {
                document.facts([.init(.result, leaf.combination(digits: leafDigits) ?? node.state)])
            }
            if let requirement = leaf.requirement {
                document.facts([
                    .init(.requirement, requirement.requirement.phrase),
                    .init(.state, requirement.phrase(digits: leafDigits)),
                ])
            }
            if let ownGain { document.paragraph(ownGain) }
            if let gap {
                document.advice(on: [gap], digits: header.pointDigits, level: 2)
                document.reachable([gap], digits: header.pointDigits)
            }
            writeEvidence(to: &document)
        } else {
            document.heading(.parts)
            writeParts(to: &document)
        }
        document.list(node.given.map { phrase(of: $0) }, under: .given)
    }

    private var unitFacts: [(Phrase, Phrase?)] {
        [
            (unit.fact.name, unit.fact.text), (header.settings.period.fact.name, header.settings.period.fact.text),
            (.stage, StageWords.shown(header.settings)),
        ]
    }

    private var summary: [(Phrase, Phrase?)] {
        let (digits, maximum, status) = (header.pointDigits, node.maximum, node.score.status)
        let points = node.points.map { Phrase("\($0, digits: digits)/\(maximum, digits: digits)") }
        let isPublished = status != .notPublished
        let none = ExplanationWords.noPoints(of: maximum, digits: digits, isPublished: isPublished)
        return [
            (.points, points ?? (node.isLeftOut ? nil : none)), (CombinationWords.way, node.criterion.combination.rule),
            (.calculation, combination),
            (StageWords.origin, node.origin.map { StageWords.given($0, computed: node.computed, digits: digits) }),
            (.lost, points == nil ? nil : Column.lost.phrase(in: node)),
            (.state, node.isLeftOut && !node.isLeaf ? .notApplicable : status.map { _ in node.state }),
        ]
    }

    /// How the points of parts that are not added became the node's.
    private var combination: Phrase? {
        node.unit.combination(of: node.score.index)?.phrase(of: Phrase("\(node.maximum)"))
    }

    /// That gains of a criterion whose points are not added are its own.
    private var ownGain: Phrase? {
        guard node.isLeaf, set.isCombined(node.score.index) else { return nil }
        let above = set.combiningNode(above: node.score.index).map { set.criteria[$0] }
        return CombinationWords.ownGain(above, above?.combination ?? set.combination)
    }

    private func writeRequirements(to document: inout Document, origin: PointsOrigin?) {
        let (criterion, leaf) = (node.criterion, node.criterion.leaf)
        document.facts(
            [
                (.target, leaf?.target.map { Phrase(verbatim: $0.text) }), (.legalSource, criterion.source?.phrase),
                (.sourceOfTarget, leaf?.target?.source?.phrase),
                (.levels, leaf.map { set.names(ofLevels: $0.levels).with(remark: $0.levelsReason) }),
                (.agencies, criterion.agencies.phrase), (.pointsOrigin, origin?.phrase(isBrief: document.isBrief)),
            ] + criterion.notes.map { (.note, Phrase($0)) })
    }

    /// A part, what was given to the whole beyond its parts, or the whole.
    private typealias Part = (
        title: Phrase, node: CriterionReport?, points: FixedDecimal?, maximum: FixedDecimal?, lost: FixedDecimal?,
        isWhole: Bool
    )

    private func writeParts(to document: inout Document) {
        typealias Node = Column<CriterionReport>
        typealias Line = Column<Part>
        let rest = node.beyondParts.map { rest -> Part in
            (node.title(of: rest), nil, rest.points, rest.maximum == 0 ? nil : rest.maximum, rest.lost, false)
        }
        func part(_ title: Phrase, _ node: CriterionReport, isWhole: Bool) -> Part {
            (title, node, node.points, node.isLeftOut ? nil : node.maximum, node.lost, isWhole)
        }
        func number(_ title: Phrase, _ value: @escaping @Sendable (Part) -> FixedDecimal?) -> Line {
            .decimal("", title, digits: header.pointDigits, value)
        }
        func ofPart(_ column: Node) -> Line { column.on { $0.isWhole ? nil : $0.node } }
        document.table(
            parts.map { part(Phrase($0.criterion.name), $0, isWhole: false) } + [rest].compactMap { $0 }
                + [part(.total, node, isWhole: true)],
            [
                ofPart(.code), Line.phrase("", .criterion, .wrapped(24)) { $0.title },
                number(.points) { $0.points }, number(.maximum) { $0.maximum }, number(.lost) { $0.lost },
                ofPart(Node.state.titled(nil, .wrapped(14))),
            ]
        ) { $0.isWhole }
    }

    private func phrase(of given: GivenScore) -> Phrase {
        let points = Phrase("\(given.stage.phrase): \(given.points, digits: header.pointDigits)")
        let reason = given.reason.map { Phrase("; \(Phrase.reason.lowercased): \($0)") }
        let evidence = given.evidence.map { Phrase("; \(Phrase.evidence.lowercased): \($0)") }
        return Phrase("\(points)\(reason)\(evidence)\(given.date.map { Phrase("; \($0)") })")
    }

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        header.write(to: &record)
        record.record("unit") { $0.values(of: unit, [.code, .name]) }
        record.record("criterion") { node.write(to: &$0) }
        if let combination { record.value("calculation", .phrase(combination)) }
        record.list("parts", parts) { record, part in part.write(to: &record) }
        writeLeaf(to: &record)
        record.advice(gap?.remedies ?? [], digits: header.pointDigits)
    }

    /// What programs read of a leaf beside its points, which stand elsewhere.
    func writeOwn(to record: inout RecordWriter) {
        record.value("criterion", .text(node.criterion.code))
        if let combination { record.value("calculation", .phrase(combination)) }
        writeLeaf(to: &record)
    }

    private func writeLeaf(to record: inout RecordWriter) {
        record.list("measures", leaf?.measures ?? []) { record, measure in write(measure, to: &record) }
        leaf?.requirement?.write(to: &record)
    }

    /// At least as many decimals in a leaf's points: those of the edition, where it rounds them.
    private var leafDigits: Int { header.set.rounding.stage == .leaf ? header.pointDigits : 0 }

    private func calculation(of measure: MeasureExplanation) -> Phrase? {
        guard case .scored = measure.outcome.state else { return nil }
        return measure.calculation(of: node.criterion.exactMaximum, in: year)
    }

    private func write(_ explanation: MeasureExplanation, to document: inout Document) {
        let (measure, isAlone, state) = (explanation.measure, leaf?.measures.count == 1, explanation.outcome.state)
        let calculation = calculation(of: explanation)
        let isLeftOut = if case .notApplicable(let reason) = state { reason.settlement == nil } else { false }
        document.heading(isAlone ? .calculation : measure.heading)
        let digits = header.pointDigits
        let steps: [(Phrase, Phrase?)] = explanation.nearestAndTop.enumerated().map { position, step in
            (position == 0 ? .nextStep : .topStep, explanation.phrase(of: step))
        }
        let parts: [(Phrase, Phrase?)] = explanation.partGains.map {
            (.missingPart, ExplanationWords.part($0, digits: digits))
        }
        let weight = explanation.caseWeight?.phrase(in: explanation, digits: digits)
        document.facts(
            [(.target, isAlone ? nil : measure.target.map { Phrase(verbatim: $0.text) })]
                + explanation.distinctFigures.flatMap { facts(of: $0) } + [
                    (Phrase.rule.with(remark: units(sharing: measure)), measure.rulePhrase(in: year)),
                    (.calculation, calculation.map { Phrase("\($0)\(isAlone ? rounded(explanation) : nil)") }),
                    (RelativeWords.comparedWith, explanation.comparison.map { RelativeWords.scale(of: $0, measure) }),
                    (
                        RelativeWords.stillPossible,
                        explanation.outcome.range.map { RelativeWords.range($0, digits: max(digits, 4)) }
                    ),
                    (.state, calculation == nil ? state.phrase : nil),
                    (.notApplicable, isLeftOut ? measure.notApplicable?.phrase : nil),
                    (ExplanationWords.againstTarget, againstTarget(explanation)),
                ]
                + [(.caseWeight, weight)] + steps + parts)
    }

    /// Whom a measure's rule is for, where it is not the rule for all; nil where it is.
    private func units(sharing measure: Measure) -> Phrase? {
        let all = set[node.criterion.code]?.leaf?.measures.first { $0.code == measure.code }
        return all?.groupRules.first { $0.applies(group: unit.group, level: unit.level) }?.units(in: set)
    }

    /// A figure and, where it is counted from lists, what failed most.
    private func facts(of used: UsedFigure) -> [(Phrase, Phrase?)] {
        [fact(of: used)] + (list(of: used)?.costliest() ?? []).map { (ListWords.costliest, $0) }
    }

    private func fact(of used: UsedFigure) -> (Phrase, Phrase?) {
        var text = used.metric.phrase(of: used.figure)
        if case .ratio = used.figure, let ratio = used.metric.ratio {
            text = text.with(remark: Phrase("\(ratio.numerator) ÷ \(ratio.denominator)"))
        }
        let name = Phrase(used.metric.name).with(remark: used.isLastYear ? Phrase.lastYear : nil)
        if !used.isLastYear, used.figure == .ratio(numerator: 0, denominator: 0) {
            text = text.with(remark: used.metric.zeroDenominator?.convention.phrase)
        }
        if !used.isLastYear, let day = assessment.day(unit: position, metric: used.metric.code) {
            text = text.with(remark: PeriodWords.asOf(day))
        }
        let pooled = used.isLastYear ? [] : remark(used.metric)?.pooledFrom ?? []
        if !pooled.isEmpty { text = text.with(remark: ExplanationWords.pooled(from: pooled)) }
        if let list = list(of: used) { text = text.with(remark: ListWords.origin(list)) }
        return (name, text.with(remark: survey(of: used)?.summary))
    }

    /// The points of a single measure, rounded as the edition says; nil where that changes nothing.
    private func rounded(_ explanation: MeasureExplanation) -> Phrase? {
        guard let exact = explanation.outcome.points,
            let points = leaf?.requirement?.pointsIfMet ?? leaf?.computed.points, exact != ExactRatio(points)
        else { return nil }
        return Phrase("\(leaf?.computed.sharedScale(exact)) → \(points, digits: leafDigits)")
    }

    private func againstTarget(_ explanation: MeasureExplanation) -> Phrase? {
        guard let isMet = explanation.isTargetMet else { return nil }
        let symbols = explanation.target?.symbols(for: explanation.measure)
        let state = Phrase("\(symbols): \(isMet ? Phrase.targetMet : .targetNotMet)")
        guard case .changeFromBaseYear = explanation.measure.rule else { return state }
        return ExplanationWords.targetOfPeriod(state, year)
    }

    /// Writes the evidence given, expected and missing, explanations and notes.
    private func writeEvidence(to document: inout Document) {
        let metrics = leaf?.measures.flatMap { $0.measure.metrics } ?? []
        let facts = metrics.flatMap { metric -> [(Phrase, String?)] in
            let (remark, code) = (remark(metric), metrics.count == 1 ? nil : Phrase(verbatim: metric.code))
            return [
                (Phrase.evidence.with(remark: code), remark?.evidence),
                (Phrase.explanation.with(remark: code), remark?.explanation),
                (Phrase.note.with(remark: code), remark?.note),
            ]
        }.compactMap { name, text in text.map { Document.Fact(name, .text($0)) } }
        let expected = CriterionWords(node.criterion, in: header.set).evidence
        let all = facts + (expected.map { [.init(.evidenceExpected, $0)] } ?? [])
        if !all.isEmpty {
            document.heading(.evidence)
            document.facts(all)
        }
        // Figures are reported though neither evidence nor an explanation came with any of them.
        let figures = leaf?.measures.flatMap { $0.figures } ?? []
        let isReported = figures.contains { !$0.isLastYear && !$0.figure.text.isEmpty }
        let isBare = metrics.allSatisfy { remark($0)?.evidence == nil && remark($0)?.explanation == nil }
        if expected != nil, isReported, isBare { document.notice(ExplanationWords.noEvidence) }
    }

    private func write(_ explanation: MeasureExplanation, to record: inout RecordWriter) {
        let measure = explanation.measure
        record.values([
            "code": .text(measure.code), "kind": .text(measure.rule.kind.rawValue),
            "status": explanation.outcome.state.words, "rule": .phrase(measure.rulePhrase(in: year)),
            "ruleFor": units(sharing: measure).map { .phrase($0) } ?? .absent,
            "calculation": calculation(of: explanation).map { .phrase($0) } ?? .absent,
        ])
        record.list("figures", explanation.distinctFigures) { record, used in
            record.values(["metric": .text(used.metric.code), "lastYear": .flag(used.isLastYear)])
            if case .value(let value) = used.figure { record.value("value", .number(value)) }
            if case .ratio(let numerator, let denominator) = used.figure {
                record.values(["numerator": .number(numerator), "denominator": .number(denominator)])
            }
            let remark = remark(used.metric)
            record.values(["evidence": .text(remark?.evidence), "explanation": .text(remark?.explanation)])
            if let codes = remark?.pooledFrom, !codes.isEmpty { record.texts("pooledFrom", codes) }
            if let list = list(of: used) { record.record("list") { list.write(to: &$0) } }
            if let index = survey(of: used) { record.record("survey") { index.write(to: &$0) } }
        }
        if let comparison = explanation.comparison {
            record.record("comparison") { comparison.write(to: &$0, points: explanation.outcome.range) }
        }
        if let weight = explanation.caseWeight { record.value("caseWeight", .number(weight.points)) }
        record.reachable(explanation.reachable)
        record.list("nextSteps", explanation.steps) { step in
            [
                "needed": .phrase(measure.phrase(of: step.needed)), "figure": .number(step.figure),
                "numerator": .number(step.numerator), "points": .number(step.points), "gain": .number(step.gain),
            ]
        }
    }
}
