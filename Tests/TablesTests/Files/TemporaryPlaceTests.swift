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

/// What is not finished stands beside its target under a name of its own; what nobody will finish goes.
@Suite struct TemporaryPlaceTests {
    private static func code(_ body: () throws(FindingsError) -> Void) -> String? {
        do throws(FindingsError) {
            try body()
            return nil
        } catch {
            return error.findings.first?.code
        }
    }

    @Test func whatAKilledProcessLeftIsRemoved() throws {
        let folder = TemporaryFolder()
        folder.add("half", ".score-cli.abc.tmp")
        folder.add("half", ".score-cli.def.tmp/inner/page.html")
        folder.add("mine", ".score-cli.note")
        folder.add("mine", ".other.tmp")
        try FileOutput.write([1], to: folder.path("a.csv"))
        #expect(folder.names == [".other.tmp", ".score-cli.note", "a.csv"])
    }

    /// A signal comes while threads write pages into a folder that is not finished.
    @Test func aFolderIntoWhichSomebodyWritesIsRemoved() async {
        for _ in 0..<20 {
            let folder = TemporaryFolder()
            folder.add("half", "place/0")
            let path = folder.path("place")
            let writing = Task.detached {
                var count = 0
                while count < 2_000 {
                    let descriptor = open("\(path)/page-\(count)", O_WRONLY | O_CREAT | O_EXCL, 0o600)
                    if descriptor < 0 { break }
                    close(descriptor)
                    count += 1
                }
            }
            await Task.yield()
            #expect(TemporaryPlace.removeAll(path))
            await writing.value
            #expect(folder.names == [])
        }
    }

    /// Its process lives as long as the lock does.
    @Test(arguments: [false, true]) func whatIsBeingWrittenStays(isFolder: Bool) throws {
        let folder = TemporaryFolder()
        let name = ".score-cli.abc.tmp"
        folder.add("half", isFolder ? name + "/a" : name)
        let descriptor = open(folder.path(name), O_RDONLY)
        #expect(flock(descriptor, LOCK_EX) == 0)
        try FileOutput.write([1], to: folder.path("a.csv"))
        #expect(folder.names == [name, "a.csv"])
        close(descriptor)
    }

    /// A folder with links to elsewhere is removed, and nothing else.
    @Test func linksAreNotFollowed() throws {
        let folder = TemporaryFolder()
        let other = TemporaryFolder()
        other.add("mine", "a.csv")
        folder.add("half", ".score-cli.abc.tmp/a")
        #expect(symlink(other.path, folder.path(".score-cli.abc.tmp/b")) == 0)
        #expect(symlink(other.path, folder.path(".score-cli.def.tmp")) == 0)
        try FileOutput.write([1], to: folder.path("a.csv"))
        #expect(other.names == ["a.csv"])
        #expect(folder.names == [".score-cli.def.tmp", "a.csv"])
    }

    @Test func whatIsNotFinishedIsRemoved() throws {
        let folder = TemporaryFolder()
        folder.add("old", "a.csv")
        do {
            let output = try StreamOutput(path: folder.path("a.csv"))
            try output.write([1, 2, 3])
            #expect(folder.names.count == 2)
        }
        #expect(folder.names == ["a.csv"])
        #expect(folder.text("a.csv") == "old")
    }

    @Test func aLinkToNothingYetStays() throws {
        let folder = TemporaryFolder()
        #expect(symlink("inner/b.csv", folder.path("a.csv")) == 0)
        folder.add("", "inner/x")
        try FileOutput.write([7], to: folder.path("a.csv"))
        #expect(folder.bytes("inner/b.csv") == [7])
        #expect(FileStatus(folder.path("a.csv"))?.kind == .link)
        #expect(folder.names == ["a.csv", "inner"])
    }

    @Test func aCircleOfLinksIsNotReplaced() {
        let folder = TemporaryFolder()
        #expect(symlink("b.csv", folder.path("a.csv")) == 0)
        #expect(symlink("a.csv", folder.path("b.csv")) == 0)
        #expect(
            Self.code { () throws(FindingsError) in try FileOutput.write([7], to: folder.path("a.csv")) }
                == "file.cannotWrite")
        #expect(FileStatus(folder.path("a.csv"))?.kind == .link)
    }

    // MARK: - Folders

    @Test func aFolderTakesThePlaceOfItsOwnPages() throws {
        let folder = TemporaryFolder()
        let target = folder.path("pages")
        folder.add("old", "pages/a.html")
        folder.add("old", "pages/b.html")
        try FolderOutput.write(to: target, replacing: { $0.hasSuffix(".html") }) { (take) throws(FindingsError) in
            try take("a.html", [1])
            try take("c/d.html", [2])
        }
        #expect(folder.names == ["pages"])
        #expect(folder.bytes("pages/a.html") == [1] && folder.bytes("pages/c/d.html") == [2])
        #expect(folder.bytes("pages/b.html") == nil)
    }

    /// Somebody put a file there while the pages were made.
    @Test func whatCameMeanwhileIsKept() throws {
        let folder = TemporaryFolder()
        folder.add("old", "pages/a.html")
        try FolderOutput.write(to: folder.path("pages"), replacing: { $0.hasSuffix(".html") }) {
            (take) throws(FindingsError) in
            folder.add("mine", "pages/note.txt")
            try take("a.html", [1])
        }
        #expect(folder.names == ["pages"])
        #expect(folder.bytes("pages/a.html") == [1] && folder.text("pages/note.txt") == "mine")
    }

    @Test func aFolderThatCannotBeMadeLeavesNothing() {
        let folder = TemporaryFolder()
        folder.add("old", "pages/a.html")
        let fault = FindingsError(FileFinding.cannotRead, at: Location(file: "x"))
        let code = Self.code { () throws(FindingsError) in
            try FolderOutput.write(to: folder.path("pages"), replacing: { _ in true }) { (take) throws(FindingsError) in
                try take("b/c.html", [1])
                throw fault
            }
        }
        #expect(code == "file.cannotRead")
        #expect(folder.names == ["pages"] && folder.text("pages/a.html") == "old")
    }

    // MARK: - Several files

    /// The second cannot take its name: the first gets its old bytes back.
    @Test func allFilesOrNone() throws {
        let folder = TemporaryFolder()
        folder.add("old", "a.csv")
        let files = [("a.csv", 1), ("new/b.csv", 2), ("c.csv", 3)].map { (folder.path($0.0), [UInt8($0.1)]) }
        try FileOutput.write(files)
        #expect(folder.bytes("a.csv") == [1] && folder.bytes("new/b.csv") == [2] && folder.bytes("c.csv") == [3])
        let blocked = [("a.csv", 9), ("c.csv", 9), ("a.csv/x", 9)].map { (folder.path($0.0), [UInt8($0.1)]) }
        #expect(Self.code { () throws(FindingsError) in try FileOutput.write(blocked) } != nil)
        #expect(folder.bytes("a.csv") == [1] && folder.bytes("c.csv") == [3])
        #expect(folder.names == ["a.csv", "c.csv", "new"])
    }
}
