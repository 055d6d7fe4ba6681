#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension FilePath {
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

    /// The absolute path without links of what exists; nil where nothing does.
    static func real(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
