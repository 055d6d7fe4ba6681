package import Foundation

/// The files of the repository.
package enum Repository {
    /// The folder of the package.
    package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// The path of a file, specified relative to the package's folder.
    package static func path(_ relative: String) -> String { root + "/" + relative }

    package static func text(_ relative: String) throws -> String {
        try String(contentsOfFile: path(relative), encoding: .utf8)
    }

    package static func data(_ relative: String) throws -> Data {
        try Data(contentsOf: URL(filePath: path(relative)))
    }

    /// The names in a folder with the specified ending, sorted.
    package static func names(in folder: String, ending: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path(folder))) ?? []
        return names.filter { $0.hasSuffix(ending) }.sorted()
    }

    /// The paths of the files in a folder and its subfolders with the specified ending, relative to it, sorted.
    package static func paths(below folder: String, ending: String) -> [String] {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: path(folder))) ?? []
        return paths.filter { $0.hasSuffix(ending) }.sorted()
    }

    /// The rows of a simple table, comma-delimited and without quotes, each by column name.
    package static func rows(_ relative: String) throws -> [[String: String]] {
        let lines = try text(relative).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        guard let names = lines.first else { throw CocoaError(.fileReadCorruptFile) }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
    }

    /// The decoded content of a JSON file.
    package static func decoded<Value: Decodable>(_ type: Value.Type, _ relative: String) throws -> Value {
        try JSONDecoder().decode(type, from: data(relative))
    }
}
