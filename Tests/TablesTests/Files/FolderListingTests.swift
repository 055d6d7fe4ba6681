import Foundation
import TestSupport
import Testing
import Values

@testable import Tables

/// Files are listed in path order, whatever order the system returns.
@Suite struct FolderListingTests {
    @Test func filesAreFoundInFolders() throws {
        let root = TemporaryFolder()
        let names = [
            "b/2.json", "b/1.JSON", "a/Điểm.json", "a/x/y/3.json", "a/x/y/z/4.json", ".hidden/5.json", "c.csv",
        ]
        for name in names { root.add("", name) }
        // A link may lead back up, and is not followed.
        try FileManager.default.createSymbolicLink(
            at: URL(filePath: root.path("b/back")), withDestinationURL: URL(filePath: root.path("b")))
        let files = try FolderListing.files(in: root.path, ending: ".json", depth: 4)
        let found = files.map { String($0.dropFirst(root.path.count + 1)) }
        #expect(
            found == [
                "a/x/y/3.json", "a/Điểm.json", "b/1.JSON", "b/2.json",
            ])
        #expect(try FolderListing.files(in: root.path, ending: ".json", depth: 1).isEmpty)
        #expect(throws: FindingsError.self) { try FolderListing.files(in: root.path + "/none", ending: ".json") }
    }
}
