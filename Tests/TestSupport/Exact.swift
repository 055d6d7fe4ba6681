package import Values

/// A number as it is written on paper; traps on anything else.
package func exact(_ text: String) -> FixedDecimal {
    do {
        return try FixedDecimal(text)
    } catch {
        preconditionFailure("\(text) is no number")
    }
}
