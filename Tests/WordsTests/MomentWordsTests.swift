import Documents
import Testing
import Words

/// Moments of the journal, as people write them.
@Suite struct MomentWordsTests {
    @Test(arguments: [
        ("2026-11-30T05:33:46+07:00", "05:33 ngày 30/11/2026", "2026-11-30 05:33"),
        ("2024-02-29T23:59:59+07:00", "23:59 ngày 29/02/2024", "2024-02-29 23:59"),
        // No moments: whatever a hand wrote is shown.
        ("2026-02-30T05:33:46+07:00", "2026-02-30T05:33:46+07:00", "2026-02-30T05:33:46+07:00"),
        ("2026-11-30", "2026-11-30", "2026-11-30"), ("sáng thứ hai", "sáng thứ hai", "sáng thứ hai"), ("", "", ""),
    ])
    func areWritten(time: String, vietnamese: String, english: String) {
        let moment = JournalWords.moment(time)
        #expect(moment.text(.vi) == vietnamese)
        #expect(moment.text(.en) == english)
    }
}
