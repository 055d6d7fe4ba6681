import Testing
import Values

@Suite("Days as people write them")
struct CalendarDayTests {
    @Test(
        "one day in all its forms",
        arguments: [
            "2025-07-03", "2025-7-3", "2025-07-3", "3/7/2025", "03/07/2025", "03.07.2025", "3.7.2025", "3-7-2025",
            "2025/07/03", "2025.7.3",
        ])
    func forms(text: String) {
        let day = CalendarDay(text)
        #expect(day == CalendarDay(year: 2025, month: 7, day: 3))
        #expect(day?.description == "2025-07-03")
    }

    @Test(
        "no day",
        arguments: [
            "", "2025", "2025-07", "12/7/25", "31/12/99", "1/1/0025", "25-07-03", "30/02/2025", "29/2/2025",
            "2025-02-29", "31/6/2025", "31/04/2025", "07/13/2025", "2025-13-01", "2025-00-01", "2025-01-00", "0/1/2025",
            "32/1/2025", "3/7-2025", "3/7/2025/", "/3/7/2025", "3//7/2025", "003/7/2025", "3/007/2025", "2025-07-003",
            "02025-07-03", "20250703", "45850", "3/7/2025 0:00:00", " 3/7/2025", "3/7/2025 ", "٣/7/2025", "3,7,2025",
            "03 tháng 7 năm 2025", "1899-12-31", "2201-01-01", "9999-12-31", "99999999999999999999",
            "-2025-07-03", "2025-07-03-",
        ])
    func refused(text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test(
        "the ends of the calendar",
        arguments: [
            "1900-01-01", "2200-12-31", "29/2/2024", "29/02/2000", "28/2/1900", "31/1/2025", "30/4/2025", "1/12/2025",
        ])
    func ends(text: String) {
        #expect(CalendarDay(text) != nil)
    }

    @Test("a year of a hundred is no leap year, one of four hundred is")
    func centuries() {
        #expect(CalendarDay("29/2/1900") == nil)
        #expect(CalendarDay("29/2/2100") == nil)
        #expect(CalendarDay(year: 10_000, month: 1, day: 1) == nil)
        #expect(CalendarDay(year: .min, month: .max, day: .min) == nil)
    }
}
