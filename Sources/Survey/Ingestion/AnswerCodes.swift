internal import CAnswerRows
internal import Tables
internal import Values

/// What may stand in a cell of answers, and which level it means.
///
/// A cell counts as the level that it spells exactly; as a number (`5.0`, as some programs write 5) when a level's code
/// is that number; as words, ignoring case and diacritics, when it contains no digit; and as the code and the label of one
/// level, as forms show them: `5 - Rất hài lòng`. Other signs count: `(tốt)` and `tốt?` are no answers.
struct AnswerCodes: Sendable {
    /// The level of an answer that is not on the scale.
    let unknown: UInt8 = 0xFD
    /// The level of each byte that is a whole answer; ``ANSWER_FOREIGN`` for the others.
    let levelOfByte: [UInt8]

    private let exact: [String: UInt8]
    private let numbers: [FixedDecimal: UInt8]
    private let folded: [String: UInt8]
    /// A code with its label.
    private let paired: [String: UInt8]

    /// The codes of a scale that all questions are on.
    init(_ scale: AnswerScale) {
        self.init(
            scale, levels: scale.levels.indices.map { UInt8($0) }, noAnswer: UInt8(scale.levels.count), others: [])
    }

    /// - Parameters:
    ///   - levels: What each level of the scale is counted as.
    ///   - noAnswer: What "no answer" is counted as.
    ///   - others: What stands for it beside what the scale says.
    init(_ scale: AnswerScale, levels: [UInt8], noAnswer: UInt8, others: [String]) {
        var spellings: [(String, UInt8)] = []
        var paired: [String: UInt8] = [:]
        for (index, level) in scale.levels.enumerated() {
            let texts = [level.code, level.label.vi] + [level.label.en].compactMap { $0 } + level.spellings
            spellings += texts.map { ($0, levels[index]) }
            for pair in level.pairs where paired[VietnameseText.word(pair)] == nil {
                paired[VietnameseText.word(pair)] = levels[index]
            }
        }
        self.paired = paired
        spellings += (scale.noAnswer + others).map { ($0, noAnswer) }
        spellings += scale.notAsked.map { ($0, UInt8(ANSWER_NONE)) }
        var exact: [String: UInt8] = [:]
        var numbers: [FixedDecimal: UInt8] = [:]
        var folded: [String: UInt8] = [:]
        var bytes = Array(repeating: UInt8(ANSWER_FOREIGN), count: 128)
        for (text, level) in spellings {
            if exact[text] == nil { exact[text] = level }
            if let number = try? FixedDecimal(text), numbers[number] == nil { numbers[number] = level }
            if !text.contains(where: { $0.isNumber }) {
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
        let word = VietnameseText.word(text)
        if !text.contains(where: { $0.isNumber }), let level = folded[word] { return level }
        return paired[word] ?? unknown
    }
}

extension AnswerLevel {
    /// The code and a label together, in the forms in which programs and people write them.
    var pairs: [String] {
        ([label.vi] + [label.en].compactMap { $0 }).filter { $0 != code }.flatMap { label in
            [" - ", "-", " – ", ". ", ".", ": ", " = ", "=", " "].map { code + $0 + label }
                + ["\(label) (\(code))", "(\(code)) \(label)"]
        }
    }
}
