public import Assessment
public import Documents
internal import Scoring
internal import Values
internal import Words

/// Two assessments compared, unit by unit.
public struct ComparisonReport: Report {
    /// What the record is.
    public static let recordFormat = "compare/1"

    /// What the rows are: the units alone, or the fields or criteria of each.
    public enum Detail: String, CaseIterable, Sendable { case unit, field, criterion }

    /// Two scores that can be compared.
    struct Source: Sendable {
        let pair: UnitPairing.Pair
        let first: UnitScore
        /// The leaves and figures of several predecessors that cannot be made one.
        let apart: Set<String>
        let faults: [CombinedScore.Gap]

        /// The change of the points to a score.
        func change(to score: UnitScore, _ editions: EditionPair) -> FixedDecimal {
            if apart.isEmpty { return score.total.points - first.total.points }
            return UnitComparison(from: first, to: score, editions: editions, apart: apart).total.change
        }
    }

    /// A unit compared with itself, or with those that became it.
    struct ComparedUnit: Sendable {
        let unit: Unit
        /// The unit, or the units that became it, in the earlier assessment.
        let before: [Unit]
        /// Whether the later assessment says that it succeeds the others.
        let isSuccession: Bool
        let comparison: UnitComparison
        /// Figures of several predecessors that cannot be made one.
        let faults: [CombinedScore.Gap]
        let places: PlaceChange
        /// What moved the unit to its place, where that is asked for and told.
        let split: RankSplit?
        let coverage: ComparedCoverage
    }

    let before: ReportHeader
    let after: ReportHeader
    /// What is compared and shown, in the order of records.
    let sources: [Source]
    /// Where each unit of the later side stands in them.
    private let positions: [Int: Int]
    let selection: UnitSelection
    /// The units of the later side that are compared, with those that are shown.
    private let parts: [UnitPart]
    /// All that are compared.
    private let all: [Source]
    private let editions: EditionPair
    private let placeComparison: PlaceComparison
    let gaps: [UnitPairing.Gap]
    private let detail: Detail
    var unitsBefore: [Unit] { before.assessment.units }
    var unitsAfter: [Unit] { after.assessment.units }
    let scope: RankScope
    let isCommon: Bool
    private let splitsRank: Bool
    /// What a survey measured in both periods.
    let surveyChanges: SurveyChangesPart

    /// Compares the units of a pairing, and their places among those of a scope or, of these, those that both sides
    /// share; on request with what moved each to its place. Of the units those of a selection are shown, the greatest
    /// change first where only the first are. Complexity: O(units × criteria).
    public init(
        _ before: Assessment, _ after: Assessment, pairing: UnitPairing, detail: Detail,
        among scope: RankScope = .group, _ selection: UnitSelection = UnitSelection(), isCommon: Bool = false,
        splitsRank: Bool = false
    ) {
        (self.scope, self.isCommon, self.splitsRank) = (scope, isCommon, splitsRank)
        (self.before, self.after) = (ReportHeader(before), ReportHeader(after))
        self.detail = detail
        self.selection = selection
        let editions = EditionPair(before.criteria, after.criteria)
        self.editions = editions
        placeComparison = PlaceComparison(before, after, among: scope, isCommon: isCommon)
        var gaps = pairing.gaps
        let compared = pairing.pairs.compactMap { pair -> Source? in
            let combined = pair.before.count > 1 ? before.scores.combined(pair.before) : nil
            guard let first = pair.before.count > 1 ? combined?.score : pair.before.first.map({ before.scores[$0] })
            else {
                gaps.append(.levelsDiffer(after: pair.after))
                return nil
            }
            return Source(
                pair: pair, first: first, apart: combined?.leavesWithGaps ?? [], faults: combined?.gaps ?? [])
        }
        self.gaps = gaps
        all = compared
        let changes = selection.top == nil ? [:] : Self.changes(of: compared, to: after.scores, editions)
        parts = after.parts(by: scope, selection, of: compared.map { $0.pair.after }) { units in
            Assessment.byGreatest(units) { unit in
                let change = changes[unit] ?? 0
                return change < 0 ? 0 - change : change
            }
        }
        // Without a selection in the order of the pairs.
        let places = Dictionary(
            parts.flatMap { $0.shown }.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let shown = compared.filter { places[$0.pair.after] != nil }
        func place(_ source: Source) -> Int { places[source.pair.after] ?? 0 }
        sources = selection.top == nil ? shown : shown.sorted { place($0) < place($1) }
        let pairs = sources.compactMap { source in
            source.pair.before.count == 1
                ? source.pair.before.first.map { (before: $0, after: source.pair.after) } : nil
        }
        surveyChanges = SurveyChangesPart(before, after, pairs: pairs)
        positions = Dictionary(firstOf: sources.enumerated().map { ($0.element.pair.after, $0.offset) })
    }

    /// The changes of the points of units, by their positions.
    private static func changes(
        of sources: [Source], to scores: ScoreTable, _ editions: EditionPair
    ) -> [Int: FixedDecimal] {
        let parts = Parallel.map(sources.count, minimum: 64) { part in
            sources[part].map { ($0.pair.after, $0.change(to: scores[$0.pair.after], editions)) }
        }
        return Dictionary(firstOf: parts.joined())
    }

    /// The earlier side's period.
    var periodBefore: Period { before.settings.period }

    /// The unit at a position compared; nil where there is nothing to compare it with.
    func compared(unit: Int) -> ComparedUnit? { positions[unit].map { compared(sources[$0]) } }

    /// A unit compared, worked out when it is written: the comparisons of a whole country would fill the memory.
    func compared(_ source: Source) -> ComparedUnit {
        let pair = source.pair
        let comparison = UnitComparison(
            from: source.first, to: after.assessment.scores[pair.after], editions: editions, apart: source.apart)
        let change = placeComparison.change(from: pair.before, to: pair.after)
        return ComparedUnit(
            unit: unitsAfter[pair.after], before: pair.before.map { unitsBefore[$0] },
            isSuccession: pair.isSuccession, comparison: comparison, faults: source.faults, places: change,
            split: splitsRank && change.halves != nil
                ? placeComparison.split(of: pair.after, editions: editions) : nil,
            coverage: ComparedCoverage(comparison))
    }

    /// What a table of units has of each.
    private func lines() -> [(line: Line, partly: [Phrase], unmeasured: [Phrase])] {
        let parts = Parallel.map(sources.count, minimum: 64) { part in
            sources[part].map { source -> (line: Line, partly: [Phrase], unmeasured: [Phrase]) in
                let unit = compared(source)
                let unmeasured = unit.coverage.remarks(digits: pointDigits).map {
                    Phrase("\(unit.unit.name): \($0)")
                }
                return (total(of: unit), partly(unit), unmeasured)
            }
        }
        return Array(parts.joined())
    }

    var pointDigits: Int { max(before.pointDigits, after.pointDigits) }
    private var indexDigits: Int { max(before.indexDigits, after.indexDigits) }
    var leftOut: [String] { (before.leftOut + after.leftOut).withoutRepeats { $0 } }

    func unit(of gap: UnitPairing.Gap) -> Unit? {
        gap.after.map { unitsAfter[$0] } ?? gap.before.map { unitsBefore[$0] }
    }

    /// A row: a unit, a node of it, or a sum.
    private struct Line: Sendable {
        var unit: Unit?
        var before: [Unit] = []
        var code = ""
        var name = Phrase.none
        /// What is compared; nil where nothing can be.
        var bridge: Bridge?
        /// What both sides measured; nil for a row that is not a unit's total.
        var coverage: ComparedCoverage?
        /// The numbers from before to change and their digits, where they are not the points.
        var others: (numbers: [FixedDecimal], digits: Int)?
        var remark = Phrase.none
        var isStrong = false
        /// The unit's places, with its total.
        var places: PlaceChange?
    }

    private func line(of node: NodeComparison, in unit: ComparedUnit) -> Line {
        Line(
            unit: unit.unit, before: unit.before, code: node.code, name: node.name.map { Phrase($0) } ?? .none,
            bridge: node.isApart ? nil : node.bridge, remark: node.remarks)
    }

    private func total(of unit: ComparedUnit) -> Line {
        Line(
            unit: unit.unit, before: unit.before, name: .total, bridge: unit.comparison.total, coverage: unit.coverage,
            remark: partly(unit).first ?? .none, places: unit.places)
    }

    private var unitCode: Column<Line> { Column<Unit>.code.on { $0.unit } }
    private var unitName: Column<Line> { Column<Unit>.name.on { $0.unit } }
    private var code: Column<Line> { .text("", .code, full: .criterionCode) { $0.code } }
    private var name: Column<Line> {
        .phrase("", detail == .field ? .field : .criterion, full: .criterionName, .wrapped(20)) { $0.name }
    }
    private var numbers: [Column<Line>] {
        let titles: [(short: Phrase, full: Phrase)] =
            [(.before, .pointsBefore)] + ComparisonStep.allCases.map { ($0.phrase, $0.phrase) }
            + [(.after, .pointsAfter), (.change, .change)]
        return titles.enumerated().map { position, title in
            let isState = position == 0 || position == titles.count - 2
            return Column("", title.short, full: title.full, .decimal) { [pointDigits] line in
                let (numbers, digits) = line.others ?? (line.bridge?.pointNumbers, pointDigits)
                let look = isState ? NumberLook(digits: digits) : .change(digits: digits)
                return .number(numbers?[position], look: look)
            }
        }
    }
    private var indices: [Column<Line>] {
        let layout = ColumnLayout.decimal.dispensable
        return [
            .decimal("", .indexBefore, layout, digits: indexDigits) { $0.bridge?.indices?.first },
            .decimal("", .indexAfter, layout, digits: indexDigits) { $0.bridge?.indices?.last },
        ]
    }
    private var coverages: [Column<Line>] {
        let layout = ColumnLayout.decimal.dispensable
        return [
            Column("", .coverageBefore, layout) { .number($0.coverage?.before.coverage, look: .percent) },
            Column("", .coverageAfter, layout) { .number($0.coverage?.after.coverage, look: .percent) },
            .decimal("", .notMeasuredOnOneSide, layout, look: .change(digits: pointDigits)) { $0.coverage?.points },
        ]
    }
    private var remark: Column<Line> { .phrase("", .note, full: .remarks, .wrapped(12)) { $0.remark } }

    /// What people read.
    public func write(to document: inout Document) {
        document.heading(ComparisonWords.title, level: 1)
        let isNoticed = UnitOverview.write(
            [
                .init(.before, ComparisonWords.side(before.settings, before.set)),
                .init(.after, ComparisonWords.side(after.settings, after.set)),
            ], rows: sources.count, units: all.count, to: &document
        ) { writeNotices(to: &$0) }
        if let overview = UnitOverview(after, parts, by: scope) { overview.write(to: &document, changeColumns()) }
        let lines = detail == .unit ? lines() : []
        if detail == .unit, !lines.isEmpty {
            let marked = unitName.mapped { .text(($0.unit?.name ?? "") + ($0.remark.isEmpty ? "" : " *")) }
            document.table(lines.map { $0.line }, [unitCode, marked] + numbers + indices)
            for remark in parts.compactMap({ $0.remark(.change) }).withoutRepeats(by: { $0.text(.vi) }) {
                document.paragraph(remark)
            }
        } else {
            document.parts(sources.count) { part, position in write(compared(sources[position]), to: &part) }
        }
        if sources.isEmpty {
            document.paragraph(ComparisonWords.noUnits)
        } else {
            let (first, last) = (before.settings.period, after.settings.period)
            document.list(
                ComparisonWords.order
                    + (last.relation(to: first) != nil ? [] : [ComparisonWords.notInARow(before: first, after: last)]))
        }
        if detail == .unit {
            writeRemarks(lines.flatMap { $0.partly }, under: ComparisonWords.partly, to: &document)
            writeRemarks(lines.flatMap { $0.unmeasured }, under: ComparisonWords.notWholly, to: &document)
        }
        surveyChanges.write(to: &document)
        document.list(
            gaps.map { ComparisonWords.gap($0, unitsBefore, unitsAfter) }, under: ComparisonWords.notCompared)
        if !isNoticed { writeNotices(to: &document) }
    }

    /// Remarks on units, one each: on a screen the first ones of many.
    private func writeRemarks(_ remarks: [Phrase], under title: Phrase, to document: inout Document) {
        let isCut = document.isBrief && remarks.count > UnitOverview.longTable
        let shown = isCut ? Array(remarks.prefix(10)) : remarks
        document.list(shown + (isCut ? [ComparisonWords.further(remarks.count - shown.count)] : []), under: title)
    }

    /// How much the points of units changed on average, and how many rose and fell.
    private func changeColumns() -> [Column<UnitOverview.Row>] {
        let look = NumberLook.change(digits: pointDigits)
        let changes = Self.changes(of: self.all, to: after.assessment.scores, editions)
        let mean = Rounding(.halfAwayFromZero, digits: pointDigits)
        @Sendable func all(_ row: UnitOverview.Row) -> [FixedDecimal] { row.units.compactMap { changes[$0] } }
        return [
            .decimal("", UnitWords.meanChange, look: look) { row in
                let changes = all(row)
                let sum = ExactRatio(changes.reduce(0, +))
                return sum.divided(by: ExactRatio(changes.count))?.rounded(mean)
            },
            Column(UnitWords.risen, .trailing) { row in .count(all(row).count { $0 > 0 }) },
            Column(UnitWords.fallen, .trailing) { row in .count(all(row).count { $0 < 0 }) },
        ]
    }

    private func writeNotices(to document: inout Document) {
        if !leftOut.isEmpty { document.notice(NoticeWords.leftOut(leftOut)) }
        let own = (before.figureNotices + after.figureNotices).withoutRepeats { $0.text(.vi) }
        let points = [before, after].flatMap { $0.pointNotices(isBrief: document.isBrief) }
        for notice in (own.isEmpty ? [] : [own.joined(" ")]) + points.withoutRepeats(by: { $0.text(.vi) }) {
            document.notice(notice)
        }
    }

    /// What people read of a unit, without a heading.
    func document(of unit: ComparedUnit) -> Document {
        var document = Document()
        writeBody(of: unit, to: &document)
        return document
    }

    private func write(_ unit: ComparedUnit, to document: inout Document) {
        document.heading(ComparisonWords.heading(unit.unit, unit.before, isSuccession: unit.isSuccession))
        writeBody(of: unit, to: &document)
    }

    private func writeBody(of unit: ComparedUnit, to document: inout Document) {
        let (comparison, total) = (unit.comparison, unit.comparison.total)
        let nodes = comparison.nodes.filter { $0.isField || (detail == .criterion && $0.hasNews) }
        var lines = nodes.map { node in
            var line = line(of: node, in: unit)
            // What applies on neither side has no numbers to be compared.
            if node.bridge.isEmpty { line.bridge = nil }
            if detail == .criterion {
                line.name = Phrase(verbatim: String(repeating: " ", count: node.depth)) + line.name
                line.isStrong = node.isField
            }
            return line
        }
        let remarks = lines.contains { !$0.remark.isEmpty } ? [remark] : []
        if comparison.adjustment.states.contains(where: { $0.points != 0 }) {
            lines.append(Line(name: ComparisonWords.adjustment, bridge: comparison.adjustment))
        }
        lines.append(Line(name: .total, bridge: total, isStrong: true))
        lines.append(Line(name: .maximum, others: (total.maximumNumbers, pointDigits)))
        if let numbers = total.indexNumbers {
            lines.append(Line(name: .index, others: (numbers, indexDigits), isStrong: true))
        }
        document.table(lines, [code, name] + numbers + remarks) { $0.isStrong }
        let hidden = comparison.nodes.count { $0.isLeaf && !$0.bridge.isEmpty && !$0.isField && !$0.hasNews }
        let unchanged = detail == .criterion && hidden > 0 ? [ComparisonWords.unchanged(hidden)] : []
        document.list(unchanged + partly(unit) + unit.coverage.remarks(digits: pointDigits))
        guard splitsRank else { return }
        RankSplitPart(
            places: unit.places, split: unit.split, scope: scope, isCommon: isCommon, digits: pointDigits
        ).write(to: &document)
    }

    private func partly(_ unit: ComparedUnit) -> [Phrase] {
        let (apart, after) = (unit.comparison.apart, unit.comparison.apartAfter)
        if apart.isEmpty { return [] }
        let whole = ComparisonWords.apart(unit.unit.name, apart.count, after, digits: pointDigits)
        if detail == .unit, sources.count != 1 { return [whole] }
        return [whole]
            + CombinationFault.allCases.compactMap { fault in
                let codes = unit.faults.filter { $0.fault == fault }.map { $0.leaf }.withoutRepeats { $0 }
                return codes.isEmpty ? nil : Phrase("\(codes.joined(separator: ", ")): \(fault.phrase)")
            }
    }

    /// A row per unit with its total, and a row per field or criterion where the report has them.
    public var data: DataTable? {
        let alone = gaps.map { gap in
            Line(unit: self.unit(of: gap), remark: ComparisonWords.gap(gap, unitsBefore, unitsAfter))
        }
        let notices = [selection.notice, before.shortNotice, after.shortNotice].compactMap { $0 }
        let notice = notices.filter { !$0.isEmpty }.withoutRepeats { $0.text(.vi) }.joined("; ")
        let maxima: [Column<Line>] = [
            .decimal("", .maximumBefore, digits: pointDigits) { $0.bridge?.first.maximum },
            .decimal("", .maximumAfter, digits: pointDigits) { $0.bridge?.last.maximum },
        ]
        let with = Column<Line>.text("", .comparedWith) { $0.before.map { $0.code }.joined(separator: ", ") }
        let columns =
            [unitCode, unitName, with, code, name] + numbers + maxima + indices
            + (splitsRank ? RankSplitPart.columns.map { $0.on { $0.places } } : []) + [remark] + coverages
            + [.phrase("", .notes) { [notice = notice.settled] _ in notice }]
        let lines = DataTable(of: sources, columns) { source in
            let unit = compared(source)
            return unit.comparison.nodes.filter { detail == .criterion || (detail == .field && $0.isField) }
                .map { line(of: $0, in: unit) } + [total(of: unit)]
        }
        return lines.followed(by: DataTable(alone, columns))
    }
}
