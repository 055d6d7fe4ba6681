package import Values

/// A number from its plain notation; traps on anything else.
package func exact(_ text: String) -> FixedDecimal {
    do {
        return try FixedDecimal(text)
    } catch {
        preconditionFailure("\(text) is no number")
    }
}
