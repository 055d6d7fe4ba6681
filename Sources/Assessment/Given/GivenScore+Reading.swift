import Scoring
import Tables
import Values

extension GivenScore {
    /// Reads the table of points that people gave, with the places of the criteria.
    static func read(
        _ table: inout Table, criteria: CriteriaSet, units: UnitList, stages: StageList, years: ClosedRange<Int>,
        into sink: FindingSink
    ) -> [(score: GivenScore, place: Location)] {
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
        let words = StageWords(stages)
        var scores: [(key: Key, score: GivenScore, place: Location)] = []
        var first: [Key: Location] = [:]
        var strays: [(criterion: Int, stage: Int, units: Set<Int>?)] = []
        let row = TableRow<AssessmentFinding>(table, into: sink)
        row.sparesOthers = true
        while row.next() {
            // First of all, so that a row with a blank cell still concerns its unit.
            guard let position = row.requiredUnit(unit, in: units) else {
                guard let node = nodes[table.text(row.index, criterion)],
                    let given = words.stage(table.text(row.index, stage))
                else {
                    sink.spoil(nil)
                    continue
                }
                strays.append(
                    (
                        node, stages.position(of: given) ?? 0,
                        units.positions(sharing: table.text(row.index, unit))
                    ))
                continue
            }
            guard row.requires([criterion, stage]),
                let node = row.code(criterion, among: nodes, suggesting: codes, orElse: .unknownCriterion)
            else { continue }
            (row.subject.criterion, row.subject.metric) = (codes[node], codes[node])
            guard let given = row.stage(stage, words), let value = row.requiredDecimal(points) else { continue }
            let day = row.day(date, in: years, orElse: .badDay)
            let range = criteria.givenRange(of: node)
            guard range.contains(value) else {
                row.report(
                    .givenOutsideMaximum, at: points,
                    [.found: .number(value), .expected: .range(range.lowerBound, range.upperBound)])
                continue
            }
            let key = Key(unit: position, criterion: node, stage: stages.position(of: given) ?? 0)
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
            scores.append((key, score, row.location(points)))
        }
        // A row that names no unit may be about any that has no such points yet.
        for stray in strays {
            for (position, unit) in units.units.enumerated() where stray.units?.contains(position) ?? true {
                let key = Key(unit: position, criterion: stray.criterion, stage: stray.stage)
                if first[key] == nil { sink.spoil(unit.code) }
            }
        }
        // Rows may be in any order, which must not affect the result.
        return scores.sorted { $0.key < $1.key }.map { ($0.score, $0.place) }
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

extension TableRow<AssessmentFinding> {
    /// The stage that a cell names; any other word is reported with the names.
    fileprivate func stage(_ column: Int, _ words: StageWords) -> Stage? {
        guard let word = text(column) else { return nil }
        if let stage = words.stage(word) { return stage }
        fail(
            .unknownStatus, at: column, [.found: .text(word), .expected: .names(words.names)],
            suggestion: Spelling.closest(to: word, among: words.names))
        return nil
    }
}
