#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

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

    /// What a path leads to when links at its end are followed, also where nothing stands there yet.
    static func linked(_ path: String) -> String {
        if let real = real(path) { return real }
        var path = path
        // As many as systems follow.
        for _ in 0..<40 {
            guard let target = link(path) else { return path }
            path = target.hasPrefix("/") ? target : parent(of: path) + "/" + target
        }
        return path
    }

    /// What a link says; nil for what is no link.
    static func link(_ path: String) -> String? {
        // In bounds: `readlink` writes at most as many bytes as it is told, and says how many.
        let bytes = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
            let got = buffer.withMemoryRebound(to: CChar.self) { letters in
                letters.baseAddress.map { readlink(path, $0, letters.count) } ?? -1
            }
            count = max(got, 0)
        }
        return bytes.isEmpty || bytes.count == 4096 ? nil : String(decoding: bytes, as: UTF8.self)
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

    private static func real(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
