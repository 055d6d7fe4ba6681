internal import Tables

/// Where criteria sets are looked for that are named by set and edition, such as `tuy-phuoc/2023-2025`.
///
/// The first file found counts: in the folder `criteria` of the assessment's own folder, then in the one beside that
/// folder, then in ``folders``, in their order.
public struct CriteriaPlaces: Sendable {
    /// Further folders of criteria sets.
    public var folders: [String]

    /// Makes the list of places.
    public init(folders: [String] = []) { self.folders = folders }

    /// Whether a text names a set and an edition: two parts, of which neither makes it a path.
    package static func isName(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2 && !text.lowercased().hasSuffix(".json")
            && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    }

    /// The files that a name may stand for, in the order in which they are looked for.
    /// - Parameter folder: the assessment's own; nil where there is none.
    package func candidates(_ name: String, for folder: String?) -> [String] {
        let own = folder.map { [$0 + "/criteria", $0 + "/../criteria"] } ?? []
        return (own + folders).map { "\($0)/\(name).json" }
    }

    /// The path that a text stands for: that of the file that it names, or, where none is there, of the first place; a
    /// text that is no name is a path from the folder.
    func path(_ text: String, for folder: String) -> String {
        if Self.isName(text) {
            let candidates = candidates(text, for: folder)
            return candidates.first(where: FileInput.exists) ?? candidates[0]
        }
        return text.hasPrefix("/") ? text : folder + "/" + text
    }
}
