internal import Assessment
internal import Documents
internal import Survey
internal import Values
internal import Words

/// What people answered about a unit: every factor as a bar of all answers.
struct UnitSurveySection {
    private let frame: PageFrame
    private let report: SurveyReport

    /// Nil where there is no survey.
    init?(_ frame: PageFrame, _ unit: UnitModel) {
        guard let report = SurveyReport(frame.header, unit: unit.position, withQuestions: false) else { return nil }
        (self.frame, self.report) = (frame, report)
    }

    private var confidence: Phrase? {
        report.questionnaire.design.map { _ in
            Phrase("\(FixedDecimal(mantissa: report.questionnaire.interval.confidence.mantissa * 100)) %")
        }
    }

    func write(to page: inout Markup) {
        guard let total = report.totals.first, total.people > 0 || total.status == .suppressed else {
            return PageFrame.section("survey", PageWords.surveyAwaited, to: &page) { _ in }
        }
        let title = total.percent.map { percent in
            PageWords.survey(total.people, percent.rounded(tenths) ?? percent, total.limits)
        }
        let levels = report.questionnaire.indexedLevels
        let rows = (report.parts + [total]).enumerated().map { position, index in
            row(index, isTotal: position == report.parts.count)
        }
        PageFrame.section("survey", title ?? PageWords.surveyOnly, to: &page) { section in
            section.element("ul", ["class": "legend"]) { list in
                for (position, level) in levels.enumerated() {
                    list.element("li", ["class": Shape.level(position, of: levels.count).rawValue]) {
                        $0.text(Phrase(level.label))
                    }
                }
            }
            section.chart(
                "chart-survey", PageWords.surveyLegend(confidence), label: PageWords.factor,
                scale: PageWords.percentScaleOfAnswers,
                headings: [PageWords.shares, PageWords.satisfied, PageWords.interval], rows)
        }
    }

    private let tenths = Rounding(.halfAwayFromZero, digits: 1)

    private func row(_ index: SurveyIndex, isTotal: Bool) -> ChartRow {
        let (code, name, _) = report.title(of: index.part)
        let label = Phrase("\(code.map { Phrase("\($0). ") })\(name.line())")
        let isShown = index.status != .suppressed && index.value != nil
        return ChartRow(
            label: label, shapes: isShown ? Self.shapes(report.weights(of: index)) : [],
            cells: [
                isShown ? Self.shares(report.weights(of: index)) : PageWords.none,
                isShown ? percent(of: index) : index.note ?? PageWords.none,
                index.limits ?? PageWords.none,
            ], isStrong: isTotal)
    }

    private func percent(of index: SurveyIndex) -> Phrase {
        guard let percent = index.percent?.rounded(tenths) else { return PageWords.none }
        return Phrase("\(percent, digits: 1) %")
    }

    /// The shares of the levels in whole percents, in their order: what the colours of the bar say. They stay on one line.
    private static func shares(_ weights: [Int128]) -> Phrase {
        let whole = weights.reduce(0, +)
        guard whole > 0 else { return PageWords.none }
        return Phrase(
            verbatim: weights.map { "\(($0 * 200 + whole) / (2 * whole))" }.joined(separator: "\u{a0}·\u{a0}"))
    }

    /// The shares of the levels beside each other, over the whole bar.
    static func shapes(_ weights: [Int128]) -> [Shape] {
        let whole = weights.reduce(0, +)
        guard whole > 0 else { return [] }
        var before: Int128 = 0
        return weights.enumerated().map { position, weight in
            let start = Int(before * 1_000 / whole)
            before += weight
            return .bar(start..<Int(before * 1_000 / whole), Shape.level(position, of: weights.count))
        }
    }
}
