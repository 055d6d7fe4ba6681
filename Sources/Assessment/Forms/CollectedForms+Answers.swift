internal import Scoring
internal import Survey
internal import Tables
package import Values

extension CollectedForms {
    /// An answer which the folder does not have, or has otherwise.
    package struct AnswerChange: Sendable {
        package let unit: String
        package let code: String
        package let question: String
        package let before: ExplanationRequest.Answer?
        package let text: String
        package let evidence: String?
        /// The day that the form states; nil for that on which it is collected.
        package let day: CalendarDay?
        package let place: Location
        /// The line that was returned, where no request stands in the folder yet.
        let returned: AskedLine?
        /// The day on which it was asked.
        let asked: CalendarDay?
    }

    /// What forms of explanation answer, as the folder stands.
    mutating func takeAnswers(
        of form: FormReading, _ asked: AskedLines, _ given: inout [RequestKey: FormReading.Answer]
    ) {
        for answer in form.answers {
            let key = RequestKey(unit: answer.unit, code: answer.code, question: answer.question)
            let subject: FindingDetails = [.unit: .text(answer.unit), .code: .text(answer.code)]
            func report(_ code: some FindingCode, _ details: FindingDetails = [:]) {
                findings.append(Finding(code, at: answer.place, subject.merging(details) { $1 }))
            }
            if let other = given[key] {
                if (other.text, other.evidence, other.day) != (answer.text, answer.evidence, answer.day) {
                    report(
                        FormFinding.conflict,
                        [
                            .found: .text(answer.text), .other: .text(other.text), .first: .location(other.place),
                        ])
                }
                continue
            }
            given[key] = answer
            let request = asked.requests[key]
            let returned = request == nil ? asked.returned[key] : nil
            guard request != nil || returned != nil else {
                report(FormFinding.unknownRequest)
                continue
            }
            let before = request?.answer
            if before?.holds(answer) ?? false {
                unchanged += 1
                continue
            }
            if request?.decision != nil {
                report(FormFinding.settledRequest)
                continue
            }
            let askedOn = request?.asked ?? returned?.asked
            if let day = answer.day, let askedOn, day < askedOn {
                report(RequestFinding.answeredBeforeAsked, [.found: .day(day), .expected: .day(askedOn)])
                continue
            }
            if let before, !before.isPart(of: answer), !replaces {
                report(FormFinding.wouldReplace, [.found: .text(answer.text), .expected: .text(before.text)])
                continue
            }
            let question = request?.question ?? answer.question
            answers.append(
                AnswerChange(
                    unit: answer.unit, code: answer.code, question: question, before: before, text: answer.text,
                    evidence: answer.evidence, day: answer.day, place: answer.place, returned: returned,
                    asked: askedOn))
        }
    }

    /// The table of requests with the answers.
    func answeredRequests(
        isVietnamese: Bool, by signature: Signature, _ rows: inout [JournalRow]
    ) throws(FindingsError) -> (path: String, bytes: [UInt8]) {
        let keys = [ColumnNames.unit, ColumnNames.metric, ColumnNames.question]
        let path = assessment.requestsFile ?? assessment.folder + "/requests.csv"
        let (positions, set) = (assessment.positions, assessment.criteria.set)
        func rank(_ key: [String]) -> [Int]? {
            guard let unit = positions.units[key[0]] else { return nil }
            let node = positions.nodes[key[1]]
            return [unit, node ?? set.criteria.count]
        }
        let units = UnitList(assessment.units)
        var table: RewrittenTable
        let others = [
            ColumnNames.askedBy, ColumnNames.askedOn, ColumnNames.answerBy, ColumnNames.answer, ColumnNames.evidence,
            ColumnNames.answeredOn, ColumnNames.decision,
        ]
        if assessment.requestsFile != nil {
            table = try RewrittenTable(contentsOf: path, options: assessment.tables, keys: keys, rank: rank) {
                key, text in
                key == 0 ? units.code(of: text) : text
            }
            table.require([ColumnNames.answer, ColumnNames.evidence, ColumnNames.answeredOn])
        } else {
            table = RewrittenTable(
                headings: [ColumnNames.unit, ColumnNames.criterion, ColumnNames.question] + others,
                isVietnamese: isVietnamese, rank: rank)
        }
        for change in answers {
            let row = table.row([change.unit, change.code, change.question], in: keys)
            func set(_ text: String?, _ names: [String]) {
                if let text { table.set(.text(text), row: row, names) }
            }
            if let line = change.returned {
                let stage = line.stage.map { isVietnamese ? $0.name.vi : $0.name.en ?? $0.name.vi }
                set(line.askedBy ?? stage, ColumnNames.askedBy)
                set(line.asked?.description, ColumnNames.askedOn)
            }
            set(change.text, ColumnNames.answer)
            set(change.evidence, ColumnNames.evidence)
            // An answer is given on the day on which it comes in, where the form says no other, and never before it was
            // asked for.
            let today = signature.time.day
            let day = change.day ?? (change.asked.map { today < $0 } ?? false ? nil : today)
            set(day?.description, ColumnNames.answeredOn)
            rows += journalRows(table.takeChanges(), of: path, nil, from: change.place, hasStage: false)
        }
        return (path, table.bytes)
    }
}

/// What can be answered.
struct AskedLines {
    /// The requests of the folder.
    let requests: [RequestKey: ExplanationRequest]
    /// Lines that were returned and about which there is no request yet.
    let returned: [RequestKey: AskedLine]

    init(_ assessment: Assessment) {
        requests = Dictionary(assessment.requests.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        var returned: [RequestKey: AskedLine] = [:]
        // Whatever stage is shown, what any stage returned can be answered.
        if let last = assessment.settings.stages.stages.last {
            for line in assessment.askedLines(at: last) where line.stage != nil {
                for words in line.question.map({ [$0] }) ?? AskedLine.wordless {
                    let unit = assessment.units[line.unit].code
                    returned[RequestKey(unit: unit, code: line.code, question: words)] = line
                }
            }
        }
        self.returned = returned
    }
}

extension ExplanationRequest.Answer {
    /// Whether a form says nothing else.
    fileprivate func holds(_ other: FormReading.Answer) -> Bool {
        text == other.text && (other.evidence == nil || evidence == other.evidence)
            && (other.day == nil || day == other.day)
    }

    /// Whether a form says all of this, and perhaps more.
    fileprivate func isPart(of other: FormReading.Answer) -> Bool {
        text == other.text && (evidence == nil || other.evidence == nil || evidence == other.evidence)
            && (day == nil || other.day == nil || day == other.day)
    }
}
