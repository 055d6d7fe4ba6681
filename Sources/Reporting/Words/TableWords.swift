package import Documents
internal import Words
package import Assessment

/// How tables were read, in words.
package enum TableWords {
    /// `metrics.csv: 300 hàng; dấu phân cách «;»; dấu thập phân «,» (thấy ở …)`.
    package static func text(_ table: TableDescription, in language: Language) -> String {
        let quote = { (sign: String) in language == .vi ? "«\(sign)»" : "“\(sign)”" }
        let delimiter = table.delimiter == "\t" ? "tab" : quote(table.delimiter)
        var parts: [String] = []
        switch language {
        case .vi:
            parts.append("\(table.rowCount) hàng")
            parts.append(table.isWide ? "mỗi hàng một đơn vị, mỗi cột một số liệu" : "mỗi hàng một số liệu")
            parts.append("dấu phân cách \(delimiter)")
            let decimal = table.decimalSeparator.map { "dấu thập phân \(quote($0))" } ?? "không có số thập phân"
            parts.append(decimal + evidence(table, forced: "theo khai báo", found: "thấy ở ", in: language))
        case .en:
            parts.append("\(table.rowCount) rows")
            parts.append(table.isWide ? "a row a unit, a column a metric" : "a row a figure")
            parts.append("cells divided by \(delimiter)")
            let decimal = table.decimalSeparator.map { "decimal sign \(quote($0))" } ?? "no decimals"
            parts.append(decimal + evidence(table, forced: "as stated", found: "seen at ", in: language))
        }
        return CleanText.line("\(table.file): \(parts.joined(separator: "; "))")
    }

    private static func evidence(
        _ table: TableDescription, forced: String, found: String, in language: Language
    ) -> String {
        switch table.evidence {
        case nil: ""
        case "forced": " (\(forced))"
        case let place?: " (\(found)\(place))"
        }
    }
}
