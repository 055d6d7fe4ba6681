import Testing
import Values

/// How letters of several bytes begin: what the standard library takes for text.
@Suite struct UTF8SequenceTests {
    @Test func areThoseOfTheStandardLibrary() {
        func isText(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }
        var different: [[UInt8]] = []
        for first in UInt8.min...UInt8.max {
            let start = UTF8Sequence.start(first)
            for second in UInt8.min...UInt8.max {
                let lengths = (2...4).filter { isText([first, second] + Array(repeating: 0xA0, count: $0 - 2)) }
                // A letter of one byte is none of several; behind it stands another.
                let own = first < 0x80 ? [] : lengths
                if own != (start?.second.contains(second) == true ? [start?.length] : []) {
                    different.append([first, second])
                }
            }
        }
        #expect(different == [])
    }
}
