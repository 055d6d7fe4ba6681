/// Maps runs of bytes to numbers: raw cells of the file, so that none is decoded twice.
///
/// Open addressing with linear probing; the runs are stored one after the other in one array, each padded with zeros to
/// whole words. Seven bytes after a run being looked up must be readable. The hash starts with a random number, so
/// nobody can craft a file whose cells all collide. Nothing depends on the order of entries.
package struct ByteTable {
    private struct Entry {
        var hash: UInt64
        /// Where the run begins, in words.
        var offset: UInt32
        /// Its length in bytes.
        var length: UInt32
        /// -1 in an empty place.
        var value: Int32
    }

    private var entries: [Entry]
    private var words: [UInt64] = []
    private(set) var count = 0
    /// The maximum number of runs, and of words of runs: the same cell can be written in unlimited ways.
    private static let countLimit = 1 << 18
    private static let wordLimit = 1 << 20
    private let seed = UInt64.random(in: 1...UInt64.max) | 1

    package init() {
        entries = Array(repeating: Entry(hash: 0, offset: 0, length: 0, value: -1), count: 64)
    }

    @inline(__always)
    package func hash(of run: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = seed ^ UInt64(truncatingIfNeeded: run.count)
        var index = 0
        while index < run.count {
            let product = (hash ^ Self.word(run, at: index)).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
            hash = product.high ^ product.low
            index &+= 8
        }
        return hash
    }

    /// Eight bytes of a run, padded with zeros.
    @inline(__always)
    private static func word(_ run: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt64 {
        // In bounds: `index` is below the count, and callers have seven bytes behind it.
        guard let base = run.baseAddress else { return 0 }
        let word = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let missing = index &+ 8 &- run.count
        return missing <= 0 ? word : UInt64(littleEndian: word) & (UInt64.max &>> UInt64(missing &* 8))
    }

    /// The number of a run; nil when it is not there.
    @inline(__always)
    package func value(of run: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int? {
        // In bounds: the mask keeps a place below the count, a power of two; at most half are taken, so that an empty
        // one ends the search.
        entries.withUnsafeBufferPointer { entries in
            let mask = entries.count &- 1
            var place = Int(truncatingIfNeeded: hash) & mask
            while entries[place].value >= 0 {
                if entries[place].hash == hash, isEqual(Int(entries[place].offset), Int(entries[place].length), run) {
                    return Int(entries[place].value)
                }
                place = (place &+ 1) & mask
            }
            return nil
        }
    }

    @inline(__always)
    private func isEqual(_ offset: Int, _ length: Int, _ run: UnsafeBufferPointer<UInt8>) -> Bool {
        guard length == run.count else { return false }
        // In bounds: the run of an entry was stored from its offset on, filled up to whole words.
        return words.withUnsafeBufferPointer { words in
            var index = 0
            while index < length {
                if words[offset &+ index &>> 3] != Self.word(run, at: index) { return false }
                index &+= 8
            }
            return true
        }
    }

    /// Adds a run that is not there yet. Beyond the limits it is not stored, only looked up again.
    package mutating func insert(_ run: UnsafeBufferPointer<UInt8>, hash: UInt64, value: Int) {
        guard count < Self.countLimit, words.count + run.count / 8 < Self.wordLimit,
            let number = Int32(exactly: value), let offset = UInt32(exactly: words.count),
            let length = UInt32(exactly: run.count)
        else { return }
        if (count + 1) * 2 > entries.count { grow() }
        for index in stride(from: 0, to: run.count, by: 8) { words.append(Self.word(run, at: index)) }
        put(Entry(hash: hash, offset: offset, length: length, value: number))
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
