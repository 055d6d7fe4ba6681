/// Whether Excel reads a formula as it stands in a file: without an equals sign, with commas, English names, and
/// references to cells and sheets that exist.
struct FormulaCheck {
    let sheets: Set<String>
    let names: Set<String>

    /// What is wrong with a formula; nil where nothing is.
    func fault(_ formula: String, limit: Int = 8_192) -> String? {
        if formula.isEmpty { return "is empty" }
        if formula.hasPrefix("=") { return "begins with =" }
        if formula.utf16.count > limit { return "has \(formula.utf16.count) letters, \(limit) at most" }
        var scanner = Scanner(rest: formula[...])
        // The arguments of every open bracket; nil for one that is no function's.
        var open: [Int?] = []
        while let first = scanner.rest.first {
            switch first {
            case "\"":
                guard let text = scanner.quoted("\"") else { return "a text has no end" }
                if text.utf16.count > 255 { return "a text has \(text.utf16.count) letters, 255 at most" }
            case "'":
                guard let sheet = scanner.quoted("'"), scanner.take("!") else { return "a name of a sheet has no end" }
                if !sheets.contains(sheet) { return "there is no sheet \(sheet)" }
            case "(":
                open.append(nil)
                scanner.skip()
            case ")":
                guard let arguments = open.popLast() else { return "a bracket too many" }
                if let arguments, arguments > 255 { return "a function has \(arguments) arguments" }
                scanner.skip()
            case ",":
                if let arguments = open.last ?? nil { open[open.count - 1] = arguments + 1 }
                scanner.skip()
            case ";", "#", "[", "]", "{", "}", "@", "!", "\n": return "\(first) at \(scanner.rest.prefix(12))"
            case "0"..."9", ".":
                let digits = scanner.word { $0.isASCII && ($0.isNumber || $0 == ".") }
                if digits.count(where: { $0 == "." }) > 1 { return "\(digits) is no number" }
            case _ where first.isLetter || first == "_" || first == "$":
                let word = String(scanner.word { $0.isLetter || $0.isNumber || "_.$".contains($0) })
                if scanner.take("!") {
                    if !sheets.contains(word) { return "there is no sheet \(word)" }
                } else if scanner.take("(") {
                    if !Self.functions.contains(word) { return "\(word) is no function that every Excel knows" }
                    open.append(1)
                    if open.count > 64 { return "functions are nested deeper than 64" }
                } else if CellArea.corner(word[...]) == nil, !["TRUE", "FALSE"].contains(word), !names.contains(word) {
                    return "\(word) is neither a cell nor a name"
                }
            case _ where "+-*/^&=<>:% ".contains(first): scanner.skip()
            default: return "\(first) stands there"
            }
        }
        return open.isEmpty ? nil : "a bracket is open"
    }

    private struct Scanner {
        var rest: Substring

        mutating func skip() { rest = rest.dropFirst() }

        mutating func take(_ sign: Character) -> Bool {
            guard rest.first == sign else { return false }
            skip()
            return true
        }

        mutating func word(_ belongs: (Character) -> Bool) -> Substring {
            let word = rest.prefix(while: belongs)
            rest = rest[word.endIndex...]
            return word
        }

        /// What stands between quotes, of which two stand for one.
        mutating func quoted(_ quote: Character) -> String? {
            skip()
            var text = ""
            while let first = rest.first {
                skip()
                if first == quote, !take(quote) { return text }
                text.append(first)
            }
            return nil
        }
    }

    /// Functions of Excel 2007; younger ones need a prefix that other programs do not write.
    private static let functions = Set(
        """
        ABS AND AVERAGE AVERAGEA AVERAGEIF AVERAGEIFS CEILING CHAR CHOOSE CODE COLUMN COLUMNS CONCATENATE COUNT COUNTA \
        COUNTBLANK COUNTIF COUNTIFS DATE DATEDIF DAY DAYS360 EDATE EOMONTH EXACT EXP FALSE FIND FIXED FLOOR HLOOKUP HOUR IF \
        IFERROR INDEX INDIRECT INT ISBLANK ISERR ISERROR ISEVEN ISNA ISNUMBER ISODD ISTEXT LARGE LEFT LEN LN LOG LOG10 LOOKUP \
        LOWER MATCH MAX MEDIAN MID MIN MINUTE MOD MONTH N NA NETWORKDAYS NOT NOW OFFSET OR PERCENTILE PI POWER PRODUCT \
        PROPER QUARTILE QUOTIENT RANK REPLACE REPT RIGHT ROUND ROUNDDOWN ROUNDUP ROW ROWS SEARCH SECOND SIGN SMALL SQRT STDEV \
        STDEVP SUBSTITUTE SUBTOTAL SUM SUMIF SUMIFS SUMPRODUCT T TEXT TIME TODAY TRIM TRUE TRUNC UPPER VALUE VAR VLOOKUP \
        WEEKDAY WEEKNUM WORKDAY YEAR
        """.split(separator: " ").map(String.init))
}
