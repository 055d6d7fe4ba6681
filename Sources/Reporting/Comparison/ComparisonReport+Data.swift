package import Documents
internal import Words
import Assessment
import Scoring
import Tables
import Values

// Headings of the table are in the language; names of steps, states and reasons are alike in both.
extension ComparisonReport {
    /// The report as CSV: a row a unit with its total, and a row a field or criterion where the report has them.
    package func csv(in language: Language) -> [UInt8] {
        var writer = CSVWriter(language == .vi ? .excelVietnamese : .plain)
        writer.writeRow(Self.headings(in: language).map { .text($0) })
        var words: [String] = []
        for header in [before, after] {
            let notice = header.shortNotice(in: language)
            if !notice.isEmpty, !words.contains(notice) { words.append(notice) }
        }
        let notice = words.joined(separator: "; ")
        for unit in units {
            let start: [CSVWriter.Cell] = [
                .text(unit.after.code), .text(unit.after.name),
                .text(unit.before.map(\.code).joined(separator: ", ")),
            ]
            for node in detail == .unit ? [] : unit.comparison.nodes where detail == .criterion || node.isField {
                let name = (node.after ?? node.before)?.name.text(language) ?? ""
                let remark = ComparisonWords.remarks(node, in: language)
                let numbers = node.isApart ? Self.blanks : cells(node.bridge)
                writer.writeRow(start + [.text(node.code), .text(name)] + numbers + [.text(remark), .text(notice)])
            }
            let remark = text(partOf: unit, in: language).first ?? ""
            writer.writeRow(
                start + [.blank, .text(Label.total.text(language))] + cells(unit.comparison.total)
                    + [.text(remark), .text(notice)])
        }
        for gap in gaps {
            let unit = self.unit(of: gap)
            writer.writeRow(
                [.text(unit?.code ?? ""), .text(unit?.name ?? "")] + Array(repeating: .blank, count: 3) + Self.blanks
                    + [.text(text(gap, in: language)), .text(notice)])
        }
        return writer.bytes
    }

    private static let blanks = [CSVWriter.Cell](repeating: .blank, count: 11)

    private static func headings(in language: Language) -> [String] {
        let steps = ComparisonStep.allCases.map(ComparisonWords.heading)
        let all =
            [
                Wording(vi: "Mã đơn vị", en: "Unit"), Wording(vi: "Tên đơn vị", en: "Unit name"),
                Wording(vi: "So với", en: "Compared with"), Wording(vi: "Mã tiêu chí", en: "Criterion"),
                Wording(vi: "Tên tiêu chí", en: "Criterion name"), Wording(vi: "Điểm trước", en: "Points before"),
            ] + steps + [
                Wording(vi: "Điểm sau", en: "Points after"), Wording(vi: "Tăng, giảm", en: "Change"),
                Wording(vi: "Điểm tối đa trước", en: "Maximum before"),
                Wording(vi: "Điểm tối đa sau", en: "Maximum after"),
                Wording(vi: "Chỉ số trước", en: "Index before"), Wording(vi: "Chỉ số sau", en: "Index after"),
                Wording(vi: "Ghi chú", en: "Remarks"), Wording(vi: "Lưu ý", en: "Notes"),
            ]
        return all.map { $0.text(language) }
    }

    private func cells(_ bridge: Bridge) -> [CSVWriter.Cell] {
        func points(_ value: FixedDecimal) -> CSVWriter.Cell { .number(value, minimumDigits: pointDigits) }
        func index(_ value: FixedDecimal?) -> CSVWriter.Cell {
            value.map { .number($0, minimumDigits: indexDigits) } ?? .blank
        }
        return [points(bridge.first.points)] + ComparisonStep.allCases.map { points(bridge.points($0)) }
            + [bridge.last.points, bridge.change, bridge.first.maximum, bridge.last.maximum].map(points)
            + [index(bridge.indices?.first), index(bridge.indices?.last)]
    }

    /// The unit that a gap is about.
    private func unit(of gap: UnitPairing.Gap) -> Unit? {
        if let after = gap.after { return unitsAfter[after] }
        return gap.before.map { unitsBefore[$0] }
    }

    /// The report as JSON; keys are the same in both languages, decimals exact. It always has every criterion.
    package var json: String {
        var writer = JSONWriter()
        writer.object { root in
            root.key("before")
            root.object { before.write(to: &$0) }
            root.key("after")
            root.object { after.write(to: &$0) }
            root.key("steps")
            root.array { list in
                for step in ComparisonStep.allCases { list.value(ComparisonWords.name(step)) }
            }
            root.key("units")
            root.array { list in
                for unit in units { write(unit, to: &list) }
            }
            root.key("notCompared")
            root.array { list in
                for gap in gaps { write(gap, to: &list) }
            }
            root.key("leftOut")
            root.array { list in
                for code in leftOut { list.value(code) }
            }
        }
        return writer.text
    }

    private func write(_ unit: ComparedUnit, to list: inout JSONWriter) {
        let comparison = unit.comparison
        list.object { object in
            object.member("code", unit.after.code)
            object.member("name", unit.after.name)
            object.key("comparedWith")
            object.array { codes in
                for unit in unit.before { codes.value(unit.code) }
            }
            object.member("successor", unit.isSuccession)
            object.key("total")
            object.object { comparison.total.write(to: &$0) }
            object.key("adjustment")
            object.object { comparison.adjustment.write(to: &$0) }
            object.key("criteria")
            object.array { nodes in
                for node in comparison.nodes where !node.isApart { write(node, to: &nodes) }
            }
            guard comparison.isPartial else { return }
            object.key("notComparable")
            object.object { part in
                part.member("points", comparison.apartAfter.points)
                part.member("maximum", comparison.apartAfter.maximum)
                part.key("reasons")
                part.array { reasons in
                    for gap in unit.gaps {
                        reasons.object { reason in
                            reason.member("criterion", gap.leaf)
                            reason.member("metric", gap.metric)
                            reason.member("reason", gap.fault.rawValue)
                        }
                    }
                }
            }
        }
    }

    private func write(_ node: NodeComparison, to list: inout JSONWriter) {
        list.object { object in
            object.member("code", node.code)
            object.member("name", (node.after ?? node.before)?.name.vi)
            object.member("field", node.isField)
            object.member("leaf", node.isLeaf)
            if node.before == nil { object.member("is", "new") }
            if node.after == nil { object.member("is", "gone") }
            if node.isRenamed { object.member("nameBefore", node.before?.name.vi) }
            if node.isLeaf {
                object.member("statusBefore", node.statusBefore.map(StateWords.name))
                object.member("statusAfter", node.statusAfter.map(StateWords.name))
            }
            node.bridge.write(to: &object)
        }
    }

    private func write(_ gap: UnitPairing.Gap, to list: inout JSONWriter) {
        list.object { object in
            object.member("unit", unit(of: gap)?.code)
            switch gap {
            case .noPredecessor: object.member("reason", "noPredecessor")
            case .noSuccessor: object.member("reason", "noSuccessor")
            case .levelsDiffer: object.member("reason", "levelsDiffer")
            case .unknownPredecessors(_, let codes):
                object.member("reason", "unknownPredecessors")
                object.key("predecessors")
                object.array { list in
                    for code in codes { list.value(code) }
                }
            case .divided(_, let before, let successors):
                object.member("reason", "divided")
                object.member("predecessor", unitsBefore[before].code)
                object.key("successors")
                object.array { list in
                    for successor in successors { list.value(unitsAfter[successor].code) }
                }
            }
        }
    }
}

extension Bridge {
    fileprivate func write(to object: inout JSONWriter) {
        let indices = indices
        object.key("before")
        object.object { first.write(to: &$0, index: indices?.first) }
        object.key("steps")
        object.object { steps in
            for step in ComparisonStep.allCases {
                steps.key(ComparisonWords.name(step))
                steps.object { entry in
                    entry.member("points", points(step))
                    entry.member("maximum", maximum(step))
                    entry.member("index", indexSteps?[step.rawValue])
                }
            }
        }
        object.key("after")
        object.object { last.write(to: &$0, index: indices?.last) }
        object.member("change", change)
    }
}

extension Tally {
    func write(to object: inout JSONWriter, index: FixedDecimal?) {
        object.member("points", points)
        object.member("maximum", maximum)
        object.member("index", index)
    }
}
