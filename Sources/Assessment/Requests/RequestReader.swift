import Scoring
import Tables
import Values

/// Reads requests for explanation, and holds them against the units, the criteria and the calendar.
struct RequestReader {
    let set: CriteriaSet
    let units: UnitList
    let settings: AssessmentSettings
    let sink: FindingSink

    private var calendar: WorkingCalendar { settings.windows.calendar }

    /// Reads the table; the requests in its order.
    func read(_ table: inout Table) -> [ExplanationRequest] {
        let unit = table.unitOfRows(among: units)?.column
        let code = table.requiredColumn(ColumnNames.metric)
        let question = table.requiredColumn(ColumnNames.question)
        let columns = Columns(&table)
        table.allowColumns(ColumnNames.metricName)
        table.reportUnknownColumns(but: ColumnNames.note, ColumnNames.ordinal)
        sink.add(findingsOf: table, unit: unit) { units.position(of: $0) != nil }
        guard let unit, let code, let question else { return [] }
        let stages = StageWords(settings.stages)
        let known = codes
        // In their order: among equally close ones the first is suggested.
        let names = set.criteria.map { $0.code } + set.metrics.map { $0.code }
        var others = OfficeRows()
        defer { others.report(for: table, into: sink) }
        var requests: [ExplanationRequest] = []
        var first: [RequestKey: Location] = [:]
        let row = TableRow<AssessmentFinding>(table, into: sink)
        while row.next() {
            guard case .one(let position) = row.unit(unit, in: units, passingOver: &others, figures: [code, question]),
                row.requires([code, question]),
                let about = row.code(code, among: known, suggesting: names, orElse: .unknownCriterion),
                let text = row.text(question)
            else { continue }
            row.subject.metric = about.code
            let owner = units.units[position]
            func report(_ finding: RequestFinding, at column: Int?, _ details: FindingDetails = [:]) {
                let subject: FindingDetails = [.unit: .text(owner.code), .code: .text(about.code)]
                sink.report(
                    finding, at: row.location(column), unit: owner.code, subject.merging(details) { $1 })
            }
            let asked = row.day(columns.asked, in: settings.years, orElse: .badDay)
            let day = row.day(columns.answered, in: settings.years, orElse: .badDay)
            let decision = row.choice(columns.decision, of: ExplanationRequest.Decision.self, orElse: .unknownStatus)
            var window = StageWindow()
            switch self.window(row.text(columns.due), asked, owner, about.node, stages) {
            case .success(let found): window = found
            case .failure(let fault): report(fault.code, at: columns.due, [.found: .text(row.text(columns.due) ?? "")])
            }
            guard row.isSound else { continue }
            if let asked, let closes = window.closes, closes < asked {
                report(.dueBeforeAsked, at: columns.due, [.found: .day(closes), .expected: .day(asked)])
            }
            let (answer, evidence) = (row.text(columns.answer), row.text(columns.evidence))
            if answer == nil {
                if day != nil || evidence != nil { report(.detailsWithoutAnswer, at: columns.answer ?? question) }
                if decision == .accepted { report(.acceptedWithoutAnswer, at: columns.decision) }
            } else if day == nil {
                report(.answerWithoutDay, at: columns.answer)
            }
            if let day, let asked, day < asked {
                report(.answeredBeforeAsked, at: columns.answered, [.found: .day(day), .expected: .day(asked)])
            }
            let request = ExplanationRequest(
                unit: owner.code, code: about.code, question: text, askedBy: row.text(columns.askedBy), asked: asked,
                window: window, answer: answer.map { .init(text: $0, evidence: evidence, day: day) },
                decision: decision, decidedBy: row.text(columns.decidedBy), place: row.location(question))
            if let before = first[request.key] {
                report(.repeated, at: question, [.first: .location(before)])
                continue
            }
            first[request.key] = request.place
            requests.append(request)
        }
        reportDays(of: requests)
        return requests
    }

    /// What can be asked about, by code: criteria, and figures that have no criterion of their code.
    private var codes: [String: (code: String, node: Int)] {
        var codes: [String: (code: String, node: Int)] = [:]
        for (node, criterion) in set.criteria.enumerated() {
            codes[criterion.code] = (criterion.code, node)
        }
        for (node, criterion) in set.criteria.enumerated() {
            for metric in criterion.leaf?.measures.flatMap({ $0.metrics }) ?? [] where codes[metric.code] == nil {
                codes[metric.code] = (metric.code, node)
            }
        }
        return codes
    }

    private struct Fault: Error { let code: RequestFinding }

    /// The window of an answer: what the cell says or, where it is blank, that of the stage of explanation.
    private func window(
        _ text: String?, _ asked: CalendarDay?, _ unit: Unit, _ node: Int, _ stages: StageWords
    ) -> Result<StageWindow, Fault> {
        let field = set.criteria[set.field(above: node)].code
        func window(of stage: Stage) -> StageWindow {
            settings.windows.window(of: stage, unit: unit, field: field)
        }
        guard let text else {
            let stage = settings.stages[Stage.explanation.code]
            return .success(stage.map(window) ?? StageWindow())
        }
        switch RequestDeadline(text, stages: stages) {
        case nil: return .failure(Fault(code: .badDeadline))
        case .day(let day)?:
            guard settings.years.contains(day.year) else { return .failure(Fault(code: .badDeadline)) }
            return .success(StageWindow(closes: day))
        case .workingDays(let count, .asked)?: return counted(count, after: asked)
        case .workingDays(let count, .day(let day))?: return counted(count, after: day)
        case .workingDays(let count, .stage(let stage))?: return counted(count, after: window(of: stage).closes)
        }
    }

    private func counted(_ count: Int, after start: CalendarDay?) -> Result<StageWindow, Fault> {
        guard let start, settings.years.contains(start.year), let days = calendar.count(count, after: start) else {
            return .failure(Fault(code: .deadlineAfterNothing))
        }
        return .success(StageWindow(closes: days.last, counted: days))
    }

    /// Reports what is not known of the days by which last days were counted, once.
    private func reportDays(of requests: [ExplanationRequest]) {
        let counted = requests.filter { $0.window.counted != nil }
        var years: Set<Int> = []
        var seen: Set<CalendarDay> = []
        for request in counted {
            guard let days = request.window.counted else { continue }
            let new = days.yearsWithoutTable.filter { years.insert($0).inserted }
            if !new.isEmpty {
                sink.report(
                    RequestFinding.yearWithoutCalendar, at: request.place, [.found: .names(new.map(String.init))])
            }
            for entry in days.doubtful where seen.insert(entry.day).inserted {
                sink.report(
                    RequestFinding.doubtfulDay, at: request.place,
                    [.found: .day(entry.day), .text: .name(entry.name)])
            }
        }
    }

    /// The columns beside those that every row needs.
    private struct Columns {
        let askedBy, asked, due, answer, evidence, answered, decision, decidedBy: Int?

        init(_ table: inout Table) {
            askedBy = table.optionalColumn(ColumnNames.askedBy)
            asked = table.optionalColumn(ColumnNames.askedOn)
            due = table.optionalColumn(ColumnNames.answerBy)
            answer = table.optionalColumn(ColumnNames.answer)
            evidence = table.optionalColumn(ColumnNames.evidence)
            answered = table.optionalColumn(ColumnNames.answeredOn)
            decision = table.optionalColumn(ColumnNames.decision)
            decidedBy = table.optionalColumn(ColumnNames.decidedBy)
        }
    }
}

/// Holds requests against the scores: what is no line of a unit cannot be asked about, and a late answer has points at
/// stake.
struct RequestReview {
    let assessment: Assessment
    let sink: FindingSink

    func report() {
        if assessment.requests.isEmpty { return }
        let (stakes, units) = (PointsAtStake(assessment), assessment.positions.units)
        for request in assessment.requests {
            guard let unit = units[request.unit] else { continue }
            func report(_ code: RequestFinding, _ details: FindingDetails = [:]) {
                let subject: FindingDetails = [.unit: .text(request.unit), .code: .text(request.code)]
                sink.report(code, at: request.place, unit: request.unit, subject.merging(details) { $1 })
            }
            let (nodes, score) = (stakes.nodes(ofUnit: unit, code: request.code), assessment.scores[unit])
            if nodes.isEmpty || nodes.allSatisfy({ score.isWithdrawn($0) || !assessment.isLine($0, of: unit) }) {
                report(.ofNoLine)
                continue
            }
            if request.isAnsweredLate, let day = request.answer?.day, let closes = request.window.closes {
                let points = stakes.points(ofUnit: unit, code: request.code)
                report(.answeredLate, [.found: .day(day), .expected: .day(closes), .other: .number(points)])
            }
        }
    }
}
