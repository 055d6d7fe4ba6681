// Embedded Swift has no terminal, and nobody to look.
#if !hasFeature(Embedded)
    internal import Synchronization
#endif

/// How far lengthy work is. Those who work say what they have done, which costs an addition; a program may show it, and
/// need not.
///
/// One kind of work is watched at a time, the one that began last.
package enum WorkProgress {
    /// What is counted.
    package enum Unit: Int, Sendable, CaseIterable {
        /// Bytes of files that are read.
        case bytes
        /// Random draws.
        case draws
        /// Milliseconds of a time limit.
        case time
    }

    /// How far the work is that is watched.
    package struct State: Equatable, Sendable {
        /// What is counted.
        package let unit: Unit
        /// What is done.
        package let done: Int
        /// Of how much; nil where that is not known.
        package let total: Int?
    }

    #if hasFeature(Embedded)
        /// Watches work while a closure does it.
        package static func during<Result, Failure: Error>(
            _ unit: Unit, of total: Int?, _ work: () throws(Failure) -> Result
        ) throws(Failure) -> Result { try work() }

        /// Adds to what is done of the work that is watched, if it is of this kind.
        package static func add(_ count: Int, _ unit: Unit) {}

        /// Sets what is done of it.
        package static func set(_ done: Int, _ unit: Unit) {}
    #else
        /// The unit by number, or none.
        private static let unit = Atomic<Int>(none)
        private static let done = Atomic<Int>(0)
        private static let total = Atomic<Int>(0)
        private static let none = -1

        /// Watches work while a closure does it.
        /// - Parameter total: What there is to do; nil where that is not known.
        package static func during<Result, Failure: Error>(
            _ unit: Unit, of total: Int?, _ work: () throws(Failure) -> Result
        ) throws(Failure) -> Result {
            Self.done.store(0, ordering: .relaxed)
            Self.total.store(total ?? none, ordering: .relaxed)
            Self.unit.store(unit.rawValue, ordering: .releasing)
            defer { Self.unit.store(none, ordering: .releasing) }
            return try work()
        }

        /// Adds to what is done of the work that is watched, if it is of this kind.
        package static func add(_ count: Int, _ unit: Unit) {
            guard Self.unit.load(ordering: .relaxed) == unit.rawValue else { return }
            done.wrappingAdd(count, ordering: .relaxed)
        }

        /// Sets what is done of it.
        package static func set(_ done: Int, _ unit: Unit) {
            guard Self.unit.load(ordering: .relaxed) == unit.rawValue else { return }
            Self.done.store(done, ordering: .relaxed)
        }

        /// How far the work is; nil while there is none.
        package static var state: State? {
            guard let unit = Unit(rawValue: Self.unit.load(ordering: .acquiring)) else { return nil }
            let total = total.load(ordering: .relaxed)
            return State(unit: unit, done: done.load(ordering: .relaxed), total: total == none ? nil : total)
        }
    #endif
}
