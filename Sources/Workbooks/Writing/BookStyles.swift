/// How a cell of a written workbook looks and behaves.
package struct CellLook: Hashable, Sendable {
    /// How a text stands in its cell.
    package enum Alignment: String, Hashable, Sendable { case left, center, right, justify }

    /// How a number is shown; codes are text whatever they look like.
    package enum Format: Hashable, Sendable {
        case general, text
        /// With so many decimals.
        case decimals(Int)
        case percent
    }

    package var isBold = false
    package var isItalic = false
    /// Whether lines break within the cell.
    package var wraps = true
    package var alignment = Alignment.left
    package var isVerticallyCentred = false
    package var hasBorder = true
    /// The colour behind it as six hexadecimal digits; nil for none.
    package var fill: String?
    package var format = Format.general
    /// Whether it can be changed where the sheet is protected.
    package var isUnlocked = false

    package init() {}

    /// The same with some changes.
    package func with(_ change: (inout CellLook) -> Void) -> CellLook {
        var look = self
        change(&look)
        return look
    }
}

/// The looks that a workbook uses, each written once.
struct BookStyles {
    private var looks: [CellLook] = []
    private var positions: [CellLook: Int] = [:]

    /// The number by which cells name a look; 0 is what cells without one have.
    mutating func index(of look: CellLook) -> Int {
        if let position = positions[look] { return position }
        looks.append(look)
        positions[look] = looks.count
        return looks.count
    }

    func write(to xml: inout XMLWriter) {
        var (fonts, fills, formats): ([CellFont], [String], [String]) = ([CellFont()], [], [])
        func number<Value: Equatable>(_ value: Value, in list: inout [Value]) -> Int {
            if let index = list.firstIndex(of: value) { return index }
            list.append(value)
            return list.count - 1
        }
        let numbers = looks.map { look in
            (
                font: number(CellFont(isBold: look.isBold, isItalic: look.isItalic), in: &fonts),
                // Two fills stand in every workbook.
                fill: look.fill.map { number($0, in: &fills) + 2 } ?? 0,
                format: look.format.builtIn ?? look.format.code.map { number($0, in: &formats) + 164 } ?? 0
            )
        }
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        xml.element("styleSheet", ["xmlns": main]) { xml in
            if !formats.isEmpty {
                xml.element("numFmts", ["count": "\(formats.count)"]) { xml in
                    for (index, code) in formats.enumerated() {
                        xml.element("numFmt", ["numFmtId": "\(164 + index)", "formatCode": code])
                    }
                }
            }
            xml.element("fonts", ["count": "\(fonts.count)"]) { xml in for font in fonts { font.write(to: &xml) } }
            xml.element("fills", ["count": "\(fills.count + 2)"]) { xml in
                for pattern in ["none", "gray125"] {
                    xml.element("fill") { $0.element("patternFill", ["patternType": pattern]) }
                }
                for fill in fills {
                    xml.element("fill") { xml in
                        xml.element("patternFill", ["patternType": "solid"]) { xml in
                            xml.element("fgColor", ["rgb": "FF" + fill])
                            xml.element("bgColor", ["indexed": "64"])
                        }
                    }
                }
            }
            xml.element("borders", ["count": "2"]) { xml in
                for style in [nil, "thin"] as [String?] {
                    xml.element("border") { xml in
                        for side in ["left", "right", "top", "bottom"] {
                            xml.element(side, ["style": style]) { xml in
                                if style != nil { xml.element("color", ["indexed": "64"]) }
                            }
                        }
                        xml.element("diagonal")
                    }
                }
            }
            let usual: XMLWriter.Attributes = ["numFmtId": "0", "fontId": "0", "fillId": "0", "borderId": "0"]
            xml.element("cellStyleXfs", ["count": "1"]) { $0.element("xf", usual) }
            xml.element("cellXfs", ["count": "\(looks.count + 1)"]) { xml in
                xml.element("xf", ["numFmtId": "0", "fontId": "0", "fillId": "0", "borderId": "0", "xfId": "0"])
                for (look, number) in zip(looks, numbers) { look.write(number, to: &xml) }
            }
            xml.element("cellStyles", ["count": "1"]) {
                $0.element("cellStyle", ["name": "Normal", "xfId": "0", "builtinId": "0"])
            }
        }
    }
}

/// The font of cells; decree 30/2020/NĐ-CP asks for Times New Roman.
private struct CellFont: Equatable {
    var isBold = false
    var isItalic = false

    func write(to xml: inout XMLWriter) {
        xml.element("font") { xml in
            if isBold { xml.element("b") }
            if isItalic { xml.element("i") }
            xml.element("sz", ["val": "12"])
            xml.element("name", ["val": "Times New Roman"])
            xml.element("family", ["val": "1"])
        }
    }
}

extension CellLook {
    fileprivate func write(_ number: (font: Int, fill: Int, format: Int), to xml: inout XMLWriter) {
        xml.element(
            "xf",
            [
                "numFmtId": "\(number.format)", "fontId": "\(number.font)", "fillId": "\(number.fill)",
                "borderId": hasBorder ? "1" : "0", "xfId": "0", "applyNumberFormat": "1", "applyFont": "1",
                "applyFill": "1", "applyBorder": "1", "applyAlignment": "1", "applyProtection": "1",
            ]
        ) { xml in
            xml.element(
                "alignment",
                [
                    "horizontal": alignment.rawValue, "vertical": isVerticallyCentred ? "center" : "top",
                    "wrapText": wraps ? "1" : nil,
                ])
            xml.element("protection", ["locked": isUnlocked ? "0" : "1"])
        }
    }
}

extension CellLook.Format {
    /// The number of a format that every program knows.
    fileprivate var builtIn: Int? {
        switch self {
        case .general: 0
        case .text: 49
        case .percent: 10
        case .decimals: nil
        }
    }

    fileprivate var code: String? {
        guard case .decimals(let count) = self else { return nil }
        return count > 0 ? "0." + String(repeating: "0", count: count) : "0"
    }
}
