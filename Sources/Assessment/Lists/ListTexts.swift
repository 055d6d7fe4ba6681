import Survey
import Tables
import Values

/// The texts of one column, each with a number, so that none is decoded twice.
struct ListTexts {
    private var numberOfBytes = ByteTable()
    private var numberOfText: [String: Int] = [:]
    /// The text of each number; that of 0 stands for all beyond the limit.
    private(set) var texts = ["…"]
    /// Whether each text is no text: an error of a spreadsheet, or bytes that are not UTF-8.
    private(set) var isBroken = [false]

    /// The most texts that are told apart.
    static let limit = 1 << 20
    private static let sizeLimit = 1 << 12

    /// The number of a cell's text, and, where it is new, that text.
    @inline(__always)
    mutating func number(
        of raw: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>
    ) -> (number: Int, new: String?) {
        // In bounds: a cell of a row in the block; the slack behind it is there for the table, which reads whole words.
        let run = UnsafeBufferPointer(rebasing: bytes[raw])
        let hash = numberOfBytes.hash(of: run)
        if let known = numberOfBytes.value(of: run, hash: hash) { return (known, nil) }
        return newNumber(run, hash: hash, raw, in: bytes)
    }

    @inline(never)
    private mutating func newNumber(
        _ run: UnsafeBufferPointer<UInt8>, hash: UInt64, _ raw: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>
    ) -> (number: Int, new: String?) {
        let isText = raw.count <= Self.sizeLimit && CellText.isText(raw, in: bytes)
        let text = isText ? CellText.text(of: raw, in: bytes) : Excerpt.of(bytes[raw])
        if isText, let known = numberOfText[text] {
            numberOfBytes.insert(run, hash: hash, value: known)
            return (known, nil)
        }
        guard texts.count < Self.limit else { return (0, text) }
        texts.append(text)
        isBroken.append(!isText || TextHistory.isSpreadsheetError(text))
        if isText { numberOfText[text] = texts.count - 1 }
        numberOfBytes.insert(run, hash: hash, value: texts.count - 1)
        return (texts.count - 1, text)
    }
}
