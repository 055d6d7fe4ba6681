internal import Assessment
internal import Documents
internal import Scoring
internal import Values
internal import Words

/// A row for each group or parent, before tables that are too long to be seen at once.
struct UnitOverview: Sendable {
    /// Units that have something in common.
    struct Row: Sendable {
        let name: Phrase
        let units: [Int]
    }

    /// More groups than this are seen at once in an overview only.
    private static let mostGroups = 5
    /// The rows from which a table is long.
    static let longTable = 40

    private let title: Phrase
    private let rows: [Row]

    /// The overview of parts where there are many of them, otherwise of the parents of their units where the tables are
    /// long; nil where neither is needed.
    init?(_ header: ReportHeader, _ parts: [UnitPart], by scope: RankScope) {
        if parts.count > Self.mostGroups {
            title = UnitWords.overview(scope)
            rows = parts.map { Row(name: header.name(ofPart: $0.key, among: scope), units: $0.members) }
            return
        }
        let shown = parts.flatMap({ $0.shown })
        let units = header.assessment.units
        guard scope != .parent, shown.count > Self.longTable else { return nil }
        let byParent = Dictionary(grouping: shown) { units[$0].parent }
        let parents = units.enumerated().filter { byParent[$0.element.code] != nil }
        guard parents.count > 1 else { return nil }
        title = UnitWords.overview(.parent)
        rows = parents.map { Row(name: Phrase(verbatim: $0.element.name), units: byParent[$0.element.code] ?? []) }
    }

    /// Writes the table: what the units have in common, how many they are, and what columns say of them.
    func write(to document: inout Document, _ columns: [Column<Row>]) {
        document.heading(title)
        let name = Column<Row>.phrase("", .name, .wrapped(20)) { $0.name }
        document.table(rows, [name, Column(.units, .trailing) { .amount($0.units.count) }] + columns)
    }

    /// The mean, the greatest and the least index of units.
    static func indices(_ header: ReportHeader) -> [Column<Row>] {
        let (scores, units) = (header.assessment.scores, header.assessment.units)
        let (digits, rounding) = (header.indexDigits, header.set.rounding.index)
        func end(_ title: Phrase, _ unit: @escaping @Sendable (Ranking) -> Int?) -> Column<Row> {
            .phrase("", title, .wrapped(16)) { row in
                unit(Ranking(scores, units: row.units)).flatMap { unit in
                    scores[unit].total.exactIndex?.rounded(rounding).map {
                        Phrase("\(units[unit].name) (\($0, digits: digits))")
                    }
                }
            }
        }
        return [
            .decimal("", UnitWords.meanIndex, digits: digits) { scores.roundedMeanIndex(of: $0.units)?.index },
            end(UnitWords.greatest) { $0.places.first?.unit }, end(UnitWords.least) { $0.places.last?.unit },
        ]
    }
}

extension UnitOverview {
    /// Writes facts, and before a table of many rows how many units there are and what must not be missed; true then,
    /// since it need not be said again.
    static func write(
        _ facts: [Document.Fact], rows: Int, units: Int, to document: inout Document,
        notices: (inout Document) -> Void
    ) -> Bool {
        let isLong = rows > longTable
        document.facts(facts + (isLong ? [.init(.units, .amount(units))] : []))
        if isLong { notices(&document) }
        return isLong
    }
}

extension ReportHeader {
    /// The same of the units of the assessment, with the notices of the header.
    func writeFacts(_ facts: [Document.Fact], rows: Int, to document: inout Document) -> Bool {
        UnitOverview.write(facts, rows: rows, units: assessment.units.count, to: &document) { writeNotices(to: &$0) }
    }
}
