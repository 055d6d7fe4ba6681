package import Assessment
package import Documents
internal import Scoring
internal import Values
internal import Words

/// The table of a publication, from what was published, and what it corrects.
package struct PublicationReport: OfficialReport {
    package static let recordFormat = "publication/1"

    private typealias Row = PublishedResults.UnitResult

    private let header: ReportHeader
    private let record: StageRecord
    private let results: PublishedResults
    private let corrections: CorrectionReport?

    /// Makes the table of a publication, with that which it corrects where it corrects one.
    package init(
        _ assessment: Assessment, _ publication: (record: StageRecord, results: PublishedResults),
        correcting earlier: (record: StageRecord, results: PublishedResults)?
    ) {
        header = ReportHeader(assessment)
        (record, results) = publication
        corrections = earlier.map { CorrectionReport(assessment, $0, publication) }
    }

    private var number: Int { record.publication ?? 0 }
    /// The day of a time such as `2026-12-20T08:00:00+07:00`.
    private var day: CalendarDay? { CalendarDay(String(record.time.prefix { $0 != "T" })) }

    /// What stands around the text.
    package var frame: OfficialFrame {
        OfficialFrame(
            ofCouncil: PublicationWords.kind, PublicationWords.documentNumber,
            subject: PublicationWords.subject(header.settings.period.phrase), recipients: AppraisalWords.recipients)
    }

    /// The table, and the corrections.
    package var sections: [OfficialSection] {
        [OfficialSection(PublicationWords.sheet, writeTable)]
            + [corrections].compactMap { $0 }.map { corrections in
                OfficialSection(PublicationWords.corrections, isAnnex: true) { corrections.write(to: &$0) }
            }
    }

    private var columns: [Column<Row>] {
        let header = header
        let (points, index) = (header.pointDigits, header.indexDigits)
        let open = results.units.contains { $0.openLines > 0 }
        return [
            .text("code", .code) { $0.unit }, .text("name", .unit, .wrapped(20)) { $0.name },
            .decimal("points", .points, digits: points) { $0.isOfficial ? $0.points : nil },
            .decimal("maximum", .maximumShort, digits: points) { $0.maximum },
            .decimal("index", .index, digits: index) { $0.isOfficial ? $0.index : nil },
        ]
            + (header.set.classSchemes.allSatisfy { $0.classes.isEmpty }
                ? []
                : [
                    Column("class", .unitClass, .wrapped(8)) { row in
                        row.isOfficial ? header.unitClass(row.unitClass) : .none
                    }
                ]) + [
                .phrase("place", PublicationWords.place, .trailing.blank("–")) { row in
                    row.isOfficial ? row.place.map { Phrase("\($0)/\(row.placed)") } : nil
                }
            ]
            + (open
                ? [
                    .phrase("", PublicationWords.acceptedBy, .wrapped(14)) { row in
                        row.openLines > 0 ? PublicationWords.accepted(row.openLines, by: row.acceptedBy) : nil
                    }
                ] : [])
    }

    /// The units of each group, those with the best place first.
    private var groups: [(code: String, rows: [Row])] {
        let members = Dictionary(grouping: results.units, by: { $0.group })
        let order = (header.settings.groups.map { $0.code } + results.units.map { $0.group }).withoutRepeats { $0 }
        return order.compactMap { code in
            members[code].map { rows in
                let sorted = rows.enumerated().sorted { left, right in
                    func key(_ row: Row) -> FixedDecimal { row.isOfficial ? row.place ?? 1_000_000 : 1_000_000 }
                    return (key(left.element), left.offset) < (key(right.element), right.offset)
                }
                return (code, sorted.map { $0.element })
            }
        }
    }

    private func writeTable(to document: inout Document) {
        let stage = header.settings.stages[record.stage]?.phrase ?? Phrase(verbatim: record.stage)
        document.paragraph(
            PublicationWords.basis(
                number, decision: record.decision, day: day.map { Phrase("\($0)") } ?? Phrase(verbatim: record.time),
                stage: stage))
        if let earlier = record.corrects { document.paragraph(PublicationWords.corrects(number, earlier)) }
        // Codes of units are for programs.
        let shown = columns.filter { $0.key != "code" }
        for group in groups {
            if groups.count > 1 { document.heading(header.name(ofGroup: group.code), level: 3) }
            document.table(group.rows, shown)
        }
        if results.units.contains(where: { !$0.isOfficial }) { document.notice(PublicationWords.notOfficial) }
        for notice in header.figureNotices { document.notice(notice) }
    }

    /// What programs read.
    package func write(to record: inout RecordWriter) {
        header.write(to: &record)
        record.values([
            "publication": .count(number), "corrects": .count(self.record.corrects),
            "decision": self.record.decision.isEmpty ? .none : .text(self.record.decision),
            "time": .text(self.record.time), "stage": .text(self.record.stage),
        ])
        let columns = columns.filter { $0.key != "place" }
        record.list("units", results.units) { record, row in
            record.values(of: row, columns)
            record.values([
                "group": row.group.isEmpty ? .none : .text(row.group),
                "place": .number(row.isOfficial ? row.place : nil), "placed": .count(row.placed),
                "openLines": .count(row.openLines),
                "acceptedBy": row.acceptedBy.isEmpty ? .none : .text(row.acceptedBy),
            ])
        }
        if let corrections { record.record("correction") { corrections.write(to: &$0) } }
    }
}

extension PublishedResults.UnitResult {
    /// Whether every line was looked at, or accepted by somebody by name: only then points, class and place are official.
    fileprivate var isOfficial: Bool { openLines == 0 || !acceptedBy.isEmpty }
}
