import Scoring
import Tables
import Values

extension GivenScore {
    /// Reads the table of points that people gave.
    static func read(
        _ table: inout Table, criteria: CriteriaSet, units: UnitList, into sink: inout FindingSink
    ) -> [GivenScore] {
        let unit = table.requiredColumn(ColumnNames.unit)
        let criterion = table.requiredColumn(ColumnNames.criterion)
        let stage = table.requiredColumn(ColumnNames.stage)
        let points = table.requiredColumn(ColumnNames.points)
        let reason = table.optionalColumn(ColumnNames.reason)
        let evidence = table.optionalColumn(ColumnNames.evidence)
        let date = table.optionalColumn(ColumnNames.date)
        _ = table.optionalColumn(ColumnNames.unitName)
        _ = table.optionalColumn(ColumnNames.note)
        _ = table.optionalColumn(ColumnNames.ordinal)
        _ = table.optionalColumn(ColumnNames.criterionName)
        table.reportUnknownColumns()
        table.settleNumbers(in: [points].compactMap { $0 })
        sink.add(findingsOf: table, unit: unit) { units.position(of: $0) != nil }
        guard let unit, let criterion, let stage, let points else { return [] }
        let maxima = Dictionary(
            criteria.criteria.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        var scores: [GivenScore] = []
        var first: [Key: Place] = [:]
        for row in table.usableRows {
            let unitCode = table.text(row, unit)
            if let blank = [unit, criterion, stage].first(where: { table.isBlank(row, $0) }) {
                sink.report(
                    .blankCell, at: table.place(row, blank), unit: units.position(of: unitCode).map { _ in unitCode },
                    [.key: .text(table.headings[blank])])
                continue
            }
            guard let position = units.position(of: unitCode) else {
                var details: FindingDetails = [.found: .text(unitCode)]
                details[.suggestion] = (units.suggestion(for: unitCode)).map { .text($0) }
                sink.report(.unknownUnit, at: table.place(row, unit), details)
                continue
            }
            let code = table.text(row, criterion)
            guard let node = maxima[code] else {
                var details: FindingDetails = [.found: .text(code)]
                details[.suggestion] = (Spelling.closest(to: code, among: criteria.criteria.map(\.code))).map {
                    .text($0)
                }
                sink.report(.unknownCriterion, at: table.place(row, criterion), unit: unitCode, details)
                continue
            }
            let word = table.text(row, stage)
            guard let givenStage = AssessmentSettings.Stage(word: word) else {
                var details: FindingDetails = [.found: .text(word), .expected: .names(AssessmentSettings.Stage.words)]
                details[.suggestion] = (Spelling.closest(to: word, among: AssessmentSettings.Stage.words)).map {
                    .text($0)
                }
                sink.report(.unknownStatus, at: table.place(row, stage), unit: unitCode, details)
                continue
            }
            let reading = table.number(row, points)
            guard case .number(let value, false) = reading else {
                if reading == .blank {
                    sink.report(
                        .blankCell, at: table.place(row, points), unit: unitCode, [.key: .text(table.headings[points])])
                } else if let finding = table.finding(for: reading, row, points) {
                    sink.add([finding], unit: unitCode)
                } else {
                    sink.report(
                        .percentSign, at: table.place(row, points), unit: unitCode,
                        [.metric: .text(code), .found: .text(table.text(row, points))])
                }
                continue
            }
            let range = node.givenRange
            guard range.contains(value) else {
                sink.report(
                    .givenOutsideMaximum, at: table.place(row, points), unit: unitCode,
                    [
                        .criterion: .text(code), .found: .number(value),
                        .expected: .range(range.lowerBound, range.upperBound),
                    ])
                continue
            }
            let key = Key(unit: position, criterion: code, stage: givenStage)
            if let before = first[key] {
                sink.report(
                    .duplicateGiven, at: table.place(row, criterion), unit: unitCode,
                    [.criterion: .text(code), .first: .place(before)])
                continue
            }
            first[key] = table.place(row, criterion)
            func text(_ column: Int?) -> String? {
                guard let column, !table.isBlank(row, column) else { return nil }
                return table.text(row, column)
            }
            scores.append(
                GivenScore(
                    unit: position, criterion: code, stage: givenStage, points: value, reason: text(reason),
                    evidence: text(evidence), date: text(date)))
        }
        // Rows may stand in any order; what is made of them may not depend on it.
        let positions = Dictionary(
            criteria.criteria.enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: { first, _ in first }
        )
        func key(_ score: GivenScore) -> (Int, Int, Int) {
            (score.unit, positions[score.criterion] ?? 0, score.stage == .selfAssessment ? 0 : 1)
        }
        return scores.sorted { key($0) < key($1) }
    }

    private struct Key: Hashable {
        var unit: Int
        var criterion: String
        var stage: AssessmentSettings.Stage
    }

    /// The same points for the unit at another position.
    func moved(to unit: Int) -> GivenScore {
        GivenScore(
            unit: unit, criterion: criterion, stage: stage, points: points, reason: reason, evidence: evidence,
            date: date)
    }
}

extension AssessmentSettings.Stage {
    /// The words for the stages, for messages.
    static let words = ["tự đánh giá", "thẩm định"]

    /// The stage that a cell means.
    fileprivate init?(word: String) {
        switch VietnameseText.folded(word) {
        case "self", "self assessment", "tu danh gia", "tu cham": self = .selfAssessment
        case "appraisal", "tham dinh": self = .appraisal
        default: return nil
        }
    }
}

extension Criterion {
    /// The points that can be given: up to the maximum, or up to the cap of bonus and penalty points.
    fileprivate var givenRange: ClosedRange<FixedDecimal> {
        switch leaf?.measures.first?.rule {
        case .bonus(let rule): 0...rule.cap
        case .penalty(let rule): -rule.cap...0
        default: 0...maximum
        }
    }
}
