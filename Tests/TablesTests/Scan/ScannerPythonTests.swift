import TestSupport
import Testing

@testable import Tables

/// The scanner agrees with Python's `csv` module.
@Suite struct ScannerPythonTests {
    @Test(arguments: PythonCases.all)
    func agrees(_ item: PythonCases.Case) {
        // Python gives no cells for an empty line.
        let found = ScannedText(item.text, delimiter: item.delimiter).texts.map { $0 == [""] ? [] : $0 }
        let expected = item.records.map { $0 == [""] ? [] : $0 }
        #expect(found == expected)
    }
}
