extension String {
    /// A non-negative number padded with leading zeros to at least `digits` digits.
    package init(_ number: some BinaryInteger, digits: Int, radix: Int = 10) {
        let text = String(number, radix: radix)
        self = String(repeating: "0", count: Swift.max(digits - text.utf8.count, 0)) + text
    }
}
