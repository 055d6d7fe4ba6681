// Embedded Swift has neither threads nor a C library: there, everything runs sequentially.
#if !hasFeature(Embedded)
    internal import Dispatch

    #if canImport(Glibc)
        internal import Glibc
    #elseif canImport(Musl)
        internal import Musl
    #elseif canImport(Darwin)
        internal import Darwin
    #endif
#endif

/// Runs work on parts of a long list in parallel.
package enum Parallel {
    /// The number of available processors; one where memory is limited, because Dispatch waits for ever for the stack of a
    /// thread that finds no room.
    #if hasFeature(Embedded)
        package static let processors = 1
    #else
        package static let processors = isMemoryLimited ? 1 : max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

        private static var isMemoryLimited: Bool {
            #if canImport(Glibc)
                let resource = __rlimit_resource_t(RLIMIT_AS.rawValue)
            #else
                let resource = RLIMIT_AS
            #endif
            var limit = rlimit()
            return getrlimit(resource, &limit) == 0 && limit.rlim_cur < 1 << 32
        }
    #endif

    /// Splits `0..<count` into parts of at least `minimum`, one per processor where possible, processes them in
    /// parallel and returns their results in the order of the parts. Results that can be added up therefore do not
    /// depend on the number of processors.
    /// - Parameter partsPerProcessor: More than one where some elements take much longer than others.
    package static func map<Result: Sendable>(
        _ count: Int, minimum: Int, partsPerProcessor: Int = 1, _ body: @Sendable (Range<Int>) -> Result
    ) -> [Result] {
        let parts = max(1, min(processors * partsPerProcessor, count / max(minimum, 1)))
        if parts == 1 { return [body(0..<count)] }
        // In bounds: slots are indexed by the number of a part, which is below `parts`.
        let slots = UnsafeMutablePointer<Result?>.allocate(capacity: parts)
        slots.initialize(repeating: nil, count: parts)
        defer {
            slots.deinitialize(count: parts)
            slots.deallocate()
        }
        // Each part writes its own slot, and all slots are written before any is read.
        nonisolated(unsafe) let results = slots
        perform(parts) { part in
            results[part] = body(count * part / parts..<count * (part + 1) / parts)
        }
        return (0..<parts).compactMap { slots[$0] }
    }

    /// Runs two closures in parallel, the first on the caller's thread. Each may divide its own work further.
    package static func both<First: Sendable, Second: Sendable>(
        _ first: @Sendable () -> First, _ second: @Sendable () -> Second
    ) -> (First, Second) {
        #if hasFeature(Embedded)
            return (first(), second())
        #else
            if processors == 1 { return (first(), second()) }
            // Not by `concurrentPerform`, which runs what is nested in it on one thread.
            return withoutActuallyEscaping(second) { second in
                // Not shared: the other thread writes it, and `wait` returns only after that.
                nonisolated(unsafe) var result: Second?
                let group = DispatchGroup()
                DispatchQueue.global().async(group: group) { result = second() }
                let first = first()
                group.wait()
                guard let result else { return (first, second()) }
                return (first, result)
            }
        #endif
    }

    private static func perform(_ parts: Int, _ body: @Sendable (Int) -> Void) {
        #if hasFeature(Embedded)
            for part in 0..<parts { body(part) }
        #else
            DispatchQueue.concurrentPerform(iterations: parts, execute: body)
        #endif
    }
}
