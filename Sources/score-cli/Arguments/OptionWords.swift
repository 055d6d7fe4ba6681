import Documents
import Values

/// The words behind a command, taken apart into operands and options with their values; what is wrong with them is gathered.
struct OptionWords {
    private(set) var faults: [UsageError] = []
    /// Whether every option was understood, or could be told from its spelling.
    private(set) var isUnderstood = true
    var parsed: ParsedArguments
    private let known: [OptionDeclaration]
    /// Words behind an option that nobody knows: they may be its values.
    private var doubtful = 0

    init(parsed: ParsedArguments) {
        self.parsed = parsed
        known = parsed.command.options + OptionDeclaration.common
    }

    mutating func read(_ words: ArraySlice<String>) {
        var words = words
        var optionsEnded = false
        var isBehindUnknown = false
        while let word = words.popFirst() {
            if optionsEnded || !word.hasPrefix("-") || word == "-" {
                parsed.operands.append(word)
                if isBehindUnknown { doubtful += 1 }
                isBehindUnknown = false
                continue
            }
            isBehindUnknown = false
            if word == "--" {
                optionsEnded = true
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let value = parts.count > 1 ? parts[1] : nil
            for option in options(parts[0], &isBehindUnknown) {
                take(option.declaration, as: option.word, value, isLast: option.isLast, &words)
            }
        }
    }

    /// What is wrong with the number of operands.
    func operandFaults(_ language: Language) -> [UsageError] {
        let (command, operands) = (parsed.command, parsed.operands)
        let needed = command.operands
        // A word behind an option that nobody knows is either its value or an operand.
        if operands.count - doubtful < needed.count, operands.count >= needed.count { return [] }
        guard operands.count >= needed.count else {
            return [.missingOperand(needed[operands.count].name.text(language), command: command.name)]
        }
        for (operand, word) in zip(needed, operands)
        where doubtful == 0 && !operand.choices.isEmpty && !operand.choices.contains(word) {
            return [
                .badChoice(
                    option: operand.name.text(language), found: word, choices: operand.choices,
                    suggestion: Spelling.closest(to: word, among: operand.choices))
            ]
        }
        let most = needed.count + command.optionalOperands.count
        if operands.count - doubtful <= most || command.repeatsLastOperand { return [] }
        return [.extraOperand(operands[most], command: command.name)]
    }

    // MARK: - Options

    /// The options that a word stands for: one by its name, or several by their letters.
    private mutating func options(
        _ word: String, _ isUnknown: inout Bool
    ) -> [(declaration: OptionDeclaration, word: String, isLast: Bool)] {
        if let option = known.first(where: { $0.flag == word }) { return [(option, word, true)] }
        let letters = Array(word.dropFirst())
        // `-unit` is no four letters but an option that lacks a hyphen.
        let isName = word.hasPrefix("--") || known.contains { $0.name.rawValue == String(letters) }
        let named = isName ? [] : letters.compactMap { letter in known.first { $0.letter == letter } }
        // Only the last letter can have a value.
        if !isName, !letters.isEmpty, named.count == letters.count, named.dropLast().allSatisfy({ $0.value == nil }) {
            return named.enumerated().map { position, option in
                (option, "-\(letters[position])", position == named.count - 1)
            }
        }
        // A few letters are like many names.
        let meant = isName || letters.count > 3 ? Spelling.closest(to: word, among: known.map(\.flag)) : nil
        faults.append(.unknownOption(word, command: parsed.command.name, suggestion: meant))
        guard let meant, let option = known.first(where: { $0.flag == meant }), !parsed.has(option.name) else {
            isUnderstood = isUnderstood && meant != nil
            isUnknown = true
            return []
        }
        return [(option, word, true)]
    }

    /// Takes an option with its value, which may be the next word.
    private mutating func take(
        _ option: OptionDeclaration, as word: String, _ stated: String?, isLast: Bool,
        _ words: inout ArraySlice<String>
    ) {
        if parsed.has(option.name), !option.isRepeatable { faults.append(.repeatedOption(word)) }
        guard option.value != nil else {
            if isLast, stated != nil { faults.append(.unexpectedValue(word)) }
            parsed.options[option.name] = ""
            return
        }
        if option.mayLackValue, stated == nil, !Self.isPair(words.first) {
            parsed.options[option.name] = ""
            return
        }
        let value: String?
        if let stated {
            value = stated
        } else if let next = words.first, next.hasPrefix("--"), known.contains(where: { $0.flag == next }) {
            // `--unit --format json`: the value was forgotten.
            value = nil
        } else {
            value = words.popFirst()
        }
        guard let value, !value.isEmpty else {
            faults.append(.missingValue(word))
            parsed.options[option.name] = parsed.options[option.name] ?? ""
            return
        }
        if !option.choices.isEmpty, !option.choices.contains(value) {
            let meant = Spelling.closest(to: value, among: option.choices)
            faults.append(.badChoice(option: word, found: value, choices: option.choices, suggestion: meant))
        } else {
            do throws(UsageError) { try option.form.check(value, of: word) } catch { faults.append(error) }
        }
        parsed.options[option.name] = value
        parsed.lists[option.name, default: []].append(value)
    }

    /// Whether a word is two numbers with a comma.
    private static func isPair(_ word: String?) -> Bool {
        let parts = word?.split(separator: ",", omittingEmptySubsequences: false) ?? []
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
    }
}
