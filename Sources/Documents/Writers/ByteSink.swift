internal import Values

/// Takes the bytes of a report, piece by piece; false when nobody reads on.
public typealias ByteSink = (_ bytes: [UInt8]) -> Bool

/// The pieces of a long report, worked out on all processors, some at a time: all of them would fill the memory.
enum Stream {
    /// Hands over what is worked out for each position, in their order, until nobody reads on; false then.
    ///
    /// - Parameters:
    ///   - count: the positions.
    ///   - block: how many are worked out before any of them is handed over.
    ///   - part: works out some positions at a time.
    ///   - take: takes what was worked out; false when nobody reads on.
    static func parts<Part: Sendable>(
        of count: Int, block: Int, _ part: @Sendable (Range<Int>) -> Part, take: (Part) -> Bool
    ) -> Bool {
        for start in stride(from: 0, to: count, by: block) {
            let size = min(block, count - start)
            let parts = Parallel.map(size, minimum: 8) { part(start + $0.lowerBound..<start + $0.upperBound) }
            guard parts.allSatisfy(take) else { return false }
        }
        return true
    }
}
