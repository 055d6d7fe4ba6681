internal import Tables
public import Values

/// Files that are given twice, under the same name, another name, or as a copy.
public enum SameFiles {
    /// A finding for each file whose content an earlier one has too. Files that cannot be read are left to their
    /// readers; standard input and pipes are not compared, since they can be read once.
    ///
    /// Complexity: O(files), and the bytes of files of the same size.
    public static func findings(_ files: [String]) -> [Finding] {
        repeats(among: files).map { index, first in
            Finding(SurveyFinding.sameFile, at: Location(file: files[index]), [.other: .text(files[first])])
        }
    }

    /// The positions of files whose content an earlier one has too, and of those.
    package static func repeats(among files: [String]) -> [(index: Int, first: Int)] {
        var ofSize: [Int?: [Int]] = [:]
        for (index, file) in files.enumerated() where !isStream(file) {
            guard let input = try? BlockInput(path: file) else { continue }
            ofSize[input.plainSize, default: []].append(index)
        }
        var found: [(index: Int, first: Int)] = []
        for group in ofSize.values where group.count > 1 {
            var firstOfContent: [[UInt64]: Int] = [:]
            for index in group {
                guard let content = fingerprint(of: files[index]) else { continue }
                if let first = firstOfContent[content] {
                    found.append((index, first))
                } else {
                    firstOfContent[content] = index
                }
            }
        }
        return found.sorted { $0.index < $1.index }
    }

    /// Whether the first lines of files are the same bytes, so that their columns and separators are too. Those of standard
    /// input and of pipes cannot be looked at.
    static func haveSameHeading(_ files: [String]) -> Bool {
        if files.contains(where: isStream) { return false }
        // In bounds: `read` fills at most the buffer and says how much of it.
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: RowBlocks.size, alignment: 64)
        defer { buffer.deallocate() }
        var heading: [UInt8]?
        for file in files {
            guard let input = try? BlockInput(path: TablePath(file).file), let count = try? input.read(into: buffer)
            else {
                continue
            }
            // What a workbook begins with says nothing of its columns.
            if Table.isWorkbook(buffer[..<count]) { return false }
            var line = buffer[..<count].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }[...]
            if line.starts(with: TextEncoding.byteOrderMark) { line = line.dropFirst(TextEncoding.byteOrderMark.count) }
            // Such a line names the delimiter; the heading is behind it.
            if line.starts(with: Array("sep=".utf8)) { return false }
            if let heading {
                if !heading.elementsEqual(line) { return false }
            } else {
                heading = Array(line)
            }
        }
        return true
    }

    /// Whether what is read of a file is gone then.
    private static func isStream(_ file: String) -> Bool {
        file == BlockInput.standardInput || FileStatus(TablePath(file).file, followsLinks: true)?.kind == .other
    }

    /// The length of a file's content and two hashes of it; nil when it cannot be read.
    private static func fingerprint(of file: String) -> [UInt64]? {
        guard let input = try? BlockInput(path: file) else { return nil }
        // In bounds: as above, and so is the block.
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: RowBlocks.size, alignment: 64)
        defer { buffer.deallocate() }
        var parts: [UInt64] = [0, 1, 2]
        while let count = try? input.read(into: buffer) {
            let block = UnsafeRawBufferPointer(rebasing: buffer[..<count])
            for index in 1...2 { parts[index] = RowHash.of(block, seed: parts[index]) }
            parts[0] += UInt64(count)
            if count < buffer.count { return parts }
        }
        return nil
    }
}

/// Hashes of rows: the same bytes have the same hash in every file and on every thread.
package enum RowHash {
    private static let factors: (UInt64, UInt64) = (0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB)

    @inline(__always)
    static func mix(_ first: UInt64, _ second: UInt64) -> UInt64 {
        let product = first.multipliedFullWidth(by: second)
        return product.high ^ product.low
    }

    @inline(__always)
    private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
        // In bounds: callers have eight bytes from the offset on.
        bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }

    /// A hash of all bytes.
    @inline(__always)
    package static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
        // In bounds: a word is read where eight bytes are left, and at eight before the end.
        let count = bytes.count
        guard count >= 8 else { return short(bytes, seed) }
        var (left, right) = (seed ^ factors.0, seed ^ UInt64(truncatingIfNeeded: count))
        var offset = 0
        // Two chains, each of which waits only for itself.
        while offset &+ 16 <= count {
            left = mix(left ^ word(bytes, offset), factors.1)
            right = mix(right ^ word(bytes, offset &+ 8), factors.0)
            offset &+= 16
        }
        if offset &+ 8 <= count { left = mix(left ^ word(bytes, offset), factors.1) }
        right = mix(right ^ word(bytes, count &- 8), factors.0)
        return mix(left ^ factors.1, right ^ factors.0)
    }

    private static func short(_ bytes: UnsafeRawBufferPointer, _ seed: UInt64) -> UInt64 {
        var value = UInt64(truncatingIfNeeded: bytes.count)
        for byte in bytes { value = value &<< 8 | UInt64(byte) }
        return mix(mix(value ^ factors.0, seed ^ factors.1), factors.0)
    }

    /// A hash of some of the bytes, to choose rows by.
    @inline(__always)
    static func rough(_ bytes: UnsafeBufferPointer<UInt8>, _ row: Range<Int>) -> UInt64 {
        let count = row.upperBound &- row.lowerBound
        guard let base = bytes.baseAddress, count >= 8 else {
            return short(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[row]), 0)
        }
        // In bounds: the row has eight bytes or more, so that a word may begin at `last` and at whatever is before it.
        let (start, last) = (UnsafeRawPointer(base + row.lowerBound), count &- 8)
        @inline(__always)
        func word(_ offset: Int) -> UInt64 { start.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
        // One multiplication, as this is all that happens to most rows; the factors keep equal words apart.
        let (first, second) = (word(0) ^ word(last &>> 1) &* factors.0, word(last) ^ word(last &>> 2) &* factors.1)
        return mix(first ^ factors.1, second &+ UInt64(count))
    }
}
