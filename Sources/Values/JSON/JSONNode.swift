/// A JSON value that remembers its position, so that whatever is wrong with it can be shown to a person.
///
/// Numbers keep their digits as written: `0.30` stays exact and is read by ``FixedDecimal``.
public struct JSONNode: Sendable {
    /// What the value is.
    public enum Content: Sendable {
        /// `null`
        case null
        /// `true` or `false`
        case boolean(Bool)
        /// The digits of a number as written in the file.
        case number(String)
        /// A string, with escapes resolved and Vietnamese letters precomposed.
        case text(String)
        /// `[ … ]`
        case array([JSONNode])
        /// `{ … }`: members in file order; keys are unique.
        case object([Member])
    }

    /// A key with its value.
    public struct Member: Sendable {
        /// The key.
        public let key: String
        /// The key's byte offset in the file.
        public let keyOffset: Int
        /// The value.
        public let value: JSONNode
    }

    /// What the value is.
    public let content: Content
    /// The value's byte offset in the file. Line and column are computed only when a finding needs them
    /// (``JSONDocument/location(of:)``).
    public let offset: Int

    /// Makes a node.
    public init(_ content: Content, offset: Int) {
        self.content = content
        self.offset = offset
    }
}

/// A JSON file that has been read.
public struct JSONDocument: Sendable {
    /// The file's path as the user specified it.
    public let file: String
    /// The bytes of the file.
    public let bytes: [UInt8]
    /// The top-level value.
    public let root: JSONNode
    private let lines: JSONLines

    /// Reads a JSON text (RFC 8259, UTF-8).
    ///
    /// A repeated key is an error: the second value would silently replace the first.
    /// - Throws: ``FindingsError`` with every finding: the first syntax error, or all repeated keys.
    public init(file: String, bytes: [UInt8]) throws(FindingsError) {
        self.file = file
        self.bytes = bytes
        let lines = JSONLines(bytes)
        self.lines = lines
        func location(_ offset: Int) -> Location { Self.location(of: offset, in: bytes, lines, file: file) }
        var parser = JSONParser(bytes: bytes)
        do {
            root = try parser.parseDocument()
        } catch {
            throw FindingsError(
                JSONFinding.syntax, at: location(error.offset),
                [.expected: .term(error.expected), .found: .text(error.found)])
        }
        if !parser.repeatedKeys.isEmpty {
            var collector = FindingCollector(limit: Self.findingLimit, rest: JSONFinding.moreFindings)
            for repeated in parser.repeatedKeys {
                collector.report(
                    JSONFinding.duplicateKey, in: file, at: location(repeated.offset),
                    [.found: .text(repeated.key), .first: .location(location(repeated.first))])
            }
            throw FindingsError(collector.findings)
        }
    }

    /// A part of a document as one of its own, in which places are those of the whole.
    package init(_ node: JSONNode, of whole: JSONDocument) {
        (file, bytes, root, lines) = (whole.file, whole.bytes, node, whole.lines)
    }

    /// How many findings of a code are listed.
    static let findingLimit = 100

    /// The line and column of a byte offset. Columns count characters, as editors do.
    ///
    /// Complexity: O(log bytes) where lines are not very long.
    public func location(of offset: Int) -> Location {
        Self.location(of: offset, in: bytes, lines, file: file)
    }

    private static func location(
        of offset: Int, in bytes: [UInt8], _ lines: JSONLines, file: String
    ) -> Location {
        let (line, column) = lines.place(of: offset, in: bytes)
        return Location(file: file, line: line, column: column)
    }
}
