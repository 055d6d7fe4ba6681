internal import Values

extension Record {
    /// The record as JSON; the product's own words are in the language.
    public func json(in language: Language) -> String {
        var writer = JSONWriter()
        write(to: &writer, language)
        return writer.text
    }

    private func write(to writer: inout JSONWriter, _ language: Language) {
        writer.object { object in
            for member in members {
                if case .value(.absent) = member.content { continue }
                object.key(member.key)
                Self.write(member.content, to: &object, language)
            }
        }
    }

    private static func write(_ content: Content, to writer: inout JSONWriter, _ language: Language) {
        switch content {
        case .value(let value): write(value, to: &writer, language)
        case .record(let record): record.write(to: &writer, language)
        case .list(let count, let element):
            writer.array { list in
                for index in 0..<count { write(element(index), to: &list, language) }
            }
        }
    }

    private static func write(_ value: Value, to writer: inout JSONWriter, _ language: Language) {
        switch value {
        case .none, .absent, .bar: writer.value(nil as String?)
        case .text(let text), .code(let text, _): writer.value(text)
        case .name(let name): writer.value(name.vi)
        case .phrase(let phrase): writer.value(phrase.text(language))
        case .number(let number, _): writer.value(number)
        case .ratio(let ratio, _): writer.value(ratio.rounded(.finest))
        case .count(let count): writer.value(count)
        case .flag(let flag): writer.value(flag)
        case .real(let number): writer.value(number)
        }
    }
}
