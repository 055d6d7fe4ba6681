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

/// Files are written whole or not at all, and read whole.
@Suite struct FileOutputTests {
    @Test(arguments: [0, 1, 5, 1 << 18, 3_000_000])
    func whatIsWrittenIsRead(_ count: Int) throws {
        let folder = TemporaryFolder()
        let path = folder.path + "/Điểm số.csv"
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try FileOutput.write([1, 2, 3], to: path)
        try FileOutput.write(bytes, to: path)
        let read = try FileInput.bytes(of: path)
        #expect(read == bytes)
        #expect(folder.names == ["Điểm số.csv"])
    }

    @Test func aReplacedFileHandsOnItsPermissions() throws {
        let folder = TemporaryFolder()
        let path = folder.path + "/a.csv"
        try FileOutput.write([1], to: path)
        chmod(path, 0o640)
        try FileOutput.write([2], to: path)
        var status = stat()
        #expect(stat(path, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o640)
    }

    @Test func aSymbolicLinkStays() throws {
        let folder = TemporaryFolder()
        let (path, link) = (folder.path + "/a.csv", folder.path + "/link.csv")
        try FileOutput.write([1], to: path)
        #expect(symlink("a.csv", link) == 0)
        try FileOutput.write([2], to: link)
        let read = try FileInput.bytes(of: path)
        #expect(read == [2])
        var status = stat()
        #expect(lstat(link, &status) == 0)
        #expect(status.st_mode & S_IFMT == S_IFLNK)
    }

    @Test func aDeviceIsWrittenAndNotReplaced() throws {
        try FileOutput.write([1, 2, 3], to: "/dev/null")
        var status = stat()
        #expect(stat("/dev/null", &status) == 0)
        #expect(status.st_mode & S_IFMT == S_IFCHR)
    }

    @Test func aFolderIsNotReplaced() {
        let folder = TemporaryFolder()
        let path = folder.path
        let error = #expect(throws: FindingsError.self) { try FileOutput.write([1], to: path) }
        #expect(error?.findings.first?.code == "file.isFolder")
        #expect(folder.names.isEmpty)
    }

    @Test func aMissingFolderIsFound() {
        let folder = TemporaryFolder()
        let path = folder.path + "/none/a.csv"
        let error = #expect(throws: FindingsError.self) { try FileOutput.write([1], to: path) }
        #expect(error?.findings.first?.code == "file.notFound")
        #expect(error?.findings.first?.location.file == path)
    }

    @Test(.enabled(if: access("/dev/full", W_OK) == 0, "Linux has a device that is always full"))
    func aFullDiskIsFound() {
        let error = #expect(throws: FindingsError.self) { try FileOutput.write([1], to: "/dev/full") }
        #expect(error?.findings.first?.code == "file.cannotWrite")
        #expect(error?.findings.first?.text(.reason)?.isEmpty == false)
    }

    @Test func aFailureLeavesEverythingAsItWas() throws {
        let folder = TemporaryFolder()
        let path = folder.path + "/a.csv"
        try FileOutput.write([7], to: path)
        // A file is not a folder.
        let error = #expect(throws: FindingsError.self) { try FileOutput.write([1], to: path + "/x") }
        #expect(error?.findings.first?.code == "file.notFound")
        let read = try FileInput.bytes(of: path)
        #expect(read == [7])
        #expect(folder.names == ["a.csv"])
    }

    @Test func whatCannotBeReadIsFound() throws {
        let folder = TemporaryFolder()
        let path = folder.path + "/a.csv"
        for (target, code) in [(path, "file.notFound"), (folder.path, "file.isFolder")] {
            let error = #expect(throws: FindingsError.self) { try FileInput.bytes(of: target) }
            #expect(error?.findings.first?.code == code)
            let refused = #expect(throws: FindingsError.self) { try Table(contentsOf: target) }
            #expect(refused?.findings.map(\.code) == [code])
        }
        try FileOutput.write([1, 2, 3], to: path)
        let error = #expect(throws: FindingsError.self) { try FileInput.bytes(of: path, limit: 2) }
        #expect(error?.findings.first?.details == [.found: .count(3), .expected: .count(2)])
    }

    @Test(.enabled(if: getuid() != 0, "the superuser may read everything"))
    func aLackOfPermissionIsFound() throws {
        let folder = TemporaryFolder()
        let path = folder.path + "/a.csv"
        try FileOutput.write([1], to: path)
        chmod(path, 0)
        let read = #expect(throws: FindingsError.self) { try FileInput.bytes(of: path) }
        #expect(read?.findings.first?.code == "file.noPermission")
        let written = #expect(throws: FindingsError.self) { try FileOutput.write([2], to: path) }
        #expect(written?.findings.first?.code == "file.noPermission")
    }

    @Test func errorsOfTheSystemHaveTheirFindings() {
        let location = Location(file: "x")
        let code = { (number: Int32) in FileInput.failure(number, at: location, otherwise: .cannotWrite).findings[0] }
        #expect(code(EACCES).code == "file.noPermission")
        #expect(code(EROFS).code == "file.noPermission")
        #expect(code(ENOENT).code == "file.notFound")
        #expect(code(ENOSPC).code == "file.cannotWrite")
        #expect(code(ENOSPC).text(.reason)?.isEmpty == false)
    }
}
