internal import CAnswerRows
internal import Tables
internal import Values

/// Where things are in the rows of one file.
///
/// The fields are divided into steps: runs of adjacent answers whose questions are consecutive, and everything in
/// between. For a plain row the kernel returns the levels of the answers, and where each other field and each run of
/// answers ends; these ends are the *entries* of the row.
struct RowLayout: Sendable {
    /// The delimiter between fields.
    let delimiter: UInt8
    /// Fields per row.
    let fieldCount: Int
    /// The question of each field; -1 for the others.
    let questionOfField: [Int]
    /// The fields that identify the cell, in key order.
    let keyFields: [Int]
    let weightField: Int?
    /// The field with the form's number.
    let idField: Int?
    /// The fields that nobody asked for, each with a hash of its heading.
    let otherFields: [(field: Int, heading: UInt64)]
    /// Reads weights and populations.
    let numbers: NumberReader
    /// Whether excess cells may be ignored when they are blank. Not where an unquoted decimal comma could have split a
    /// number and shifted the cells after it.
    let allowsBlankCellsMore: Bool
    /// Whether the kernel can read rows. It gives no position for a field that is both an answer and part of the key, and
    /// knows one scale only.
    let hasPlainRows: Bool
    /// How answers are read where not all are read alike; nil where they are.
    let rules: RowRules?
    /// Fewer cells than these are no row: all needed to tell whose form it is and what it weighs; where nothing is, an
    /// answer.
    let leastCells: Int
    /// The headings, for findings.
    let headings: [String]
    /// The level of each byte.
    let levelOfByte: [UInt8]
    /// The steps of a row.
    let steps: [answer_step]
    /// Entries per row.
    let entryCount: Int
    /// The entry of each field that is not an answer; -1 for answers.
    let entryOfField: [Int]

    init(
        dialect: TableDialect, headings: [String], questionOfField: [Int], keyFields: [Int], weightField: Int?,
        idField: Int?, hasNumbers: Bool, levelOfByte: [UInt8], rules: RowRules? = nil
    ) {
        delimiter = dialect.delimiter.byte
        fieldCount = headings.count
        self.headings = headings
        self.questionOfField = questionOfField
        self.keyFields = keyFields
        self.weightField = weightField
        self.idField = idField
        self.levelOfByte = levelOfByte
        self.rules = rules
        let needed = (keyFields + [weightField].compactMap { $0 }).max() ?? questionOfField.firstIndex { $0 >= 0 }
        leastCells = (needed ?? 0) + 1
        let asked = Set(keyFields + [weightField, idField].compactMap { $0 })
        otherFields = headings.indices.filter { questionOfField[$0] < 0 && !asked.contains($0) }.map { field in
            // In bounds: all bytes of the text.
            (field, Array(VietnameseText.folded(headings[field]).utf8).withUnsafeBytes { RowHash.of($0) })
        }
        allowsBlankCellsMore = dialect.delimiter != .comma || !hasNumbers
        hasPlainRows =
            rules == nil
            && (keyFields + [weightField, idField].compactMap { $0 }).allSatisfy { questionOfField[$0] < 0 }
        numbers = NumberReader(
            decimalSeparator: dialect.decimalSeparator, groupSeparator: dialect.groupSeparator, readsExponents: false)

        var steps: [answer_step] = []
        var entries = 0
        var entryOfField = Array(repeating: -1, count: headings.count)
        for field in headings.indices {
            let question = questionOfField[field]
            if question < 0 {
                if let last = steps.indices.last, steps[last].is_answers == 0 {
                    steps[last].fields += 1
                } else {
                    steps.append(answer_step(fields: 1, is_answers: 0, first_level: 0))
                }
                entryOfField[field] = entries
                entries += 1
            } else if let last = steps.indices.last, steps[last].is_answers == 1,
                steps[last].fields < UInt32(ANSWER_RUN_LIMIT),
                question == Int(steps[last].first_level + steps[last].fields)
            {
                steps[last].fields += 1
            } else {
                steps.append(answer_step(fields: 1, is_answers: 1, first_level: UInt32(question)))
                entries += 1
            }
        }
        self.steps = steps
        entryCount = entries
        self.entryOfField = entryOfField
    }

    /// Groups of adjacent key fields: the first and the last of each.
    var keySpans: [ClosedRange<Int>] {
        var spans: [ClosedRange<Int>] = []
        for field in Set(keyFields).sorted() {
            if let last = spans.last, last.upperBound + 1 == field {
                spans[spans.count - 1] = last.lowerBound...field
            } else {
                spans.append(field...field)
            }
        }
        return spans
    }
}
