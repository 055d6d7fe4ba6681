import Foundation
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

/// Pipes are read where somebody names them, to a limit; folders have none.
@Suite struct PipesTests {
    @Test func aPipeIsReadWhole() throws {
        let folder = TemporaryFolder()
        let path = folder.path("p")
        #expect(mkfifo(path, 0o600) == 0)
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
        let thread = Thread {
            let handle = FileHandle(forWritingAtPath: path)
            handle?.write(Data(bytes))
            try? handle?.close()
        }
        thread.start()
        let read = try FileInput.bytes(of: path)
        #expect(read == bytes)
    }

    @Test func anEndlessDeviceHasAnEnd() {
        let error = #expect(throws: FindingsError.self) { try FileInput.bytes(of: "/dev/zero", limit: 1 << 20) }
        #expect(error?.findings.map(\.code) == ["file.tooLarge"])
        #expect(error?.findings.first?.details[.expected] == .count(1 << 20))
    }

    @Test(arguments: ["pipe", "/dev/zero", "/dev/null"]) func onlyFilesAreRegular(name: String) {
        let folder = TemporaryFolder()
        let path = name.hasPrefix("/") ? name : folder.path(name)
        if path != name { #expect(mkfifo(path, 0o600) == 0) }
        let error = #expect(throws: FindingsError.self) { try FileInput.bytes(of: path, .regular) }
        #expect(error?.findings.map(\.code) == ["file.notRegular"])
    }
}
