import Foundation

/// A slow reading of the few functions of spreadsheets that forms use, in binary numbers as spreadsheets have them.
struct SheetFormula {
    enum Value: Equatable {
        case number(Double), text(String), bool(Bool), blank

        var number: Double {
            switch self {
            case .number(let number): number
            case .bool(let flag): flag ? 1 : 0
            case .text, .blank: 0
            }
        }
        var isTrue: Bool { if case .bool(let flag) = self { flag } else { number != 0 } }
    }

    private var rest: Substring
    private let cells: (String) -> Value

    private init(_ text: Substring, _ cells: @escaping (String) -> Value) { (rest, self.cells) = (text, cells) }

    /// The value of a formula; nil for one that cannot be read to its end.
    static func value(of text: String, cells: @escaping (String) -> Value) -> Value? {
        var formula = SheetFormula(text[...], cells)
        guard let value = formula.comparison(), formula.rest.isEmpty else { return nil }
        return value
    }

    private mutating func take(_ sign: String) -> Bool {
        guard rest.hasPrefix(sign) else { return false }
        rest.removeFirst(sign.count)
        return true
    }

    private mutating func comparison() -> Value? {
        guard let left = sum() else { return nil }
        for sign in [">=", "<=", "<>", ">", "<", "="] where take(sign) {
            guard let right = sum() else { return nil }
            switch sign {
            case "=": return .bool(Self.equal(left, right))
            case "<>": return .bool(!Self.equal(left, right))
            case ">=": return .bool(left.number >= right.number)
            case "<=": return .bool(left.number <= right.number)
            case ">": return .bool(left.number > right.number)
            default: return .bool(left.number < right.number)
            }
        }
        return left
    }

    private static func equal(_ left: Value, _ right: Value) -> Bool {
        switch (left, right) {
        case (.text(let one), .text(let other)): one.lowercased() == other.lowercased()
        case (.blank, .text(let text)), (.text(let text), .blank): text.isEmpty
        case (.text, _), (_, .text): false
        default: left.number == right.number
        }
    }

    private mutating func sum() -> Value? {
        guard var value = product() else { return nil }
        while true {
            if take("+") {
                guard let other = product() else { return nil }
                value = .number(value.number + other.number)
            } else if take("-") {
                guard let other = product() else { return nil }
                value = .number(value.number - other.number)
            } else {
                return value
            }
        }
    }

    private mutating func product() -> Value? {
        guard var value = factor() else { return nil }
        while true {
            if take("*") {
                guard let other = factor() else { return nil }
                value = .number(value.number * other.number)
            } else if take("/") {
                guard let other = factor() else { return nil }
                value = .number(value.number / other.number)
            } else {
                return value
            }
        }
    }

    private mutating func factor() -> Value? {
        if take("-") { return factor().map { .number(-$0.number) } }
        if take("(") {
            guard let value = comparison(), take(")") else { return nil }
            return value
        }
        if take("\"") {
            guard let end = rest.firstIndex(of: "\"") else { return nil }
            let text = String(rest[..<end])
            rest = rest[rest.index(after: end)...]
            return .text(text)
        }
        let word = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
        guard let first = word.first else { return nil }
        rest.removeFirst(word.count)
        if first.isNumber { return Double(word).map { .number($0) } }
        if take("(") {
            var values: [Value] = []
            // Both branches are read, and one is taken.
            repeat {
                guard let value = comparison() else { return nil }
                values.append(value)
            } while take(",")
            return take(")") ? Self.call(String(word), values) : nil
        }
        return word == "FALSE" ? .bool(false) : cells(String(word))
    }

    private static func call(_ name: String, _ values: [Value]) -> Value? {
        switch (name, values.count) {
        case ("IF", 3): return values[0].isTrue ? values[1] : values[2]
        case ("AND", _): return .bool(values.allSatisfy(\.isTrue))
        case ("OR", _): return .bool(values.contains(where: \.isTrue))
        case ("ISNUMBER", 1): if case .number = values[0] { return .bool(true) } else { return .bool(false) }
        case ("N", 1): return .number(values[0].number)
        case ("MIN", _): return values.map(\.number).min().map { .number($0) }
        case ("MAX", _): return values.map(\.number).max().map { .number($0) }
        case ("SUM", _): return .number(values.reduce(0) { $0 + $1.number })
        case ("ROUND", 2), ("ROUNDDOWN", 2):
            // Spreadsheets round what they show: fifteen digits.
            let shown = Decimal(string: String(format: "%.14e", values[0].number)) ?? 0
            var (result, exact) = (Decimal(), shown)
            NSDecimalRound(
                &result, &exact, Int(values[1].number),
                name == "ROUND" ? .plain : exact < 0 ? .up : .down)
            return .number(NSDecimalNumber(decimal: result).doubleValue)
        default: return nil
        }
    }
}
