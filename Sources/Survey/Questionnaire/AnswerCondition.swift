internal import Tables
internal import Values

/// What must stand in a column of a form: for a question to be asked, or for the form to be finished.
public struct AnswerCondition: Hashable, Sendable {
    /// What is compared with the cell.
    public enum Test: Hashable, Sendable {
        /// It says one of these.
        case says([String])
        /// It says something else than these, or nothing.
        case saysNot([String])
        /// There is something in it, or nothing.
        case isFilled(Bool)
    }

    /// The headings of the column.
    public let columns: [String]
    /// What must hold of its cell.
    public let test: Test
}

/// A condition that is held against the texts of cells.
///
/// A text is one of those named when it is the same, the same number (`1.0` for 1), or the same words regardless of
/// case, diacritics and spaces.
struct CompiledCondition: Sendable {
    let field: Int
    private let test: AnswerCondition.Test
    private let texts: Set<String>
    private let numbers: Set<FixedDecimal>
    private let words: Set<String>

    init(_ condition: AnswerCondition, field: Int) {
        self.field = field
        test = condition.test
        let named: [String] =
            switch condition.test {
            case .says(let texts), .saysNot(let texts): texts
            case .isFilled: []
            }
        texts = Set(named)
        numbers = Set(named.compactMap { try? FixedDecimal($0) })
        words = Set(named.filter { !$0.contains { $0.isNumber } }.map { VietnameseText.word($0) })
    }

    func holds(for text: String) -> Bool {
        switch test {
        case .says: isNamed(text)
        case .saysNot: !isNamed(text)
        case .isFilled(let isFilled): text.isEmpty != isFilled
        }
    }

    private func isNamed(_ text: String) -> Bool {
        if text.isEmpty || texts.contains(text) { return texts.contains(text) }
        let reading = NumberReader(decimalSeparator: nil, readsExponents: false).read(text)
        if case .number(let number, isPercent: false) = reading { return numbers.contains(number) }
        return !text.contains { $0.isNumber } && words.contains(VietnameseText.word(text))
    }
}
