public import Assessment
public import Documents
internal import Scoring
internal import Values
internal import Words

/// The minutes of an appraisal: points, classes and places before and after, what was cut and why, and what is open.
public struct AppraisalReport: OfficialReport {
    /// What the record is.
    public static let recordFormat = "appraisal/2"

    let header: ReportHeader
    let review: AppraisalReview

    /// Makes the minutes of the stage that an assessment shows; nil for one at which nobody appraises.
    public init?(_ assessment: Assessment, units: [Int]? = nil) {
        guard let review = AppraisalReview(assessment, units: units) else { return nil }
        (header, self.review) = (ReportHeader(assessment), review)
    }

    private var units: [Unit] { header.assessment.units }
    private var criteria: [Criterion] { header.set.criteria }
    private var digits: Int { header.pointDigits }
    private func number(_ points: FixedDecimal) -> Phrase { Phrase("\(points, digits: digits)") }

    /// What stands around the text.
    public var frame: OfficialFrame {
        OfficialFrame(
            ofCouncil: AppraisalWords.minutes, AppraisalWords.minutesNumber,
            subject: AppraisalWords.subject(header.settings.period.phrase), recipients: AppraisalWords.recipients)
    }

    /// The three parts, and each line with other points as an annex.
    public var sections: [OfficialSection] {
        [
            OfficialSection(AppraisalWords.resultSheet, writeResult),
            OfficialSection(AppraisalWords.changesSheet, writeChanges),
            OfficialSection(AppraisalWords.pendingSheet, writePending),
        ]
            + (review.changes.isEmpty
                ? [] : [OfficialSection(AppraisalWords.annexSheet, isAnnex: true, writeLines)])
    }

    // MARK: - I. Result

    private typealias Result = AppraisalReview.UnitResult

    private var counts: LineCounts {
        var counts = LineCounts()
        for unit in review.units { counts.add(unit.lines) }
        return counts
    }

    private var unitName: Column<Result> {
        let units = units
        return .text("name", .unit, .wrapped(18)) { units[$0.unit].name }
    }

    private var pointColumns: [Column<Result>] {
        let digits = digits
        return [
            .decimal("maximum", .maximumShort, digits: digits) { $0.before.sum.maximum },
            .decimal("before", SelfAssessmentWords.selfPoints, digits: digits) { $0.before.sum.points },
            .decimal("after", AppraisalWords.appraised, digits: digits) { $0.after?.sum.points },
            .decimal("change", .change, look: .change(digits: digits)) { unit in
                unit.after.map { $0.sum.points - unit.before.sum.points }
            },
            Column("open", AppraisalWords.open, .trailing) { .count($0.lines[.open].count) },
            .decimal("openPoints", AppraisalWords.openPointsTitle, digits: digits) { $0.lines[.open].points },
        ]
    }

    private var standingColumns: [Column<Result>] {
        let digits = header.indexDigits
        func place(_ key: String, _ title: Phrase, _ place: @escaping @Sendable (Result) -> UnitPlace?) -> Column<
            Result
        > { .phrase(key, title, .trailing.blank("–")) { place($0)?.fraction } }
        func unitClass(_ key: String, _ title: Phrase, _ found: @escaping @Sendable (Result) -> UnitClass?)
            -> Column<Result>
        { Column(key, title, .wrapped(8)) { found($0).map { .label($0.code, Phrase($0.name)) } ?? .none } }
        let classes = [
            unitClass("classBefore", AppraisalWords.classBefore) { $0.before.unitClass },
            unitClass("classAfter", AppraisalWords.classAfter) { $0.after?.unitClass },
        ]
        return [
            .decimal("indexBefore", .indexBefore, digits: digits) { $0.before.index },
            .decimal("indexAfter", .indexAfter, digits: digits) { $0.after?.index },
        ] + (header.set.classSchemes.isEmpty ? [] : classes) + [
            place("", AppraisalWords.placeBefore) { $0.before.place },
            place("", AppraisalWords.placeAfter) { $0.after?.place },
        ]
    }

    private func writeResult(to document: inout Document) {
        let counts = counts
        document.heading(AppraisalWords.result)
        document.paragraph(
            AppraisalWords.basis(
                header.set.source.phrase, Phrase(header.set.name), header.settings.period.phrase,
                units: review.units.count, stage: review.stage.phrase))
        document.paragraph(AppraisalWords.lines(counts))
        let sums = ChangeSum(review.changes)
        document.paragraph(AppraisalWords.change(number(sums.cut), number(sums.added)))
        let open = counts[.open]
        if open.count > 0 { document.paragraph(AppraisalWords.openPoints(number(open.points), open.count)) }
        document.heading(AppraisalWords.pointsTable, level: 3)
        document.table(review.units, [unitName] + pointColumns)
        document.heading(AppraisalWords.classTable, level: 3)
        document.table(review.units, [unitName] + standingColumns)
        if review.units.contains(where: { $0.open > 0 }) { document.notice(AppraisalWords.notOpened) }
        if unsettled > 0 { document.notice(AppraisalWords.placesMayChange(unsettled)) }
        for notice in header.notices(isBrief: true) { document.notice(notice) }
    }

    /// How many units have open lines in the groups in which units have a place already.
    private var unsettled: Int {
        let placed = review.units.filter { $0.after?.place != nil }
        let groups = Dictionary(
            placed.map { (units[$0.unit].group, $0.unsettled) }, uniquingKeysWith: { first, _ in first })
        return groups.values.reduce(0, +)
    }

    // MARK: - II. Changes

    /// Lines put together, with what they lost and gained.
    private struct ChangeSum: Sendable {
        var code: String?
        var name = Phrase.none
        var isTotal = false
        var lines: [AppraisalReview.Line]

        init(_ lines: [AppraisalReview.Line]) { self.lines = lines }

        var cut: FixedDecimal { lines.reduce(0) { $1.change < 0 ? $0 - $1.change : $0 } }
        var added: FixedDecimal { lines.reduce(0) { $1.change > 0 ? $0 + $1.change : $0 } }

        /// The reasons, the most frequent first; nil for lines without one.
        var reasons: [(text: String?, count: Int)] {
            var order: [String?] = []
            var counts: [String?: Int] = [:]
            for line in lines {
                if counts[line.reason] == nil { order.append(line.reason) }
                counts[line.reason, default: 0] += 1
            }
            return order.enumerated().map { ($0.offset, $0.element, counts[$0.element] ?? 0) }
                .sorted { ($1.2, $0.0) < ($0.2, $1.0) }.map { ($0.1, $0.2) }
        }

        var reasonsPhrase: Phrase {
            reasons.map { AppraisalWords.reason($0.text, $0.count) }.joined("; ")
        }
    }

    /// The changed lines by what they have in common, in some order.
    private func sums<Key: Hashable>(
        _ order: [Key], _ key: (AppraisalReview.Line) -> Key, _ name: (Key) -> (code: String?, name: Phrase)
    ) -> [ChangeSum] {
        let groups = Dictionary(grouping: review.changes, by: key)
        return order.compactMap { key in
            groups[key].map { lines in
                var sum = ChangeSum(lines)
                (sum.code, sum.name) = name(key)
                return sum
            }
        }
    }

    private var byField: [ChangeSum] {
        let set = header.set
        return sums(set.fieldIndices, { set.field(above: $0.node) }) {
            (set.criteria[$0].code, Phrase(set.criteria[$0].name))
        }
    }
    private var byCriterion: [ChangeSum] {
        let criteria = criteria
        return sums(Array(criteria.indices), { $0.node }) { (criteria[$0].code, Phrase(criteria[$0].name)) }
    }
    private var byUnit: [ChangeSum] {
        let units = units
        return sums(review.units.map { $0.unit }, { $0.unit }) { (units[$0].code, Phrase(verbatim: units[$0].name)) }
    }
    private var byAgency: [ChangeSum] {
        let set = header.set
        let leads = criteria.indices.map { set.lead(of: $0) }.withoutRepeats { $0 }
        return sums(leads, { set.lead(of: $0.node) }) { lead in
            (nil, lead.map { Phrase(verbatim: CleanText.points($0)) } ?? AppraisalWords.noAgency)
        }
    }

    private var sumColumns: [Column<ChangeSum>] {
        let digits = digits
        return [
            Column("lines", AppraisalWords.linesChanged, .trailing) { .count($0.lines.count) },
            .decimal("cut", AppraisalWords.cut, digits: digits) { $0.cut },
            .decimal("added", AppraisalWords.added, digits: digits) { $0.added },
        ]
    }

    private func writeChanges(to document: inout Document) {
        document.heading(AppraisalWords.changes)
        if review.changes.isEmpty { return document.paragraph(AppraisalWords.noChanges) }
        func table(_ title: Phrase, _ name: Phrase, _ rows: [ChangeSum], to document: inout Document) {
            var total = ChangeSum(review.changes)
            (total.name, total.isTotal) = (.total, true)
            document.heading(title, level: 3)
            document.table(
                rows + [total], [.phrase("", name, .wrapped(30)) { $0.name }] + sumColumns
            ) { $0.isTotal }
        }
        table(AppraisalWords.byField, .field, byField, to: &document)
        table(AppraisalWords.byAgency, .leadAgency, byAgency, to: &document)
        table(AppraisalWords.byUnit, .unit, byUnit, to: &document)
        document.heading(AppraisalWords.byCriterion, level: 3)
        document.table(
            byCriterion,
            [.text("", .code) { $0.code }, .phrase("", .criterion, .wrapped(20)) { $0.name }] + sumColumns
                + [.phrase("", AppraisalWords.reasons, .wrapped(20)) { $0.reasonsPhrase }])
    }

    // MARK: - III. Returned and open

    private typealias Line = AppraisalReview.Line

    private var lineColumns: [Column<Line>] {
        let (units, criteria) = (units, criteria)
        return [
            .text("", .unit, .wrapped(16)) { units[$0.unit].name },
            .phrase("", .criterion, .wrapped(24)) { criteria[$0.node].label },
        ]
    }
    private var reason: Column<Line> { .phrase("", .reason, .wrapped(20)) { AppraisalWords.reason($0.reason) } }

    private func writePending(to document: inout Document) {
        let digits = digits
        document.heading(AppraisalWords.pending)
        let returned = review.lines.filter { $0.state == .returned }
        let open = review.units.filter { $0.lines[.open].count > 0 }
        if returned.isEmpty, open.isEmpty { return document.paragraph(AppraisalWords.nonePending) }
        if !returned.isEmpty {
            document.heading(AppraisalWords.returned, level: 3)
            document.table(
                returned,
                lineColumns + [.decimal("", .points, digits: digits) { $0.after }, reason])
        }
        if !open.isEmpty {
            document.heading(AppraisalWords.openByUnit, level: 3)
            document.table(
                open,
                [
                    unitName, Column("", AppraisalWords.open, .trailing) { .count($0.lines[.open].count) },
                    .decimal("", AppraisalWords.openPointsTitle, digits: digits) { $0.lines[.open].points },
                ])
        }
    }

    // MARK: - Annex

    private func writeLines(to document: inout Document) {
        let digits = digits
        document.heading(AppraisalWords.annex)
        document.table(
            review.changes,
            lineColumns + [
                .decimal("", SelfAssessmentWords.selfPoints, digits: digits) { $0.before },
                .decimal("", AppraisalWords.appraised, digits: digits) { $0.after },
                .decimal("", .change, look: .change(digits: digits)) { $0.change }, reason,
            ])
    }

    // MARK: - For programs

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        header.write(to: &record)
        let (counts, sums) = (counts, ChangeSum(review.changes))
        record.record("lines") { record in
            record.record("all") { $0.values(LineWords.values(counts.all)) }
            for state in LineState.allCases {
                record.record(state.rawValue) { $0.values(LineWords.values(counts[state])) }
            }
        }
        record.values(["cut": .number(sums.cut), "added": .number(sums.added)])
        record.list("units", review.units) { record, unit in
            record.value("code", .text(self.units[unit.unit].code))
            record.values(of: unit, [self.unitName] + self.pointColumns + self.standingColumns)
            for (key, place) in [("placeBefore", unit.before.place), ("placeAfter", unit.after?.place)] {
                record.values([key: .number(place?.rank.decimal), key + "Of": .count(place?.count)])
            }
            record.value("unsettledUnits", .count(unit.unsettled))
        }
        for (key, rows) in [
            ("fields", byField), ("agencies", byAgency), ("changedUnits", byUnit), ("changedCriteria", byCriterion),
        ] {
            record.list(key, rows) { record, row in
                record.values(["code": .text(row.code), "name": .phrase(row.name)])
                record.values(of: row, self.sumColumns)
                record.list("reasons", row.reasons) { ["reason": .text($0.text), "lines": .count($0.count)] }
            }
        }
        let shown = review.lines.filter { $0.change != 0 || $0.state == .returned }
        record.list("changes", shown) { line in
            [
                "unit": .text(self.units[line.unit].code), "criterion": .text(self.criteria[line.node].code),
                "state": .text(line.state.rawValue), "before": .number(line.before), "after": .number(line.after),
                "change": .number(line.change), "reason": .text(line.reason),
            ]
        }
    }
}
