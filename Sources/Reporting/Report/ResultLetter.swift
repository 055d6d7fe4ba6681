public import Assessment
public import Documents
internal import Scoring
internal import Values
internal import Words

/// The notice that a unit gets of its result: points by stage, what was cut and why, place, class, the council's remark,
/// and what it may object to until when.
public struct ResultLetter: OfficialReport {
    /// What the record is.
    public static let recordFormat = "notice/1"

    private let header: ReportHeader
    private let matrix: StageMatrix
    private let result: AppraisalReview.UnitResult
    /// The lines with other points, and those returned.
    private let lines: [Line]
    /// The stage at which the unit may answer; nil where none has a last day.
    private let answering: Stage?

    /// A line with the last day on which the unit may answer.
    private struct Line: Sendable {
        let line: AppraisalReview.Line
        let until: CalendarDay?
    }

    /// The notices of some units, or all, at the stage that an assessment shows; nil for one at which nobody appraises.
    public static func all(_ assessment: Assessment, units: [Int]? = nil) -> [(unit: Int, letter: ResultLetter)]? {
        guard let review = AppraisalReview(assessment, units: units) else { return nil }
        let (header, matrix) = (ReportHeader(assessment), StageMatrix(assessment))
        let lines = Dictionary(
            grouping: review.lines.filter { $0.change != 0 || $0.state == .returned }, by: { $0.unit })
        return review.units.map { result in
            (result.unit, ResultLetter(header, matrix, result, lines[result.unit] ?? []))
        }
    }

    private init(
        _ header: ReportHeader, _ matrix: StageMatrix, _ result: AppraisalReview.UnitResult,
        _ lines: [AppraisalReview.Line]
    ) {
        (self.header, self.matrix, self.result) = (header, matrix, result)
        let settings = header.settings
        let position = settings.stages.position(of: settings.stage) ?? 0
        let next = settings.stages.stages.dropFirst(position + 1).first { settings.windows.rules[$0.code] != nil }
        let unit = header.assessment.units[result.unit]
        self.lines = lines.map { line in
            let field = header.assessment.fieldCode(of: line.node)
            return Line(
                line: line, until: next.flatMap { settings.windows.window(of: $0, unit: unit, field: field).closes })
        }
        answering = self.lines.contains { $0.until != nil } ? next : nil
    }

    private var unit: Unit { header.assessment.units[result.unit] }
    private var digits: Int { header.pointDigits }
    private func number(_ points: FixedDecimal) -> Phrase { Phrase("\(points, digits: digits)") }

    /// What stands around the text.
    public var frame: OfficialFrame {
        var frame = OfficialFrame(
            ofCouncil: ResultLetterWords.kind, ResultLetterWords.number,
            subject: ResultLetterWords.subject(header.settings.period.phrase), recipients: ResultLetterWords.recipients)
        frame.addressee = ResultLetterWords.addressee(unit.name)
        return frame
    }

    /// The four parts.
    public var sections: [OfficialSection] {
        [
            OfficialSection(ResultLetterWords.resultSheet, writeResult),
            OfficialSection(ResultLetterWords.cutsSheet, writeLines),
            OfficialSection(ResultLetterWords.remarkSheet, writeRemark),
            OfficialSection(ResultLetterWords.objectionSheet, writeObjection),
        ]
    }

    private func writeResult(to document: inout Document) {
        document.heading(ResultLetterWords.result)
        if let after = result.after {
            document.paragraph(
                ResultLetterWords.points(
                    number(after.sum.points), number(after.sum.maximum),
                    after.index.map { Phrase("\($0, digits: header.indexDigits)") }, isSettled: result.open == 0))
            if result.open > 0 { document.paragraph(ResultLetterWords.open(result.open)) }
            if let place = after.place {
                let group = header.name(ofGroup: unit.group)
                document.paragraph(ResultLetterWords.place(place.phrase, group, unsettled: result.unsettled))
            }
            if let unitClass = after.unitClass {
                document.paragraph(ResultLetterWords.unitClass(Phrase(unitClass.name)))
            }
        } else {
            document.paragraph(ResultLetterWords.notOpened)
        }
        document.heading(ResultLetterWords.byStage, level: 3)
        let (set, matrix, unit) = (header.set, matrix, result.unit)
        let digits = digits
        let columns: [Column<Int?>] =
            [
                .phrase("", .field, .wrapped(24)) { $0.map { set.criteria[$0].label } ?? .total },
                .decimal("", .maximumShort, digits: digits) { maximum(of: $0) },
            ]
            + matrix.stages.indices.map { stage in
                .decimal("", matrix.stages[stage].phrase, digits: digits) { matrix.sum(of: unit, field: $0, at: stage) }
            }
        document.table(fields + [nil], columns) { $0 == nil }
        for notice in header.figureNotices { document.notice(notice) }
    }

    /// The maximum of a field, or of all.
    private func maximum(of field: Int?) -> FixedDecimal {
        let score = header.assessment.scores[result.unit]
        return (field.map { score.sum(of: $0) } ?? score.total).maximum
    }

    /// The fields that apply to the unit.
    private var fields: [Int?] {
        let score = header.assessment.scores[result.unit]
        return header.set.fieldIndices.filter { score.sum(of: $0).maximum != 0 }.map { Optional($0) }
    }

    private func writeLines(to document: inout Document) {
        document.heading(ResultLetterWords.cuts)
        if lines.isEmpty { return document.paragraph(ResultLetterWords.noCuts) }
        let (criteria, digits) = (header.set.criteria, digits)
        let until = Column<Line>(ResultLetterWords.until) { .day($0.until) }
        document.table(
            lines,
            [
                .phrase("", .criterion, .wrapped(24)) { criteria[$0.line.node].label },
                .decimal("", SelfAssessmentWords.selfPoints, digits: digits) { $0.line.before },
                .decimal("", AppraisalWords.appraised, digits: digits) { $0.line.after },
                .phrase("", .reason, .wrapped(20)) { AppraisalWords.reason($0.line.reason) },
            ] + (answering == nil ? [] : [until]))
    }

    private var remarks: [String] {
        header.assessment.unitRemarks.filter { $0.unit == unit.code && $0.kind == .council }.map { $0.text }
    }

    private func writeRemark(to document: inout Document) {
        document.heading(ResultLetterWords.remark)
        if remarks.isEmpty { document.paragraph(SelfAssessmentWords.dotted) }
        for remark in remarks { document.paragraph(Phrase(verbatim: remark)) }
    }

    /// What is at stake in the lines that the unit may object to: what was cut, and what waits for an explanation.
    private var atStake: FixedDecimal {
        lines.reduce(0) { sum, line in
            sum + (line.line.change < 0 ? 0 - line.line.change : line.line.state == .returned ? line.line.after : 0)
        }
    }

    private func writeObjection(to document: inout Document) {
        document.heading(ResultLetterWords.objection)
        if lines.isEmpty { return document.paragraph(ResultLetterWords.nothingToObject) }
        let days = Set(lines.compactMap { $0.until }).sorted()
        document.paragraph(
            answering.map { ResultLetterWords.mayObject(lines.count, number(atStake), $0, days) }
                ?? ResultLetterWords.mayObject(lines.count, number(atStake)))
    }

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        header.write(to: &record)
        let (set, matrix, position) = (header.set, matrix, result.unit)
        record.record("unit") { $0.values(of: unit, [.code, .name]) }
        record.values([
            "points": .number(result.after?.sum.points), "maximum": .number(result.before.sum.maximum),
            "index": .number(result.after?.index), "class": .text(result.after?.unitClass?.code),
            "place": .number(result.after?.place?.rank.decimal), "placed": .count(result.after?.place?.count),
            "unsettledUnits": .count(result.unsettled), "openLines": .count(result.open),
        ])
        record.texts("columns", matrix.stages.map { $0.code })
        record.list("fields", fields + [nil]) { field in
            [
                "code": .text(field.map { set.criteria[$0].code }), "maximum": .number(maximum(of: field)),
                "points": .list(
                    matrix.stages.indices.map { .number(matrix.sum(of: position, field: field, at: $0)) }),
            ]
        }
        record.list("lines", lines) { line in
            [
                "criterion": .text(set.criteria[line.line.node].code), "state": .text(line.line.state.rawValue),
                "before": .number(line.line.before), "after": .number(line.line.after),
                "reason": .text(line.line.reason), "until": .day(line.until),
            ]
        }
        record.texts("remarks", remarks)
        record.values(["answeringStage": .text(answering?.code), "atStake": .number(atStake)])
    }
}
