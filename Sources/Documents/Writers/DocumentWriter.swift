/// A format of documents: how it writes each block, and what stands around them.
protocol DocumentWriter: Sendable {
    /// What stands between two blocks.
    static var separator: String { get }
    /// A block other than parts.
    func text(of block: Document.Block) -> String
    /// What stands before the first block of a document with a title, and behind the last.
    func frame(_ title: Phrase) -> (before: String, after: String)
}

extension DocumentWriter {
    /// Nothing but the end of the last line.
    func frame(_ title: Phrase) -> (before: String, after: String) { ("", "\n") }

    /// Hands over the document block by block.
    func write(_ document: Document, _ sink: ByteSink) {
        let (before, after) = frame(document.title)
        var opening = before
        func hand(_ text: String) -> Bool {
            defer { opening = Self.separator }
            return sink(Array((opening + text).utf8))
        }
        for block in document.blocks {
            guard case .parts(let count, let write) = block else {
                guard hand(text(of: block)) else { return }
                continue
            }
            let goesOn = Stream.parts(of: count, block: 64) { positions in
                positions.map { body(of: document.part($0, write)) }.joined(separator: Self.separator)
            } take: {
                hand($0)
            }
            guard goesOn else { return }
        }
        _ = sink(Array(((document.blocks.isEmpty ? before : "") + after).utf8))
    }

    /// The document as one text.
    func text(of document: Document) -> String {
        var bytes: [UInt8] = []
        write(document) {
            bytes += $0; return true
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The blocks alone, without what stands around them.
    func body(of document: Document) -> String {
        document.blocks.map { block in
            guard case .parts(let count, let write) = block else { return text(of: block) }
            return (0..<count).map { body(of: document.part($0, write)) }.joined(separator: Self.separator)
        }.joined(separator: Self.separator)
    }
}
