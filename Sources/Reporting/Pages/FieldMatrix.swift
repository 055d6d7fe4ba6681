internal import Assessment
internal import Documents
internal import Scoring
internal import Values
internal import Words

/// Units by field, each field unfolding to its criteria. A field is a table of its own, so that it is never wider than
/// paper; one of many criteria is divided, with the names of the units again before each part.
struct FieldMatrix {
    private let frame: PageFrame
    private let part: RankPart
    private let suffix: String
    private let fields: [Int]
    /// The most criteria beside each other.
    private static let mostColumns = 10

    init(_ frame: PageFrame, _ part: RankPart, _ suffix: String) {
        (self.frame, self.part, self.suffix) = (frame, part, suffix)
        fields = frame.model.set.fieldIndices.filter { field in
            part.units.contains { frame.model.assessment.scores[$0].sum(of: field).maximum != 0 }
        }
    }

    private var set: CriteriaSet { frame.model.set }
    private var rows: [RankRow] { part.rows + part.unranked }
    private var partName: Phrase { frame.model.ranking.name(of: part) }

    func write(to page: inout Markup) {
        if rows.isEmpty { return }
        PageFrame.section("matrix" + suffix, title, isInner: true, to: &page) { section in
            section.element("p", ["class": "caption"], PageWords.matrixLegend)
            PageFrame.wide(Phrase("\(partName), \(PageWords.matrix)"), to: &section) { wide in
                writeTable(fields, named: PageWords.matrix, withNames: true, to: &wide)
            }
            for field in fields { write(field: field, to: &section) }
        }
    }

    /// The fields in which the units that are wholly measured differ most.
    private var title: Phrase {
        let spreads = fields.compactMap { field -> (Int, FixedDecimal)? in
            let sums = part.rows.map { $0.score.sum(of: field) }.filter { $0.maximum != 0 && $0.unmeasured == 0 }
            let indices = sums.compactMap { $0.exactIndex }
            guard indices.count > 1, let low = indices.min(), let high = indices.max(),
                let size = high.subtracting(low)?.rounded(Rounding(.halfAwayFromZero, digits: 1)), size > 0
            else { return nil }
            return (field, size)
        }.enumerated().sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.map { $0.element }
        if spreads.isEmpty { return PageWords.matrix }
        let names = spreads.prefix(2).map { field, size in
            PageWords.differs(set.criteria[field].shortTitle, size)
        }
        return PageWords.spread(names.joined("; "))
    }

    private func write(field: Int, to page: inout Markup) {
        let leaves = leaves(below: field)
        if leaves.isEmpty || leaves == [field] { return }
        let parts = stride(from: 0, to: leaves.count, by: Self.mostColumns).map {
            Array(leaves[$0..<min($0 + Self.mostColumns, leaves.count)])
        }
        let name = Phrase("\(set.criteria[field].code). \(Phrase(set.criteria[field].name).line())")
        page.element("details") { details in
            details.element("summary", PageWords.byCriterion(name))
            details.element("ol", ["class": "names"]) { list in
                for leaf in leaves {
                    list.element("li", Phrase("\(set.criteria[leaf].code) \(Phrase(set.criteria[leaf].name).line())"))
                }
            }
            for (position, part) in parts.enumerated() {
                let remark = parts.count > 1 ? PageWords.part(position + 1, of: parts.count) : nil
                let title = name.with(remark: remark)
                PageFrame.wide(Phrase("\(partName), \(title)"), to: &details) {
                    writeTable(part, named: title, withNames: false, to: &$0)
                }
            }
        }
        page.line()
    }

    private func leaves(below node: Int) -> [Int] {
        let children = set.criteria[node].children
        if !children.isEmpty { return children.flatMap(leaves) }
        let isScored = part.units.contains { frame.model.assessment.scores[$0].sum(of: node).maximum != 0 }
        return isScored ? [node] : []
    }

    private func writeTable(_ nodes: [Int], named title: Phrase, withNames: Bool, to page: inout Markup) {
        page.element("table", ["class": "matrix"]) { table in
            table.element("caption", title)
            table.element("thead") { head in
                head.element("tr") { row in
                    row.element("th", ["scope": "col"], .unit)
                    for node in nodes {
                        let criterion = set.criteria[node]
                        let name = withNames ? criterion.shortTitle : Phrase(verbatim: criterion.code)
                        row.element("th", ["scope": "col", "class": "number"], name)
                    }
                    if withNames { row.element("th", ["scope": "col", "class": "number"], .index) }
                }
            }
            table.element("tbody") { body in for row in rows { write(row, nodes, withNames, to: &body) } }
        }
    }

    private func write(_ row: RankRow, _ nodes: [Int], _ withIndex: Bool, to page: inout Markup) {
        let address = frame.model.assessment.position(ofUnit: row.unit.code).flatMap(frame.address(ofUnit:))
        page.element("tr") { line in
            line.element("th", ["scope": "row"]) { $0.link(Phrase(verbatim: row.unit.name).line(), to: address) }
            for node in nodes { write(row.score.sum(of: node), to: &line) }
            if withIndex {
                line.element("td", ["class": "number"]) { cell in
                    let index = row.sum.exactIndex?.rounded(set.rounding.index)
                    cell.element("strong", index.map(frame.index) ?? PageWords.none)
                }
            }
        }
        page.line()
    }

    private func write(_ sum: PointSum, to line: inout Markup) {
        guard sum.maximum != 0, let index = sum.exactIndex else {
            return line.element("td", ["class": "none"], PageWords.none)
        }
        if sum.unmeasured == sum.maximum { return line.element("td", ["class": "open"], PageWords.notMeasured) }
        line.element("td", ["class": sum.unmeasured > 0 ? "open" : Self.shade(index)]) { cell in
            cell.text(frame.percent(index))
            if sum.unmeasured > 0 {
                cell.element(
                    "small", Phrase(" \(PageWords.lacks) \(frame.points(sum.unmeasured))/\(frame.points(sum.maximum))"))
            }
        }
    }

    /// The shade of an index: five, the upper narrower, since most units are near the maximum.
    private static func shade(_ index: ExactRatio) -> String {
        let bounds: [ExactRatio] = [75, 85, 92, 97].map { ExactRatio($0) }
        return "q\(bounds.count { index >= $0 })"
    }
}
