import Foundation

/// A folder that is deleted with everything in it.
package final class TemporaryFolder: Sendable {
    package let path: String

    package init() {
        let url = FileManager.default.temporaryDirectory.appending(path: "score-\(UUID().uuidString)")
        path = url.path
        do {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        } catch {
            preconditionFailure("no folder for temporary files: \(error)")
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of a file in the folder.
    package func path(_ name: String) -> String { path + "/" + name }

    /// Writes a file, creating its folders; returns its path.
    @discardableResult
    package func add(_ bytes: some Sequence<UInt8>, _ name: String = "answers.csv") -> String {
        let url = URL(filePath: path(name))
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url)
        } catch {
            preconditionFailure("no temporary file: \(error)")
        }
        return url.path
    }

    @discardableResult
    package func add(_ text: String, _ name: String = "answers.csv") -> String { add(text.utf8, name) }

    /// The bytes of a file; nil when it does not exist.
    package func bytes(_ name: String) -> [UInt8]? {
        FileManager.default.contents(atPath: path(name)).map(Array.init)
    }

    /// The text of a file; nil when it does not exist.
    package func text(_ name: String) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

    /// The names of the folder's contents.
    package var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
}
