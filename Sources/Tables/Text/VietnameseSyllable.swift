internal import Values

/// Tells whether letters form a syllable of Vietnamese. Of the ways to read bytes, the right one makes syllables of nearly
/// all words, and a wrong one of hardly any.
enum VietnameseSyllable {
    private static let onsets: Set<String> = [
        "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu",
        "r",
        "s", "t", "th", "tr", "v", "x", "kr",
    ]

    private static let rimes: Set<String> = Set(
        """
        a ac ach ai ak am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê
        êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh
        oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet oi om on ong oong oc ooc op ot ô ôc ôi ôm ôn ông ôông ôp ôt ơ
        ơi ơm ơn ơp ơt u ua uân uâng uât uây uê uêch uênh ui um un ung uc uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên
        uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu
        """.split { $0.isWhitespace }.map(String.init))

    private enum Tone { case level, falling, rising, asking, tumbling, heavy }

    /// The letters with a tone, and the letter without it.
    private static let toned: [Character: (Character, Tone)] = {
        let tones: [Tone] = [.falling, .rising, .asking, .tumbling, .heavy]
        let groups = [
            "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ",
            "ưừứửữự",
            "yỳýỷỹỵ",
        ]
        var letters: [Character: (Character, Tone)] = [:]
        for group in groups {
            guard let plain = group.first else { continue }
            for (letter, tone) in zip(group.dropFirst(), tones) { letters[letter] = (plain, tone) }
        }
        return letters
    }()

    /// Whether a word, in any case, is a syllable with its tone where it may stand.
    static func isOne(_ word: some StringProtocol) -> Bool {
        var tone: (tone: Tone, place: Int)?
        var plain: [Character] = []
        for letter in word.lowercased() {
            guard let (base, found) = toned[letter] else {
                plain.append(letter)
                continue
            }
            if tone != nil { return false }
            tone = (found, plain.count)
            plain.append(base)
        }
        return [3, 2, 1, 0].contains { length in
            guard plain.count > length, length == 0 || onsets.contains(String(plain.prefix(length))),
                rimes.contains(String(plain.dropFirst(length)))
            else { return false }
            let rime = plain.dropFirst(length)
            // Behind a stop there are two tones only.
            let isStopped = rime.last.map { "ckpt".contains($0) } ?? false || rime.suffix(2) == ["c", "h"]
            guard let tone else { return !isStopped }
            if isStopped, tone.tone != .rising, tone.tone != .heavy { return false }
            return mayBear(Array(rime), tone.place - length)
        }
    }

    /// Whether the tone may stand at a place of a rime.
    private static func mayBear(_ rime: [Character], _ place: Int) -> Bool {
        if let marked = rime.lastIndex(where: { "ăâêôơ".contains($0) }) ?? rime.lastIndex(of: "ư") {
            return place == marked
        }
        let vowels = rime.prefix { "aeiouy".contains($0) }.count
        if vowels == 1 || vowels < rime.count { return place == vowels - 1 }
        if vowels == 3 { return place == 1 }
        return place == 0 || place == 1 && [["o", "a"], ["o", "e"], ["u", "y"]].contains(rime)
    }

    /// How many words with letters beyond ASCII there are, and how many of them are syllables as people write them.
    struct Count: Hashable, Sendable {
        var words = 0
        var syllables = 0
        /// The letters of the longest of these.
        var longest = 0

        /// Whether nearly all words are syllables. Letters alone show nothing.
        var isVietnamese: Bool { longest > 1 && syllables * 10 >= words * 9 }
    }

    /// - Parameter mixesCase: Whether capitals may stand among small letters: fonts have capitals of their own.
    static func count(_ text: String, mixesCase: Bool = false) -> Count {
        var count = Count()
        var word = ""
        var hasMarks = false
        func end() {
            if hasMarks {
                count.words += 1
                if isOne(word), isCased(word, mixesCase: mixesCase) {
                    count.syllables += 1
                    count.longest = max(count.longest, word.count)
                }
            }
            (word, hasMarks) = ("", false)
        }
        for letter in text {
            if letter.isLetter {
                word.append(letter)
                if !letter.isASCII { hasMarks = true }
            } else if letter.isASCII || signs.contains(letter) {
                end()
            } else {
                // A sign that no text has among its letters.
                word.append(letter)
                hasMarks = true
            }
        }
        end()
        return count
    }

    private static let signs: Set<Character> = [
        "–", "—", "“", "”", "‘", "’", "…", "«", "»", "°", "§", "×", "²", "³", "•", "€", "₫", "±", "½", "\u{A0}",
        "\u{AD}",
    ]

    /// Small letters, a capital before small ones, or capitals alone; where a font has capitals of its own, capitals
    /// without marks among small letters with marks, too.
    private static func isCased(_ word: String, mixesCase: Bool) -> Bool {
        if word.allSatisfy({ !$0.isLowercase }) { return true }
        return word.dropFirst().allSatisfy { !$0.isUppercase || mixesCase && $0.isASCII }
    }
}
