package import Documents
internal import Words
import Assessment
import Scoring
import Tables
import Values

// Headings of the table are in the language; names of stages and origins are alike in both.
extension StageReport {
    /// The report as CSV, a row a unit with its total and a row a criterion, or field, with what each stage has for it.
    package func csv(in language: Language) -> [UInt8] {
        var writer = CSVWriter(language == .vi ? .excelVietnamese : .plain)
        let stageNames = [stages.before, stages.after].map { Self.label($0).text(language) }
        let origin = language == .vi ? "nguồn" : "origin"
        let headings =
            [
                Wording(vi: "Mã đơn vị", en: "Unit"), Wording(vi: "Tên đơn vị", en: "Unit name"),
                Wording(vi: "Mã tiêu chí", en: "Criterion"), Wording(vi: "Tên tiêu chí", en: "Criterion name"),
            ].map { $0.text(language) } + stageNames + [language == .vi ? "Tăng, giảm" : "Change"]
            + stageNames.map { "\($0) (\(origin))" }
            + [Label.reason.text(language), language == .vi ? "Lưu ý" : "Notes"]
        writer.writeRow(headings.map { .text($0) })
        let notice = header.shortNotice(in: language)
        for unit in units {
            let start: [CSVWriter.Cell] = [.text(unit.unit.code), .text(unit.unit.name)]
            func row(
                _ code: String, _ name: String, _ before: FixedDecimal, _ after: FixedDecimal, _ rest: [String]
            ) {
                let numbers = [before, after, after - before].map { number in
                    CSVWriter.Cell.number(number, minimumDigits: pointDigits)
                }
                let texts: [CSVWriter.Cell] = (rest + [notice]).map { $0.isEmpty ? .blank : .text($0) }
                writer.writeRow(start + [.text(code), .text(name)] + numbers + texts)
            }
            if isByField {
                for field in unit.fields {
                    let criterion = header.set.criteria[field]
                    row(
                        criterion.code, criterion.name.text(language), unit.before.tally(of: field).points,
                        unit.after.tally(of: field).points, ["", "", ""])
                }
            } else {
                for entry in unit.criteria {
                    row(
                        entry.criterion.code, entry.criterion.name.text(language), entry.before.points,
                        entry.after.points,
                        [entry.before.origin, entry.after.origin, Self.reason(of: entry, in: language)])
                }
            }
            row("", Label.total.text(language), unit.before.total.points, unit.after.total.points, ["", "", ""])
        }
        return writer.bytes
    }

    /// The report as JSON; keys are the same in both languages, decimals exact.
    package var json: String {
        var writer = JSONWriter()
        writer.object { root in
            header.write(to: &root)
            root.key("stages")
            root.array { list in
                list.value(stages.before.rawValue)
                list.value(stages.after.rawValue)
            }
            root.member("computedOnly", computedOnly)
            root.key("units")
            root.array { list in
                for unit in units { write(unit, to: &list) }
            }
            root.key("leftOut")
            root.array { list in
                for code in leftOut { list.value(code) }
            }
        }
        return writer.text
    }

    private func write(_ unit: StageUnit, to list: inout JSONWriter) {
        list.object { object in
            object.member("code", unit.unit.code)
            object.member("name", unit.unit.name)
            object.key("before")
            object.object { unit.before.total.write(to: &$0, index: unit.before.index) }
            object.key("after")
            object.object { unit.after.total.write(to: &$0, index: unit.after.index) }
            object.member("change", unit.after.total.points - unit.before.total.points)
            object.key("fields")
            object.array { fields in
                for field in unit.fields {
                    let (before, after) = (unit.before.tally(of: field).points, unit.after.tally(of: field).points)
                    fields.object { entry in
                        entry.member("code", header.set.criteria[field].code)
                        entry.member("before", before)
                        entry.member("after", after)
                        entry.member("change", after - before)
                    }
                }
            }
            object.key("criteria")
            object.array { criteria in
                for entry in unit.criteria {
                    criteria.object { node in
                        node.member("code", entry.criterion.code)
                        node.member("name", entry.criterion.name.vi)
                        node.key("before")
                        node.object { entry.before.write(to: &$0) }
                        node.key("after")
                        node.object { entry.after.write(to: &$0) }
                        node.member("change", entry.change)
                    }
                }
            }
        }
    }
}

extension StageReport.StagePoints {
    /// Where the points come from, as a stable name.
    fileprivate var origin: String { given == nil ? "computed" : "given" }

    fileprivate func write(to object: inout JSONWriter) {
        object.member("points", points)
        object.member("origin", origin)
        guard let given else { return }
        object.member("reason", given.reason)
        object.member("evidence", given.evidence)
        object.member("date", given.date)
    }
}
