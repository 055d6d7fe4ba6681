#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Remembers a number for a run of bytes: cells as they stand in the file, so that nobody decodes them twice.
///
/// Open addressing with linear steps; the runs stand one behind the other in one array. The hash begins with a random
/// number: nobody can write a file whose cells all meet in one place. Nothing depends on the order of entries.
struct ByteTable {
    private struct Entry {
        var hash: UInt64
        var offset: UInt32
        var length: UInt32
        /// -1 in an empty place.
        var value: Int32
    }

    private var entries: [Entry]
    private var bytes: [UInt8] = []
    private(set) var count = 0
    private let seed = UInt64.random(in: 1...UInt64.max) | 1

    init() {
        entries = Array(repeating: Entry(hash: 0, offset: 0, length: 0, value: -1), count: 64)
    }

    /// The hash of a run.
    @inline(__always)
    func hash(of run: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard let base = run.baseAddress else { return seed }
        let raw = UnsafeRawPointer(base)
        var hash = seed ^ UInt64(truncatingIfNeeded: run.count)
        var index = 0
        while index &+ 8 <= run.count {
            hash = Self.mixed(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index &+= 8
        }
        if index < run.count {
            var word: UInt64 = 0
            var shift: UInt64 = 0
            while index < run.count {
                word |= UInt64(base[index]) &<< shift
                shift &+= 8
                index &+= 1
            }
            hash = Self.mixed(hash ^ word)
        }
        return hash
    }

    @inline(__always)
    private static func mixed(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }

    /// The number of a run; nil when it is not there.
    @inline(__always)
    func value(of run: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int? {
        entries.withUnsafeBufferPointer { entries in
            let mask = entries.count &- 1
            var place = Int(truncatingIfNeeded: hash) & mask
            while entries[place].value >= 0 {
                if entries[place].hash == hash, isEqual(entries[place], run) { return Int(entries[place].value) }
                place = (place &+ 1) & mask
            }
            return nil
        }
    }

    @inline(__always)
    private func isEqual(_ entry: Entry, _ run: UnsafeBufferPointer<UInt8>) -> Bool {
        guard Int(entry.length) == run.count else { return false }
        guard let base = run.baseAddress, run.count > 0 else { return true }
        return bytes.withUnsafeBufferPointer { own in
            guard let start = own.baseAddress else { return false }
            return memcmp(start + Int(entry.offset), base, run.count) == 0
        }
    }

    /// Remembers a run that is not there yet. Runs beyond 4 GB in all are not remembered, only looked up again.
    mutating func insert(_ run: UnsafeBufferPointer<UInt8>, hash: UInt64, value: Int) {
        guard bytes.count + run.count < Int(UInt32.max), let number = Int32(exactly: value) else { return }
        if (count + 1) * 2 > entries.count { grow() }
        let entry = Entry(
            hash: hash, offset: UInt32(bytes.count), length: UInt32(run.count), value: number)
        bytes.append(contentsOf: run)
        put(entry)
        count += 1
    }

    private mutating func put(_ entry: Entry) {
        let mask = entries.count - 1
        var place = Int(truncatingIfNeeded: entry.hash) & mask
        while entries[place].value >= 0 { place = (place + 1) & mask }
        entries[place] = entry
    }

    private mutating func grow() {
        let old = entries
        entries = Array(repeating: Entry(hash: 0, offset: 0, length: 0, value: -1), count: old.count * 2)
        for entry in old where entry.value >= 0 { put(entry) }
    }
}
