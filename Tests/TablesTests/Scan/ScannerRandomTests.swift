import ScoreNumerics
import TestSupport
import Testing

@testable import Tables

/// The scanner agrees with a slow one on many small, nasty texts.
@Suite struct ScannerRandomTests {
    @Test(arguments: [",", ";", "\t", "|"] as [Character])
    func equalsTheSlowScanner(delimiter: Character) {
        var generator = SeededRandom(seed: 2025)
        // Weights: much text gives long cells across block boundaries, many quotes give every combination of quotes.
        let alphabets: [[Character]] = [
            [delimiter, "\"", "\r", "\n", "a"],
            [delimiter, "\"", "\"", "a", " "],
            [delimiter, "a", "b", "c", "\n", "ệ", "1"],
            [delimiter, "\r", "\n", "\"", "a", "a", "a", "a", "a", "a", "a", "a", "\t"],
        ]
        for round in 0..<4000 {
            let alphabet = alphabets[round % alphabets.count]
            let length = Int.random(in: 0...(round % 3 == 0 ? 12 : 180), using: &generator)
            var text = ""
            // Scalars, because adjacent CR and LF are one character in Swift.
            for _ in 0..<length {
                text.unicodeScalars.append(
                    contentsOf: (alphabet.randomElement(using: &generator) ?? "a").unicodeScalars)
            }
            let expected = SlowScanner.scan(text.utf8, delimiter: delimiter.asciiValue ?? 0)
            let found = ScannedText(text, delimiter: delimiter)
            #expect(found == expected, "\(text.debugDescription)")
            if found != expected { return }
        }
    }
}
