public import Assessment
public import Documents
internal import Scoring
public import Values
internal import Words

/// The scores of all units of an assessment, or of some.
public struct ScoreReport: Report {
    /// What the record is.
    public static let recordFormat = "score/1"

    /// The units of a group (khối) that are shown, with the mean of all of them.
    private typealias GroupReport = (part: UnitPart, units: [UnitReport], mean: (index: FixedDecimal, count: Int)?)

    package let header: ReportHeader
    /// The groups in the order of the settings, then units without one.
    private let groups: [GroupReport]
    private let scope: RankScope
    private let selection: UnitSelection
    /// Whether every criterion of every unit is shown, as records always have them.
    private let hasTree: Bool
    /// Whether people are shown on a screen, too, what is not scored at a unit's level.
    private let hasAllRows: Bool
    package var units: [UnitReport] { groups.flatMap { $0.units } }
    /// Whether the table of a unit has the index of every node.
    private let hasIndices: Bool
    /// The day on which requests for explanation are held against.
    private let day: CalendarDay?
    private var set: CriteriaSet { header.set }

    /// Shows the units at some positions, or all, in the groups of a scope; of these those of a selection, the greatest
    /// index first where only the first are shown.
    public init(
        _ assessment: Assessment, units chosen: [Int]? = nil, among scope: RankScope = .group,
        _ selection: UnitSelection = UnitSelection(), hasTree: Bool = false, hasAllRows: Bool = false,
        hasIndices: Bool = false, on day: CalendarDay? = nil
    ) {
        self.day = day
        header = ReportHeader(assessment)
        (self.scope, self.selection, self.hasTree, self.hasAllRows) = (scope, selection, hasTree, hasAllRows)
        self.hasIndices = hasIndices || assessment.criteria.set.showsIndices
        let given = assessment.givenByUnit
        let rounding = assessment.criteria.set.rounding
        groups = assessment.parts(by: scope, selection, of: chosen, first: assessment.byPlace).map { part in
            let reports = Parallel.map(part.shown.count, minimum: 1_000) { positions in
                part.shown[positions].map { unit in
                    let own = given.isEmpty ? nil : given[assessment.units[unit].code]
                    return UnitReport(assessment, unit: unit, given: own ?? [], rounding)
                }
            }
            return (part, Array(reports.joined()), assessment.scores.roundedMeanIndex(of: part.members))
        }
    }

    /// What people read.
    public func write(to document: inout Document) {
        if hasTree {
            let (units, remarks) = (units, Dictionary(grouping: header.leftOutRemarks(), by: { $0.unit }))
            return document.parts(units.count) { part, position in
                let unit = units[position]
                writeTree(of: unit, (remarks[unit.unit.code] ?? []).map { $0.remark }, to: &part)
            }
        }
        document.heading(header.name, level: 1)
        let isNoticed = header.writeFacts(header.facts, rows: units.count, to: &document)
        if let overview = UnitOverview(header, groups.map({ $0.part }), by: scope) {
            overview.write(to: &document, UnitOverview.indices(header))
        }
        for group in groups {
            document.heading(header.name(ofPart: group.part.key, among: scope))
            document.table(
                group.units,
                [.code, .name] + Column.fields(set, of: group.units) + Column.parts(set, of: group.units)
                    + Column.sums(set))
            if let remark = group.part.remark(.index) { document.paragraph(remark) }
            if let (index, count) = group.mean {
                let byDecree = group.part.members.count { !header.assessment.units[$0].isRanked }
                let leftOut = group.part.members.count - count - byDecree
                document.paragraph(
                    ScoreWords.mean(
                        index, of: count, leftOut: leftOut, byDecree: byDecree,
                        incomplete: incompleteCount(of: group), digits: header.indexDigits))
            }
            document.list(legend(of: group))
        }
        let remarks = header.leftOutRemarks(Set(units.map({ $0.unit.code })))
        document.list(UnitReport.notes(on: units, under: header, remarks: remarks), under: .notes)
        if !isNoticed { header.writeNotices(to: &document) }
    }

    /// How many of the units whose mean is shown are not wholly measured.
    private func incompleteCount(of group: GroupReport) -> Int {
        let scores = header.assessment.scores
        return group.part.members.count { scores[$0].total.unmeasured > 0 && scores[$0].isRankable }
    }

    /// What the numbers of the fields stand for, with the maximum that applies to the group's units.
    private func legend(of group: GroupReport) -> [Phrase] {
        set.fieldIndices.map { position in
            let maxima = group.units.map { $0.score.sum(of: position).maximum }
            let words = ScoreWords.maximum(
                least: maxima.min() ?? 0, most: maxima.max() ?? 0,
                roles: set.roles(under: position, of: group.units.map { $0.score }))
            return Phrase("\(set.criteria[position].code): \(set.criteria[position].name) (\(words))")
        }
    }

    /// The table of data.
    public var data: DataTable? { hasTree ? treeData : unitData }

    private var noticeColumn: Column<UnitReport> { header.noticeColumn(selection) }

    /// A row a unit, then those that were left out.
    private var unitData: DataTable {
        let parts: [Column<UnitReport>] = ScorePart.columns(
            of: set, beyond: !set.parts.isEmpty && units.contains { $0.hasMoreThanParts }
        ) { $0.score }
        let columns =
            [.code, .name, .group] + Column.sums(set) + Column.fields(set, of: units) + parts + [noticeColumn]
        let blanks = columns.dropFirst(2).map { _ in Column<String>(.none) { _ in .none } }
        let notice = Column<String>(.notes) { _ in .phrase(NoticeWords.notScored) }
        let leftOut = DataTable(header.leftOut, [Column(.unitCode) { .text($0) }] + blanks + [notice])
        return DataTable(units, columns).followed(by: leftOut)
    }

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        header.write(to: &record)
        selection.write(to: &record)
        if let day, let requests = header.assessment.allRequests(on: day) {
            record.record("requests") { record in
                record.value("day", .day(day))
                record.values(RequestWords.values(requests))
            }
        }
        record.list("groups", groups) { record, group in
            let classed = group.units.first?.score.classedUnitCount
            record.values([
                "code": .text(group.part.key), "units": .count(group.part.members.count),
                "meanIndex": .number(group.mean?.index),
                "meanUnits": .count(group.mean?.count),
                "incomplete": .count(incompleteCount(of: group)),
                "classedUnits": classed.map { .count($0) } ?? .absent,
            ])
        }
        let units = units
        record.list("units", of: units.count) { record, position in units[position].write(to: &record) }
        header.writeLeftOutShares(Set(units.map({ $0.unit.code })), to: &record)
    }

    /// The index of a row's node, or of the unit for the sum; nil for what has no maximum.
    private func index(of row: TreeRow) -> FixedDecimal? {
        if let node = row.node { return node.index }
        return row.isTotal ? row.unit.score.index : nil
    }

    private var indexColumn: Column<TreeRow> {
        Column(.index, .decimal.blank("")) { [self] row in
            .number(index(of: row), digits: set.rounding.index.digits)
        }
    }

    private func writeTree(of unit: UnitReport, _ remarks: [Phrase], to document: inout Document) {
        document.heading(Phrase("\(unit.unit.name) – \(header.name)"), level: 1)
        document.facts(facts(of: unit))
        typealias Node = Column<CriterionReport>
        let isBrief = document.isBrief
        let indented = Column<TreeRow>.phrase("", .criterion, .wrapped(24)) {
            $0.node?.criterion.indentedName ?? $0.title
        }
        // What a sum has no word for stays blank; what a node has no number for is a dash.
        func number(_ title: Phrase, _ value: @escaping @Sendable (TreeRow) -> FixedDecimal?) -> Column<TreeRow> {
            let digits = header.pointDigits
            return Column(title, .decimal.blank("")) { row in
                row.node != nil && value(row) == nil ? .text("–") : .number(value(row), digits: digits)
            }
        }
        let target = Node(.target, .wrapped(12)) { .phrase($0.criterion.shortTarget(isBrief: isBrief)) }
        let stages = unit.stages.stages.filter { stage in unit.given.contains { $0.stage == stage } }
        let given = (stages.isEmpty ? [] : [Node.computed] + stages.map { Node.given(at: $0) })
            .map { $0.titled(nil, .decimal.blank("")) }
        let isOwn = isBrief && !hasAllRows
        let rows = TreeRow.rows(of: unit, isOwn: isOwn)
        document.table(
            rows,
            [
                Node.code.on { $0.node }, indented, number(.points) { $0.points },
                number(.maximumShort) { $0.node?.isLeftOut == true ? nil : $0.maximum }, number(.lostShort) { $0.lost },
            ] + (hasIndices ? [indexColumn] : []) + ([target, .state] + given).map { $0.on { $0.node } }
        ) { $0.node.map { !$0.isLeaf } ?? $0.isTotal }
        let hidden = isOwn ? unit.criteria.count(where: { $0.isLeaf }) - rows.count { $0.node?.isLeaf == true } : 0
        if hidden > 0 { document.paragraph(ScoreWords.hiddenRows(hidden)) }
        writeParts(of: unit, to: &document)
        document.list(UnitReport.notes(on: [unit], under: header, remarks: remarks), under: .notes)
        header.writeNotices(to: &document, withLeftOut: false)
    }

    private func facts(of unit: UnitReport) -> [Document.Fact] {
        let (total, digits) = (unit.total, header.pointDigits)
        let group = unit.unit.group.map { header.knownName(ofGroup: $0) ?? Phrase(verbatim: $0) }
        let points = Phrase("\(total.points, digits: digits)/\(total.maximum, digits: digits)")
        return header.facts + [unit.unit.fact, .init(.level, set.names(ofLevels: [unit.unit.level]))]
            + (group.map { [.init(.group, $0)] } ?? []) + [.init(.points, points)]
            + [unit.score.notAssigned].compactMap { $0 }.map { found in
                let codes = found.criteria.map { set.criteria[$0].code }
                return .init(ScoreWords.assignedMaximum, ScoreWords.assigned(found, codes, digits: digits))
            }
            + Column.sums(set).dropFirst(2).map { .init($0.title, $0.value(unit)) }
    }

    /// A row a unit and node of the tree, with a unit's sum behind its nodes.
    private var treeData: DataTable {
        let digits = header.pointDigits
        let stages = header.settings.stages.stages
        let states: [Column<CriterionReport>] =
            [.status] + stages.map { .given(at: $0) } + [.computed, .origin]
        let columns: [Column<TreeRow>] =
            [Column<UnitReport>.code, .name, .group].map { $0.on { $0.unit } } + [
                Column<CriterionReport>.code.on { $0.node }
            ] + (set.parts.isEmpty ? [] : [Column<CriterionReport>.part.on { $0.node }]) + [
                Column(.criterionName) { .phrase($0.title) },
                Column(.leaf) { .flag($0.node?.isLeaf ?? false) }, .decimal("", .points, digits: digits) { $0.points },
                .decimal("", .maximum, digits: digits) { $0.maximum }, .decimal("", .lost, digits: digits) { $0.lost },
                indexColumn,
            ] + states.map { $0.on { $0.node } } + [header.noticeColumn(selection)]
        return DataTable(of: units, columns) { TreeRow.rows(of: $0) }
    }
}
