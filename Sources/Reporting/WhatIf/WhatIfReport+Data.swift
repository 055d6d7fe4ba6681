package import Documents
internal import Words
import Assessment
import Scoring
import Tables
import Values

// Headings of the tables are in the language; statuses are stable names in both.
extension WhatIfReport {
    /// The scenarios as CSV, a row a node and scenario; with a sweep and no scenario, a row a value.
    package func csv(in language: Language) -> [UInt8] {
        var writer = CSVWriter(language == .vi ? .excelVietnamese : .plain)
        let notice = CSVWriter.Cell.text(header.shortNotice(in: language))
        if let sweep, replays.isEmpty {
            write(sweep, to: &writer, notice: notice, in: language)
            return writer.bytes
        }
        writer.writeRow(Self.headings.map { .text($0.text(language)) })
        let digits = set.rounding.points.digits
        func number(_ value: FixedDecimal?) -> CSVWriter.Cell {
            value.map { .number($0, minimumDigits: digits) } ?? .blank
        }
        for (position, replay) in replays.enumerated() {
            let head: [CSVWriter.Cell] = [.text(unit.code), .text(unit.name), .text(name(of: position, in: language))]
            for index in set.criteria.indices {
                let (before, after) = (score.criterion(index), replay.after.criterion(index))
                let change = replay.changes.first { $0.criterion == index }
                func figure(_ figure: Figure?) -> CSVWriter.Cell {
                    guard let figure, let change else { return .blank }
                    return .text(FigureWords.text(figure, of: change.metric, in: language))
                }
                let node: [CSVWriter.Cell] = [
                    .text(set.criteria[index].code), .text(CleanText.line(set.criteria[index].name.text(language))),
                    number(after.tally.maximum), number(before.points), number(after.points),
                    number(after.tally.points - before.tally.points), figure(change?.before), figure(change?.after),
                ]
                writer.writeRow(head + node + [notice])
            }
            let (before, after) = (score.total, replay.after.total)
            let total: [CSVWriter.Cell] = [
                .blank, .text(Label.total.text(language)), number(after.maximum), number(before.points),
                number(after.points), number(after.points - before.points), .blank, .blank,
            ]
            writer.writeRow(head + total + [notice])
        }
        return writer.bytes
    }

    private func write(
        _ sweep: Sweep, to writer: inout CSVWriter, notice: CSVWriter.Cell, in language: Language
    ) {
        let headings = [
            Wording(vi: "Mã số liệu", en: "Metric"), Wording(vi: "Giá trị", en: "Value"),
            Wording(vi: "Tử số", en: "Numerator"), Wording(vi: "Mẫu số", en: "Denominator"),
            Wording(vi: "Điểm tiêu chí", en: "Points of the criterion"), Wording(vi: "Tổng điểm", en: "Total"),
            Wording(vi: "Chỉ số", en: "Index"), Wording(vi: "Thứ hạng", en: "Rank"), Wording(vi: "Lưu ý", en: "Notes"),
        ]
        writer.writeRow(headings.map { .text($0.text(language)) })
        for point in sweep.points {
            var counts: (CSVWriter.Cell, CSVWriter.Cell) = (.blank, .blank)
            if case .ratio(let numerator, let denominator) = point.figure {
                counts = (.number(numerator), .number(denominator))
            }
            let index = point.index?.rounded(set.rounding.index)
            writer.writeRow([
                .text(sweep.metric.code), point.figure.exactNumber?.rounded(.finest).map { .number($0) } ?? .blank,
                counts.0, counts.1, point.points.map { .number($0) } ?? .blank, .number(point.total),
                index.map { .number($0) } ?? .blank,
                point.rank.map { .number($0.rank.decimal) } ?? .blank, notice,
            ])
        }
    }

    private static let headings = [
        Wording(vi: "Mã đơn vị", en: "Unit"), Wording(vi: "Tên đơn vị", en: "Unit name"),
        Wording(vi: "Phương án", en: "Scenario"), Wording(vi: "Mã tiêu chí", en: "Criterion"),
        Wording(vi: "Tên tiêu chí", en: "Criterion name"), Wording(vi: "Điểm tối đa", en: "Maximum"),
        Wording(vi: "Điểm hiện tại", en: "Points now"), Wording(vi: "Điểm sau thay đổi", en: "Points after"),
        Wording(vi: "Chênh lệch", en: "Difference"), Wording(vi: "Số liệu hiện tại", en: "Figure now"),
        Wording(vi: "Số liệu sau thay đổi", en: "Figure after"), Wording(vi: "Lưu ý", en: "Notes"),
    ]

    /// The report as JSON; keys are the same in both languages.
    package var json: String {
        var writer = JSONWriter()
        writer.object { root in
            header.write(to: &root)
            root.key("unit")
            root.object { object in
                object.member("code", unit.code)
                object.member("name", unit.name)
                object.member("group", unit.group)
            }
            root.key("now")
            root.object { write(score, rank, to: &$0) }
            root.key("scenarios")
            root.array { list in
                for replay in replays { write(replay, to: &list) }
            }
            if let sweep {
                root.key("sweep")
                root.object { write(sweep, to: &$0) }
            }
        }
        return writer.text
    }

    private func write(_ score: UnitScore, _ rank: GroupRank?, to object: inout JSONWriter) {
        object.member("points", score.total.points)
        object.member("maximum", score.total.maximum)
        object.member("index", score.index)
        object.member("coverage", score.coverage)
        object.member("class", score.classification?.unitClass?.code)
        object.member("rank", rank?.rank.decimal)
        object.member("ranked", rank?.count)
        object.member("tied", rank?.tied)
    }

    private func write(_ replay: ScenarioReplay, to list: inout JSONWriter) {
        list.object { object in
            object.member("name", replay.scenario.name)
            replay.scenario.write(to: &object)
            object.key("figures")
            object.array { figures in
                for change in replay.changes {
                    figures.object { entry in
                        entry.member("metric", change.metric.code)
                        entry.member("criterion", set.criteria[change.criterion].code)
                        write(change.before, as: "before", to: &entry)
                        write(change.after, as: "after", to: &entry)
                    }
                }
            }
            write(replay.after, replay.rankAfter, to: &object)
            object.key("criteria")
            object.array { nodes in
                for index in set.criteria.indices {
                    let (before, after) = (score.criterion(index), replay.after.criterion(index))
                    nodes.object { node in
                        node.member("code", set.criteria[index].code)
                        node.member("maximum", after.tally.maximum)
                        node.member("before", before.points)
                        node.member("after", after.points)
                        node.member("gain", after.tally.points - before.tally.points)
                    }
                }
            }
        }
    }

    private func write(_ figure: Figure, as key: String, to object: inout JSONWriter) {
        object.key(key)
        object.object { entry in
            switch figure {
            case .value(let value): entry.member("value", value)
            case .ratio(let numerator, let denominator):
                entry.member("numerator", numerator)
                entry.member("denominator", denominator)
            case .notReported: entry.member("status", Scenario.Absence.notReported.rawValue)
            case .notApplicable: entry.member("status", Scenario.Absence.notApplicable.rawValue)
            case .awaited: entry.member("status", Scenario.Absence.awaited.rawValue)
            case .notPublished: entry.member("status", Scenario.Absence.notPublished.rawValue)
            }
        }
    }

    private func write(_ sweep: Sweep, to object: inout JSONWriter) {
        object.member("metric", sweep.metric.code)
        object.member("criterion", set.criteria[sweep.criterion].code)
        object.member("hasExactBreaks", sweep.hasExactBreaks)
        object.key("values")
        object.array { list in
            for point in sweep.points {
                list.object { entry in
                    write(point.figure, as: "figure", to: &entry)
                    entry.member("isMeasured", point.isMeasured)
                    entry.member("isBreak", point.isBreak)
                    entry.member("points", point.points)
                    entry.member("total", point.total)
                    entry.member("index", point.index?.rounded(set.rounding.index))
                    entry.member("rank", point.rank?.rank.decimal)
                }
            }
        }
    }
}
