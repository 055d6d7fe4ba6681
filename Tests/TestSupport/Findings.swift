package import Values

extension Finding {
    /// A detail as plain text, numbers with a decimal point; nil when it is missing.
    package func text(_ key: FindingKey) -> String? { details[key]?.plain }
}

extension FindingValue {
    /// The value as plain text, the same in all languages.
    package var plain: String {
        switch self {
        case .text(let text), .code(let text): text
        case .name(let name): name.vi
        case .names(let names): names.joined(separator: ", ")
        case .term(let term): "\(term)"
        case .number(let number): number.text()
        case .ratio(let ratio): ratio.description
        case .count(let count): String(count)
        case .counts(let above, let below): "\(above)/" + (below?.text() ?? "")
        case .added(let value): "+" + value.plain
        case .range(let low, let high): "\(low?.text() ?? "−∞") … \(high?.text() ?? "∞")"
        case .bound(let sign, let number): "\(sign) \(number)"
        case .location(let location): location.description
        case .locations(let locations): locations.map(\.description).joined(separator: ", ")
        case .day(let day): day.description
        }
    }
}
