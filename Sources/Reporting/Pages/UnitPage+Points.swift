internal import Assessment
internal import Documents
internal import Scoring
internal import Values
internal import Words

extension UnitPage {
    // MARK: - Fields

    private var fields: [CriterionScore] { unit.score.fields.filter { $0.sum.maximum != 0 } }

    func writeFields(to page: inout Markup) {
        let spreads = Dictionary(firstOf: answers.spreads.map { ($0.node, $0) })
        let below = answers.belowMedian
        let hasOthers = (unit.place?.part.units.count ?? 0) > 1
        let codes = below.map { self.set.criteria[$0.node].code }.joined(separator: ", ")
        let title = hasOthers ? PageWords.belowMedian(codes, below.count) : PageWords.fieldsAlone
        let rows = fields.map { row(field: $0, spreads[$0.index], hasOthers: hasOthers) }
        PageFrame.section("fields", title, to: &page) { section in
            section.chart(
                "chart-fields", PageWords.fieldsLegend, label: .field, scale: PageWords.percentScale,
                headings: [.points] + (hasOthers ? [PageWords.median, PageWords.best, PageWords.toMedian] : [])
                    + (answers.similar.map { [PageWords.similar($0.count)] } ?? []), rows)
            if let size = model.assessment.settings.size, answers.similar != nil,
                let metric = set.metrics.first(where: { $0.code == size.metric })
            {
                section.element("p", PageWords.similarSize(Phrase("\(metric.code) \(Phrase(metric.name).line())")))
            }
        }
    }

    private func row(field: CriterionScore, _ spread: NodeSpread?, hasOthers: Bool) -> ChartRow {
        let (sum, scale) = (field.sum, ChartScale.percent)
        let own = FixedDecimal.percent(of: sum.points, in: sum.maximum)
        var shapes: [Shape] = [.bar(scale.steps(0, own), isBelow(spread) ? .down : .own)]
        if sum.unmeasured > 0 {
            let open = FixedDecimal.percent(of: sum.points + sum.unmeasured, in: sum.maximum)
            shapes.append(.bar(scale.steps(own, open), .unmeasured))
        }
        let points = Phrase("\(frame.points(sum.points))/\(frame.points(sum.maximum))")
        let lacking =
            sum.unmeasured > 0 ? PageWords.partlyMeasured(frame.points(sum.unmeasured), frame.points(sum.maximum)) : nil
        var cells = [points.with(remark: lacking)]
        if hasOthers {
            // The median of nobody is nobody's.
            let known = spread.flatMap { $0.count > $0.unmeasured ? $0 : nil }
            if let known {
                shapes.append(.tick(scale.step(known.median.rounded(.finest) ?? 0), .median))
                shapes.append(.tick(scale.step(known.best.rounded(.finest) ?? 0), .best, isShort: true))
            }
            cells += [
                known.map { frame.percent($0.median) } ?? PageWords.none,
                known.map { frame.percent($0.best) } ?? PageWords.none,
            ]
            cells.append(sum.unmeasured > 0 ? PageWords.none : known.map(toMedian) ?? PageWords.none)
        }
        if let similar = answers.similar {
            cells.append(
                similar.medians[field.index].map { median, count in
                    frame.percent(median).with(remark: count == similar.count ? nil : PageWords.ofUnits(count))
                } ?? PageWords.none)
        }
        return ChartRow(
            label: field.criterion.shortTitle,
            link: "#" + PageFrame.anchor(field.criterion.code), shapes: shapes, cells: cells)
    }

    private func isBelow(_ spread: NodeSpread?) -> Bool {
        spread.map { spread in answers.belowMedian.contains { $0.node == spread.node } } ?? false
    }

    private func toMedian(_ spread: NodeSpread) -> Phrase {
        guard let difference = spread.index.subtracting(spread.median),
            let rounded = difference.rounded(Rounding(.halfAwayFromZero, digits: 1))
        else { return PageWords.none }
        let sign = rounded > 0 ? "▲ " : rounded < 0 ? "▼ " : ""
        return Phrase("\(sign)\(rounded < 0 ? 0 - rounded : rounded, digits: 1)")
    }

    // MARK: - Where points went

    /// The rows of the waterfall: so many losses, then the others together, what lies beyond them, and what is left.
    private static let mostSteps = 8

    func writeWaterfall(to page: inout Markup) {
        let (total, lost) = (unit.report.total, answers.gap.lost)
        if lost.isEmpty { return }
        let single = lost.count > Self.mostSteps + 1 ? Array(lost.prefix(Self.mostSteps)) : lost
        let rest = lost.dropFirst(single.count)
        var steps: [(label: Phrase, link: String?, lost: FixedDecimal, without: FixedDecimal)] = single.map {
            (
                $0.score.criterion.shortTitle, "#" + PageFrame.anchor($0.score.criterion.code), $0.lost,
                $0.lostWithoutFigures
            )
        }
        if !rest.isEmpty {
            steps.append(
                (
                    PageWords.others(rest.count), "#lines", rest.reduce(0) { $0 + $1.lost },
                    rest.reduce(0) { $0 + $1.lostWithoutFigures }
                ))
        }
        let beyond = total.lost - lost.reduce(0) { $0 + $1.lost }
        if beyond != 0 { steps.append((PageWords.beyond, nil, beyond, 0)) }
        // The scale begins a little below what is left, so that the steps can be seen.
        let below = ExactRatio(total.points - FixedDecimal.percent(of: total.lost, in: 1_000))
        let floor = below.rounded(Rounding(.down, digits: frame.header.pointDigits)) ?? 0
        let scale = ChartScale(low: max(floor, 0), high: total.maximum)
        var rows = [
            ChartRow(
                label: .maximum, shapes: [.bar(scale.steps(scale.low, total.maximum), .whole)],
                cells: [frame.points(total.maximum)], isStrong: true)
        ]
        var left = total.maximum
        for step in steps {
            let after = left - step.lost
            let known = after + step.without
            rows.append(
                ChartRow(
                    label: step.label, link: step.link,
                    shapes: [
                        .bar(scale.steps(known, left), step.lost < 0 ? .up : .lost),
                        .bar(scale.steps(after, known), .unmeasured),
                    ], cells: [Phrase("\(0 - step.lost, digits: frame.header.pointDigits)")]))
            left = after
        }
        rows.append(
            ChartRow(
                label: PageWords.reached, shapes: [.bar(scale.steps(scale.low, total.points), .own)],
                cells: [frame.points(total.points)], isStrong: true))
        PageFrame.section("waterfall", PageWords.whereLost(frame.points(total.lost)), to: &page) { section in
            section.chart(
                "chart-waterfall", PageWords.waterfallLegend, label: .criterion,
                scale: Phrase("\(frame.points(scale.low)) – \(frame.points(scale.high))"), headings: [.points], rows)
        }
    }
}

extension FixedDecimal {
    /// A part of a whole in percent, with six decimals; 0 where there is no whole.
    static func percent(of part: FixedDecimal, in whole: FixedDecimal) -> FixedDecimal {
        if whole == 0 { return 0 }
        return ExactRatio(part).multiplied(by: ExactRatio(100))?.divided(by: ExactRatio(whole))?.rounded(.finest) ?? 0
    }
}
