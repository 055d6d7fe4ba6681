/// Paths of files and folders.
package enum FilePath {
    /// The path of one folder as seen from another, which need not exist yet; an absolute path where the system does not
    /// tell where they are.
    package static func relative(from folder: String, to target: String) -> String {
        guard let goal = resolved(target) else { return target }
        guard let start = resolved(folder) else { return goal }
        let (from, to) = (start.split(separator: "/"), goal.split(separator: "/"))
        let common = zip(from, to).prefix { $0 == $1 }.count
        let parts = Array(repeating: "..", count: from.count - common) + to.dropFirst(common).map(String.init)
        return parts.isEmpty ? "." : parts.joined(separator: "/")
    }

    /// The path of a folder without a stroke at its end.
    package static func folder(_ path: String) -> String {
        path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// The folder in which a path stands.
    package static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The absolute path without links, as far as the system tells it.
    package static func absolute(_ path: String) -> String { resolved(path) ?? path }

    /// The last part of a path.
    package static func name(of path: String) -> String {
        String(path.split(separator: "/").last ?? Substring(path))
    }

    /// The absolute path without links; of what does not exist yet, that of the folder above with the name.
    private static func resolved(_ path: String) -> String? {
        if let real = real(path) { return real }
        let whole = folder(path)
        let name = whole.lastIndex(of: "/").map { whole[whole.index(after: $0)...] } ?? whole[...]
        return real(parent(of: whole)).map { $0 == "/" ? "/" + name : $0 + "/" + name }
    }
}
