import Documents
import Words
#if canImport(Glibc)
    import Glibc
#endif

/// How the allocator treats what one stage frees.
enum MemoryReuse {
    /// Lets the next stage take over large blocks that the one before freed.
    ///
    /// glibc gives them back to the system at once, and each page that comes again costs a fault: about a tenth of the
    /// time in which a large table is scored. A command lives for milliseconds and has no use for giving back.
    static func keepFreedBlocks() {
        #if canImport(Glibc)
            // `mallopt` is not in the modules of the C library that Swift imports.
            guard let address = dlsym(nil, "mallopt") else { return }
            let mallopt = unsafeBitCast(address, to: (@convention(c) (Int32, Int32) -> Int32).self)
            let (trimThreshold, topPad, mmapThreshold): (Int32, Int32, Int32) = (-1, -2, -3)
            _ = mallopt(mmapThreshold, 1 << 30)
            _ = mallopt(trimThreshold, 1 << 30)
            _ = mallopt(topPad, 1 << 24)
        #endif
    }
}
