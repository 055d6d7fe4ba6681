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

    private var unitColumns: [Column<Member>] {
        [
            .text("code", .code, .leading.dispensable) { $0.unit.code },
            .text("name", .unit, .wrapped(14)) { $0.unit.name },
            .decimal("points", .points, look: look) { $0.gap.total.points },
            .decimal("maximum", .maximumShort, look: look) { $0.gap.total.maximum },
            .decimal("lost", .lostShort, look: look) { $0.gap.total.lost },
            .decimal("lostWithoutFigures", .withoutFigures, look: look) { $0.gap.sum.lostWithoutFigures },
        ]
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

    package func write(to document: inout Document) {
        let name = units.count == 1 ? Phrase(verbatim: units[0].unit.name) : header.name
        document.heading(Phrase("\(GapWords.title): \(name)"), level: 1)
        if units.count == 1 { write(units[0], to: &document) } else { writeOverview(to: &document) }
        header.writeNotices(to: &document)
    }

    private func write(_ member: Member, to document: inout Document) {
        let (unit, gap) = member
        let missing = gap.sum.lostWithoutFigures == 0 ? nil : points(gap.sum.lostWithoutFigures)
        document.facts(
            [unit.fact] + header.facts + [
                .init(.points, Phrase("\(points(gap.total.points))/\(points(gap.total.maximum))")),
                .init(.index, .number(gap.total.exactIndex?.rounded(set.rounding.index), digits: header.indexDigits)),
                .init(.lost, GapWords.loss(points(gap.sum.lost), withoutFigures: missing)),
            ])
        if gap.sum.lost == 0 { document.paragraph(GapWords.noLoss) }
        for kind in [LeafGap.Kind.lost, .lostThoughMet, .fullThoughMissed] { write(kind, of: member, to: &document) }
        if gap.sum.lost > 0 {
            for (key, title) in [(GapGroup.Key.agency, GapWords.byAgency), (.field, GapWords.byField)] {
                let groups = gap.groups(by: key).filter { $0.sum.lost > 0 }
                var columns = groupColumns(key)
                if groups.allSatisfy({ $0.sum.lostWithoutFigures == 0 }) { columns.remove(at: 3) }
                document.heading(title)
                document.table(groups, columns)
            }
        }
        let surveys = gap.leaves.filter { leaf in
            leaf.measures.contains { $0.isSurvey && $0.sampling == nil && $0.distance != nil }
        }
        let codes = CleanText.cut(surveys.map(\.score.criterion.code).joined(separator: ", "), at: 80)
        document.list(
            (gap.adjustment == 0 ? [] : [GapWords.adjustment(points(gap.adjustment))])
                + (surveys.isEmpty ? [] : [GapWords.withoutError(codes)]), under: .notes)
    }

    /// The leaves of a kind under a heading, divided by agency or field where that is asked for.
    private func write(_ kind: LeafGap.Kind, of member: Member, to document: inout Document) {
        let leaves = member.gap.leaves(of: kind)
        if leaves.isEmpty { return }
        document.heading(GapWords.heading(kind, leaves.count))
        let columns = GapColumns(set: set).shown(
            withLosses: kind != .fullThoughMissed, withLead: order != .agency, limit: document.isBrief ? 90 : nil)
        func lines(of leaf: LeafGap) -> [GapLine] {
            var parts = GapLine.lines(of: leaf, member.unit)
            if parts.count == 1 { return parts }
            // A leaf of several measures stands above them.
            for position in parts.indices { parts[position].hasPoints = false }
            return [GapLine(unit: member.unit, leaf: leaf)] + parts
        }
        guard let key = order.key else { return document.table(leaves.flatMap(lines), columns) }
        for group in member.gap.groups(by: key) {
            let members = group.leaves.filter { $0.kind == kind }
            if members.isEmpty { continue }
            document.heading(GapWords.group(name(of: group.name), lost: points(GapSum(members).lost)), level: 3)
            document.table(members.flatMap(lines), columns)
        }
    }

    /// What each unit lost, and which criteria, agencies or fields cost most.
    private func writeOverview(to document: inout Document) {
        document.facts(header.facts)
        let greatest = Column<Member>.phrase("", .greatestLosses, .wrapped(20)) { member in
            member.gap.lost.prefix(3).map { Phrase("\($0.score.criterion.code) (\(points($0.lost)))") }.joined("; ")
        }
        for group in header.settings.groups.map({ Optional($0.code) }) + [nil] {
            let members = units.filter { $0.unit.group == group }
            if members.isEmpty { continue }
            document.heading(header.name(ofGroup: group))
            document.table(members, unitColumns + [greatest])
            writeCosts(of: members.map(\.gap), to: &document)
        }
        if units.isEmpty { document.paragraph(GapWords.noUnits) }
    }

    /// What costs the units of a group most: ten criteria when brief, or all agencies or fields.
    private func writeCosts(of gaps: [UnitGap], to document: inout Document) {
        let costs = GapCost.sorted(gaps, by: order.key)
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
                .text("", .unitsWithLosses, .trailing) { cost in
                    "\(cost.sums.count { $0.lost > 0 })/\(cost.sums.count)"
                },
                .decimal("", .lost, look: look) { $0.lost },
                .decimal("", .withoutFigures, look: look) { $0.sums.reduce(0) { $0 + $1.lostWithoutFigures } },
            ])
    }

    /// A row per unit and measure of a leaf, in the order of the tree.
    package var data: DataTable? {
        DataTable(
            units.flatMap { unit, gap in gap.leaves.flatMap { GapLine.lines(of: $0, unit) } },
            [.text("", .unitCode) { $0.unit.code }, .text("", .unitName) { $0.unit.name }]
                + GapColumns(set: set).data + [header.noticeColumn()])
    }

    package func write(to record: inout RecordWriter) {
        header.write(to: &record)
        let columns = GapColumns(set: set)
        record.list("units", units) { record, member in
            let gap = member.gap
            record.values(of: member, unitColumns)
            record.value("adjustment", .number(gap.adjustment))
            record.list("byAgency", gap.groups(by: .agency), groupColumns(.agency))
            record.list("byField", gap.groups(by: .field), groupColumns(.field))
            record.list("criteria", gap.leaves) { record, leaf in
                record.values(of: GapLine(unit: member.unit, leaf: leaf), columns.ofLeaf)
                record.list("measures", GapLine.lines(of: leaf, member.unit)) { record, line in
                    record.values(of: line, columns.ofMeasure)
                    write(line.measure, to: &record)
                }
            }
        }
        record.texts("leftOut", header.leftOut)
    }

    private func write(_ measure: MeasureGap?, to record: inout RecordWriter) {
        record.list("nextSteps", measure?.explanation.nextSteps ?? []) { step in
            [
                "comparison": .text(step.needed.comparison.rawValue), "value": .ratio(step.needed.value),
                "figure": .number(step.figure), "numerator": .number(step.numerator), "points": .number(step.points),
                "gain": .number(step.gain),
            ]
        }
        guard let sampling = measure?.sampling else { return }
        record.values([
            "standardError": .number(FixedDecimal(nearest: sampling.standardError)),
            "samplingMargin": .number(FixedDecimal(nearest: sampling.margin)),
            "exceedsSamplingError": .flag(sampling.isExceeded),
        ])
    }
}
