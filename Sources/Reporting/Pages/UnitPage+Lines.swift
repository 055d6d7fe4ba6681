internal import Assessment
internal import Documents
internal import Scoring
internal import Values
internal import Words

extension UnitPage {
    /// So many lost lines are seen at once; the others are folded.
    private static let mostLines = 10

    func writeLines(to page: inout Markup) {
        let lost = answers.gap.lost
        if lost.isEmpty { return }
        let single = lost.count > Self.mostLines + 1 ? Array(lost.prefix(Self.mostLines)) : lost
        let rest = Array(lost.dropFirst(single.count))
        PageFrame.section("lines", PageWords.lines, to: &page) { section in
            writeTable(of: single, to: &section)
            if rest.isEmpty { return }
            let sum = rest.reduce(FixedDecimal(0)) { $0 + $1.lost }
            section.element("details") { details in
                details.element("summary", PageWords.furtherLines(rest.count, frame.points(sum)))
                writeTable(of: rest, to: &details)
            }
        }
    }

    /// Lines as a table that narrow screens show as blocks; roles keep it a table for readers of the text.
    private func writeTable(of lines: [LeafGap], to page: inout Markup) {
        let headings: [Phrase] = [
            .criterion, .points, .lost, PageWords.why, PageWords.need, PageWords.who, PageWords.evidence,
        ]
        page.element("table", ["class": "blocks", "role": "table"]) { table in
            table.element("thead", ["role": "rowgroup"]) { head in
                head.element("tr", ["role": "row"]) { row in
                    for heading in headings { row.element("th", ["scope": "col", "role": "columnheader"], heading) }
                }
            }
            table.element("tbody", ["role": "rowgroup"]) { body in
                for line in lines { write(line, headings, to: &body) }
            }
        }
        page.line()
    }

    private func write(_ line: LeafGap, _ headings: [Phrase], to page: inout Markup) {
        let criterion = line.score.criterion
        func cell(_ position: Int, _ row: inout Markup, isNumber: Bool = false, _ content: (inout Markup) -> Void) {
            row.element(
                "td",
                [
                    "role": "cell", "data-label": headings[position].text(frame.language),
                    "class": isNumber ? "number" : "text",
                ], content)
        }
        page.element("tr", ["role": "row"]) { row in
            row.element("th", ["scope": "row", "role": "rowheader"]) { name in
                name.link(
                    Phrase("\(criterion.code) \(Phrase(criterion.name).line())"),
                    to: "#" + PageFrame.anchor(criterion.code))
            }
            cell(1, &row, isNumber: true) {
                $0.text(Phrase("\(frame.points(line.score.points ?? 0))/\(frame.points(line.score.sum.maximum))"))
            }
            cell(2, &row, isNumber: true) { $0.element("strong", Phrase("−\(frame.points(line.lost))")) }
            cell(3, &row) { $0.texts(reasons(of: line)) }
            cell(4, &row) { cell in
                cell.texts(needs(of: line))
                writeAdvice(line, to: &cell)
            }
            cell(5, &row) { $0.text(line.lead.map { Phrase(verbatim: CleanText.points($0)) } ?? PageWords.none) }
            cell(6, &row) { $0.texts(evidence(of: line)) }
        }
        page.line()
    }

    private func words(_ measure: MeasureGap) -> GapWords { GapWords(measure, digits: frame.header.pointDigits) }

    private func named(_ phrase: Phrase, _ measure: MeasureGap, of line: LeafGap) -> Phrase {
        line.measures.count == 1 ? phrase : Phrase("\(measure.explanation.measure.code): \(phrase)")
    }

    /// What was measured and how far it is from the target.
    private func reasons(of line: LeafGap) -> [Phrase] {
        let node = nodes[line.score.index]
        if let stage = node.origin {
            let given = StageWords.given(stage, computed: node.computed, digits: frame.header.pointDigits)
            return [given] + line.measures.map { named(words($0).measured, $0, of: line) }
        }
        return line.measures.filter { $0.share.map { $0 != ExactRatio(100) } ?? true }.map { measure in
            let words = words(measure)
            let parts = [words.measured, words.target.map(GapWords.needed), words.distance].compactMap { $0 }
            return named(parts.joined("; "), measure, of: line)
        }
    }

    private func needs(of line: LeafGap) -> [Phrase] {
        let steps = line.measures.compactMap { measure -> Phrase? in
            measure.nextStep.map { step in
                named(
                    PageWords.gain(measure.explanation.need(of: step).line(), frame.points(step.gain)), measure,
                    of: line)
            }
        }
        let required = line.requirement?.next(digits: frame.header.pointDigits)
        let all = [required].compactMap { $0 } + steps
        return all.isEmpty ? [PageWords.noFurther] : all
    }

    /// What the set advises, marked as advice.
    private func writeAdvice(_ line: LeafGap, to cell: inout Markup) {
        let advice = line.remedies.compactMap { $0.lines(digits: frame.header.pointDigits) }
        if advice.isEmpty { return }
        cell.element("div", ["class": "advice"]) { part in
            part.element("p", RemedyWords.title)
            for text in advice { part.element("p", text) }
        }
    }

    private func evidence(of line: LeafGap) -> [Phrase] {
        let metrics = line.measures.flatMap { $0.explanation.measure.metrics.map { $0.code } }
        let given = metrics.compactMap { model.assessment.remark(unit: unit.position, metric: $0)?.evidence }
        return given.isEmpty ? [PageWords.noEvidence] : given.withoutRepeats { $0 }.map { Phrase(verbatim: $0) }
    }

    var reachable: [Document.Fact] { answers.gap.leaves.flatMap { $0.reachable(digits: frame.header.pointDigits) } }

    /// What shares that grow over the period can still come to; nothing where no volume is expected.
    func writeReachable(to page: inout Markup) {
        if reachable.isEmpty { return }
        PageFrame.section("reachable", PeriodEndWords.title, to: &page) { section in
            var document = Document()
            document.facts(reachable)
            document.paragraph(PeriodEndWords.countedStays)
            section.document(document)
        }
    }

    // MARK: - Each criterion

    func writeExplanations(to page: inout Markup) {
        let header = frame.header
        PageFrame.section("explanations", PageWords.explanations, to: &page) { section in
            FilterBar.write(leads: leads, fields: unit.score.fields.map { $0.criterion }, frame, to: &section)
            section.element("div", ["id": "criteria"]) { list in
                for node in nodes.indices {
                    if nodes[node].isLeaf {
                        let explanation = unit.explanation(of: node, among: nodes, under: header, gaps: answers.gap)
                        write(explanation, nodes[node], to: &list)
                    } else {
                        write(heading: nodes[node], to: &list)
                    }
                }
            }
        }
    }

    private var leads: [String] {
        answers.gap.leaves.compactMap { $0.lead }.map { CleanText.points($0) }.withoutRepeats { $0 }
    }

    private func write(heading node: CriterionReport, to page: inout Markup) {
        let level = node.criterion.parent == nil ? "node field" : "node"
        page.element("p", ["class": level, "id": PageFrame.anchor(node.criterion.code)], summary(of: node))
        page.line()
    }

    private func summary(of node: CriterionReport) -> Phrase {
        PageWords.explanation(
            Phrase("\(node.criterion.code) \(Phrase(node.criterion.name).line())"),
            node.points.map(frame.points) ?? PageWords.none, frame.points(node.maximum))
    }

    private func write(_ report: ExplanationReport, _ node: CriterionReport, to page: inout Markup) {
        let leaf = answers.gap.leaves.first { $0.score.index == node.score.index }
        let field = leaf.map { self.set.criteria[$0.field].code } ?? ""
        page.element(
            "details",
            [
                "class": "leaf", "id": PageFrame.anchor(node.criterion.code),
                "data-lost": node.lost.map { $0.description } ?? "",
                "data-lead": leaf?.lead.map { CleanText.points($0) } ?? "", "data-field": field,
                "data-state": node.score.status.map { "\($0)" } ?? "",
            ]
        ) { details in
            details.element("summary") { summary in
                summary.text(self.summary(of: node))
                if let lost = node.lost, lost != 0 {
                    summary.element("strong", Phrase(" \(0 - lost, digits: frame.header.pointDigits)"))
                }
                if node.points == nil || node.score.status != .scored {
                    summary.element("span", ["class": "state"], Phrase(" \(node.state)"))
                }
            }
            details.document(report.criterionDocument, lowered: 1)
        }
        page.line()
    }
}

extension Markup {
    /// Texts below each other.
    mutating func texts(_ texts: [Phrase]) {
        if texts.count == 1 { return text(texts[0]) }
        element("ul") { list in for text in texts { list.element("li", text) } }
    }
}

/// What narrows the list of criteria down; the script shows it.
enum FilterBar {
    static func write(leads: [String], fields: [Criterion], _ frame: PageFrame, to page: inout Markup) {
        page.element("div", ["class": "filters", "hidden": "", "role": "group"]) { bar in
            bar.element("label", ["class": "check"]) { label in
                label.tag("input", ["type": "checkbox", "id": "only-lost"])
                label.text(PageWords.onlyLost)
            }
            select(
                "by-field", .field, PageWords.allFields,
                fields.map { ($0.code, Phrase("\($0.code). \(Phrase($0.name))")) }, &bar)
            select("by-lead", .leadAgency, PageWords.allAgencies, leads.map { ($0, Phrase(verbatim: $0)) }, &bar)
            let states: [LeafStatus] = [.scored, .partlyReported, .notReported, .awaited, .notApplicable]
            select("by-state", .state, PageWords.allStates, states.map { ("\($0)", $0.phrase) }, &bar)
            bar.element("label") { label in
                label.element("span", PageWords.sortTree)
                label.element("select", ["id": "sort"]) { select in
                    select.element("option", ["value": "tree"], PageWords.sortTree)
                    select.element("option", ["value": "lost"], PageWords.sortLost)
                }
            }
            bar.element("output", ["id": "shown"], Phrase.none)
        }
        page.line()
    }

    private static func select(
        _ id: StaticString, _ title: Phrase, _ all: Phrase, _ choices: [(value: String, text: Phrase)],
        _ bar: inout Markup
    ) {
        if choices.count < 2 { return }
        bar.element("label") { label in
            label.element("span", title)
            label.element("select", ["id": "\(id)"]) { select in
                select.element("option", ["value": "-"], all)
                for choice in choices { select.element("option", ["value": "=" + choice.value], choice.text) }
            }
        }
    }
}
