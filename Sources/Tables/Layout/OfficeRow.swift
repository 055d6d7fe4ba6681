internal import Values

/// What a row of a table is that offices keep, where it is no data: told from its texts.
package enum OfficeRow: Hashable, Sendable, CaseIterable {
    /// The heading once more, as on each printed page.
    case heading
    /// The numbers of the columns: `(1)`, `(2)`, `(3)=(1)/(2)`.
    case numbering
    /// Sums and means.
    case sum
    /// The name of the part that follows: `I. Khối sở`.
    case section
    /// What stands below a table: notes, place and day, signatures, recipients.
    case closing
}

extension OfficeRow {
    // MARK: - Numbers of columns

    /// Whether the cells of a row number the columns: letters first, if any, then numbers from 1 upwards.
    static func isNumbering(_ texts: [String]) -> Bool {
        let cells = texts.filter { !$0.isEmpty }
        guard cells.count > 1 else { return false }
        var (next, letter, hasNumber) = (1, UInt8(ascii: "A"), false)
        for cell in cells {
            guard let sign = columnSign(cell) else { return false }
            switch sign {
            case .letter(let found):
                if hasNumber || found != letter { return false }
                letter += 1
            case .number(let found):
                // A column between two others has their number with a letter, and merged cells the same one.
                guard found == next || hasNumber && found == next - 1 else { return false }
                next = found + 1
                hasNumber = true
            }
        }
        return hasNumber
    }

    /// Whether a text may be the number of a column.
    package static func isNumber(_ text: String) -> Bool { columnSign(text) != nil }

    private enum ColumnSign {
        case letter(UInt8)
        case number(Int)
    }

    /// `A`, `1`, `(1)`, `[1]`, `2a`, or one with its formula: `(5)=(3)/(4)`, `5=4/3*100`.
    private static func columnSign(_ text: String) -> ColumnSign? {
        guard text.utf8.count <= 40 else { return nil }
        // Most texts are words: one letter at most stands before an equals sign.
        var letters = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "=") { break }
            letters += byte >= 0x80 || (0x41...0x5A).contains(byte & 0xDF) ? 1 : 0
            if letters > 1 { return nil }
        }
        let head = text.prefix { $0 != "=" }
        let signs = head.filter { !" ()[]{}".contains($0) }
        if head.count < text.count {
            let formula = text.dropFirst(head.count)
            guard formula.allSatisfy({ $0.isASCII && !$0.isLetter || $0 == "×" || $0 == "x" }) else { return nil }
        }
        if signs.utf8.count == 1, let byte = signs.uppercased().utf8.first, (0x41...0x48).contains(byte) {
            return .letter(byte)
        }
        let digits = signs.prefix { $0.isASCII && $0.isNumber }
        let rest = signs.dropFirst(digits.count)
        guard rest.isEmpty || rest.count == 1 && rest.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
        return digits.utf8.count <= 2 ? Int(digits).map { .number($0) } : nil
    }

    // MARK: - Sums

    private static let sumWords = [
        "tổng", "tổng số", "tổng cộng", "cộng", "tổng điểm", "tổng số điểm", "bình quân", "điểm bình quân",
        "trung bình",
        "điểm trung bình", "tổng hợp chung", "tỷ lệ % hài lòng", "tỷ lệ hài lòng", "toàn tỉnh", "toàn huyện",
        "toàn thành phố", "toàn xã", "total", "sum", "average", "mean",
    ]
    /// Words after which a sum says of what it is one.
    private static let sumParts: Set<String> = [
        "khối", "các", "toàn", "chung", "nhóm", "cụm", "điểm", "mục", "phần", "lĩnh", "theo", "i", "ii", "iii", "iv",
        "v",
        "vi", "vii", "viii", "a", "b", "c", "d", "khoi", "cac", "toan", "nhom", "cum", "diem", "muc", "phan", "linh",
    ]

    /// Whether a text says that its row is a sum or a mean. Marks count, because `Công` may be the name of a place.
    static func isSum(_ text: String) -> Bool {
        guard text.utf8.count < 120 else { return false }
        let spelt = VietnameseText.composed(text).lowercased()
        let plain = spelt.utf8.allSatisfy { $0 < 0x80 }
        let words = spelt.split { !($0.isLetter || $0.isNumber || $0 == "%") }.map(String.init)
        return sumWords.contains { word in
            let wanted = word.split(separator: " ").map { plain ? VietnameseText.word(String($0)) : String($0) }
            guard words.starts(with: wanted) else { return false }
            guard words.count > wanted.count else { return true }
            let next = words[wanted.count]
            return sumParts.contains(next) || next.allSatisfy { $0.isASCII && $0.isNumber }
        }
    }

    private static let totalWords: Set<String> = [
        "tổng", "tổng số", "tổng cộng", "cộng", "tổng điểm", "tổng số điểm", "tong", "tong so", "tong cong", "cong",
        "tong diem", "tong so diem", "total", "sum",
    ]

    /// Whether a text says that its row is the sum of rows, and not of which: `Tổng cộng (I+II)`, but neither a mean nor
    /// `Cộng khối xã`.
    package static func isTotal(_ text: String) -> Bool {
        let spelt = VietnameseText.composed(text).lowercased()
        var words = spelt.split { !($0.isLetter || $0.isNumber) }.map(String.init)
        while let last = words.last, last.count == 1 || last.allSatisfy({ $0.isNumber || "ivx".contains($0) }) {
            words.removeLast()
        }
        return totalWords.contains(words.joined(separator: " "))
    }

    // MARK: - Parts

    private static let partWords: Set<String> = ["khoi", "nhom", "cum", "phan", "linh", "muc", "chuong", "cac"]

    /// Whether texts name a part of the table: `I`, `Khối sở`; `A. CÁC SỞ`; `Khối xã`.
    static func isSection(_ texts: [String]) -> Bool {
        guard let first = texts.first(where: { !$0.isEmpty }), first.utf8.count < 300 else { return false }
        let word = first.prefix { $0.isLetter || $0.isNumber }
        let hasName = first.count > word.count + 1 || texts.count(where: { !$0.isEmpty }) > 1
        if isPartNumber(word), hasName {
            return first.count == word.count || ".)/: -–".contains(first.dropFirst(word.count).first ?? " ")
        }
        return partWords.contains(VietnameseText.word(String(word)))
    }

    /// A Roman number or one capital letter.
    private static func isPartNumber(_ word: Substring) -> Bool {
        guard !word.isEmpty, word.count < 6 else { return false }
        return word.allSatisfy { "IVX".contains($0) }
            || word.count == 1 && word.allSatisfy { $0.isASCII && $0.isUppercase }
    }

    // MARK: - Below the table

    private static let closingWords = [
        "nguoi lap", "nguoi tong hop", "nguoi kiem tra", "nguoi cham", "nguoi bao cao", "nguoi thuc hien", "tm uy ban",
        "tm ubnd", "tm hoi dong", "kt chu tich", "kt giam doc", "kt truong", "tl chu tich", "tl giam doc", "tuq ",
        "q chu tich",
        "chu tich", "pho chu tich", "giam doc", "pho giam doc", "truong phong", "pho truong phong", "chanh van phong",
        "thu truong don vi", "thu truong co quan", "xac nhan cua", "noi nhan", "ky ten", "ky ghi ro", "ky va ghi ro",
        "ky dong dau", "da ky", "ho va ten", "ho ten", "luu vt", "nhu tren", "nhu kinh gui", "ghi chu", "luu y",
        "chu thich", "nguon so lieu", "cong chuc", "can bo lap", "prepared by", "signature",
    ]

    /// Whether a cell is what stands below a table.
    static func isClosing(_ text: String) -> Bool {
        guard text.utf8.count < 400 else { return false }
        let folded = VietnameseText.folded(text)
        if closingWords.contains(where: { folded == $0 || folded.hasPrefix($0.hasSuffix(" ") ? $0 : $0 + " ") }) {
            return true
        }
        // `Cà Mau, ngày 05 tháng 12 năm 2025`
        var words = folded.split(separator: " ")[...]
        for word in ["ngay", "thang", "nam"] {
            guard let place = words.firstIndex(where: { $0 == word }) else { return false }
            words = words[(place + 1)...]
        }
        return folded.utf8.count < 100
    }
}
