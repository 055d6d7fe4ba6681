package import Assessment
package import Documents
internal import Scoring
internal import Values
internal import Words

/// What units give as evidence: given, explained and missing by the kinds that criteria require, with the points at stake;
/// files that cannot be used or are the same; signatures and days.
package struct EvidenceReport: Report {
    package static let recordFormat = "evidence/1"

    private typealias Line = EvidenceInventory.Line
    private typealias Duplicate = EvidenceContent.Duplicate

    /// A signature of a file.
    private struct Signed: Sendable {
        let item: Int
        let signature: PDFSignature
    }

    private let header: ReportHeader
    private let inventory: EvidenceInventory

    /// Reports on units at some positions, or on all.
    package init(_ assessment: Assessment, units: [Int]? = nil) {
        header = ReportHeader(assessment.atOwnStage)
        inventory = EvidenceInventory(assessment, units: units)
    }

    private var items: [EvidenceItem] { inventory.items }
    private var content: EvidenceContent { inventory.content }
    private var signed: [Signed] {
        content.signatures.keys.sorted().flatMap { item in
            (content.signatures[item] ?? []).map { Signed(item: item, signature: $0) }
        }
    }

    private var columns: [Column<Line>] {
        let (units, criteria) = (header.assessment.units, header.set.criteria)
        return [
            .text("unit", .unit, full: .unitCode) { units[$0.unit].code },
            .text("criterion", .code, full: .criterionCode) { criteria[$0.node].code },
            Column("name", .criterion, full: .criterionName, .wrapped(20)) { .name(criteria[$0.node].name) },
            Column("kind", EvidenceWords.kind, .wrapped(16)) { .name($0.kind) },
            Column("state", .state) { .code($0.state.rawValue, $0.state.phrase) },
            .text("given", EvidenceWords.given, .wrapped(20)) { $0.given.joined(separator: "; ") },
            .text("explanation", EvidenceWords.because, .wrapped(16)) { $0.explanations.joined(separator: "; ") },
            .decimal("points", AuditWords.atStake, digits: header.pointDigits) { $0.points },
        ]
    }

    /// The columns that say which row of the register is meant.
    private func subject<Row>(_ item: @escaping @Sendable (Row) -> Int) -> [Column<Row>] {
        let items = items
        return [
            .text("unit", .unit) { items[item($0)].unit }, .text("criterion", .code) { items[item($0)].criterion },
            .text("file", EvidenceWords.file, .wrapped(20)) { items[item($0)].name },
        ]
    }

    private func points<Row>(_ item: @escaping @Sendable (Row) -> Int) -> Column<Row> {
        let content = content
        return .decimal("points", AuditWords.atStake, digits: header.pointDigits) { content.points(of: item($0)) }
    }

    private var duplicateColumns: [Column<Duplicate>] {
        let (items, sums) = (items, content.sums)
        let head: [Column<Duplicate>] = subject { $0.item }
        return head + [
            Column("kind", EvidenceWords.same, .wrapped(14)) { .code($0.kind.rawValue, $0.kind.phrase) },
            .text("otherUnit", EvidenceWords.otherUnit) { items[$0.first].unit },
            .text("otherCriterion", EvidenceWords.otherCriterion) { items[$0.first].criterion },
            .text("otherFile", EvidenceWords.otherFile, .wrapped(20)) { items[$0.first].name },
            points { $0.item },
            .text("sha256", EvidenceWords.sum, .wrapped(16).dispensable) { sums[$0.item] },
        ]
    }

    private var deadColumns: [Column<Int>] {
        let items = items
        let head: [Column<Int>] = subject { $0 }
        return head + [
            .phrase("why", AuditWords.kind, .wrapped(16)) { items[$0].fault }, points { $0 },
        ]
    }

    private var signatureColumns: [Column<Signed>] {
        let head: [Column<Signed>] = subject { $0.item }
        return head + [
            .text("signer", EvidenceWords.signer, .wrapped(16)) { $0.signature.name },
            Column("day", EvidenceWords.signedOn) { .day($0.signature.day) },
            Column("toTheEnd", EvidenceWords.toTheEnd) { .flag($0.signature.coversEnd) },
        ]
    }

    private var dayColumns: [Column<EvidenceContent.DayFault>] {
        let head: [Column<EvidenceContent.DayFault>] = subject { $0.item }
        return head + [
            Column("day", EvidenceWords.day) { .day($0.day) },
            Column("signature", EvidenceWords.ofSignature) { .flag($0.isSignature) },
            Column("deadline", EvidenceWords.deadline) { .day($0.deadline) }, points { $0.item },
        ]
    }

    /// What people read.
    package func write(to document: inout Document) {
        document.heading(Phrase("\(EvidenceWords.title): \(header.name)"), level: 1)
        document.facts(header.facts)
        if header.assessment.evidence == nil { document.paragraph(EvidenceWords.noRegister) }
        let states: [Column<LeafEvidence.Kind.State>] = [
            .phrase("", .state) { $0.phrase },
            Column("", AuditWords.lines, .trailing) { .count(inventory.sum($0).count) },
            .decimal("", AuditWords.atStake, digits: header.pointDigits) { inventory.sum($0).points },
        ]
        document.table(LeafEvidence.Kind.State.allCases, states)
        document.heading(EvidenceWords.lines)
        // On a screen what is given is only counted.
        document.table(document.isBrief ? inventory.lines.filter { $0.state != .given } : inventory.lines, columns)
        func part<Row: Sendable>(_ title: Phrase, _ rows: [Row], _ columns: [Column<Row>], _ note: Phrase? = nil) {
            if rows.isEmpty { return }
            document.heading(title)
            document.table(rows, columns)
            if let note { document.paragraph(note) }
        }
        part(EvidenceWords.dead, inventory.dead, deadColumns)
        part(EvidenceWords.duplicates, content.duplicates, duplicateColumns)
        part(EvidenceWords.days, content.days, dayColumns)
        part(EvidenceWords.signatures, signed, signatureColumns, EvidenceWords.notVerified)
        header.writeNotices(to: &document, withAssumptions: false)
    }

    /// A row a line.
    package var data: DataTable? { DataTable(inventory.lines, columns) }

    /// What programs read.
    package func write(to record: inout RecordWriter) {
        header.write(to: &record)
        record.record("sums") { record in
            for state in LeafEvidence.Kind.State.allCases {
                let sum = inventory.sum(state)
                record.line(state.rawValue, ["count": .count(sum.count), "points": .number(sum.points)])
            }
        }
        record.list("lines", inventory.lines, columns)
        record.list("dead", inventory.dead, deadColumns)
        record.list("duplicates", content.duplicates, duplicateColumns)
        record.list("days", content.days, dayColumns)
        record.list("signatures", signed, signatureColumns)
    }
}
