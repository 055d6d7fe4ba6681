public import Assessment
public import Documents
internal import Scoring
internal import Values
internal import Words

/// Points, index and place of units over all periods of a series.
public struct HistoryReport: Report {
    /// What the record is.
    public static let recordFormat = "history/1"

    /// A unit in one period; nil where the period has no assessment, or the unit is not in it.
    struct Reading: Sendable {
        let sum: PointSum
        let index: FixedDecimal?
        let place: UnitPlace?
        let isNoticed: Bool
    }

    struct Line: Sendable {
        let unit: Unit
        /// By period.
        let readings: [Reading?]
    }

    private let series: PeriodSeries
    private let code: String?
    private let scope: RankScope
    private let isOne: Bool
    let lines: [Line]
    private let positions: [String: Int]
    private let headers: [ReportHeader]
    var periods: [Period] { series.entries.map { $0.period } }
    private var last: ReportHeader { headers[headers.count - 1] }

    /// The history of all units, or of those with some codes, by their totals or a criterion; nil where there is no
    /// assessment, or where one has no such criterion.
    public init?(
        _ series: PeriodSeries, units codes: [String]? = nil, by code: String? = nil, among scope: RankScope = .group
    ) {
        (self.series, self.code, self.scope, isOne) = (series, code, scope, codes?.count == 1)
        headers = series.entries.compactMap { $0.assessment }.map(ReportHeader.init)
        if headers.isEmpty { return nil }
        var units: [String: Unit] = [:]
        var order: [String] = []
        var readings: [[String: Reading]] = []
        for entry in series.entries {
            guard let assessment = entry.assessment else {
                readings.append([:])
                continue
            }
            guard let subject = Ranking.Subject(code, in: assessment.criteria.set) else { return nil }
            readings.append(Self.readings(of: assessment, by: subject, among: scope))
        }
        // Units in the order of the latest table that has them.
        for assessment in series.entries.reversed().compactMap({ $0.assessment }) {
            for unit in assessment.units where units[unit.code] == nil {
                units[unit.code] = unit
                order.append(unit.code)
            }
        }
        lines = order.filter { codes?.contains($0) ?? true }.compactMap { code in
            units[code].map { unit in Line(unit: unit, readings: readings.map { $0[code] }) }
        }
        positions = Dictionary(uniqueKeysWithValues: lines.enumerated().map { ($1.unit.code, $0) })
    }

    /// The periods of a unit; nil for one that is known in fewer than two.
    func line(of code: String) -> Line? {
        guard let position = positions[code], lines[position].readings.count(where: { $0 != nil }) > 1 else {
            return nil
        }
        return lines[position]
    }

    private static func readings(
        of assessment: Assessment, by subject: Ranking.Subject, among scope: RankScope
    ) -> [String: Reading] {
        let places = assessment.places(among: scope, by: subject)
        let rounding = assessment.criteria.set.rounding.index
        return assessment.units.indices.reduce(into: [:]) { readings, unit in
            let score = assessment.scores[unit]
            let sum: PointSum =
                switch subject {
                case .total: score.total
                case .node(let node): score.sum(of: node)
                }
            readings[assessment.units[unit].code] = Reading(
                sum: sum, index: sum.exactIndex?.rounded(rounding), place: places[unit],
                isNoticed: sum.unmeasured > 0)
        }
    }

    // MARK: - For people

    /// The most periods that stand beside each other on a screen.
    private static let mostColumns = 6

    /// What people read.
    public func write(to document: inout Document) {
        let subject = code.flatMap { code in last.set.criteria.first { $0.code == code } }
        document.heading(HistoryWords.title, level: 1)
        let (first, end) = (periods[0], periods[periods.count - 1])
        let missing = series.entries.filter { $0.assessment == nil }.map { $0.period }
        document.facts(
            [
                .init(.periods, HistoryWords.span(first, end, known: headers.count)), last.criteriaFact,
                .init(RankWords.by, subject.map { $0.label } ?? Phrase.totalIndex),
            ] + (missing.isEmpty ? [] : [.init(HistoryWords.missing, HistoryWords.list(missing))]))
        if isOne, let line = lines.first { write(line, to: &document) } else { writeTable(to: &document) }
        if lines.isEmpty { document.paragraph(.noUnits) }
        document.list(notes(isBrief: document.isBrief), under: .notes)
        for header in headers where !header.leftOut.isEmpty {
            document.notice(Phrase("\(header.settings.period.name): \(NoticeWords.leftOut(header.leftOut))"))
        }
        let notices = headers.flatMap { $0.figureNotices }.withoutRepeats { $0.text(.vi) }
        if !notices.isEmpty { document.notice(notices.joined(" ")) }
        if let notice = last.set.points.assumption(isBrief: document.isBrief) { document.notice(notice) }
    }

    /// Those of units that the latest period has, also where it leaves them out; on a screen a long table has no others.
    private func shown(isBrief: Bool) -> [Line] {
        guard isBrief, lines.count > UnitOverview.longTable,
            let end = series.entries.lastIndex(where: { $0.assessment != nil })
        else { return lines }
        return lines.filter { $0.readings[end] != nil || last.leftOut.contains($0.unit.code) }
    }

    /// What must be known of all units' periods beside each other.
    func notes(isBrief: Bool) -> [Phrase] {
        let ended = lines.count - shown(isBrief: isBrief).count
        return [HistoryWords.gaps] + remarks(on: lines) + (ended > 0 ? [HistoryWords.ended(ended)] : [])
    }

    /// The same of one unit's, without the column of courses.
    func notes(of line: Line) -> [Phrase] { [HistoryWords.changes] + remarks(on: [line]) }

    private func remarks(on lines: [Line]) -> [Phrase] {
        // Units that succeed those of an earlier period have no course before it.
        let known = Set(lines.map { $0.unit.code })
        let succeeding = lines.count { !$0.unit.successorOf.isEmpty && $0.unit.successorOf.allSatisfy(known.contains) }
        let isIncomplete = lines.contains { $0.readings.contains { $0?.isNoticed ?? false } }
        let editions = headers.map { "\($0.set.set) \($0.set.edition)" }.withoutRepeats { $0 }
        return (isIncomplete ? [HistoryWords.incomplete] : [])
            + (editions.count > 1 ? [HistoryWords.editions(editions)] : [])
            + (succeeding > 0 ? [HistoryWords.successions(succeeding)] : [])
    }

    /// A row a period.
    private func write(_ line: Line, to document: inout Document) {
        document.facts([line.unit.fact])
        let (indexDigits, pointDigits) = (last.indexDigits, last.pointDigits)
        typealias Row = (period: Period, reading: Reading?, change: FixedDecimal?)
        let rows: [Row] = periods.indices.map { (periods[$0], line.readings[$0], line.change(to: $0)) }
        let greatest: FixedDecimal = 100
        document.table(
            rows,
            [
                .phrase("", .period) { $0.period.name },
                .decimal("", .points, digits: pointDigits) { $0.reading?.sum.points },
                .decimal("", .maximumShort, digits: pointDigits) { $0.reading?.sum.maximum },
                .decimal("", .index, digits: indexDigits) { $0.reading?.index },
                .decimal("", .change, look: .change(digits: indexDigits)) { $0.change },
                Column("", .coverage, .decimal) { .number($0.reading?.sum.coverage, look: .percent) },
                .phrase("", .rank, .trailing.blank("–")) { $0.reading?.place?.fraction },
                Column("") { row in
                    row.reading?.index.map { .bar(.part($0, of: greatest, cells: 20)) } ?? .none
                },
            ])
    }

    /// A row a unit: the index of each period, and the whole course.
    func writeTable(to document: inout Document) {
        let digits = last.indexDigits
        let shown = document.isBrief ? Array(periods.indices.suffix(Self.mostColumns)) : Array(periods.indices)
        let columns: [Column<Line>] = shown.map { position in
            .decimal("", periods[position].shortName, digits: digits) { $0.readings[position]?.index }
        }
        let end = periods.count - 1
        document.table(
            self.shown(isBrief: document.isBrief),
            [Column<Unit>.code, .name].map { $0.on { $0.unit } } + columns + [
                .decimal("", .change, look: .change(digits: digits)) { $0.change(to: end) },
                .phrase("", .rank, .trailing.blank("–")) { $0.readings[end]?.place?.fraction },
                .phrase("", HistoryWords.course) { Phrase(verbatim: $0.course) },
            ])
    }

    // MARK: - For programs

    /// A row a unit and period, also where there is nothing.
    public var data: DataTable? {
        typealias Row = (line: Line, period: Period, reading: Reading?, note: Phrase)
        let periods = periods
        let headers = series.entries.map { $0.assessment.map(ReportHeader.init) }
        let notes = headers.map { ($0?.shortNotice ?? HistoryWords.nothing).settled }
        let (pointDigits, indexDigits) = (last.pointDigits, last.indexDigits)
        let ofUnit: [Column<Row>] = [Column<Unit>.code, .name, .group].map { $0.on { $0.line.unit } }
        let columns: [Column<Row>] =
            ofUnit + [
                .text("", .period) { $0.period.code }, Column(.from) { .day($0.period.first) },
                Column(.to) { .day($0.period.last) },
                .decimal("", .points, digits: pointDigits) { $0.reading?.sum.points },
                .decimal("", .maximum, digits: pointDigits) { $0.reading?.sum.maximum },
                .decimal("", .index, digits: indexDigits) { $0.reading?.index },
                Column("", .coverage, .decimal) { .number($0.reading?.sum.coverage) },
                .decimal("", .rank) { $0.reading?.place?.rank.decimal },
                Column(.ranked) { .count($0.reading?.place?.count) },
                .phrase("", .notes) { $0.note },
            ]
        return DataTable(of: lines, columns) { line in
            periods.indices.map { period in
                let isLeftOut = headers[period]?.leftOut.contains(line.unit.code) ?? false
                let missing = isLeftOut ? NoticeWords.notScored : HistoryWords.nothing
                return (
                    line, periods[period], line.readings[period],
                    line.readings[period] == nil ? missing : notes[period]
                )
            }
        }
    }

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        record.values([
            "by": .text(code ?? "total"), "among": .text(scope.rawValue),
            "kind": .text(periods[0].kind.rawValue),
        ])
        record.lines("periods", series.entries) { entry in
            [
                "code": .text(entry.period.code), "from": .day(entry.period.first), "to": .day(entry.period.last),
                "folder": .text(entry.assessment?.folder), "missing": .flag(entry.assessment == nil),
                "synthetic": .flag(entry.assessment?.settings.isSynthetic ?? false),
                "roundInput": .count(entry.assessment?.settings.roundingDigits),
                "leftOut": .list((entry.assessment?.leftOut ?? []).map { .text($0) }),
            ]
        }
        record.list("units", of: lines.count) { record, position in
            record.values(of: lines[position].unit, [.code, .name, .group, .level])
            write(lines[position], as: "series", to: &record)
        }
    }

    /// The periods of a unit, as a member of its record.
    func write(_ line: Line, as key: String, to record: inout RecordWriter) {
        record.lines(key, series.entries.indices) { position in
            let (entry, reading) = (series.entries[position], line.readings[position])
            let leftOut = entry.assessment?.leftOut.count ?? 0
            return [
                "period": .text(entry.period.code), "missing": .flag(reading == nil),
                "points": .number(reading?.sum.points), "maximum": .number(reading?.sum.maximum),
                "index": .number(reading?.index), "change": .number(line.change(to: position)),
                "coverage": .number(reading?.sum.coverage), "unmeasured": .number(reading?.sum.unmeasured),
                "rank": .number(reading?.place?.rank.decimal), "ranked": .count(reading?.place?.count),
                "unitsLeftOut": leftOut == 0 ? .absent : .count(leftOut),
            ]
        }
    }
}

extension HistoryReport.Line {
    /// How the index changed since the period just before; nil where there is none on either side.
    func change(to period: Int) -> FixedDecimal? {
        guard period > 0, let now = readings[period]?.index, let before = readings[period - 1]?.index else {
            return nil
        }
        return now - before
    }

    /// The indices as a row of eight heights between the least and the greatest; a dot for a period without one.
    var course: String {
        let known = readings.compactMap { $0?.index }
        guard let least = known.min(), let greatest = known.max() else { return "" }
        let heights = Array("▁▂▃▄▅▆▇█")
        return String(
            readings.map { reading -> Character in
                guard let index = reading?.index else { return "·" }
                if greatest == least { return heights[3] }
                let height = Int128((index - least).mantissa) * 7 / Int128((greatest - least).mantissa)
                return heights[Int(height)]
            })
    }
}
