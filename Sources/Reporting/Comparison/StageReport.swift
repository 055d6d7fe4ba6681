public import Assessment
public import Documents
public import Scoring
internal import Values
internal import Words

/// Two stages of one assessment compared: what the appraisal cut, and why.
public struct StageReport: Report {
    /// What the record is.
    public static let recordFormat = "compare-stages/1"

    private struct StageUnit: Sendable {
        let unit: Unit
        /// Its scores at the earlier stage and at the later.
        let scores: [UnitScore]
        /// The points that people gave and that stand then, by the positions of nodes.
        let given: [[Int: GivenScore]]
        /// What the later stage did about nodes of which somebody said something.
        let states: [Int: LineState]
        let opinions: [Int: GivenOpinion]
    }

    /// A row: a unit's total, a field or a criterion; what it says of a stage is asked for by the stage's position.
    private struct Line: Sendable {
        let unit: StageUnit
        /// The position of the node in the set; nil for the total.
        var node: Int?
        /// Whether it is a criterion to which people gave points, of which reports tell who gave what.
        var isGiven = false
        var change: FixedDecimal { points(1) - points(0) }

        func points(_ stage: Int) -> FixedDecimal {
            let score = unit.scores[stage]
            return node.map { score.sum(of: $0).points } ?? score.total.points
        }

        func given(_ stage: Int) -> GivenScore? { isGiven ? node.flatMap { unit.given[stage][$0] } : nil }

        /// What the later stage said about the points.
        var opinion: GivenOpinion? { isGiven ? node.flatMap { unit.opinions[$0] } : nil }

        /// What the later stage did about the line; nil where it is no line, or the stage has none.
        func state(hasLines: Bool) -> LineState? {
            guard hasLines, isGiven, let node else { return nil }
            return unit.states[node] ?? .open
        }

        /// Where the points come from, as a stable name.
        func origin(_ stage: Int) -> String? { isGiven ? given(stage) == nil ? "computed" : "given" : nil }

        /// The stage whose points they are, where it is an earlier one.
        func earlier(than stage: Stage, _ position: Int) -> Stage? {
            given(position).flatMap { $0.stage == stage ? nil : $0.stage }
        }

        /// Why the later stage gave what it gave; a change without a reason is told as such.
        var reason: Phrase? {
            if let reason = opinion?.reason { return Phrase(verbatim: reason) }
            if given(1) == given(0) { return nil }
            if let reason = given(1)?.reason { return Phrase(verbatim: reason) }
            if !isGiven || change == 0 { return nil }
            return given(1) == nil ? ComparisonWords.notGivenLater : ComparisonWords.noReason
        }
    }

    private let header: ReportHeader
    private let stages: [Stage]
    private let units: [StageUnit]
    /// How many of the units asked for are not among them: both stages have the computed points.
    private let computedOnly: Int
    private let isByField: Bool
    /// Whether the later stage looks at what the units gave themselves.
    private let hasLines: Bool

    /// Compares two stages, the earlier first, of all units or of those at some positions.
    /// Complexity: O(units with given points × criteria + given points).
    public init(
        _ assessment: Assessment, stages: [Stage], units chosen: [Int]? = nil,
        isByField: Bool = false
    ) {
        precondition(stages.count == 2, "two stages are compared")
        let shown = stages.map { assessment.at(stage: $0.code) ?? assessment }
        // What holds for the later stage names the earlier among its own.
        header = ReportHeader(shown[1])
        (self.stages, self.isByField) = (stages, isByField)
        let positions = chosen ?? Array(assessment.units.indices)
        let standing = shown.map { $0.standingScores }
        hasLines = assessment.hasLines(at: stages[1])
        let (lines, opinions) = (assessment.lines(at: stages[1]), assessment.opinions(at: stages[1]))
        units = positions.compactMap { position in
            let given = standing.map { $0[position] ?? [:] }
            let states = (lines?.units[position] ?? []).filter { $0.state != .open }.map { ($0.node, $0.state) }
            if given.allSatisfy({ $0.isEmpty }), states.isEmpty { return nil }
            return StageUnit(
                unit: assessment.units[position], scores: shown.map { $0.scores[position] }, given: given,
                states: Dictionary(states, uniquingKeysWith: { first, _ in first }), opinions: opinions[position] ?? [:]
            )
        }
        computedOnly = positions.count - units.count
    }

    private func fields(of unit: StageUnit) -> [Line] {
        header.set.criteria.indices.filter { header.set.criteria[$0].parent == nil }.map { Line(unit: unit, node: $0) }
    }

    private func criteria(of unit: StageUnit) -> [Line] {
        header.set.criteria.indices
            .filter { node in unit.given.contains { $0[node] != nil } || unit.states[node] != nil }
            .map { Line(unit: unit, node: $0, isGiven: true) }
    }

    private func parts(of unit: StageUnit) -> [Line] { isByField ? fields(of: unit) : criteria(of: unit) }
    private var code: Column<Line> { Column<Unit>.code.on { $0.unit.unit } }
    private var name: Column<Line> { Column<Unit>.name.on { $0.unit.unit } }
    private var criterionCode: Column<Line> {
        let criteria = header.set.criteria
        return .text("code", .code, full: .criterionCode) { $0.node.map { criteria[$0].code } }
    }
    private var criterionName: Column<Line> {
        let (title, criteria) = (isByField ? Phrase.field : .criterion, header.set.criteria)
        return Column("name", title, full: .criterionName, .wrapped(20)) {
            $0.node.map { .name(criteria[$0].name) } ?? .phrase(.total)
        }
    }
    private var points: [Column<Line>] {
        let digits = header.pointDigits
        return stages.enumerated().map { position, stage in
            Column(["before", "after"][position], stage.givenHeading, .decimal) { line in
                let earlier = line.earlier(than: stage, position).map(StageWords.standsFrom)
                let unit = line.origin(position) == "computed" ? ComparisonWords.computed : earlier
                return .number(line.points(position), look: NumberLook(digits: digits, unit: unit))
            }
        } + [change]
    }
    private var change: Column<Line> {
        .decimal("change", .change, look: .change(digits: header.pointDigits)) { $0.change }
    }
    private var reason: Column<Line> { .phrase("", .reason, .wrapped(16)) { $0.reason } }

    private var state: Column<Line> {
        let hasLines = hasLines
        return Column("state", LineWords.state) { $0.state(hasLines: hasLines)?.words ?? .none }
    }

    /// What people read.
    public func write(to document: inout Document) {
        document.heading(header.name, level: 1)
        document.facts(
            header.factsWithoutStage + [.init(ComparisonWords.stages, stages.map { $0.phrase }.joined(" → "))])
        if !units.isEmpty {
            let indices: [Column<Line>] = stages.enumerated().map { position, stage in
                .decimal("", ComparisonWords.index(stage.givenHeading), digits: header.indexDigits) {
                    $0.unit.scores[position].index
                }
            }
            document.table(units.map { Line(unit: $0) }, [code, name] + points + indices)
            document.heading(isByField ? .field : .criterion)
            // What points say already needs no words.
            let states = units.contains { !$0.opinions.isEmpty } ? [state] : []
            document.table(
                units.flatMap(parts),
                [name, criterionCode, criterionName] + points + (isByField ? [] : states + [reason]))
        }
        document.list(
            (units.isEmpty ? [] : [ComparisonWords.computedCounts])
                + (computedOnly > 0 ? [ComparisonWords.computedOnly(computedOnly)] : []))
        header.writeNotices(to: &document, withAssumptions: false)
    }

    /// A row per unit with its total and a row per criterion, or field, with what each stage has for it.
    public var data: DataTable? {
        let origins: [Column<Line>] = stages.enumerated().map { position, stage in
            .phrase("", ComparisonWords.origin(stage.givenHeading)) { line in
                line.origin(position).map { $0 == "computed" ? StageWords.computed : ComparisonWords.given }
                    ?? Phrase.none
            }
        }
        return DataTable(
            units.flatMap { parts(of: $0) + [Line(unit: $0)] },
            [code, name, criterionCode, criterionName] + points + origins
                + [reason, state, header.noticeColumn()])
    }

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        let stages = ["before", "after"].enumerated()
        header.write(to: &record)
        record.texts("stages", self.stages.map { $0.code })
        record.value("computedOnly", .count(computedOnly))
        record.list("units", units) { record, unit in
            record.values(of: unit.unit, [.code, .name])
            for (position, key) in stages {
                let (total, index) = (unit.scores[position].total, unit.scores[position].index)
                record.sums(key, total.points, of: total.maximum, index: index)
            }
            record.values(of: Line(unit: unit), [change])
            record.list("fields", fields(of: unit), [criterionCode] + points)
            record.list("criteria", criteria(of: unit)) { record, line in
                record.values(of: line, [criterionCode, criterionName])
                for (position, key) in stages {
                    record.record(key) { record in
                        record.value("points", .number(line.points(position)))
                        record.value("origin", .text(line.origin(position)))
                        guard let given = line.given(position) else { return }
                        record.value("stage", .text(given.stage.code))
                        record.value("reason", .text(given.reason))
                        record.values(["evidence": .text(given.evidence), "date": .text(given.date)])
                    }
                }
                record.values(of: line, [change])
                if hasLines { record.values(of: line, [state]) }
                record.value("opinionReason", .text(line.opinion?.reason))
            }
        }
    }
}
