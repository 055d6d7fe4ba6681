internal import Documents
internal import Values

/// A shape of a chart on a scale of a thousand steps; its colour is the style sheet's.
enum Shape: Sendable {
    /// A bar between two steps; half as high where it is slim.
    case bar(Range<Int>, Look, isSlim: Bool = false)
    /// A mark across the bar, or a shorter one.
    case tick(Int, Look, isShort: Bool = false)

    /// What a shape stands for.
    enum Look: String, Sendable {
        case own, lost, whole, unmeasured, median, best, before, up, down, range, reach
        case level0, level1, level2, level3, level4, level5, level6
    }

    /// The look of a level of answers among some, spread from the lowest to the highest.
    static func level(_ position: Int, of count: Int) -> Look {
        let looks: [Look] = [.level0, .level1, .level2, .level3, .level4, .level5, .level6]
        return looks[count > 1 ? position * 6 / (count - 1) : 6]
    }
}

/// A scale from one number to another, in a thousand steps.
struct ChartScale: Sendable {
    let (low, high): (FixedDecimal, FixedDecimal)

    /// The step of a number, at the ends for what lies beyond.
    func step(_ number: FixedDecimal) -> Int {
        let (from, to) = (Int128(low.mantissa), Int128(high.mantissa))
        guard to > from else { return 0 }
        let step = ((Int128(number.mantissa) - from) * 2_000 + (to - from)) / (2 * (to - from))
        return Int(min(max(step, 0), 1_000))
    }

    /// Those between two numbers.
    func steps(_ first: FixedDecimal, _ last: FixedDecimal) -> Range<Int> {
        let (first, last) = (step(first), step(last))
        return min(first, last)..<max(first, last)
    }

    /// From 0 to 100.
    static let percent = ChartScale(low: 0, high: 100)
}

extension Markup {
    /// Shapes one over the other; the numbers stand beside them, so that readers of the text miss nothing.
    mutating func shapes(_ shapes: [Shape]) {
        element(
            "svg",
            ["viewBox": "0 0 1000 20", "preserveAspectRatio": "none", "aria-hidden": "true", "focusable": "false"]
        ) { svg in
            for shape in shapes { svg.shape(shape) }
        }
    }

    private mutating func shape(_ shape: Shape) {
        func rectangle(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ name: String) {
            element(
                "rect",
                [
                    "class": name, "x": String(x), "y": String(y), "width": String(width),
                    "height": String(height),
                ], Phrase.none)
        }
        switch shape {
        case .bar(let steps, let look, let isSlim):
            if !steps.isEmpty {
                rectangle(steps.lowerBound, isSlim ? 7 : 3, steps.count, isSlim ? 6 : 14, look.rawValue)
            }
        case .tick(let step, let look, let isShort):
            rectangle(min(max(step - 3, 0), 994), isShort ? 5 : 0, 6, isShort ? 10 : 20, look.rawValue + " tick")
        }
    }
}

/// A row of a chart: what it is about, its shapes, and the numbers they stand for.
struct ChartRow: Sendable {
    var label: Phrase
    var link: String?
    var shapes: [Shape]
    var cells: [Phrase]
    /// Whether the row is the one that the page is about, or a sum.
    var isStrong = false
}

extension Markup {
    /// A chart, which is a table with shapes in it: its caption says how to read it.
    ///
    /// - Parameters:
    ///   - id: what the chart is called in addresses and in the names of saved pictures.
    ///   - caption: how to read it.
    ///   - label: the heading of the labels.
    ///   - scale: what the scale is.
    ///   - headings: those of the cells behind the shapes.
    mutating func chart(
        _ id: String, _ caption: Phrase, label: Phrase, scale: Phrase, headings: [Phrase], _ rows: [ChartRow]
    ) {
        element("figure", ["class": "chart", "id": id]) { figure in
            // Narrow screens show rows as blocks; roles keep it a table for readers of the text.
            figure.element("table", ["role": "table"]) { table in
                table.element("caption", caption)
                table.element("thead", ["role": "rowgroup"]) { head in
                    head.element("tr", ["role": "row"]) { row in
                        row.element("th", ["scope": "col", "role": "columnheader"], label)
                        row.element("th", ["scope": "col", "role": "columnheader", "class": "plot"], scale)
                        for heading in headings {
                            row.element("th", ["scope": "col", "role": "columnheader", "class": "number"], heading)
                        }
                    }
                }
                let names = headings.map { $0.text(table.language) }
                table.element("tbody", ["role": "rowgroup"]) { body in
                    for row in rows { body.chart(row: row, named: names) }
                }
            }
        }
        line()
    }

    private mutating func chart(row: ChartRow, named headings: [String]) {
        element("tr", row.isStrong ? ["role": "row", "class": "strong"] : ["role": "row"]) { line in
            line.element("th", ["scope": "row", "role": "rowheader"]) { $0.link(row.label, to: row.link) }
            line.element("td", ["class": "plot", "role": "cell"]) { $0.shapes(row.shapes) }
            for (heading, cell) in zip(headings, row.cells) {
                line.element("td", ["class": "number", "role": "cell", "data-label": heading], cell)
            }
        }
        self.line()
    }

    /// A text that leads somewhere, where there is something to lead to.
    mutating func link(_ text: Phrase, to address: String?) {
        if let address { element("a", ["href": address], text) } else { self.text(text) }
    }
}
