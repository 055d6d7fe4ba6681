import ScoreNumerics
import Testing

@testable import Tables

/// A text fed block by block, with the complete records dropped in between, gives what the whole text gives.
@Suite struct ScannerBlocksTests {
    @Test func anyCutGivesTheSame() {
        var generator = SeededRandom(seed: 11)
        let alphabet: [Unicode.Scalar] = [";", "\"", "\r", "\n", "a", "b", "c", "d"]
        for _ in 0..<1500 {
            var text = ""
            for _ in 0..<Int.random(in: 1...300, using: &generator) {
                text.unicodeScalars.append(alphabet.randomElement(using: &generator) ?? "a")
            }
            let whole = ScannedText(text, delimiter: ";")
            let pieces = scanInPieces(Array(text.utf8), using: &generator)
            #expect(pieces == whole.records, "\(text.debugDescription)")
            if pieces != whole.records { return }
        }
    }

    /// Scans with a window that moves on, as a stream would.
    private func scanInPieces(_ text: [UInt8], using generator: inout SeededRandom) -> [[String]] {
        var scanner = CSVScanner(delimiter: UInt8(ascii: ";"))
        var window: [UInt8] = []
        var ends: [UInt32] = []
        var result: [[String]] = []
        var fed = 0
        var cellsDropped = 0
        while true {
            let isLast = fed == text.count
            let next = min(text.count, fed + Int.random(in: 1...90, using: &generator))
            window += text[fed..<next]
            fed = next
            var records: [CSVRecord] = []
            let more = window.withUnsafeBufferPointer { buffer in
                [UInt32](unsafeUninitializedCapacity: buffer.count - scanner.position + 2) { output, count in
                    guard let base = output.baseAddress else { return }
                    count = scanner.scan(buffer, upTo: buffer.count, ends: base, records: &records)
                    if isLast { count += scanner.finish(buffer, ends: base + count, records: &records) }
                }
            }
            ends += more
            for record in records {
                var start = Int(record.start)
                var cells: [String] = []
                for cell in 0..<Int(record.cellCount) {
                    let end = Int(ends[Int(record.firstCell) - cellsDropped + cell])
                    cells.append(
                        window.withUnsafeBufferPointer {
                            String(decoding: CSVCellContent.copy(of: start..<end, in: $0), as: UTF8.self)
                        })
                    start = end + 1
                }
                result.append(cells)
            }
            if isLast { return result }
            if let last = records.last {
                let done = Int(last.firstCell + last.cellCount)
                ends.removeFirst(done - cellsDropped)
                cellsDropped = done
            }
            let drop = scanner.recordStart
            window.removeFirst(drop)
            ends = ends.map { $0 - UInt32(drop) }
            scanner.rebase(by: drop)
        }
    }
}
