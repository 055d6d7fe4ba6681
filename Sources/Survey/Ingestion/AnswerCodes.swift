internal import CAnswerRows
internal import Tables
internal import Values

/// What may stand in a cell of answers, and which level it means.
///
/// A cell counts as the level that it spells exactly; as a number (`5.0`, as some programs write 5) when a level's code
/// is that number; and as words, ignoring case and diacritics, when it contains no digit. Signs
/// count: `(tốt)` and `tốt?` are no answers.
struct AnswerCodes: Sendable {
    /// The level of an answer that is not on the scale.
    let unknown: UInt8 = 0xFD
    /// The level of each byte that is a whole answer; ``ANSWER_FOREIGN`` for the others.
    let levelOfByte: [UInt8]

    private let exact: [String: UInt8]
    private let numbers: [FixedDecimal: UInt8]
    private let folded: [String: UInt8]

    init(_ scale: AnswerScale) {
        var spellings: [(String, UInt8)] = []
        for (index, level) in scale.levels.enumerated() {
            let texts = [level.code, level.label.vi] + [level.label.en].compactMap { $0 } + level.spellings
            spellings += texts.map { ($0, UInt8(index)) }
        }
        spellings += scale.noAnswer.map { ($0, UInt8(scale.levels.count)) }
        var exact: [String: UInt8] = [:]
        var numbers: [FixedDecimal: UInt8] = [:]
        var folded: [String: UInt8] = [:]
        var bytes = Array(repeating: UInt8(ANSWER_FOREIGN), count: 128)
        for (text, level) in spellings {
            if exact[text] == nil { exact[text] = level }
            if let number = try? FixedDecimal(text), numbers[number] == nil { numbers[number] = level }
            if !text.contains(where: \.isNumber) {
                let key = VietnameseText.word(text)
                if folded[key] == nil { folded[key] = level }
            }
            let own = Array(text.utf8)
            // Quotes and delimiters are never plain answers.
            if own.count == 1, own[0] < 0x80,
                Character(Unicode.Scalar(own[0])).isLetter || Character(Unicode.Scalar(own[0])).isNumber
            {
                bytes[Int(own[0])] = level
            }
        }
        self.exact = exact
        self.numbers = numbers
        self.folded = folded
        levelOfByte = bytes
    }

    /// The level of an answer; ``ANSWER_NONE`` for a blank one.
    func level(of text: String) -> UInt8 {
        if text.isEmpty { return UInt8(ANSWER_NONE) }
        if let level = exact[text] { return level }
        let reading = NumberReader(decimalSeparator: nil, readsExponents: false).read(text)
        if case .number(let number, isPercent: false) = reading { return numbers[number] ?? unknown }
        if text.contains(where: \.isNumber) { return unknown }
        return folded[VietnameseText.word(text)] ?? unknown
    }
}
