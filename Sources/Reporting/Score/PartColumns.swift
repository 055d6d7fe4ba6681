internal import Documents
internal import Scoring
internal import Values
internal import Words

extension ScorePart {
    /// For a table of data: points, maximum and percent of each part of a set, and what scores have beyond the parts.
    static func columns<Row>(
        of set: CriteriaSet, beyond hasMore: Bool, _ score: @escaping @Sendable (Row) -> UnitScore
    ) -> [Column<Row>] {
        let digits = set.rounding.points.digits
        let columns: [Column<Row>] = set.parts.indices.flatMap { position -> [Column<Row>] in
            let part = set.parts[position]
            return [
                .decimal("", ScoreWords.points(of: part), digits: digits) { score($0).partSum(position).points },
                .decimal("", ScoreWords.maximum(of: part), digits: digits) { score($0).partSum(position).maximum },
                percent(position, of: set, score),
            ]
        }
        return columns + (hasMore ? [beyond(digits, score)] : [])
    }

    /// For people: `61,46/70` of each part, percent where the edition shows it, and what scores have beyond the parts.
    static func shown<Row>(
        of set: CriteriaSet, beyond hasMore: Bool, _ score: @escaping @Sendable (Row) -> UnitScore
    ) -> [Column<Row>] {
        let digits = set.rounding.points.digits
        let columns: [Column<Row>] = set.parts.indices.flatMap { position -> [Column<Row>] in
            let part = set.parts[position]
            let sums = Column<Row>.phrase("", Phrase(part.name), .trailing.blank("–")) { row in
                let sum = score(row).partSum(position)
                return sum.maximum == 0 && sum.points == 0
                    ? nil : Phrase("\(sum.points, digits: digits)/\(sum.maximum)")
            }
            return [sums] + (part.showsPercent ? [percent(position, of: set, score)] : [])
        }
        return columns + (hasMore ? [beyond(digits, score)] : [])
    }

    private static func percent<Row>(
        _ position: Int, of set: CriteriaSet, _ score: @escaping @Sendable (Row) -> UnitScore
    ) -> Column<Row> {
        let rounding = set.rounding.index
        return .decimal("", ScoreWords.percent(of: set.parts[position]), digits: rounding.digits) {
            score($0).partSum(position).exactIndex?.rounded(rounding)
        }
    }

    private static func beyond<Row>(
        _ digits: Int, _ score: @escaping @Sendable (Row) -> UnitScore
    ) -> Column<Row> { .decimal("", .beyondParts, digits: digits) { score($0).beyondParts.points } }
}

extension UnitScore {
    /// A part of the points, what is beyond the parts, or all of them.
    typealias PartSum = (part: ScorePart?, title: Phrase, sum: PointSum)

    /// The parts, what the total has beyond them, and the total; none where the edition has no parts.
    var partSums: [PartSum] {
        if criteriaSet.parts.isEmpty { return [] }
        let sums = criteriaSet.parts.enumerated().map { position, part -> PartSum in
            (part, Phrase(part.name), partSum(position))
        }
        let rest = beyondParts
        let isWhole = rest.points == 0 && rest.maximum == 0
        return sums + (isWhole ? [] : [(nil, .beyondParts, rest)]) + [(nil, .total, total)]
    }

    /// Writes the sums of the parts, and what is beyond them; nothing where the edition has no parts.
    func writeParts(to record: inout RecordWriter) {
        if criteriaSet.parts.isEmpty { return }
        let rounding = criteriaSet.rounding.index
        record.list("pointParts", partSums.filter { $0.part != nil }) { entry in
            [
                "code": .text(entry.part?.code), "points": .number(entry.sum.points),
                "maximum": .number(entry.sum.maximum), "index": .number(entry.sum.exactIndex?.rounded(rounding)),
                "coverage": .number(entry.sum.coverage), "unmeasured": .number(entry.sum.unmeasured),
            ]
        }
        record.value("beyondParts", .number(beyondParts.points))
    }
}

extension ScoreReport {
    /// The parts of a unit's points, which add up to its total.
    func writeParts(of unit: UnitReport, to document: inout Document) {
        let sums = unit.score.partSums
        if sums.isEmpty { return }
        let (digits, index) = (header.pointDigits, header.set.rounding.index)
        typealias Part = Column<UnitScore.PartSum>
        // What is beyond the parts has no percentage of its own.
        @Sendable func isSum(_ row: UnitScore.PartSum) -> Bool { row.part != nil || row.sum.maximum != 0 }
        document.heading(.pointParts)
        document.table(
            sums,
            [
                .phrase("", .pointPart) { $0.title }, .decimal("", .points, digits: digits) { $0.sum.points },
                Part(.maximumShort, .decimal.blank("")) { .number(isSum($0) ? $0.sum.maximum : nil, digits: digits) },
                Part(.lostShort, .decimal.blank("")) { .number(isSum($0) ? $0.sum.lost : nil, digits: digits) },
                Part(.index, .decimal.blank("")) {
                    .number($0.sum.exactIndex?.rounded(index), digits: index.digits)
                },
                Part(.coverage, .decimal.blank("")) { .number($0.sum.coverage, look: .percent) },
            ]
        ) { $0.part == nil && $0.sum.maximum != 0 }
    }
}
