import Testing
import Values

@testable import Survey

@Suite("Answers of signs alone")
struct AnswerSignsTests {
    private let codes = AnswerCodes(
        AnswerScale(
            levels: [
                AnswerLevel(code: "1", label: LocalizedText(vi: "Không hài lòng"), spellings: []),
                AnswerLevel(code: "2", label: LocalizedText(vi: "Hài lòng"), spellings: ["+"]),
            ], noAnswer: ["-"]))

    @Test("a sign is only what it is, and no other sign", arguments: ["?", "...", "–", "++", "+ -", "*"])
    func otherSigns(text: String) {
        #expect(codes.level(of: text) == codes.unknown)
    }

    @Test(
        "signs around a label make it unknown",
        arguments: ["(hài lòng)", "1e0", "hài lòng?", "«Hài lòng»", "hài-lòng", "#hài lòng", "hài lòng."])
    func labelsWithSigns(text: String) {
        #expect(codes.level(of: text) == codes.unknown)
        #expect(codes.level(of: " HAI  long") == 1)
    }

    @Test("signs of the questionnaire are known")
    func knownSigns() {
        #expect(codes.level(of: "+") == 1)
        #expect(codes.level(of: "-") == 2)
    }
}
