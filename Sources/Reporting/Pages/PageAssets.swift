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
    // In bounds: the bytes of the file and their number, both of the linker (CPageAssets.c).
    static let engine = Base85.text(Array(UnsafeBufferPointer(start: page_engine(), count: page_engine_length())))

    /// A style sheet or a script as the policy names it: by its SHA-256.
    static func source(of text: String) -> String {
        var sum = SHA256()
        sum.update(text)
        return "sha256-" + Base64.text(sum.digest)
    }

    private static func text(_ start: UnsafePointer<UInt8>, _ count: Int) -> String {
        // In bounds: the bytes of the file and their number, both of the linker (CPageAssets.c).
        String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }
}

/// Bytes in letters, five for four bytes: shorter than Base64, for what only the page's script reads.
enum Base85 {
    /// From `#` on, without what HTML or a text of JavaScript would take for something else.
    static let letters = Array((UInt8(ascii: "#")...UInt8(ascii: "z")).filter { !Array("&<\\".utf8).contains($0) })

    /// Four bytes, the last filled up with zeros, are a number of five digits, the highest first.
    static func text(_ bytes: [UInt8]) -> String {
        let count = (bytes.count + 3) / 4
        // In bounds: five letters for each of `count` parts, all of which are written.
        let written = [UInt8](unsafeUninitializedCapacity: count * 5) { written, length in
            for part in 0..<count {
                var word = (4 * part..<4 * part + 4).reduce(UInt32(0)) { word, place in
                    word << 8 | UInt32(place < bytes.count ? bytes[place] : 0)
                }
                for place in stride(from: 5 * part + 4, through: 5 * part, by: -1) {
                    written.initializeElement(at: place, to: letters[Int(word % 85)])
                    word /= 85
                }
            }
            length = count * 5
        }
        return String(decoding: written, as: UTF8.self)
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
