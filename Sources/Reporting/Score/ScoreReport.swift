package import Assessment
package import Documents
package import Scoring
package import Values
internal import Words

/// The scores of all units of an assessment, or of some.
package struct ScoreReport: Report {
    /// The units of a group (khối), in the order of their table.
    package struct GroupReport: Sendable {
        /// The code of the group; nil for units without one.
        package let code: String?
        /// Its units.
        package let units: [UnitReport]
        /// The plain mean of the indices of the units of which enough is scored to be ranked, by the edition's rounding,
        /// and how many they are; nil for fewer than two.
        package let mean: (index: FixedDecimal, count: Int)?
    }

    /// What stands above.
    package let header: ReportHeader
    /// The groups in the order of the settings, then units without one.
    package let groups: [GroupReport]
    /// Whether every criterion of every unit is shown, as records always have them.
    package let hasTree: Bool

    var set: CriteriaSet { header.set }
    private var hasClasses: Bool { !set.classSchemes.isEmpty }

    /// Makes the report of all units, or of some.
    ///
    /// - Parameters:
    ///   - assessment: the assessment.
    ///   - chosen: the positions of units; nil for all.
    ///   - hasTree: whether every criterion of every unit is shown.
    package init(_ assessment: Assessment, units chosen: [Int]? = nil, hasTree: Bool = false) {
        header = ReportHeader(assessment)
        self.hasTree = hasTree
        let positions = chosen ?? Array(assessment.units.indices)
        let byGroup = Dictionary(grouping: positions) { assessment.units[$0].group }
        let given = Dictionary(grouping: assessment.givenScores, by: \.unit)
        let known = assessment.settings.groups.map { Optional($0.code) } + [nil]
        groups = known.compactMap { code in
            byGroup[code].map { members in
                let parts = Parallel.map(members.count, minimum: 1_000) { part in
                    members[part].map { unit in
                        UnitReport(assessment, unit: unit, given: given[assessment.units[unit].code] ?? [])
                    }
                }
                return GroupReport(
                    code: code, units: Array(parts.joined()), mean: Self.mean(of: members, assessment.scores))
            }
        }
    }

    private static func mean(of units: [Int], _ scores: ScoreTable) -> (index: FixedDecimal, count: Int)? {
        let complete = units.filter { scores[$0].isRankable }
        guard complete.count > 1, let (mean, count) = scores.meanIndex(of: complete),
            let index = mean.rounded(scores.criteria.set.rounding.index)
        else { return nil }
        return (index, count)
    }

    /// All units, by groups.
    package var units: [UnitReport] { groups.flatMap(\.units) }

    // MARK: For people

    package func write(to document: inout Document) {
        if hasTree { return units.forEach { writeTree(of: $0, to: &document) } }
        document.heading(header.name, level: 1)
        document.facts(header.facts)
        for group in groups {
            document.heading(header.name(ofGroup: group.code))
            document.table(group.units, tableColumns)
            if let (index, count) = group.mean {
                let leftOut = group.units.count - count
                document.paragraph(ScoreWords.mean(index, of: count, leftOut: leftOut, digits: header.indexDigits))
            }
            document.list(legend(of: group))
        }
        document.list(UnitReport.notes(on: units, under: header), under: .notes)
        header.writeNotices(to: &document)
    }

    private var tableColumns: [Column<UnitReport>] {
        let columns = UnitColumns(set)
        return [columns.code, columns.name] + columns.fields.map { $0.titled(nil, .decimal) }
            + [columns.points, columns.maximum, columns.index, columns.coverage]
            + (hasClasses ? [columns.unitClass] : [])
    }

    /// What the numbers of the fields stand for, with the maximum that applies to the group's units.
    private func legend(of group: GroupReport) -> [Phrase] {
        set.fields.enumerated().map { position, field in
            let maxima = group.units.map { $0.fields[position].maximum }
            let words = ScoreWords.maximum(least: maxima.min() ?? 0, most: maxima.max() ?? 0)
            return Phrase("\(field.code): \(field.name) (\(words))")
        }
    }

    // MARK: Data

    package var data: DataTable? { hasTree ? treeData : unitData }

    /// A row in the table of units: a unit, or the code of one that was left out.
    private enum Line: Sendable {
        case unit(UnitReport)
        case leftOut(String)

        var unit: UnitReport? { if case .unit(let unit) = self { unit } else { nil } }
    }

    private var unitData: DataTable {
        let columns = UnitColumns(set)
        let notice = Value.phrase(header.shortNotice)
        let numbers = [
            columns.name, columns.group, columns.points, columns.maximum, columns.index, columns.coverage,
        ]
        let all = numbers + (hasClasses ? [columns.unitClass] : []) + columns.fields
        let code = Column<Line>(.code, full: columns.code.fullTitle) { line in
            switch line {
            case .unit(let unit): .text(unit.unit.code)
            case .leftOut(let code): .text(code)
            }
        }
        let notes = Column<Line>(.notes) { line in
            if case .leftOut = line { .phrase(NoticeWords.notScored) } else { notice }
        }
        return DataTable(
            units.map(Line.unit) + header.leftOut.map(Line.leftOut), [code] + all.map { $0.on { $0.unit } } + [notes])
    }

    package func write(to record: inout RecordWriter) {
        header.write(to: &record)
        record.list("groups", groups) { record, group in
            record.values([
                "code": .text(group.code), "units": .count(group.units.count), "meanIndex": .number(group.mean?.index),
            ])
            let count = group.units.first?.score.classedUnitCount
            record.value("classedUnits", count.map { .count($0) } ?? .absent)
        }
        record.list("units", units) { record, unit in unit.write(to: &record) }
        record.texts("leftOut", header.leftOut)
    }
}
