public import Documents
public import Values

/// Findings gathered by their cause, errors before warnings: each cause in one line with its first place, and how many more
/// there are of it.
public struct FindingDigest: Sendable {
    /// Findings of one code.
    private struct Cause {
        let first: Finding
        var count: Int
        var files: Set<String>

        /// How many there are besides the first; one that counts others says so itself.
        var more: Int { first.unlisted == nil ? count - 1 : 0 }
    }

    private let causes: [Cause]

    /// Gathers findings, in the order in which causes first occur.
    ///
    /// Complexity: linear in the findings.
    public init(_ findings: [Finding]) {
        struct Key: Hashable {
            let severity: Finding.Severity
            let code: String
        }
        var positions: [Key: Int] = [:]
        var causes: [Cause] = []
        for finding in findings {
            let key = Key(severity: finding.severity, code: finding.cause)
            if let position = positions[key] {
                causes[position].count += finding.count
                causes[position].files.insert(finding.location.file)
            } else {
                positions[key] = causes.count
                causes.append(Cause(first: finding, count: finding.count, files: [finding.location.file]))
            }
        }
        self.causes = causes.filter { $0.first.severity == .error } + causes.filter { $0.first.severity == .warning }
    }

    /// A line a cause, each in a style and, where a width is given, in lines of so many cells.
    public func text(in language: Language, style: TerminalStyle, width: Int? = nil) -> String {
        causes.map { cause in
            let more = cause.more > 0 ? Phrase(" \(FindingList.more(cause.more, files: cause.files.count))") : nil
            return cause.first.text(in: language, style: style, width: width, more: more)
        }.joined(separator: "\n")
    }
}

extension FindingList {
    /// How many findings have the cause of the one that is told.
    fileprivate static func more(_ count: Int, files: Int) -> Phrase {
        let spread = files > 1 ? Phrase(", trong \(files) tệp", ", in \(files) files") : nil
        return Phrase(
            "(còn \(count) chỗ như vậy\(spread); xem hết: --all-findings)",
            "(and \(count) more like this\(spread); list them: --all-findings)")
    }
}

extension Finding {
    /// Its code; of one that counts others which are not listed, theirs.
    package var cause: String {
        if unlisted != nil, case .text(let counted)? = details[.code] { counted } else { code }
    }

    /// `units.csv:5:3: error: …` in a style and, where a width is given, in lines of so many cells.
    func text(in language: Language, style: TerminalStyle, width: Int? = nil, more: Phrase? = nil) -> String {
        // A mark of one word tells where the severity stands once the line is wrapped.
        let word = severity.words.text(language)
        let mark = word.replacing(" ", with: "\u{A0}")
        let line = "\(location.words.text(language)): \(mark): \(words.text(language))\(more?.text(language) ?? "")"
        let wrapped = width.map { TextWidth.wrap(line, to: $0, hanging: 4).joined(separator: "\n") } ?? line
        guard let range = wrapped.firstRange(of: mark + ":") else { return wrapped }
        let painted = severity == .error ? style.error(word) : style.notice(word)
        return wrapped[..<range.lowerBound] + painted + ":" + wrapped[range.upperBound...]
    }
}
