import ScoreNumerics
import TestSupport
import Testing

@testable import Tables

/// A text scanned stretch by stretch gives the result of scanning it whole.
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

    /// Scans stretch by stretch; what follows a stretch is not available yet.
    private func scanInPieces(_ text: [UInt8], using generator: inout SeededRandom) -> [[[UInt8]]] {
        var scanner = CSVScanner(delimiter: UInt8(ascii: ";"))
        var cells = CSVCells()
        var fed = 0
        while true {
            let isLast = fed == text.count
            fed = min(text.count, fed + Int.random(in: 1...90, using: &generator))
            let stretch = Array(text[..<fed])
            stretch.withUnsafeBufferPointer { buffer in
                cells.ends += [UInt32](unsafeUninitializedCapacity: fed - scanner.position + 2) { output, count in
                    guard let base = output.baseAddress else { return }
                    count = scanner.scan(buffer, upTo: fed, ends: base, records: &cells.records)
                    if isLast { count += scanner.finish(buffer, ends: base + count, records: &cells.records) }
                }
            }
            if isLast { return text.withUnsafeBufferPointer { ScannedText(cells, in: $0).records } }
        }
    }
}
