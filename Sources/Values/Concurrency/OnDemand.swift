// Embedded Swift has no threads.
#if !hasFeature(Embedded)
    internal import Synchronization
#endif

/// A value that is worked out when it is first asked for, and kept. Several threads may ask: one works it out while the
/// others wait.
package final class OnDemand<Value: Sendable>: Sendable {
    #if hasFeature(Embedded)
        // Not shared: there is one thread.
        nonisolated(unsafe) private var kept: Value?
    #else
        private let kept = Mutex<Value?>(nil)
    #endif

    package init() {}

    /// The value.
    /// - Parameter make: Works it out, and must not ask for it; called at most once.
    package func value(_ make: () -> Value) -> Value {
        #if hasFeature(Embedded)
            let value = kept ?? make()
            kept = value
            return value
        #else
            kept.withLock { kept in
                let value = kept ?? make()
                kept = value
                return value
            }
        #endif
    }
}
