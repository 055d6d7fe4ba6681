import Foundation

/// The processor time of the calling thread, which other tests beside it do not lengthen as they do the clock's.
public enum ThreadTime {
    /// How many seconds it works.
    public static func seconds(_ body: () throws -> Void) rethrows -> Double {
        let began = now
        try body()
        return now - began
    }

    /// The least of three runs, in seconds.
    public static func least(_ body: () throws -> Void) rethrows -> Double {
        try min(seconds(body), seconds(body), seconds(body))
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
