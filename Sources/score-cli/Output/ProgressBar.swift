import Documents
import Words
import Reporting

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The progress of a long run, on a terminal's standard error; nothing elsewhere, so that logs stay clean.
struct ProgressBar: Sendable {
    private static let width = 24
    private let isShown: Bool
    private let total: Int

    init(total: Int, isQuiet: Bool) {
        self.total = total
        isShown = total > 1 && !isQuiet && isatty(STDERR_FILENO) == 1
    }

    /// Shows how many are done and which one is next.
    func show(_ done: Int, _ name: String) {
        if isShown { write("\r" + Self.line(done, of: total, name) + Self.clearToEnd) }
    }

    /// Removes the bar: before other messages, and at the end.
    func clear() {
        if isShown { write("\r" + Self.clearToEnd) }
    }

    /// `[######··················]  3/12 datasets/tuy-phuoc-2024`
    static func line(_ done: Int, of total: Int, _ name: String) -> String {
        let filled = total > 0 ? width * min(max(done, 0), total) / total : 0
        let count = String(done)
        let padding = String(repeating: " ", count: max(String(total).count - count.count, 0))
        let bar = String(repeating: "#", count: filled) + String(repeating: "·", count: width - filled)
        return "[\(bar)] \(padding)\(count)/\(total) \(CleanText.cut(CleanText.line(name), at: 40))"
    }

    private static let clearToEnd = "\u{1B}[K"

    private func write(_ text: String) {
        _ = StandardStream.write(Array(text.utf8), to: STDERR_FILENO)
    }
}
