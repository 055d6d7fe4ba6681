import Documents
import Testing
import Values

/// Bars of block letters.
struct BarTests {
    @Test(
        arguments: [
            (.part(0, of: 10, cells: 4), ""), (.part(10, of: 10, cells: 4), "████"),
            (.part(20, of: 10, cells: 4), "████"),
            (.part(5, of: 10, cells: 4), "██"), (.part(1, of: 32, cells: 4), "▏"),
            (.part(31, of: 32, cells: 4), "███▉"),
            (.part(-1, of: 10, cells: 4), ""), (.part(1, of: 0, cells: 4), ""),
            (.point(0, of: 10, cells: 4), "▏"), (.point(5, of: 10, cells: 4), "██▏"),
            (.point(9, of: 10, cells: 4), "███▏"),
            (.shares([1, 1], cells: 4), "··██"), (.shares([], cells: 4), ""), (.shares([0, 0], cells: 4), ""),
            // 4/3 each: the remainders are equal, so the first gets the remaining cell.
            (.shares([1, 1, 1], cells: 4), "··▒█"),
            // 1.2, 2.0, 0.8: the remaining cell goes to the largest remainder; 1.2, 2.4, 0.4: to the first of two equal ones.
            (.shares([3, 5, 2], cells: 4), "·▒▒█"), (.shares([3, 6, 1], cells: 4), "·▒▒▒"),
            (.shares([1, 0, 0, 0, 3], cells: 4), "·███"),
            (.shares([7], cells: 2), "██"), (.shares([1, 1, 1, 1, 1], cells: 5), "·░▒▓█"),
            (.shares([1, 0, 0, 0, 2], cells: 4), "·███"), (.shares([1, 1], cells: 3), "··█"),
        ] as [(Bar, String)])
    func barsAreDrawn(bar: Bar, text: String) {
        #expect(Value.bar(bar).text(.vi) == text)
    }

    @Test func lettersGoFromLightToDark() {
        #expect(String(Bar.shades(of: 5)) == "·░▒▓█")
        #expect(String(Bar.shades(of: 4)) == "·░▒█")
        #expect(String(Bar.shades(of: 1)) == "█")
    }
}
