/// Ends a search: after some seconds, or once it has asked so many times.
final class SearchClock: @unchecked Sendable {
    // A search asks on one thread.
    private var left: Int
    private let end: Double

    init(seconds: Int, checks: Int) {
        left = checks
        end = milliseconds() + 1_000 * Double(seconds)
    }

    func isOver() -> Bool {
        if left <= 0 { return true }
        left -= 1
        if milliseconds() < end { return false }
        left = 0
        return true
    }
}

#if hasFeature(Embedded)
    /// The page's clock.
    @_extern(wasm, module: "page", name: "milliseconds") @_extern(c)
    private func milliseconds() -> Double
#else
    private let start = ContinuousClock.now

    private func milliseconds() -> Double { (ContinuousClock.now - start) / .milliseconds(1) }
#endif
