import Dispatch
import Documents
import Synchronization
import Values
import Words

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A line on a terminal that says how far lengthy work is: `đã đọc 210 / 300 MB`.
///
/// It appears on standard error after half a second of work, is drawn a few times a second, and is erased before anything
/// else is written, so nothing of it stays. Where standard error is no terminal, nothing is written at all.
enum ProgressLine {
    /// Milliseconds before a line appears, and between two drawings.
    private static let patience = 500
    private static let pause = 200

    private static let isDrawn = Mutex(false)
    private static let timer = Mutex<Timer?>(nil)

    /// A timer is used by one thread at a time, which the mutex sees to.
    private struct Timer: @unchecked Sendable {
        let source: any DispatchSourceTimer
    }

    /// Draws from now on, where there is a terminal to draw on.
    static func begin(in language: Language, isQuiet: Bool) {
        guard !isQuiet, isatty(STDERR_FILENO) == 1, Environment.value("TERM") != "dumb" else { return }
        timer.withLock { timer in
            guard timer == nil else { return }
            let source = DispatchSource.makeTimerSource(queue: .global(qos: .userInteractive))
            source.schedule(
                deadline: .now() + .milliseconds(patience), repeating: .milliseconds(pause), leeway: .milliseconds(20))
            source.setEventHandler { draw(in: language) }
            source.resume()
            timer = Timer(source: source)
        }
    }

    /// Erases the line and draws no more.
    static func end() {
        timer.withLock { timer in
            timer?.source.cancel()
            timer = nil
        }
        erase()
    }

    /// Erases the line, if there is one, before something else is written.
    static func erase() {
        isDrawn.withLock { isDrawn in
            if isDrawn { StandardStream.writeRaw("\r\u{1B}[K") }
            isDrawn = false
        }
    }

    private static func draw(in language: Language) {
        guard let state = WorkProgress.state else { return erase() }
        let text = WorkWords.progress(state).text(language)
        isDrawn.withLock { isDrawn in
            // What is cancelled may still be under way.
            guard timer.withLock({ $0 != nil }) else { return }
            StandardStream.writeRaw("\r" + text + "\u{1B}[K")
            isDrawn = true
        }
    }
}
