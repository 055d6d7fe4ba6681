internal import Assessment
package import Documents
internal import Scoring
internal import Values
internal import Words

extension GapReport {
    private typealias Member = (unit: Unit, gap: UnitGap)

    private var look: NumberLook { .rounded(self.set.rounding.points) }

    /// Parts of a leaf that are not reported may have more decimals than points.
    private func points(_ points: FixedDecimal) -> Phrase {
        Phrase("\(points.rounded(set.rounding.points) ?? points, digits: header.pointDigits)")
    }

    // MARK: For people

    package func write(to document: inout Document) {
        if units.count == 1 {
            document.heading(Phrase("\(GapWords.title): \(units[0].unit.name)"), level: 1)
            write(units[0], to: &document)
        } else {
            document.heading(Phrase("\(GapWords.title): \(header.name)"), level: 1)
            document.facts(header.facts)
            writeOverview(to: &document)
        }
        header.writeNotices(to: &document)
    }

    private func write(_ member: Member, to document: inout Document) {
        let gap = member.gap
        document.facts(facts(of: member))
        if gap.sum.lost == 0 { document.paragraph(GapWords.noLoss) }
        for kind in [LeafGap.Kind.lost, .lostThoughMet, .fullThoughMissed] { write(kind, of: member, to: &document) }
        if gap.sum.lost > 0 {
            document.heading(GapWords.byAgency)
            writeSums(gap.groups(by: .agency), .leadAgency, to: &document)
            document.heading(GapWords.byField)
            writeSums(gap.groups(by: .field), .field, to: &document)
        }
        document.list(notes(on: gap), under: .notes)
    }

    private func facts(of member: Member) -> [Document.Fact] {
        let (total, sum) = (member.gap.total, member.gap.sum)
        let missing = sum.lostWithoutFigures == 0 ? nil : points(sum.lostWithoutFigures)
        return [.init(.unit, .text("\(member.unit.name) (\(member.unit.code))"))] + header.facts + [
            .init(.points, Phrase("\(points(total.points))/\(points(total.maximum))")),
            .init(.index, .number(total.exactIndex?.rounded(set.rounding.index), digits: header.indexDigits)),
            .init(.lost, GapWords.loss(points(sum.lost), withoutFigures: missing)),
        ]
    }

    /// The leaves of a kind under a heading, divided by agency or field where that is asked for.
    private func write(_ kind: LeafGap.Kind, of member: Member, to document: inout Document) {
        let leaves = member.gap.leaves(of: kind)
        if leaves.isEmpty { return }
        document.heading(GapWords.heading(kind, leaves.count))
        let key: GapGroup.Key
        switch order {
        case .points: return writeTable(of: leaves, kind, of: member.unit, to: &document)
        case .agency: key = .agency
        case .field: key = .field
        }
        for group in member.gap.groups(by: key) {
            let members = group.leaves.filter { $0.kind == kind }
            if members.isEmpty { continue }
            document.heading(
                GapWords.group(name(of: group.name), lost: points(GapSum(members).lost)), level: 3)
            writeTable(of: members, kind, of: member.unit, to: &document)
        }
    }

    private func writeTable(of leaves: [LeafGap], _ kind: LeafGap.Kind, of unit: Unit, to document: inout Document) {
        // A leaf of several measures stands above them.
        let rows = leaves.flatMap { leaf in
            let parts = lines(of: leaf, unit)
            return leaf.measures.count == 1
                ? parts
                : [GapLine(unit: unit, leaf: leaf, measure: nil, hasPoints: true, words: nil)]
                    + parts.map {
                        GapLine(unit: unit, leaf: leaf, measure: $0.measure, hasPoints: false, words: $0.words)
                    }
        }
        // What every row of a section would say is left out.
        let (hasLoss, hasLead) = (kind != .fullThoughMissed, order != .agency)
        let columns = GapColumns(set)
        document.table(
            rows,
            [columns.partCode, columns.title(isBrief: document.isBrief)] + (hasLoss ? [columns.lost] : [])
                + [columns.now, columns.toTarget] + (hasLoss ? [columns.next] : [])
                + (hasLead ? [columns.shownLead] : []))
    }

    private func lines(of leaf: LeafGap, _ unit: Unit) -> [GapLine] {
        leaf.measures.enumerated().map { position, measure in
            GapLine(
                unit: unit, leaf: leaf, measure: measure, hasPoints: position == 0,
                words: GapWords(measure, digits: header.pointDigits))
        }
    }

    private func writeSums(_ groups: [GapGroup], _ title: Phrase, to document: inout Document) {
        let sums = groups.map { (name: name(of: $0.name), sum: $0.sum) }
        let hasMissing = sums.contains { $0.sum.lostWithoutFigures > 0 }
        typealias Sum = Column<(name: Phrase, sum: GapSum)>
        func number(_ title: Phrase, _ value: @escaping @Sendable (GapSum) -> FixedDecimal) -> Sum {
            Sum("", title, .decimal) { [look] in .number(value($0.sum), look: look) }
        }
        document.table(
            sums.filter { $0.sum.lost > 0 },
            [
                Sum("", title, .wrapped(24)) { .phrase($0.name) },
                Sum("", .leavesWithLosses, .trailing) { .count($0.sum.count) },
            ]
                + [number(.lost) { $0.lost }] + (hasMissing ? [number(.withoutFigures) { $0.lostWithoutFigures }] : [])
                + [number(.maximum) { $0.maximum }])
    }

    private func notes(on gap: UnitGap) -> [Phrase] {
        let surveys = gap.leaves.filter { leaf in
            leaf.measures.contains { $0.isSurvey && $0.sampling == nil && $0.distance != nil }
        }
        let codes = CleanText.cut(surveys.map(\.score.criterion.code).joined(separator: ", "), at: 80)
        return (gap.adjustment == 0 ? [] : [GapWords.adjustment(points(gap.adjustment))])
            + (surveys.isEmpty ? [] : [GapWords.withoutError(codes)])
    }

    // MARK: Many units

    /// What each unit lost, and which criteria, agencies or fields cost most.
    private func writeOverview(to document: inout Document) {
        for group in header.settings.groups.map({ Optional($0.code) }) + [nil] {
            let members = units.filter { $0.unit.group == group }
            if members.isEmpty { continue }
            document.heading(header.name(ofGroup: group))
            document.table(members, unitColumns)
            writeCosts(of: members.map(\.gap), to: &document)
        }
        if units.isEmpty { document.paragraph(GapWords.noUnits) }
    }

    private var unitColumns: [Column<Member>] {
        func number(_ title: Phrase, _ value: @escaping @Sendable (UnitGap) -> FixedDecimal) -> Column<Member> {
            Column("", title, .decimal) { [look] in .number(value($0.gap), look: look) }
        }
        return [
            Column("", .code, .leading.dispensable) { .text($0.unit.code) },
            Column("", .unit, .wrapped(14)) { .text($0.unit.name) }, number(.points) { $0.total.points },
            number(.maximumShort) { $0.total.maximum }, number(.lostShort) { $0.total.lost },
            number(.withoutFigures) { $0.sum.lostWithoutFigures },
            Column("", .greatestLosses, .wrapped(20)) { member in
                .phrase(
                    member.gap.lost.prefix(3).map { leaf in
                        Phrase("\(leaf.score.criterion.code) (\(points(leaf.lost)))")
                    }.joined("; "))
            },
        ]
    }

    /// What costs the units of a group most: ten criteria when brief, or all agencies or fields.
    private func writeCosts(of gaps: [UnitGap], to document: inout Document) {
        let title: Phrase
        var costs: [GapCost]
        switch order {
        case .points:
            costs = GapCost.sorted(gaps) { $0.leaves.map { (.leaf($0.score.index), [$0]) } }
            if document.isBrief { costs = Array(costs.prefix(10)) }
            title = GapWords.common
        case .agency, .field:
            let key: GapGroup.Key = order == .agency ? .agency : .field
            costs = GapCost.sorted(gaps) { $0.groups(by: key).map { (.group($0.name), $0.leaves) } }
            title = order == .agency ? .leadAgency : .field
        }
        let subject = Column<GapCost>("", title, .wrapped(24)) { cost in
            switch cost.subject {
            case .group(let group): return .phrase(self.name(of: group))
            case .leaf(let index):
                let criterion = set.criteria[index]
                return .phrase(Phrase("\(criterion.code). \(Phrase(criterion.name).line())"))
            }
        }
        document.table(
            costs,
            [
                document.isBrief ? subject.cut(at: 110) : subject,
                Column("", .unitsWithLosses, .trailing) { .text("\($0.losing)/\($0.units)") },
                Column("", .lost, .decimal) { [look] in .number($0.lost, look: look) },
                Column("", .withoutFigures, .decimal) { [look] in .number($0.lostWithoutFigures, look: look) },
            ])
    }

    // MARK: Data

    /// A row a unit and measure of a leaf, in the order of the tree.
    package var data: DataTable? {
        DataTable(
            units.flatMap { unit, gap in gap.leaves.flatMap { lines(of: $0, unit) } },
            [Column("", .unitCode) { .text($0.unit.code) }, Column("", .unitName) { .text($0.unit.name) }]
                + GapColumns(set).data + [header.noticeColumn()])
    }

    package func write(to record: inout RecordWriter) {
        header.write(to: &record)
        record.list("units", units) { record, member in
            let gap = member.gap
            record.value("code", .text(member.unit.code))
            record.value("name", .text(member.unit.name))
            record.value("points", .number(gap.total.points))
            record.value("maximum", .number(gap.total.maximum))
            record.value("lost", .number(gap.total.lost))
            record.value("lostWithoutFigures", .number(gap.sum.lostWithoutFigures))
            record.value("adjustment", .number(gap.adjustment))
            write(gap.groups(by: .agency), as: "byAgency", to: &record)
            write(gap.groups(by: .field), as: "byField", to: &record)
            record.list("criteria", gap.leaves) { record, leaf in write(leaf, of: member.unit, to: &record) }
        }
        record.texts("leftOut", header.leftOut)
    }

    private func write(_ groups: [GapGroup], as key: String, to record: inout RecordWriter) {
        record.list(key, groups) { record, group in
            switch group.name {
            case .agency(let name): record.value("agency", .text(name))
            case .field(let index): record.value("field", .text(set.criteria[index].code))
            }
            let sum = group.sum
            record.value("criteria", .count(sum.count))
            record.value("lost", .number(sum.lost))
            record.value("lostWithoutFigures", .number(sum.lostWithoutFigures))
            record.value("maximum", .number(sum.maximum))
        }
    }

    private func write(_ leaf: LeafGap, of unit: Unit, to record: inout RecordWriter) {
        let columns = GapColumns(set)
        let lines = lines(of: leaf, unit)
        record.values(
            of: GapLine(unit: unit, leaf: leaf, measure: nil, hasPoints: true, words: nil),
            [
                columns.code, columns.name, columns.field, columns.lead, columns.status, columns.kind, columns.points,
                columns.maximum, columns.lost, columns.lostWithoutFigures,
            ])
        record.list("measures", lines) { record, line in
            record.values(
                of: line,
                [
                    columns.measureCode, columns.metric, columns.measureStatus, columns.target, columns.comparison,
                    columns.measured, columns.difference, columns.targetMet, columns.figureNeeded,
                    columns.numeratorNeeded, columns.furtherCases, columns.targetGain,
                ])
            record.list("nextSteps", line.measure?.explanation.nextSteps ?? []) { record, step in
                record.value("comparison", .text(step.needed.comparison.rawValue))
                record.value("value", .ratio(step.needed.value))
                record.value("figure", .number(step.figure))
                record.value("numerator", .number(step.numerator))
                record.value("points", .number(step.points))
                record.value("gain", .number(step.gain))
            }
            guard let sampling = line.measure?.sampling else { return }
            record.value("standardError", .number(FixedDecimal(nearest: sampling.standardError)))
            record.value("samplingMargin", .number(FixedDecimal(nearest: sampling.margin)))
            record.value("exceedsSamplingError", .flag(sampling.isExceeded))
        }
    }
}
