import Testing

@testable import Values

/// Worked out by hand: 1970-01-01T00:00:00Z is seven in the morning in Ha Noi.
@Suite struct VietnamMomentTests {
    @Test func midnightIsSevenHoursBeforeThatOfLondon() {
        let cases = [
            0: "1970-01-01T07:00:00+07:00", 61_199: "1970-01-01T23:59:59+07:00", 61_200: "1970-01-02T00:00:00+07:00",
            -25_200: "1970-01-01T00:00:00+07:00", -25_201: "1969-12-31T23:59:59+07:00",
            951_782_400: "2000-02-29T07:00:00+07:00", 1_798_736_399: "2026-12-31T23:59:59+07:00",
            1_798_736_400: "2027-01-01T00:00:00+07:00",
        ]
        for (seconds, text) in cases { #expect(VietnamMoment(secondsSince1970: seconds)?.description == text) }
    }

    @Test func timesBeyondTheCalendarAreNone() {
        #expect(VietnamMoment(secondsSince1970: .max) == nil)
        #expect(VietnamMoment(secondsSince1970: .min) == nil)
    }
}
