import Foundation
import TestSupport
import Testing
import Values

@testable import Tables

/// A file that changes while it is read is noticed.
@Suite struct FileVersionTests {
    private let folder = TemporaryFolder()

    /// A file that was written some time ago.
    private func old(_ text: String) throws -> String {
        let path = folder.add(text, "a.csv")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)], ofItemAtPath: path)
        return path
    }

    private func replace(_ path: String) {
        let other = folder.add("a;b\n1;2\n", "b.csv")
        _ = rename(other, path)
    }

    private func codes(_ body: () throws -> Void) -> [String] {
        do {
            try body()
            return []
        } catch {
            return (error as? FindingsError)?.findings.map(\.code) ?? ["?"]
        }
    }

    @Test func ofUnchangedFiles() throws {
        let path = try old("a;b\n1;2\n")
        #expect(try FileInput.bytes(of: path) { _ = try? FileInput.bytes(of: path) } == Array("a;b\n1;2\n".utf8))
        #expect(try FileInput.bytes(of: folder.add("", "empty.csv")).isEmpty)
    }

    @Test(arguments: ["a;b\n1;2\n3;4\n", "a;b\n", "", "a;b\n1;3\n"])
    func ofRewrittenFiles(text: String) throws {
        let path = try old("a;b\n1;2\n")
        #expect(codes { _ = try FileInput.bytes(of: path) { folder.add(text, "a.csv") } } == ["file.changed"])
        // Nothing changes any more.
        #expect(try FileInput.bytes(of: path) == Array(text.utf8))
    }

    @Test func ofReplacedAndRemovedFiles() throws {
        let path = try old("a;b\n1;2\n")
        #expect(codes { _ = try FileInput.bytes(of: path) { replace(path) } } == ["file.changed"])
        #expect(codes { _ = try FileInput.bytes(of: path) { unlink(path) } } == ["file.changed"])
    }

    @Test(arguments: ["append", "replace", "nothing"])
    func ofFilesReadInBlocks(change: String) throws {
        let text = String(repeating: "a;b\n", count: 1000)
        let path = try old(text)
        let input = try BlockInput(path: path)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 3000, alignment: 1)
        defer { buffer.deallocate() }
        #expect(try input.read(into: buffer) == 3000)
        switch change {
        case "append": folder.add(text + "c", "a.csv")
        case "replace": replace(path)
        default: break
        }
        #expect(codes { _ = try input.read(into: buffer) } == (change == "nothing" ? [] : ["file.changed"]))
    }
}
