internal import Assessment
internal import Documents
internal import Scoring
internal import Survey
internal import Values
internal import Words

/// What people answered about all units: a row a unit, a column a factor.
struct UnitsSurveySection {
    private let frame: PageFrame
    private let reports: [(unit: Int, report: SurveyReport)]

    /// Nil where nobody has answered about any unit.
    init?(_ frame: PageFrame) {
        reports = frame.model.surveys
        if reports.isEmpty { return nil }
        self.frame = frame
    }

    func write(to page: inout Markup) {
        guard let first = reports.first?.report else { return }
        let titles = first.parts.map { first.title(of: $0.part) }
        PageFrame.section("survey", PageWords.surveyOfUnits, to: &page) { section in
            section.element("ol", ["class": "names"]) { list in
                for (code, name, _) in titles {
                    list.element("li", Phrase("\(code.map { Phrase("\($0). ") })\(name.line())"))
                }
            }
            PageFrame.wide(PageWords.surveyOfUnits, to: &section) { wide in
                wide.element("table", ["class": "matrix"]) { table in
                    table.element("caption", PageWords.surveyMatrixLegend)
                    table.element("thead") { head in
                        head.element("tr") { row in
                            let names = titles.map { Phrase(verbatim: $0.code ?? "") }
                            row.element("th", ["scope": "col"], .unit)
                            for name in [.peopleInFull] + names + [SurveyWords.total] {
                                row.element("th", ["scope": "col", "class": "number"], name)
                            }
                        }
                    }
                    table.element("tbody") { body in for entry in reports { write(entry, to: &body) } }
                }
            }
        }
    }

    private func write(_ entry: (unit: Int, report: SurveyReport), to body: inout Markup) {
        let unit = frame.model.assessment.units[entry.unit]
        body.element("tr") { row in
            row.element("th", ["scope": "row"]) {
                $0.link(Phrase(verbatim: unit.name).line(), to: frame.address(ofUnit: entry.unit))
            }
            let total = entry.report.totals.first
            row.element("td", total.map { Phrase("\(amount: $0.people)") } ?? PageWords.none)
            for index in entry.report.parts + [total].compactMap({ $0 }) { row.element("td", text(of: index)) }
        }
        body.line()
    }

    private func text(of index: SurveyIndex) -> Phrase {
        if index.status == .suppressed { return index.note ?? PageWords.none }
        guard let percent = index.percent?.rounded(Rounding(.halfAwayFromZero, digits: 1)) else {
            return PageWords.none
        }
        return Phrase("\(percent, digits: 1)")
    }
}
