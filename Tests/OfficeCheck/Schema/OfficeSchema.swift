/// What elements may hold, as lines of text: `name | attributes | content`.
///
///     row | r=count! ht=number hidden=bool | c*
///
/// An attribute has its type behind its name, and `!` where it must stand there; content is a sequence of elements, each
/// with `?`, `*` or `+`, in which `(a,b)` is one of several; `text` stands for characters. An element that holds something
/// else in another one is named with it: `tblCellMar/top`.
struct OfficeSchema {
    private struct Element {
        var attributes: [String: (type: OfficeType, isNeeded: Bool)] = [:]
        var particles: [Particle] = []
        var hasText = false
    }

    /// A member of a sequence.
    private struct Particle {
        let names: Set<String>
        let isNeeded: Bool
        let repeats: Bool
    }

    private var elements: [String: Element] = [:]

    /// - Parameter prefix: What the names of the vocabulary begin with.
    init(_ lines: String, prefix: String = "") {
        func named(_ name: Substring) -> String {
            name.contains(":") ? String(name) : name.split(separator: "/").map { prefix + $0 }.joined(separator: "/")
        }
        for line in lines.split(separator: "\n") where !line.hasPrefix("//") {
            let parts = line.split(separator: "|", omittingEmptySubsequences: false)
            precondition(parts.count == 3, "\(line)")
            var element = Element()
            for attribute in parts[1].split(separator: " ") {
                let isNeeded = attribute.hasSuffix("!")
                let pair = attribute.dropLast(isNeeded ? 1 : 0).split(separator: "=")
                precondition(pair.count == 2, "\(attribute)")
                element.attributes[named(pair[0])] = (OfficeType(pair[1]), isNeeded)
            }
            for particle in parts[2].split(separator: " ") {
                if particle == "text" {
                    element.hasText = true
                    continue
                }
                let sign = particle.last.flatMap { "?*+".contains($0) ? $0 : nil }
                let names = particle.filter { !"()?*+".contains($0) }.split(separator: ",").map(named)
                element.particles.append(
                    Particle(
                        names: Set(names), isNeeded: sign == nil || sign == "+", repeats: sign == "*" || sign == "+"))
            }
            for name in parts[0].split(separator: " ") { elements[named(name)] = element }
        }
    }

    // MARK: - Checking

    /// Holds an element and all in it against the schema.
    func check(_ element: OfficeElement, in parent: String = "", _ report: (OfficeRule, String, String) -> Void) {
        guard let wanted = elements[parent + "/" + element.name] ?? elements[element.name] else {
            return report(.unknownElement, element.place, "is not known in \(parent)")
        }
        for (name, value) in element.attributes.sorted(by: { $0.key < $1.key }) {
            guard name != "xml:space" else { continue }
            guard let attribute = wanted.attributes[name] else {
                report(.unknownAttribute, element.place, name)
                continue
            }
            if !attribute.type.holds(value) { report(.attributeValue, element.place, "\(name)=\"\(value)\"") }
        }
        for (name, attribute) in wanted.attributes where attribute.isNeeded && element[name] == nil {
            report(.missingAttribute, element.place, name)
        }
        if !wanted.hasText, element.text.contains(where: { !$0.isWhitespace }) {
            report(.strayText, element.place, String(element.text.prefix(40)))
        }
        let isText = wanted.hasText && element.text.first.map { $0.isWhitespace } ?? false
        let endsBlank = wanted.hasText && element.text.last.map { $0.isWhitespace } ?? false
        if isText || endsBlank, ["t", "w:t"].contains(element.name), element["xml:space"] != "preserve" {
            report(.space, element.place, element.text)
        }
        checkOrder(of: element, wanted, report)
        for child in element.children { check(child, in: element.name, report) }
    }

    private func checkOrder(
        of element: OfficeElement, _ wanted: Element, _ report: (OfficeRule, String, String) -> Void
    ) {
        var position = 0
        var found = [Int](repeating: 0, count: wanted.particles.count)
        for child in element.children {
            guard let index = wanted.particles.indices.last(where: { wanted.particles[$0].names.contains(child.name) })
            else {
                // Its own check says so where it is unknown everywhere.
                if elements[child.name] != nil || elements[element.name + "/" + child.name] != nil {
                    report(.unknownElement, child.place, "does not belong in \(element.name)")
                }
                continue
            }
            found[index] += 1
            if index < position {
                let before = wanted.particles[position].names.sorted().joined(separator: "/")
                report(.elementOrder, element.place, "\(child.name) behind \(before)")
            } else if found[index] > 1, !wanted.particles[index].repeats {
                report(.repeatedElement, element.place, child.name)
            }
            position = max(position, index)
        }
        for (particle, count) in zip(wanted.particles, found) where particle.isNeeded && count == 0 {
            report(.missingElement, element.place, particle.names.sorted().joined(separator: "/"))
        }
    }
}

/// What an attribute holds.
enum OfficeType {
    case text(limit: Int)
    /// Whole numbers, which may be negative.
    case whole(isSigned: Bool)
    /// A plain decimal number.
    case decimal
    /// Hexadecimal digits, so many where that is fixed.
    case hexadecimal(count: Int?)
    /// A cell, or an area of cells.
    case cell(isArea: Bool)
    /// Areas divided by spaces.
    case areas
    /// A colour, or `auto`.
    case colour
    case words(Set<String>)

    init(_ name: Substring) {
        switch name {
        case "text": self = .text(limit: .max)
        case "text32": self = .text(limit: 32)
        case "text255": self = .text(limit: 255)
        // A name that is not blank.
        case "id": self = .text(limit: -1)
        case "bool": self = .words(["0", "1", "true", "false"])
        case "onOff": self = .words(["0", "1", "true", "false", "on", "off"])
        case "count": self = .whole(isSigned: false)
        case "int": self = .whole(isSigned: true)
        case "number": self = .decimal
        case "cell": self = .cell(isArea: false)
        case "ref": self = .cell(isArea: true)
        case "refs": self = .areas
        case "argb": self = .hexadecimal(count: 8)
        case "hex": self = .hexadecimal(count: nil)
        case "rgb": self = .colour
        default: self = .words(Set(name.split(separator: "/").map(String.init)))
        }
    }

    func holds(_ value: String) -> Bool {
        switch self {
        case .text(let limit): limit < 0 ? !value.isEmpty : value.utf8.count <= limit || value.utf16.count <= limit
        case .whole(let isSigned): Self.isDigits(value.utf8.dropFirst(isSigned && value.hasPrefix("-") ? 1 : 0))
        case .decimal: Self.isDecimal(value)
        case .hexadecimal(let count): Self.isHexadecimal(value, count: count)
        case .cell(let isArea): Self.isArea(value[...], corners: isArea ? 2 : 1)
        case .areas:
            value.split(separator: " ", omittingEmptySubsequences: false).allSatisfy { Self.isArea($0, corners: 2) }
        case .colour: value == "auto" || Self.isHexadecimal(value, count: 6)
        case .words(let words): words.contains(value)
        }
    }

    private static func isArea(_ value: Substring, corners: Int) -> Bool {
        let parts = value.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count <= corners && parts.allSatisfy { !$0.contains("$") && CellArea.corner($0) != nil }
    }

    private static func isDigits(_ digits: some Collection<UInt8>) -> Bool {
        (1...10).contains(digits.count) && digits.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Whether a text is a number without exponent and sign of its own: `-12.5`.
    static func isDecimal(_ value: String) -> Bool {
        var rest = value.utf8[...]
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        let whole = rest.prefix { (0x30...0x39).contains($0) }
        rest = rest.dropFirst(whole.count)
        guard !whole.isEmpty else { return false }
        guard let point = rest.popFirst() else { return true }
        return point == UInt8(ascii: ".") && !rest.isEmpty && rest.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func isHexadecimal(_ value: String, count: Int?) -> Bool {
        !value.isEmpty && (count ?? value.utf8.count) == value.utf8.count && value.allSatisfy(\.isHexDigit)
    }
}
