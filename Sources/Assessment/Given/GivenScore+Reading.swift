import Scoring
import Tables
import Values

extension GivenScore {
    /// Reads the table of points that people gave.
    static func read(
        _ table: inout Table, criteria: CriteriaSet, units: UnitList, years: ClosedRange<Int>, into sink: FindingSink
    ) -> [GivenScore] {
        let unit = table.requiredColumn(ColumnNames.unit)
        let criterion = table.requiredColumn(ColumnNames.criterion)
        let stage = table.requiredColumn(ColumnNames.stage)
        let points = table.requiredColumn(ColumnNames.points)
        let reason = table.optionalColumn(ColumnNames.reason)
        let evidence = table.optionalColumn(ColumnNames.evidence)
        let date = table.optionalColumn(ColumnNames.date)
        table.reportUnknownColumns(
            but: ColumnNames.unitName, ColumnNames.note, ColumnNames.ordinal, ColumnNames.criterionName)
        table.settleNumbers(in: [points].compactMap { $0 })
        sink.add(findingsOf: table, unit: unit) { units.position(of: $0) != nil }
        guard let unit, let criterion, let stage, let points else { return [] }
        let codes = criteria.criteria.map(\.code)
        let nodes = Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var scores: [(key: Key, score: GivenScore)] = []
        var first: [Key: Location] = [:]
        let row = TableRow<AssessmentFinding>(table, into: sink)
        while row.next() {
            // A row with a blank cell still concerns its unit.
            row.subject.unit = row.text(unit).flatMap(units.position(named:)).map { units.units[$0].code }
            guard row.requires([unit, criterion, stage]), let position = row.requiredUnit(unit, in: units),
                let node = row.code(criterion, among: nodes, suggesting: codes, orElse: .unknownCriterion)
            else { continue }
            (row.subject.criterion, row.subject.metric) = (codes[node], codes[node])
            guard let given = row.choice(stage, of: AssessmentSettings.Stage.self, orElse: .unknownStatus),
                let value = row.requiredDecimal(points)
            else { continue }
            let day = row.day(date, in: years, orElse: .badDay)
            let range = criteria.criteria[node].givenRange
            guard range.contains(value) else {
                row.report(
                    .givenOutsideMaximum, at: points,
                    [.found: .number(value), .expected: .range(range.lowerBound, range.upperBound)])
                continue
            }
            let key = Key(unit: position, criterion: node, stage: given == .selfAssessment ? 0 : 1)
            if let before = first[key] {
                let lost = TextHistory(lostZeroOf: codes[node], among: codes)
                row.report(
                    .duplicateGiven, at: criterion, [.first: .location(before)].with(lost), suggestion: lost?.original)
                continue
            }
            first[key] = row.location(criterion)
            let score = GivenScore(
                unit: units.units[position].code, criterion: codes[node], stage: given, points: value,
                reason: row.text(reason), evidence: row.text(evidence), date: day?.description)
            scores.append((key, score))
        }
        // Rows may be in any order, which must not affect the result.
        return scores.sorted { $0.key < $1.key }.map(\.score)
    }

    private struct Key: Hashable, Comparable {
        var unit: Int
        var criterion: Int
        var stage: Int

        static func < (left: Key, right: Key) -> Bool {
            (left.unit, left.criterion, left.stage) < (right.unit, right.criterion, right.stage)
        }
    }
}

extension AssessmentSettings.Stage: CellWord {
    package static let words = ["tự đánh giá", "thẩm định"]

    package init?(word: String) {
        switch VietnameseText.word(word) {
        case "self", "self assessment", "self-assessment", "selfassessment", "tu danh gia", "tu cham":
            self = .selfAssessment
        case "appraisal", "tham dinh": self = .appraisal
        default: return nil
        }
    }
}

extension Criterion {
    /// The range of points that can be given: up to the maximum, or up to the cap of bonus and penalty points.
    fileprivate var givenRange: ClosedRange<FixedDecimal> {
        switch leaf?.measures.first?.rule {
        case .bonus(let rule): 0...rule.cap
        case .penalty(let rule): -rule.cap...0
        default: 0...maximum
        }
    }
}
