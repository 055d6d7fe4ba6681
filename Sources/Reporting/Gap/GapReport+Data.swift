package import Documents
internal import Words
import Assessment
import Scoring
import Tables
import Values

// Headings of the table are in the language; statuses and kinds are stable names in both.
extension GapReport {
    /// The report as CSV, a row a unit and measure of a leaf, in the order of the tree.
    package func csv(in language: Language) -> [UInt8] {
        var writer = CSVWriter(language == .vi ? .excelVietnamese : .plain)
        writer.writeRow(Self.headings.map { .text($0.text(language)) })
        let notice = header.shortNotice(in: language)
        for (unit, gap) in units {
            for leaf in gap.leaves {
                for (position, measure) in leaf.measures.enumerated() {
                    let words = self.words(measure, of: leaf, in: language)
                    // A leaf's points stand once, so that a column can be added up.
                    let isFirst = position == 0
                    let digits = set.rounding.points.digits
                    func number(_ value: FixedDecimal?, _ minimumDigits: Int = 0) -> CSVWriter.Cell {
                        value.map { .number($0, minimumDigits: minimumDigits) } ?? .blank
                    }
                    func text(_ text: String?) -> CSVWriter.Cell { text.map { .text(CleanText.line($0)) } ?? .blank }
                    writer.writeRow([
                        .text(unit.code), .text(unit.name), .text(set.criteria[leaf.field].code),
                        .text(leaf.score.criterion.code), .text(measure.explanation.measure.code),
                        text(leaf.score.criterion.name.text(language)), text(leaf.lead.map(DeadlineAgency.agency)),
                        isFirst ? number(leaf.score.points, digits) : .blank,
                        isFirst ? number(leaf.score.tally.maximum, digits) : .blank,
                        isFirst ? number(leaf.lost, digits) : .blank,
                        text(leaf.score.status.map(StateWords.name)), text(leaf.kind.rawValue),
                        text(measure.explanation.target?.comparison.rawValue),
                        number(measure.explanation.target?.value),
                        number(measure.explanation.targetNumber?.rounded(.finest)),
                        number(measure.distance?.difference.rounded(.finest)), number(measure.distance?.cases),
                        text(words.distance), number(measure.targetGain, digits),
                        text(measure.nextStep.map { StepWords.need($0, words.words) }),
                        number(measure.nextStep?.figure), number(measure.nextStep?.numerator),
                        number(measure.nextStep?.points, digits), number(measure.nextStep?.gain, digits),
                        text(words.sampling), .text(notice),
                    ])
                }
            }
        }
        return writer.bytes
    }

    private static let headings = [
        Wording(vi: "Mã đơn vị", en: "Unit"), Wording(vi: "Tên đơn vị", en: "Unit name"),
        Wording(vi: "Lĩnh vực", en: "Field"), Wording(vi: "Mã tiêu chí", en: "Criterion"),
        Wording(vi: "Mã ý", en: "Measure"), Wording(vi: "Tên tiêu chí", en: "Criterion name"),
        Wording(vi: "Cơ quan chủ trì", en: "Lead agency"), Wording(vi: "Điểm", en: "Points"),
        Wording(vi: "Điểm tối đa", en: "Maximum"), Wording(vi: "Mất điểm", en: "Lost"),
        Wording(vi: "Trạng thái", en: "Status"), Wording(vi: "Nhóm", en: "Kind"),
        Wording(vi: "So sánh với chỉ tiêu", en: "Comparison"), Wording(vi: "Chỉ tiêu", en: "Target"),
        Wording(vi: "Hiện có", en: "Measured"), Wording(vi: "Chênh lệch với chỉ tiêu", en: "Difference"),
        Wording(vi: "Số trường hợp còn phải đạt", en: "Further cases"),
        Wording(vi: "Khoảng cách", en: "Distance in words"),
        Wording(vi: "Đạt chỉ tiêu thêm điểm", en: "Gain of the target"),
        Wording(vi: "Mức kế tiếp cần", en: "Next band needs"),
        Wording(vi: "Số liệu phải đạt", en: "Figure needed"), Wording(vi: "Tử số phải đạt", en: "Numerator needed"),
        Wording(vi: "Điểm khi đạt", en: "Points then"), Wording(vi: "Thêm điểm", en: "Gain"),
        Wording(vi: "So với sai số chọn mẫu", en: "Sampling error"), Wording(vi: "Lưu ý", en: "Notes"),
    ]

    /// The report as JSON; keys are the same in both languages, and official texts stand as they are. Fractions that
    /// six decimals do not hold are rounded to them.
    package var json: String {
        var writer = JSONWriter()
        writer.object { root in
            header.write(to: &root)
            root.key("units")
            root.array { list in
                for (unit, gap) in units { write(unit, gap, to: &list) }
            }
            root.key("leftOut")
            root.array { list in
                for code in leftOut { list.value(code) }
            }
        }
        return writer.text
    }

    private func write(_ unit: Unit, _ gap: UnitGap, to list: inout JSONWriter) {
        list.object { object in
            object.member("code", unit.code)
            object.member("name", unit.name)
            object.member("points", gap.total.points)
            object.member("maximum", gap.total.maximum)
            object.member("lost", gap.total.lost)
            object.member("lostWithoutFigures", gap.sum.lostWithoutFigures)
            object.member("adjustment", gap.adjustment)
            write(gap.groups(by: .agency), as: "byAgency", to: &object)
            write(gap.groups(by: .field), as: "byField", to: &object)
            object.key("criteria")
            object.array { leaves in
                for leaf in gap.leaves { write(leaf, to: &leaves) }
            }
        }
    }

    private func write(_ groups: [GapGroup], as key: String, to object: inout JSONWriter) {
        object.key(key)
        object.array { list in
            for group in groups {
                let sum = group.sum
                list.object { entry in
                    switch group.name {
                    case .agency(let name): entry.member("agency", name)
                    case .field(let index): entry.member("field", set.criteria[index].code)
                    }
                    entry.member("criteria", sum.count)
                    entry.member("lost", sum.lost)
                    entry.member("lostWithoutFigures", sum.lostWithoutFigures)
                    entry.member("maximum", sum.maximum)
                }
            }
        }
    }

    private func write(_ leaf: LeafGap, to list: inout JSONWriter) {
        list.object { object in
            object.member("code", leaf.score.criterion.code)
            object.member("name", leaf.score.criterion.name.vi)
            object.member("field", set.criteria[leaf.field].code)
            object.member("lead", leaf.lead)
            object.member("status", leaf.score.status.map(StateWords.name))
            object.member("kind", leaf.kind.rawValue)
            object.member("points", leaf.score.points)
            object.member("maximum", leaf.score.tally.maximum)
            object.member("lost", leaf.lost)
            object.member("lostWithoutFigures", leaf.lostWithoutFigures)
            object.key("measures")
            object.array { measures in
                for measure in leaf.measures { measure.write(to: &measures) }
            }
        }
    }
}

extension MeasureGap {
    fileprivate func write(to list: inout JSONWriter) {
        list.object { object in
            object.member("code", explanation.measure.code)
            object.member("metric", explanation.measure.metrics[0].code)
            object.member("status", StateWords.name(of: explanation.outcome.state))
            object.member("target", explanation.target?.value)
            object.member("comparison", explanation.target?.comparison.rawValue)
            object.member("measured", explanation.targetNumber?.rounded(.finest))
            object.member("difference", distance?.difference.rounded(.finest))
            if let isMet = explanation.isTargetMet { object.member("targetMet", isMet) }
            object.member("figureNeeded", distance?.figure)
            object.member("numeratorNeeded", distance?.numerator)
            object.member("furtherCases", distance?.cases)
            object.member("targetGain", targetGain)
            object.key("nextSteps")
            object.array { steps in
                for step in explanation.nextSteps {
                    steps.object { entry in
                        entry.member("comparison", step.needed.comparison.rawValue)
                        entry.member("value", step.needed.value.rounded(.finest))
                        entry.member("figure", step.figure)
                        entry.member("numerator", step.numerator)
                        entry.member("points", step.points)
                        entry.member("gain", step.gain)
                    }
                }
            }
            if let sampling {
                object.member("standardError", FixedDecimal(nearest: sampling.standardError))
                object.member("samplingMargin", FixedDecimal(nearest: sampling.margin))
                object.member("exceedsSamplingError", sampling.isExceeded)
            }
        }
    }
}
