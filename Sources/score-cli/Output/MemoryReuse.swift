import Documents
import Words
#if canImport(Glibc)
    import Glibc
#endif

/// How the allocator treats blocks that one stage frees.
enum MemoryReuse {
    /// Lets the next stage reuse large blocks that the previous one freed.
    ///
    /// By default glibc returns them to the system at once, and each page used again costs a page fault: about a tenth
    /// of the time in which a large table is scored. A command runs for milliseconds and gains nothing from returning
    /// memory.
    static func keepFreedBlocks() {
        #if canImport(Glibc)
            // `mallopt` is not in the C library modules that Swift imports.
            guard let address = dlsym(nil, "mallopt") else { return }
            // The type is that of the manual, mallopt(3).
            let mallopt = unsafeBitCast(address, to: (@convention(c) (Int32, Int32) -> Int32).self)
            let (trimThreshold, topPad, mmapThreshold): (Int32, Int32, Int32) = (-1, -2, -3)
            _ = mallopt(mmapThreshold, 1 << 30)
            _ = mallopt(trimThreshold, 1 << 30)
            _ = mallopt(topPad, 1 << 24)
        #endif
    }
}
