/// What a number format makes of a number: a percent, a day, a time, or the number as it is.
struct NumberFormat: Hashable {
    /// What one section of a format shows.
    enum Kind: Hashable {
        case plain
        /// Times a hundred for each percent sign.
        case percent(signs: Int)
        case day, time, moment
    }

    private struct Section: Hashable {
        var kind: Kind
        var condition: Condition?
    }

    private struct Condition: Hashable {
        var comparison: String
        var bound: Double

        func holds(for value: Double) -> Bool {
            switch comparison {
            case "<": value < bound
            case "<=": value <= bound
            case ">": value > bound
            case ">=": value >= bound
            case "=": value == bound
            default: value != bound
            }
        }
    }

    static let general = NumberFormat("General")

    /// The kind of all sections, which nearly always agree.
    let kind: Kind
    private let sections: [Section]

    /// Reads a format such as `0.0%;[Red]-0.0%` or `[$-42A]dd/mm/yyyy`.
    init(_ code: String) {
        sections = Self.sections(of: code)
        kind = sections.first?.kind ?? .plain
    }

    /// A format that every program knows by its number; nil for one that the file has to define.
    init?(number: Int) {
        switch number {
        case 0...8, 11...13, 37...44, 48, 49: self = .general
        case 9, 10: self.init("0%")
        case 14...17, 27...31, 36, 50...58: self.init("dd/mm/yyyy")
        case 18...21, 32...35, 45...47: self.init("hh:mm:ss")
        case 22: self.init("dd/mm/yyyy hh:mm")
        default: return nil
        }
    }

    /// What is shown of a number.
    func kind(of number: CellNumber) -> Kind {
        if sections.allSatisfy({ $0.kind == kind }) { return kind }
        if sections.contains(where: { $0.condition != nil }) { return conditionalKind(of: number) }
        // Positive numbers, negative ones, zero; the fourth is for texts.
        switch (number.sign, sections.count) {
        case (-1, 2...): return sections[1].kind
        case (0, 3...): return sections[2].kind
        default: return kind
        }
    }

    private func conditionalKind(of number: CellNumber) -> Kind {
        var bytes: [UInt8] = []
        number.append(to: &bytes)
        let value = Double(String(decoding: bytes, as: UTF8.self)) ?? 0
        for section in sections.prefix(3) {
            guard let condition = section.condition else { return section.kind }
            if condition.holds(for: value) { return section.kind }
        }
        return sections.last?.kind ?? .plain
    }

    // MARK: - Reading

    private static func sections(of code: String) -> [Section] {
        var scanner = FormatScanner(code)
        var sections: [Section] = []
        while sections.count < 4, let shown = scanner.nextSection() {
            let condition = scanner.condition.map { Condition(comparison: $0.0, bound: $0.1) }
            sections.append(Section(kind: kind(shown), condition: condition))
        }
        return sections
    }

    private static func kind(_ shown: FormatScanner.Shown) -> Kind {
        switch (shown.hasDay, shown.hasTime) {
        case (true, true): return .moment
        case (true, false): return .day
        case (false, true): return .time
        case (false, false): return shown.percentSigns > 0 ? .percent(signs: shown.percentSigns) : .plain
        }
    }
}

/// Reads the sections of a number format one after the other.
private struct FormatScanner {
    struct Shown {
        var hasDay = false
        var hasTime = false
        var percentSigns = 0
    }

    private var rest: ArraySlice<UInt8>
    private var isAtEnd = false
    /// What the section before it in brackets asks for: `[>=100]`.
    private(set) var condition: (String, Double)?

    init(_ code: String) { rest = Array(code.utf8)[...] }

    mutating func nextSection() -> Shown? {
        if isAtEnd { return nil }
        var shown = Shown()
        // `m` is a month, or minutes beside hours or seconds.
        var (hasMonthOrMinutes, hasMonthName) = (false, false)
        condition = nil
        isAtEnd = true
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: ";"):
                isAtEnd = false
                return finished(shown, hasMonthOrMinutes, hasMonthName)
            case UInt8(ascii: "\""): skip(behind: UInt8(ascii: "\""))
            // The next character stands for itself, as a space of its width, or fills the cell.
            case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): skipCharacter()
            case UInt8(ascii: "["): readBrackets(&shown)
            case UInt8(ascii: "%"): shown.percentSigns = min(shown.percentSigns + 1, 4)
            default: readLetter(byte, &shown, &hasMonthOrMinutes, &hasMonthName)
            }
        }
        return finished(shown, hasMonthOrMinutes, hasMonthName)
    }

    private mutating func readLetter(
        _ byte: UInt8, _ shown: inout Shown, _ hasMonthOrMinutes: inout Bool, _ hasMonthName: inout Bool
    ) {
        switch byte | 0x20 {
        case UInt8(ascii: "g"):
            if skipWord("eneral") { return }
            shown.hasDay = true  // the name of an era
        case UInt8(ascii: "y"), UInt8(ascii: "d"), UInt8(ascii: "b"): shown.hasDay = true
        case UInt8(ascii: "e"):
            // `0.00E+00` has an exponent; `e` alone is a year.
            if rest.first != UInt8(ascii: "+"), rest.first != UInt8(ascii: "-") { shown.hasDay = true }
        case UInt8(ascii: "h"), UInt8(ascii: "s"): shown.hasTime = true
        case UInt8(ascii: "a"): if skipWord("m/pm") || skipWord("/p") { shown.hasTime = true }
        case UInt8(ascii: "m"):
            var count = 1
            while let next = rest.first, next | 0x20 == UInt8(ascii: "m") {
                rest = rest.dropFirst()
                count += 1
            }
            if count > 2 { hasMonthName = true } else { hasMonthOrMinutes = true }
        default: break
        }
    }

    private func finished(_ shown: Shown, _ hasMonthOrMinutes: Bool, _ hasMonthName: Bool) -> Shown {
        var shown = shown
        if hasMonthName || hasMonthOrMinutes && !shown.hasTime { shown.hasDay = true }
        return shown
    }

    /// `[Red]`, `[$-42A]`, `[h]`, `[>=100]`.
    private mutating func readBrackets(_ shown: inout Shown) {
        let content = rest.prefix { $0 != UInt8(ascii: "]") }
        rest = rest.dropFirst(content.count + 1)
        let text = String(decoding: content, as: UTF8.self)
        if let first = text.first, "hHmMsS".contains(first), text.allSatisfy({ $0.lowercased() == first.lowercased() })
        {
            shown.hasTime = true
        }
        for comparison in ["<=", ">=", "<>", "<", ">", "="] where text.hasPrefix(comparison) {
            if let bound = Double(text.dropFirst(comparison.count)) { condition = (comparison, bound) }
            return
        }
    }

    private mutating func skip(behind byte: UInt8) {
        while let next = rest.popFirst(), next != byte {}
    }

    private mutating func skipCharacter() {
        guard let first = rest.popFirst(), first >= 0xC0 else { return }
        while let next = rest.first, next & 0xC0 == 0x80 { rest = rest.dropFirst() }
    }

    private mutating func skipWord(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        let isThere =
            rest.count >= count
            && zip(rest, 0..<count).allSatisfy { byte, index in
                byte == word.utf8Start[index] || byte | 0x20 == word.utf8Start[index]
            }
        if isThere { rest = rest.dropFirst(count) }
        return isThere
    }
}
