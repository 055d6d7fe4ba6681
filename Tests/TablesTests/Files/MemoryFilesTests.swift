import Testing

@testable import Tables

/// Files that are held in memory stand where their paths say.
@Suite struct MemoryFilesTests {
    @Test(arguments: [
        ("/", "/"), ("", "/"), (".", "/"), ("a", "/a"), ("/a/./b//c/", "/a/b/c"), ("a/../b", "/b"),
        ("../../a", "/a"), ("/a/b/..", "/a"), ("/..a/b.", "/..a/b."),
    ])
    func pathsBeginAtTheRoot(path: String, absolute: String) {
        #expect(MemoryFiles.absolute(path) == absolute)
    }

    @Test func whatIsPutIsThere() {
        var files = MemoryFiles()
        let put = [files.put([1, 2], at: "/xã/2026/metrics.csv"), files.put([3], at: "xã/criteria.json")]
        #expect(put == [true, true])
        #expect(files.bytes(at: "xã/./2026/../2026/metrics.csv") == [1, 2])
        #expect(files.bytes(at: "/xã/2026") == nil)
        #expect(files.bytes(at: "/xã/2025/metrics.csv") == nil)
        #expect(files.names(in: "/xã").map(Set.init) == ["2026", "criteria.json"])
        #expect(files.names(in: "/").map(Set.init) == ["xã"])
        #expect(files.names(in: "/xã/criteria.json") == nil)
        #expect(files.isFolder("/xã/2026/"))
        #expect(!files.isFolder("/xã/2026/metrics.csv"))
        let isReplaced = files.put([4], at: "/xã/criteria.json")
        #expect(isReplaced)
        #expect(files.bytes(at: "/xã/criteria.json") == [4])
        #expect(files.names(in: "/xã")?.count == 2)
    }

    @Test func filesAndFoldersDoNotTakeEachOthersPlace() {
        var files = MemoryFiles()
        files.put([1], at: "/a/b")
        let put = ["/a", "/", "/a/b/c"].map { files.put([2], at: $0) }
        #expect(put == [false, false, false])
        let made = ["/a/b", "/a"].map { files.makeFolder($0) }
        #expect(made == [false, true])
        #expect(files.bytes(at: "/a/b") == [1])
        #expect(files.names(in: "/a") == ["b"])
    }

    @Test func foldersGoWithAllThatIsInThem() {
        var files = MemoryFiles()
        files.put([1], at: "/a/b/c")
        files.put([2], at: "/a/d")
        files.remove("/a/b")
        #expect(files.bytes(at: "/a/b/c") == nil)
        #expect(files.names(in: "/a/b") == nil)
        #expect(files.names(in: "/a") == ["d"])
        files.remove("/a/d")
        #expect(files.names(in: "/a") == [])
        files.put([3], at: "/a/b/c")
        files.remove("/")
        #expect(files.names(in: "/") == [])
        #expect(!files.isFolder("/a"))
    }
}
