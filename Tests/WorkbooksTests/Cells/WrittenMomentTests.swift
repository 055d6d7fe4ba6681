import Testing

@testable import Workbooks

/// Days and durations as files write them in words.
@Suite struct WrittenMomentTests {
    static let days: [(text: String, read: String?)] = [
        ("2024-06-30", "2024-06-30"), ("2024-06-30T00:00:00", "2024-06-30"),
        ("2024-06-30T08:30", "2024-06-30 08:30:00"),
        ("2024-06-30T08:30:15.999", "2024-06-30 08:30:15"), ("2024-06-30T23:59:59Z", "2024-06-30 23:59:59"),
        ("2023-02-29", nil), ("2024-13-01", nil), ("24-06-30", nil), ("2024-06-30T24:00", nil), ("2024-06-30T", nil),
        ("2024-06-30T08", nil), ("2024-06-30 08:30", nil), ("", nil), ("30/06/2024", nil), ("2024-06-30T08:30T", nil),
    ]

    @Test(arguments: days)
    func dayIsRead(_ item: (text: String, read: String?)) {
        #expect(WrittenMoment(Array(item.text.utf8)).map { String(decoding: $0.text, as: UTF8.self) } == item.read)
    }

    static let durations: [(text: String, read: String?)] = [
        ("PT08H30M00S", "08:30:00"), ("PT100H", "100:00:00"), ("P1DT1H", "25:00:00"), ("PT12M34,5S", "00:12:34"),
        ("PT0S", "00:00:00"), ("P", "00:00:00"), ("T1H", nil), ("PT1", nil), ("P1H", nil), ("PT1D", nil), ("", nil),
        ("PTH", nil), ("P1Y", nil),
    ]

    @Test(arguments: durations)
    func durationIsRead(_ item: (text: String, read: String?)) {
        #expect(
            WrittenMoment(duration: Array(item.text.utf8)).map { String(decoding: $0.text, as: UTF8.self) } == item.read
        )
    }
}
