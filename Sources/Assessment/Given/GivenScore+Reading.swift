import Scoring
import Tables
import Values

/// What people entered at the stages, with the places of the points and of the opinions; one row may hold both.
struct GivenRows: Sendable {
    var scores: [(score: GivenScore, place: Location)] = []
    var opinions: [(opinion: GivenOpinion, place: Location)] = []
}

extension GivenRows {
    /// Reads the table of points that people gave.
    static func read(
        _ table: inout Table, criteria: CriteriaSet, units: UnitList, stages: StageList, years: ClosedRange<Int>,
        into sink: FindingSink
    ) -> GivenRows {
        let words = StageWords(stages)
        let owner = table.unitOfRows(among: units)
        let unit = owner?.column
        let codes = criteria.criteria.map { $0.code }
        let nodes = Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let criterion = table.codeColumn(named: ColumnNames.criterion) { nodes[$0] != nil }
        if let criterion {
            table.allowColumns([table.headings[criterion]])
        } else {
            _ = table.requiredColumn(ColumnNames.criterion)
        }
        let columns = GivenColumns(of: &table, stages: words, into: sink)
        if let unit, let criterion {
            table.fillDown(unit: unit, subject: criterion, figures: columns.stated, among: units) { nodes[$0] != nil }
        }
        sink.add(findingsOf: table, unit: unit) { units.position(of: $0) != nil }
        guard let owner, let criterion, !columns.cells.isEmpty else { return GivenRows() }
        var scores: [(key: Key, score: GivenScore, place: Location)] = []
        var opinions: [(key: Key, opinion: GivenOpinion, place: Location)] = []
        var first: [Key: Location] = [:]
        var strays: [(criterion: Int, stage: Int, units: Set<Int>?)] = []
        var (others, sums) = (OfficeRows(), SumRows())
        let row = TableRow<AssessmentFinding>(table, into: sink)
        row.sparesOthers = true
        while row.next() {
            // First of all, so that a row with a blank cell still concerns its unit.
            let found = row.unit(
                owner, in: units, passingOver: &others, figures: columns.stated, subject: criterion,
                isKnown: { nodes[$0] != nil })
            switch found {
            case .passedOver: break
            case .unknown:
                sums.isIncomplete = true
                let stated = columns.cells.compactMap {
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
            sums.check(others, of: table, columns: columns.cells.compactMap { $0.points }, into: sink) { row, _ in
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
            for cell in columns.cells { read(cell, of: row, position, node) }
        }

        func read(_ cell: GivenColumns.Cell, of row: TableRow<AssessmentFinding>, _ position: Int, _ node: Int) {
            // Of the stages that have columns of their own, some may have said nothing yet.
            if cell.stage != nil, row.isBlank(cell.points), row.isBlank(cell.opinion) { return }
            guard let given = cell.stage ?? columns.stage.flatMap({ row.stage($0, words) }) else { return }
            var opinion: LineOpinion?
            if !row.isBlank(cell.opinion), let column = cell.opinion {
                guard let word = row.choice(column, of: OpinionWord.self, orElse: .unknownOpinion) else { return }
                opinion = word.opinion
                if opinion == nil, row.isBlank(cell.points) {
                    return row.report(.opinionWithoutPoints, at: column, [.found: .text(table.text(row.index, column))])
                }
                if stages.position(of: given) == stages.ownStage {
                    return row.report(.opinionAtOwnStage, at: column, [.stage: .name(given.name)])
                }
            }
            var value: FixedDecimal?
            if let points = cell.points, opinion == nil || !row.isBlank(points) {
                guard let number = row.requiredDecimal(points) else { return }
                value = number
            }
            add(value, opinion, row, of: position, node: node, at: given, cell)
        }

        func add(
            _ value: FixedDecimal?, _ opinion: LineOpinion?, _ row: TableRow<AssessmentFinding>, of position: Int,
            node: Int, at given: Stage, _ cell: GivenColumns.Cell
        ) {
            let day = row.day(columns.date, in: years, orElse: .badDay)
            let range = criteria.givenRange(of: node)
            if let value, !range.contains(value) {
                return row.report(
                    .givenOutsideMaximum, at: cell.points,
                    [.found: .number(value), .expected: .range(range.lowerBound, range.upperBound)])
            }
            let key = Key(unit: position, criterion: node, stage: stages.position(of: given) ?? 0)
            if let before = first[key] {
                let lost = TextHistory(lostZeroOf: codes[node], among: codes)
                return row.report(
                    .duplicateGiven, at: criterion, [.first: .location(before)].with(lost), suggestion: lost?.original)
            }
            first[key] = row.location(criterion)
            let (unit, reason) = (units.units[position].code, row.text(columns.reason))
            let (evidence, date) = (row.text(columns.evidence), day?.description)
            if let value {
                let score = GivenScore(
                    unit: unit, criterion: codes[node], stage: given, points: value, reason: reason, evidence: evidence,
                    date: date)
                scores.append((key, score, row.location(cell.points)))
            }
            if let opinion {
                let stated = GivenOpinion(
                    unit: unit, criterion: codes[node], stage: given, opinion: opinion, reason: reason,
                    evidence: evidence, date: date)
                opinions.append((key, stated, row.location(cell.opinion)))
            }
        }

        // A row that names no unit may be about any that has no such points yet.
        for stray in strays {
            for (position, unit) in units.units.enumerated() where stray.units?.contains(position) ?? true {
                let key = Key(unit: position, criterion: stray.criterion, stage: stray.stage)
                if first[key] == nil { sink.spoil(unit.code) }
            }
        }
        // Rows may be in any order, which must not affect the result.
        return GivenRows(
            scores: scores.sorted { $0.key < $1.key }.map { ($0.score, $0.place) },
            opinions: opinions.sorted { $0.key < $1.key }.map { ($0.opinion, $0.place) })
    }

    /// Whether a row without points and opinions says what the rows below it are about.
    private static func isHeadOfRows(
        _ row: TableRow<AssessmentFinding>, _ columns: GivenColumns, criterion: Int, unit: Int?
    ) -> Bool {
        guard columns.stated.allSatisfy({ row.isBlank($0) }), row.isBlank(columns.stage) else { return false }
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

/// The columns of a table of points: a column with the stage of each row, or columns with the points and the opinion of
/// each stage.
private struct GivenColumns {
    /// What a row says at a stage; nil for the stage that the row names.
    struct Cell {
        let stage: Stage?
        var points: Int?
        var opinion: Int?
    }

    let stage, reason, evidence, date: Int?
    let cells: [Cell]
    /// The columns with points and opinions.
    var stated: [Int] { cells.flatMap { [$0.points, $0.opinion].compactMap { $0 } } }

    /// Locates the columns, and reports those that are missing or unknown.
    init(of table: inout Table, stages: StageWords, into sink: FindingSink) {
        stage = table.optionalColumn(ColumnNames.stage)
        let opinions = Self.opinions(in: &table, stages)
        var found: [Cell] = []
        if stage == nil {
            for column in table.headings.indices where !opinions.contains(where: { $0.column == column }) {
                let named = table.names(ofColumn: column).lazy.compactMap(stages.stage(ofPoints:)).first
                if let named, !found.contains(where: { $0.stage == named }) {
                    found.append(Cell(stage: named, points: column))
                    table.allowColumns([table.headings[column]])
                }
            }
            for (named, column) in opinions {
                // A plain `Ý kiến` is that of the only stage that can have one.
                let others = stages.later(than: stages.own).filter { later in found.contains { $0.stage == later } }
                guard let owner = named ?? (others.count == 1 ? others[0] : nil) else {
                    table.allowColumns([table.headings[column]])
                    sink.report(
                        AssessmentFinding.opinionOfNoStage, at: table.headingLocation(column),
                        [
                            .found: .text(table.headings[column]),
                            .expected: .names(stages.later(than: stages.own).map { $0.name.vi }),
                        ])
                    continue
                }
                if let position = found.firstIndex(where: { $0.stage == owner }) {
                    found[position].opinion = column
                } else {
                    found.append(Cell(stage: owner, opinion: column))
                }
            }
        }
        if found.isEmpty {
            if stage == nil { _ = table.requiredColumn(ColumnNames.stage) }
            if let points = table.requiredColumn(ColumnNames.points) {
                found = [Cell(stage: nil, points: points, opinion: opinions.first?.column)]
            }
        }
        cells = stage == nil && found.contains { $0.stage == nil } ? [] : found
        for column in cells.flatMap({ [$0.points, $0.opinion].compactMap { $0 } }) {
            table.allowColumns([table.headings[column]])
        }
        reason = table.optionalColumn(ColumnNames.reason)
        evidence = table.optionalColumn(ColumnNames.evidence)
        date = table.optionalColumn(ColumnNames.date)
        table.allowColumns(ColumnNames.criterion + ColumnNames.criterionName)
        table.allowRemarks()
        table.reportUnknownColumns(but: ColumnNames.note, ColumnNames.ordinal)
        table.settleNumbers(in: cells.compactMap({ $0.points }))
    }

    /// The columns of opinions, each with the stage that its heading names.
    private static func opinions(in table: inout Table, _ stages: StageWords) -> [(stage: Stage?, column: Int)] {
        table.headings.indices.compactMap { column in
            table.names(ofColumn: column).lazy.compactMap(stages.stage(ofOpinion:)).first.map { ($0.stage, column) }
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
