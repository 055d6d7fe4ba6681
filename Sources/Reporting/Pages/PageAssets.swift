internal import CPageAssets
internal import Values

/// The files that are part of every page: style sheet, script and the engine as a module in letters.
enum PageAssets {
    static let style = text(page_css(), page_css_length())
    static let script = text(page_js(), page_js_length())
    /// Both as the policy names them.
    static let styleSource = source(of: style)
    static let scriptSource = source(of: script)
    /// The engine, compressed.
    static let engine = Base64.text(Array(UnsafeBufferPointer(start: page_engine(), count: page_engine_length())))

    /// A style sheet or a script as the policy names it: by its SHA-256.
    static func source(of text: String) -> String {
        var sum = SHA256()
        sum.update(text)
        return "sha256-" + Base64.text(sum.digest)
    }

    private static func text(_ start: UnsafePointer<UInt8>, _ count: Int) -> String {
        String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }
}

/// Bytes in letters.
enum Base64 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Three bytes are four letters, with `=` where the last have fewer.
    static func text(_ bytes: [UInt8]) -> String {
        var written: [UInt8] = []
        written.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(start + 3, bytes.count)]
            var bits = part.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - part.count))
            var four: [UInt8] = []
            for _ in 0..<4 {
                four.append(letters[bits & 63])
                bits >>= 6
            }
            written += four.reversed().enumerated().map { $0.offset > part.count ? UInt8(ascii: "=") : $0.element }
        }
        return String(decoding: written, as: UTF8.self)
    }
}
