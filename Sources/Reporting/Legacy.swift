package import Survey
package import Assessment
package import Documents
package import Scoring
package import Values
internal import Words

// TRANSITION: what reports that are not yet declared still call. Goes when the last one is.

enum StateWords {
    static func levels(_ codes: [String], of set: CriteriaSet, in language: Language) -> String {
        set.names(ofLevels: codes).text(language)
    }
    static func text(of state: MeasureOutcome.State, in language: Language) -> String { state.phrase.text(language) }
    static func name(of status: LeafStatus) -> String { "\(status)" }
    static func name(of state: MeasureOutcome.State) -> String { String("\(state)".prefix { $0 != "(" }) }
}

enum SourceWords {
    static func text(_ source: LegalSource, in language: Language = .vi) -> String { source.phrase.text(language) }
}

extension ReportHeader {
    static func text(of stage: AssessmentSettings.Stage, in language: Language) -> String {
        stage.phrase.text(language)
    }
    func facts(in language: Language) -> [ReportDocument.Fact] {
        facts.map { .init($0.name.text(language), $0.text.text(language)) }
    }
    func notices(in language: Language, isBrief: Bool = false) -> [String] {
        notices(isBrief: isBrief).map { $0.text(language) }
    }
    func figureNotices(in language: Language) -> [String] { figureNotices.map { $0.text(language) } }
    func pointNotices(in language: Language, isBrief: Bool) -> [String] {
        pointNotices(isBrief: isBrief).map { $0.text(language) }
    }
    func shortNotice(in language: Language) -> String { shortNotice.text(language) }
    static func assumed(_ origin: PointsOrigin, in language: Language, isBrief: Bool) -> String {
        origin.phrase(isBrief: isBrief).text(language)
    }
    func assumptions(in language: Language, isBrief: Bool) -> [ReportDocument.Block] {
        if set.assumptions.isEmpty { return [] }
        if isBrief { return [.paragraph(NoticeWords.assumptions(set.assumptions.count).text(language))] }
        return [
            .heading(Label.assumptions.text(language), level: 2), .list(set.assumptions.map { $0.text(language) }),
        ]
    }
    func write(to root: inout JSONWriter) { RecordWriter.write(into: &root) { write(to: &$0) } }
}

extension CriterionReport {
    static func label(of status: LeafStatus) -> Phrase { status.phrase }
    func state(in language: Language) -> String { state.text(language) }
    func write(to list: inout JSONWriter) { list.object { RecordWriter.write(into: &$0) { write(to: &$0) } } }
}

enum ReportWords {
    static func leftOut(_ codes: [String], in language: Language) -> String {
        NoticeWords.leftOut(codes).text(language)
    }
    static func mean(
        _ index: FixedDecimal, of count: Int, leftOut: Int, _ digits: Int, in language: Language
    ) -> String {
        ScoreWords.mean(index, of: count, leftOut: leftOut, digits: digits).text(language)
    }
}

enum TargetWords {
    static func short(_ criterion: Criterion, in language: Language, isBrief: Bool) -> String {
        criterion.shortTarget(isBrief: isBrief).text(language)
    }
    static func symbol(_ bound: Bound, of measure: Measure, in language: Language) -> String {
        bound.symbols(for: measure).text(language)
    }
    static func unit(of measure: Measure, in language: Language) -> String? { measure.unitPhrase?.text(language) }
    static func unit(of metric: Metric, in language: Language) -> String? { metric.unitPhrase?.text(language) }
}

enum DeadlineAgency {
    static func agency(_ text: String) -> String { CleanText.points(text) }
}

extension SurveyIndex {
    func writeEstimate(to object: inout JSONWriter) { RecordWriter.write(into: &object) { write(to: &$0) } }
}
