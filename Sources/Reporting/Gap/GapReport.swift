public import Assessment
public import Documents
public import Scoring
internal import Values
internal import Words

/// What units lost and how far they are from their targets.
public struct GapReport: Report {
    /// What the record is.
    public static let recordFormat = "gap/1"

    /// How the criteria are put together: the greatest loss first, by lead agency or by field; or over all units, one row
    /// a criterion.
    public enum Order: String, CaseIterable, Sendable { case points, agency, field, criterion }

    package typealias Member = (unit: Unit, gap: UnitGap)

    private let header: ReportHeader
    private let order: Order
    /// The units, with those that are shown; and the positions of these in the order of records.
    private let parts: [UnitPart]
    private let shown: [Int]
    private let selection: UnitSelection
    /// The standard errors of figures, by unit and metric.
    private let errors: [String: [String: Double]]
    /// The cases expected by the end of the period, by the positions of units.
    private let volumes: [Int: ExpectedVolumes]
    /// Among whom units have their places, and the places, by the positions of units.
    private let scope: RankScope
    private let places: [Int: (rank: Rank, count: Int)]

    /// Makes the report of all units, or of those at some positions, with places among those of a scope.
    ///
    /// - Parameters:
    ///   - assessment: the assessment.
    ///   - units: the positions of the units; nil for all.
    ///   - order: how the criteria are put together.
    ///   - scope: among whom units have places.
    ///   - selection: which of the units are shown, the greatest loss first where only the first are; in the order of
    ///     criteria, how many criteria.
    ///   - standardErrors: those of figures that a survey measured, in the figures' own unit; nil for those of the
    ///     assessment's survey.
    ///   - volumes: the cases expected by the end of the period, by the positions of units.
    public init(
        _ assessment: Assessment, units: [Int]? = nil, order: Order, among scope: RankScope = .group,
        _ selection: UnitSelection = UnitSelection(), standardErrors: [FigureKey: Double]? = nil,
        expecting volumes: [Int: ExpectedVolumes] = [:]
    ) {
        errors = (standardErrors ?? assessment.survey?.errors ?? [:]).reduce(into: [:]) {
            $0[$1.key.unit, default: [:]][$1.key.metric] = $1.value
        }
        header = ReportHeader(assessment)
        (self.order, self.scope, self.selection, self.volumes) = (order, scope, selection, volumes)
        var ofUnits = selection
        if order == .criterion { ofUnits.top = nil }
        let scores = assessment.scores
        parts = assessment.parts(by: scope, ofUnits, of: units) { units in
            Assessment.byGreatest(units) { scores[$0].total.lost }
        }
        // Without a selection in the order of the units.
        let ofParts = parts.flatMap { $0.shown }
        shown = ofUnits.top == nil ? ofParts.sorted() : ofParts
        places = assessment.parts(by: scope).reduce(into: [:]) { places, part in
            let ranked = Ranking(assessment.scores, units: part.units).places
            for place in ranked { places[place.unit] = (place.rank, ranked.count) }
        }
    }

    /// What the units shown lost. Worked out on each call.
    package var units: [Member] { shown.map(member) }

    private func member(_ position: Int) -> Member { (header.assessment.units[position], gap(of: position)) }

    /// What the unit at a position lost.
    func gap(of position: Int) -> UnitGap {
        let unit = header.assessment.units[position]
        var known = GapKnowledge()
        known.standardErrors = errors[unit.code] ?? [:]
        known.weakestFactors = header.assessment.weakestFactors(ofUnit: position)
        known.volumes = volumes[position] ?? ExpectedVolumes()
        return header.assessment.scores[position].gap(known)
    }

    private var costs: CriterionCosts {
        CriterionCosts(set, parts.flatMap { $0.members }.map { header.assessment.scores[$0] }, selection)
    }

    private var set: CriteriaSet { header.set }
    private var columns: GapColumns { GapColumns(set: set) }
    /// As many decimals as there are, as everywhere else: what is rounded for the eye does not add up.
    private var look: NumberLook { NumberLook(digits: header.pointDigits) }

    /// What the criteria are grouped by; nil where each stands for itself.
    private var key: GapGroup.Key? {
        switch order {
        case .points, .criterion: nil
        case .agency: .agency
        case .field: .field
        }
    }

    private func points(_ points: FixedDecimal) -> Phrase { Phrase("\(points, digits: header.pointDigits)") }

    /// Whose leaves a group holds: an agency on one line, or a field with its code.
    private func name(of group: GapGroup.Name) -> Phrase {
        switch group {
        case .agency(let name?): Phrase(verbatim: CleanText.points(name))
        case .agency(nil): GapWords.noLead
        case .field(let index): Phrase("\(set.criteria[index].code). \(set.criteria[index].name)")
        }
    }

    private var unitColumns: [Column<UnitLosses>] {
        let units = header.assessment.units
        return [Column.code, .name].map { $0.on { units[$0.unit] } } + [
            .decimal("points", .points, look: look) { $0.total.points },
            .decimal("maximum", .maximumShort, look: look) { $0.total.maximum },
            .decimal("lost", .lostShort, look: look) { $0.total.lost },
            .decimal("lostWithoutFigures", .withoutFigures, look: look) { $0.sum.lostWithoutFigures },
        ]
    }

    private var rank: Column<UnitLosses> {
        .decimal("rank", .rank) { [places] in places[$0.unit]?.rank.decimal }
    }

    private func groupColumns(_ key: GapGroup.Key) -> [Column<GapGroup>] {
        let (word, title) = key == .agency ? ("agency", Phrase.leadAgency) : ("field", .field)
        let label = Column<GapGroup>(word, title, .wrapped(24)) { [set] group in
            switch group.name {
            case .agency(let agency): .label(agency, name(of: group.name))
            case .field(let index): .label(set.criteria[index].code, name(of: group.name))
            }
        }
        return [
            label, Column("criteria", .leavesWithLosses, .trailing) { .count($0.sum.count) },
            .decimal("lost", .lost, look: look) { $0.sum.lost },
            .decimal("lostWithoutFigures", .withoutFigures, look: look) { $0.sum.lostWithoutFigures },
            .decimal("maximum", .maximum, look: look) { $0.sum.maximum },
        ]
    }

    /// What people read.
    public func write(to document: inout Document) {
        let only = parts.count == 1 && parts[0].members.count == 1 ? parts[0].members.first : nil
        let name = only.map { Phrase(verbatim: header.assessment.units[$0].name) } ?? header.name
        document.heading(Phrase("\(GapWords.title): \(name)"), level: 1)
        if order != .criterion, only == nil { return writeOverview(to: &document) }
        if order == .criterion {
            document.facts(header.facts)
            costs.write(to: &document)
        } else if let only {
            write(member(only), to: &document)
        }
        header.writeNotices(to: &document)
    }

    private func write(_ member: Member, to document: inout Document) {
        let (gap, sum) = (member.gap, member.gap.sum)
        let missing = sum.lostWithoutFigures == 0 ? nil : points(sum.lostWithoutFigures)
        document.facts(
            [member.unit.fact] + header.facts + [
                .init(.points, Phrase("\(points(gap.total.points))/\(points(gap.total.maximum))")),
                .init(.index, .number(gap.total.exactIndex?.rounded(set.rounding.index), digits: header.indexDigits)),
                .init(.lost, GapWords.loss(points(gap.total.lost), withoutFigures: missing)),
            ] + (places[gap.unit].map { [.init(scope.placeTitle, Phrase("\($0.rank.decimal)/\($0.count)"))] } ?? []))
        if gap.lost.isEmpty { document.paragraph(GapWords.noLoss) }
        for kind in [LeafGap.Kind.lost, .lostThoughMet, .fullThoughMissed] { write(kind, of: member, to: &document) }
        GapLists(header.assessment)?.write(gap, of: member.unit, to: &document)
        document.reachable(gap.leaves, digits: header.pointDigits)
        for (key, title) in [(GapGroup.Key.agency, GapWords.byAgency), (.field, GapWords.byField)]
        where !gap.lost.isEmpty {
            let groups = gap.groups(by: key).filter { $0.sum.lost != 0 }
            var columns = groupColumns(key)
            if groups.allSatisfy({ $0.sum.lostWithoutFigures == 0 }) { columns.remove(at: 3) }
            document.heading(title)
            // What lies within a field is part of what the field lost.
            let beyond = gap.adjustments.filter { key == .agency || $0.field == nil }
            writeSums(of: groups, columns, gap, LossAdjustments(beyond, of: set), to: &document)
        }
        let surveys = gap.leaves.filter { leaf in
            leaf.measures.contains { $0.isSurvey && $0.sampling == nil && $0.distance != nil }
        }
        let codes = CleanText.cut(surveys.map({ $0.score.criterion.code }).joined(separator: ", "), at: 80)
        let reasons = LossAdjustments(gap.adjustments, of: set).rows.map {
            (title: $0.title, lost: points($0.lost))
        }
        document.list(
            (reasons.isEmpty ? [] : [GapWords.adjustment(points(gap.adjustment), reasons)])
                + [header.freedWholes(header.assessment.scores[gap.unit], gap.lost.map({ $0.score.index }))]
                .compactMap({ $0 }) + (set.isAdditive ? [] : [CombinationWords.ownGains])
                + (hasPeerSteps(gap) ? [RelativeWords.stepsBesideOthers] : [])
                + (surveys.isEmpty ? [] : [GapWords.withoutError(codes)]), under: .notes)
    }

    private func hasPeerSteps(_ gap: UnitGap) -> Bool {
        gap.lost.contains {
            $0.measures.contains { $0.explanation.measure.rule.kind == .relative && $0.nextStep != nil }
        }
    }

    /// The groups of a unit, what lies beyond them, and the sum, which is the loss of the total.
    private func writeSums(
        of groups: [GapGroup], _ columns: [Column<GapGroup>], _ gap: UnitGap, _ adjustments: LossAdjustments,
        to document: inout Document
    ) {
        typealias Row = (group: GapGroup?, title: Phrase, lost: FixedDecimal, isSum: Bool)
        let look = look
        let rows: [Row] =
            groups.map { ($0, .none, $0.sum.lost, false) } + adjustments.rows.map { (nil, $0.title, $0.lost, false) }
            + [(nil, .total, gap.total.lost, true)]
        document.table(
            rows,
            columns.enumerated().map { position, column in
                Column<Row>(column.key, column.title, column.layout.blank("")) { row in
                    if let group = row.group { return column.value(group) }
                    if position == 0 { return .phrase(row.title) }
                    return switch column.key {
                    case "lost": .number(row.lost, look: look)
                    case "lostWithoutFigures" where row.isSum: .number(gap.sum.lostWithoutFigures, look: look)
                    // Groups without a loss and without a gain are not shown, but have a maximum.
                    default: .none
                    }
                }
            }
        ) { $0.isSum }
    }

    private func write(_ kind: LeafGap.Kind, of member: Member, to document: inout Document) {
        let leaves = member.gap.leaves(of: kind)
        if leaves.isEmpty { return }
        document.heading(GapWords.heading(kind, leaves.count))
        let columns = columns.shown(
            withLosses: kind != .fullThoughMissed, withLead: order != .agency, limit: document.nameLimit)
        func lines(of leaf: LeafGap) -> [GapLine] {
            // A leaf of several measures stands above them.
            let unit = member.unit
            if leaf.measures.count == 1 { return GapLine.lines(unit, of: leaf) }
            return [GapLine(unit, leaf: leaf)]
                + leaf.measures.map { GapLine(unit, leaf: leaf, measure: $0, hasPoints: false) }
        }
        guard let key else {
            document.table(leaves.flatMap(lines), columns)
            return document.advice(on: leaves, digits: header.pointDigits)
        }
        for group in member.gap.groups(by: key) {
            let leaves = group.leaves.filter { $0.kind == kind }
            if leaves.isEmpty { continue }
            document.heading(
                GapWords.group(name(of: group.name), lost: points(leaves.reduce(0) { $0 + $1.lost })), level: 3)
            document.table(leaves.flatMap(lines), columns)
            document.advice(on: leaves, digits: header.pointDigits)
        }
    }

    private func writeOverview(to document: inout Document) {
        let isNoticed = header.writeFacts(header.facts, rows: shown.count, to: &document)
        UnitOverview(header, parts, by: scope)?.write(to: &document, losses)
        let greatest = Column<UnitLosses>.phrase("", .greatestLosses, .wrapped(20)) { [set] unit in
            unit.greatest(3).map { Phrase("\(set.criteria[$0.index].code) (\(points($0.sum.lost)))") }.joined("; ")
        }
        let scores = header.assessment.scores
        for part in parts {
            document.heading(header.name(ofPart: part.key, among: scope))
            let columns = unitColumns + (scope == .group ? [] : [rank]) + [greatest]
            document.table(part.shown.map { scores[$0].losses }, columns)
            if let remark = part.remark(.lost) { document.paragraph(remark) }
            writeCosts(of: part.members.map { scores[$0] }, to: &document)
        }
        if parts.isEmpty { document.paragraph(.noUnits) }
        if !isNoticed { header.writeNotices(to: &document) }
    }

    /// What the units of a group lost together, each on average, and which lost most.
    private var losses: [Column<UnitOverview.Row>] {
        let (scores, units) = (header.assessment.scores, header.assessment.units)
        let (look, mean) = (look, NumberLook.rounded(set.rounding.points))
        @Sendable func lost(_ row: UnitOverview.Row) -> FixedDecimal {
            row.units.reduce(0) { $0 + scores[$1].total.lost }
        }
        let most = Column<UnitOverview.Row>.phrase("", UnitWords.mostLost, .wrapped(16)) { row in
            row.units.max { scores[$0].total.lost < scores[$1].total.lost }.map {
                Phrase("\(units[$0].name) (\(points(scores[$0].total.lost)))")
            }
        }
        return [
            .decimal("", UnitWords.lost, look: look) { lost($0) },
            Column(UnitWords.meanLost, .decimal) { row in
                .ratio(ExactRatio(lost(row)).divided(by: ExactRatio(row.units.count)), look: mean)
            }, most,
        ]
    }

    /// What costs the units of a group most: ten criteria when brief, or all agencies or fields.
    private func writeCosts(of units: [UnitScore], to document: inout Document) {
        let costs = GapCost.sorted(set, units.lazy.map { $0.losses }, by: key)
        let title = order == .points ? GapWords.common : order == .agency ? .leadAgency : .field
        let subject = Column<GapCost>.phrase("", title, .wrapped(24)) { [set] cost in
            switch cost.subject {
            case .group(let group): name(of: group)
            case .leaf(let index): Phrase("\(set.criteria[index].code). \(Phrase(set.criteria[index].name).line())")
            }
        }
        document.table(
            order == .points && document.isBrief ? Array(costs.prefix(10)) : costs,
            [
                document.isBrief ? subject.cut(at: 110) : subject,
                .text("", .unitsWithLosses, .trailing) { "\($0.losingUnits)/\($0.units)" },
                .decimal("", .lost, look: look) { $0.sum.lost },
                .decimal("", .withoutFigures, look: look) { $0.sum.lostWithoutFigures },
            ])
    }

    /// A row per unit and measure of a leaf, in the order of the tree; or a row a criterion.
    public var data: DataTable? {
        if order == .criterion { return costs.data(header.noticeColumn()) }
        let ofUnit: [Column<GapRow>] = [Column<Unit>.code, .name].map { $0.on { $0.unit } }
        let look = look
        let ofLine = columns.data.map { column in
            Column<GapRow>(column.key, column.title, full: column.fullTitle, column.layout) { row in
                if let line = row.line { return column.value(line) }
                return switch column.key {
                case "name": .phrase(row.title)
                case "lost": .number(row.lost, look: look)
                default: .none
                }
            }
        }
        let ofLists = GapLists(header.assessment).map { lists in
            Column<GapRow>.phrase("", ListWords.costliest) { $0.line.flatMap { lists.phrase(of: $0) } }
        }
        let all = ofUnit + ofLine + [ofLists].compactMap { $0 }
        return DataTable(of: shown, all + [header.noticeColumn(selection)]) { position in
            let (unit, gap) = member(position)
            return gap.leaves.flatMap { GapLine.lines(unit, of: $0) }.map { GapRow(unit, $0) }
                + LossAdjustments(gap.adjustments, of: set).rows.map { GapRow(unit, nil, $0.title, $0.lost) }
        }
    }

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        header.write(to: &record)
        selection.write(to: &record)
        record.value("among", .text(scope.rawValue))
        if order == .criterion { costs.write(to: &record) }
        let unitRecord = unitRecord
        record.list("units", of: shown.count) { record, position in unitRecord(shown[position], &record) }
    }

    /// What programs read of the losses of the unit at a position.
    func write(unit: Int, to record: inout RecordWriter) { unitRecord(unit, &record) }

    /// Writes what programs read of a unit; with columns that are made once for all.
    private var unitRecord: @Sendable (_ unit: Int, _ record: inout RecordWriter) -> Void {
        let (ofLeaf, ofMeasure) = (columns.ofLeaf, columns.ofMeasure)
        let ofUnit = unitColumns + [rank]
        let (ofAgency, ofField) = (groupColumns(.agency), groupColumns(.field))
        let lists = GapLists(header.assessment)
        return { [self] unit, record in
            let member = member(unit)
            let gap = member.gap
            record.values(of: header.assessment.scores[gap.unit].losses, ofUnit)
            record.value("ranked", .count(places[gap.unit]?.count))
            record.value("adjustment", .number(gap.adjustment))
            record.list("adjustments", gap.adjustments) {
                [
                    "criterion": .text($0.node.map { set.criteria[$0].code }), "reason": .text($0.reason.rawValue),
                    "lost": .number($0.lost),
                ]
            }
            record.list("byAgency", gap.groups(by: .agency), ofAgency)
            record.list("byField", gap.groups(by: .field), ofField)
            record.list("criteria", gap.leaves) { record, leaf in
                record.values(of: GapLine(member.unit, leaf: leaf), ofLeaf)
                leaf.requirement?.write(to: &record)
                record.advice(leaf.remedies, digits: header.pointDigits)
                record.list("measures", GapLine.lines(member.unit, of: leaf)) { record, line in
                    record.values(of: line, ofMeasure)
                    record.lines("nextSteps", line.explanation?.steps ?? []) {
                        [
                            "comparison": .text($0.needed.comparison.rawValue), "value": .ratio($0.needed.value),
                            "figure": .number($0.figure), "numerator": .number($0.numerator),
                            "points": .number($0.points), "gain": .number($0.gain),
                        ]
                    }
                    lists?.write(line, to: &record)
                    record.reachable(line.explanation?.reachable ?? [])
                    guard let sampling = line.measure?.sampling else { return }
                    record.values([
                        "standardError": .number(FixedDecimal(nearest: sampling.standardError)),
                        "samplingMargin": .number(FixedDecimal(nearest: sampling.margin)),
                        "exceedsSamplingError": .flag(sampling.isExceeded),
                    ])
                }
            }
        }
    }
}
