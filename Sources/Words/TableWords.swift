// swift-format-ignore-file
// A text in Vietnamese, and the same in English below it.

package import Assessment
package import Documents
internal import Values

extension TableDescription {
    /// How the table was read: `metrics.csv: 300 hàng; dấu phân cách «;»; dấu thập phân «,» (thấy ở …)`.
    package var phrase: Phrase {
        let shape =
            isWide
            ? Phrase("mỗi hàng một đơn vị, mỗi cột một số liệu", "a row a unit, a column a metric")
            : Phrase("mỗi hàng một số liệu", "a row a figure")
        let sign = delimiter == "\t" ? Phrase(verbatim: "tab") : Phrase("«\(delimiter)»", "“\(delimiter)”")
        let decimals =
            decimalSeparator.map { sign in Phrase("dấu thập phân «\(sign)»", "decimal sign “\(sign)”") }
            ?? Phrase("không có số thập phân", "no decimals")
        let why: Phrase? =
            switch evidence {
            case nil: nil
            case "forced": Phrase(" (theo khai báo)", " (as stated)")
            case let place?: Phrase(" (thấy ở \(place))", " (seen at \(place))")
            }
        return Phrase("\(file): \(rowCount) hàng; \(shape); dấu phân cách \(sign); \(decimals)\(why)",
                      "\(file): \(rowCount) rows; \(shape); cells divided by \(sign); \(decimals)\(why)").line()
    }
}
