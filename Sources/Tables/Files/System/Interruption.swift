internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What a signal finds when it ends the process: temporary places are removed first, and files that take their names
/// together have all taken them or none.
package enum Interruption {
    private static let ending = [SIGINT, SIGTERM, SIGHUP]
    /// The end of a pipe by which the handler tells the thread that waits; a handler may do little more than write.
    // Not shared while it changes: set once at the start, before a handler is installed, and read by handlers alone.
    nonisolated(unsafe) private static var pipeEnd: Int32 = -1
    /// Held while files take their names, and for good once the process ends.
    private static let names = Mutex<Void>(())
    private static let places = Mutex<Set<String>>([])

    /// From here on signals that end the process remove its temporary places first. A library leaves signals alone: it is
    /// the program that calls this, once, at its start. A signal that is ignored stays so.
    package static func watch() {
        var ends: [Int32] = [-1, -1]
        guard pipeEnd < 0, pipe(&ends) == 0 else { return }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        guard startThread(ends[0]) else { return }
        pipeEnd = ends[1]
        for number in ending {
            let before = signal(number) { number in
                let code = errno
                var byte = UInt8(truncatingIfNeeded: number)
                _ = write(Interruption.pipeEnd, &byte, 1)
                errno = code
            }
            // Only compared: both are addresses of functions, of the size of an Int.
            if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { signal(number, SIG_IGN) }
        }
    }

    /// Does something as a whole: a signal waits for its end.
    static func delayed<Result: Sendable, Failure: Error>(
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try names.withLock { _ throws(Failure) in try body() }
    }

    /// Notes a place that a signal has to remove.
    static func note(_ path: String) { places.withLock { _ = $0.insert(path) } }

    /// Forgets a place that is no longer there, or no longer temporary.
    static func forget(_ path: String) { places.withLock { _ = $0.remove(path) } }

    /// Removes all places and ends the process by a signal. Nothing can be written meanwhile, nor afterwards.
    private static func end(by number: Int32) -> Never {
        names.withLock { _ -> Never in
            places.withLock { paths -> Never in
                for path in paths { TemporaryPlace.removeAll(path) }
                signal(number, SIG_DFL)
                raise(number)
                _exit(128 + number)
            }
        }
    }

    /// Starts the thread that waits for the handler.
    private static func startThread(_ descriptor: Int32) -> Bool {
        let argument = UnsafeMutableRawPointer(bitPattern: Int(descriptor))
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        return pthread_create(
            &thread, nil,
            { argument in
                var byte: UInt8 = 0
                let descriptor = Int32(Int(bitPattern: argument))
                if FileInput.retryingInterrupts({ read(descriptor, &byte, 1) }) == 1 {
                    Interruption.end(by: Int32(byte))
                }
                return nil
            }, argument) == 0
    }
}
