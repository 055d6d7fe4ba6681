import TestSupport
import Testing
import Values

@testable import Tables

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Files, pipes and standard input are read block by block, unchanged; gzip data is decompressed.
@Suite struct BlockInputTests {
    /// "xã;q1\nTân Lập;5\n" a hundred times, as `gzip -9` writes it (checked with Python's gzip).
    private static let compressed: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xAB, 0x38, 0xBC, 0xD8, 0xBA, 0xD0,
        0x90, 0x2B, 0xE4, 0xF0, 0xA2, 0x3C, 0x05, 0x9F, 0x87, 0xBB, 0xD6, 0x16, 0x58, 0x9B, 0x72, 0x55,
        0x8C, 0x8A, 0x8D, 0x8A, 0x8D, 0x8A, 0x8D, 0x8A, 0x8D, 0x8A, 0x8D, 0x8A, 0x8D, 0x8A, 0x0D, 0x29,
        0x31, 0x00, 0x51, 0x5A, 0x2B, 0x39, 0xD0, 0x07, 0x00, 0x00,
    ]
    private static let text = repeatElement(Array("xã;q1\nTân Lập;5\n".utf8), count: 100).flatMap { $0 }

    @Test(arguments: [1, 2, 3, 7, 1_000, 10_000])
    func anyBuffer(size: Int) throws {
        let folder = TemporaryFolder()
        for (name, bytes, plain) in [
            ("plain", Self.text, Self.text), ("packed", Self.compressed, Self.text), ("empty", [], []),
            ("two", Self.compressed + Self.compressed, Self.text + Self.text), ("one byte", [0x1F], [0x1F]),
        ] {
            let path = folder.path + "/" + name
            try FileOutput.write(bytes, to: path)
            let input = try BlockInput(path: path)
            #expect(try Self.all(input, size: size) == plain)
            #expect(input.plainSize == (bytes.starts(with: [0x1F, 0x8B]) ? nil : bytes.count))
        }
    }

    @Test(arguments: [[], Array("x".utf8), text, compressed])
    func pipe(bytes: [UInt8]) throws {
        var ends: [Int32] = [0, 0]
        #expect(Self.open(&ends) == 0)
        #expect(write(ends[1], bytes, bytes.count) == bytes.count)
        close(ends[1])
        let input = try BlockInput(path: "/dev/fd/\(ends[0])")
        close(ends[0])
        #expect(input.plainSize == nil)
        #expect(try Self.all(input, size: 100) == (bytes == Self.compressed ? Self.text : bytes))
    }

    /// Standard input that is a file continues where somebody else stopped.
    @Test func standardInput() throws {
        let folder = TemporaryFolder()
        let path = folder.path + "/input"
        try FileOutput.write(Self.text, to: path)
        let before = dup(STDIN_FILENO)
        defer {
            if before >= 0 {
                dup2(before, STDIN_FILENO)
                close(before)
            }
        }
        let descriptor = Self.openForReading(path)
        dup2(descriptor, STDIN_FILENO)
        close(descriptor)
        lseek(STDIN_FILENO, 7, SEEK_SET)
        let input = try BlockInput(path: BlockInput.standardInput)
        #expect(input.plainSize == Self.text.count - 7)
        #expect(try Self.all(input, size: 999) == Array(Self.text.dropFirst(7)))
        let emptied = try BlockInput(path: BlockInput.standardInput)
        #expect(try Self.all(emptied, size: 10).isEmpty)
    }

    @Test func brokenArchives() throws {
        let folder = TemporaryFolder()
        let path = folder.path + "/broken"
        var damaged = Self.compressed
        damaged[Self.compressed.count - 6] ^= 4
        let broken: [[UInt8]] = [
            damaged, Array(Self.compressed.dropLast()), Array(Self.compressed.prefix(2)), Self.compressed + [1],
            Self.compressed + Self.compressed.dropFirst(), Self.compressed + [0, 0, 5],
        ]
        for bytes in broken {
            try FileOutput.write(bytes, to: path)
            #expect { _ = try Self.all(BlockInput(path: path), size: 500) } throws: { error in
                (error as? FindingsError)?.findings.first?.code == "file.brokenArchive"
            }
        }
        try FileOutput.write(Self.compressed + [UInt8](repeating: 0, count: 300_000), to: path)
        #expect(try Self.all(BlockInput(path: path), size: 500) == Self.text)
    }

    private static func all(_ input: BlockInput, size: Int) throws -> [UInt8] {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 1)
        defer { buffer.deallocate() }
        var bytes: [UInt8] = []
        while true {
            let count = try input.read(into: buffer)
            bytes += buffer[..<count]
            if count < size { return bytes }
        }
    }

    private static func open(_ ends: inout [Int32]) -> Int32 {
        #if canImport(Glibc)
            Glibc.pipe(&ends)
        #elseif canImport(Musl)
            Musl.pipe(&ends)
        #else
            Darwin.pipe(&ends)
        #endif
    }

    private static func openForReading(_ path: String) -> Int32 {
        #if canImport(Glibc)
            Glibc.open(path, O_RDONLY)
        #elseif canImport(Musl)
            Musl.open(path, O_RDONLY)
        #else
            Darwin.open(path, O_RDONLY)
        #endif
    }
}
