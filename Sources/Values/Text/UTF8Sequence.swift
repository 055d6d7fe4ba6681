/// How letters of several bytes begin in UTF-8 (Unicode, table 3-7).
package enum UTF8Sequence {
    /// The length of the letter that begins with a byte, and what its second byte can be; nil when none of several bytes
    /// begins so. After some first bytes the range of the second is narrower: no overlong forms, no surrogates, nothing
    /// beyond U+10FFFF. Any further byte is one from 0x80 to 0xBF.
    @inlinable
    package static func start(_ first: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
        switch first {
        case 0xC2...0xDF: (2, 0x80...0xBF)
        case 0xE0: (3, 0xA0...0xBF)
        case 0xED: (3, 0x80...0x9F)
        case 0xE1...0xEF: (3, 0x80...0xBF)
        case 0xF0: (4, 0x90...0xBF)
        case 0xF4: (4, 0x80...0x8F)
        case 0xF1...0xF3: (4, 0x80...0xBF)
        default: nil
        }
    }
}
