extension String {
    /// A number from zero on with at least so many digits, filled up with zeros in front.
    package init(_ number: some BinaryInteger, digits: Int, radix: Int = 10) {
        let text = String(number, radix: radix)
        self = String(repeating: "0", count: Swift.max(digits - text.utf8.count, 0)) + text
    }
}
