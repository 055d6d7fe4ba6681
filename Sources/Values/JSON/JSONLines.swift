/// Where the lines of a text begin, so that the place of a byte costs no more than the bytes around it: a file with ten
/// thousand entries has ten thousand places.
struct JSONLines: Sendable {
    /// What is known at some byte.
    private struct Mark: Sendable {
        var offset = 0
        /// The line that it is on, counted from 1, and where that begins.
        var line = 1
        var lineStart = 0
        /// The characters before it on its line.
        var characters = 0
    }

    /// About how many bytes lie between marks.
    private static let step = 4096

    private let marks: [Mark]

    /// Looks through a text once. Complexity: O(bytes).
    init(_ bytes: [UInt8]) {
        var (mark, next) = (Mark(), Self.step)
        var marks = [mark]
        var (line, lineStart) = (1, 0)
        for offset in bytes.indices {
            if offset >= next, Self.isBoundary(offset, bytes) {
                let start = max(mark.offset, lineStart)
                let before = mark.lineStart == lineStart ? mark.characters : 0
                let characters = before + Self.characters(bytes[start..<offset])
                mark = Mark(offset: offset, line: line, lineStart: lineStart, characters: characters)
                marks.append(mark)
                next = offset + Self.step
            }
            if bytes[offset] == UInt8(ascii: "\n") { (line, lineStart) = (line + 1, offset + 1) }
        }
        self.marks = marks
    }

    /// The line and the column of a byte, from 1. Columns count characters, as editors do.
    ///
    /// Complexity: O(log marks), and O(bytes since the last mark, or since the beginning of the line where that is later).
    func place(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
        let offset = min(offset, bytes.count)
        var (low, high) = (0, marks.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if marks[middle].offset <= offset { low = middle } else { high = middle }
        }
        var (mark, start) = (marks[low], marks[low].offset)
        for index in mark.offset..<offset where bytes[index] == UInt8(ascii: "\n") {
            (mark.line, mark.lineStart, mark.characters, start) = (mark.line + 1, index + 1, 0, index + 1)
        }
        let isMarked = mark.lineStart == 0 && offset >= 3 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
        return (mark.line, mark.characters + Self.characters(bytes[start..<offset]) + (isMarked ? 0 : 1))
    }

    /// Whether no character has bytes on both sides: both are ASCII, and no line end of two.
    private static func isBoundary(_ offset: Int, _ bytes: [UInt8]) -> Bool {
        let (before, after) = (bytes[offset - 1], bytes[offset])
        return before < 0x80 && after < 0x80 && !(before == UInt8(ascii: "\r") && after == UInt8(ascii: "\n"))
    }

    private static func characters(_ bytes: ArraySlice<UInt8>) -> Int { String(decoding: bytes, as: UTF8.self).count }
}
