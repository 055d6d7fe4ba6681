import Scoring
import Tables
import Values

extension GivenScore {
    /// Reads the table of points that people gave, with the places of the criteria.
    static func read(
        _ table: inout Table, criteria: CriteriaSet, units: UnitList, stages: StageList, years: ClosedRange<Int>,
        into sink: FindingSink
    ) -> [(score: GivenScore, place: Location)] {
        let words = StageWords(stages)
        let owner = table.unitOfRows(among: units)
        let unit = owner?.column
        let codes = criteria.criteria.map(\.code)
        let nodes = Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let criterion = table.codeColumn(named: ColumnNames.criterion) { nodes[$0] != nil }
        if let criterion {
            table.allowColumns([table.headings[criterion]])
        } else {
            _ = table.requiredColumn(ColumnNames.criterion)
        }
        let columns = GivenColumns(of: &table, stages: words)
        if let unit, let criterion {
            let points = columns.points.map(\.column)
            table.fillDown(unit: unit, subject: criterion, figures: points, among: units) { nodes[$0] != nil }
        }
        sink.add(findingsOf: table, unit: unit) { units.position(of: $0) != nil }
        guard let owner, let criterion, !columns.points.isEmpty else { return [] }
        var scores: [(key: Key, score: GivenScore, place: Location)] = []
        var first: [Key: Location] = [:]
        var strays: [(criterion: Int, stage: Int, units: Set<Int>?)] = []
        var (others, sums) = (OfficeRows(), SumRows())
        let row = TableRow<AssessmentFinding>(table, into: sink)
        row.sparesOthers = true
        while row.next() {
            // First of all, so that a row with a blank cell still concerns its unit.
            let found = row.unit(
                owner, in: units, passingOver: &others, figures: columns.points.map(\.column), subject: criterion,
                isKnown: { nodes[$0] != nil })
            switch found {
            case .passedOver: break
            case .unknown:
                sums.isIncomplete = true
                let stated = columns.points.compactMap {
                    $0.stage ?? words.stage(table.text(row.index, columns.stage ?? 0))
                }
                guard let node = nodes[table.text(row.index, criterion)], !stated.isEmpty else {
                    sink.spoil(nil)
                    continue
                }
                for given in stated {
                    let sharing = unit.flatMap { units.positions(sharing: table.text(row.index, $0)) }
                    strays.append((node, stages.position(of: given) ?? 0, sharing))
                }
            case .one(let position):
                if isHeadOfRows(row, columns, criterion: criterion, unit: unit) {
                    others.passOver(row.index, as: .section)
                } else {
                    sums.add(row.index, unit: position)
                    read(row, of: position)
                }
            }
        }
        others.report(for: table, into: sink)
        // Points of several stages in one column are no sum of anything. Of a tree, the leaves or the nodes of one depth are
        // added up.
        if columns.stage == nil {
            sums.check(others, of: table, columns: columns.points.map(\.column), into: sink) { row, _ in
                guard let node = nodes[table.text(row, criterion)] else { return [] }
                let depth = criteria.criteria[node].depth
                return criteria.criteria[node].leaf == nil ? [depth] : [depth, -1]
            }
        }

        func read(_ row: TableRow<AssessmentFinding>, of position: Int) {
            guard row.requires([criterion, columns.stage].compactMap { $0 }),
                let node = row.code(criterion, among: nodes, suggesting: codes, orElse: .unknownCriterion)
            else { return }
            (row.subject.criterion, row.subject.metric) = (codes[node], codes[node])
            for (stage, points) in columns.points {
                // Of the stages that have a column each, some may have given no points yet.
                if stage != nil, row.isBlank(points) { continue }
                guard let given = stage ?? row.stage(columns.stage ?? points, words),
                    let value = row.requiredDecimal(points)
                else { continue }
                add(value, row, of: position, node: node, at: given, column: points)
            }
        }

        func add(
            _ value: FixedDecimal, _ row: TableRow<AssessmentFinding>, of position: Int, node: Int, at given: Stage,
            column points: Int
        ) {
            let day = row.day(columns.date, in: years, orElse: .badDay)
            let range = criteria.givenRange(of: node)
            guard range.contains(value) else {
                return row.report(
                    .givenOutsideMaximum, at: points,
                    [.found: .number(value), .expected: .range(range.lowerBound, range.upperBound)])
            }
            let key = Key(unit: position, criterion: node, stage: stages.position(of: given) ?? 0)
            if let before = first[key] {
                let lost = TextHistory(lostZeroOf: codes[node], among: codes)
                return row.report(
                    .duplicateGiven, at: criterion, [.first: .location(before)].with(lost), suggestion: lost?.original)
            }
            first[key] = row.location(criterion)
            let score = GivenScore(
                unit: units.units[position].code, criterion: codes[node], stage: given, points: value,
                reason: row.text(columns.reason), evidence: row.text(columns.evidence), date: day?.description)
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

    /// Whether a row without points says what the rows below it are about.
    private static func isHeadOfRows(
        _ row: TableRow<AssessmentFinding>, _ columns: GivenColumns, criterion: Int, unit: Int?
    ) -> Bool {
        guard columns.points.allSatisfy({ row.isBlank($0.column) }), row.isBlank(columns.stage) else { return false }
        return row.isBlank(criterion) ? unit.map(row.table.isFilledDown) ?? false : columns.stage == nil
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

/// The columns of a table of points: a column with the stage of each row, or a column with the points of each stage.
private struct GivenColumns {
    let stage, reason, evidence, date: Int?
    /// The columns with points, and the stages of those that have one.
    let points: [(stage: Stage?, column: Int)]

    /// Locates the columns, and reports those that are missing or unknown.
    init(of table: inout Table, stages: StageWords) {
        stage = table.optionalColumn(ColumnNames.stage)
        var found: [(Stage?, Int)] = []
        if stage == nil {
            for column in table.headings.indices {
                let named = table.names(ofColumn: column).lazy.compactMap(stages.stage(ofPoints:)).first
                if let named, !found.contains(where: { $0.0 == named }) { found.append((named, column)) }
            }
            for (_, column) in found { table.allowColumns([table.headings[column]]) }
        }
        if found.isEmpty {
            if stage == nil { _ = table.requiredColumn(ColumnNames.stage) }
            if let points = table.requiredColumn(ColumnNames.points) { found = [(nil, points)] }
        }
        points = stage == nil && found.contains { $0.0 == nil } ? [] : found
        reason = table.optionalColumn(ColumnNames.reason)
        evidence = table.optionalColumn(ColumnNames.evidence)
        date = table.optionalColumn(ColumnNames.date)
        table.allowColumns(ColumnNames.criterion + ColumnNames.criterionName)
        table.allowRemarks()
        table.reportUnknownColumns(but: ColumnNames.note, ColumnNames.ordinal)
        table.settleNumbers(in: points.map(\.column))
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
