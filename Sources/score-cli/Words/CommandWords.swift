import Documents
import Optimization
import Scoring
import Words

/// What commands say apart from their results, and the fixed parts of help.
enum CommandWords {
    static func heavyCases(_ count: Int) -> Phrase {
        Phrase(
            "Có \(count) dòng mà một trường hợp làm đổi từ một phần mười điểm tối đa trở lên; explain và gap nêu từng dòng.",
            "One case moves a tenth of the maximum or more in \(count) lines; explain and gap name them.")
    }
    /// How many warnings lie beside the question, and where they are listed.
    static func beside(_ counts: [FindingScope.Beside: Int], _ folder: String) -> Phrase {
        let kinds: [Phrase] = [FindingScope.Beside.evidence, .otherUnits, .otherCriteria].compactMap { kind in
            guard let count = counts[kind] else { return nil }
            return switch kind {
            case .evidence: Phrase("\(count) về tài liệu kiểm chứng", "\(count) about evidence")
            case .otherUnits: Phrase("\(count) của đơn vị khác", "\(count) about other units")
            case .otherCriteria: Phrase("\(count) của tiêu chí khác", "\(count) about other criteria")
            }
        }
        return Phrase(
            "Cảnh báo không nêu ở đây: \(kinds.joined(", ")). Xem: score-cli check \(CleanText.line(folder))",
            "Warnings not listed here: \(kinds.joined(", ")). See: score-cli check \(CleanText.line(folder))")
    }

    static let nothingScored = Phrase("Không chấm điểm vì có lỗi.", "Nothing is scored because of errors.")
    static let noUnitScored = Phrase(
        "Không chấm được đơn vị nào vì có lỗi.", "No unit can be scored because of errors.")
    static let nothingPlanned = Phrase(
        "Không lập phương án vì bảng hành động có lỗi.",
        "Nothing is planned because of errors in the table of actions.")
    static let cannotWrite = Phrase(
        "score-cli: Không ghi được kết quả.", "score-cli: The result cannot be written.")

    static func scenarioKept(_ path: String) -> Phrase {
        Phrase("Đã ghi phương án vào \(path).", "The scenario is kept in \(path).")
    }

    static let nothingInCommon = Phrase(
        "--common không có tác dụng: assessment.json không nêu năm trước («previous»).",
        "--common has no effect: assessment.json names no last year (“previous”).")

    static func planKept(_ path: String) -> Phrase {
        Phrase("Đã ghi phương án vào \(path).", "The plan is kept in \(path).")
    }

    static func nothingToKeep(_ path: String) -> Phrase {
        Phrase(
            "Không ghi \(path): không có phương án nào thay đổi số liệu.",
            "\(path) is not written: no plan changes any figure.")
    }

    // MARK: Help

    static let aim = Phrase(
        "chấm Chỉ số cải cách hành chính (PAR INDEX) từ bộ tiêu chí, số liệu và tài liệu kiểm chứng",
        "scores the administrative-reform index (PAR INDEX) from criteria, figures and evidence")
    static let purpose = Phrase("score-cli: \(aim).")
    static let totalIndex = Phrase("chỉ số chung", "the total index")
    static let asLastYear = Phrase("bằng năm trước", "as many as last year")
    static let usage = Phrase("Cách dùng: score-cli LỆNH … [tùy chọn]", "Usage: score-cli COMMAND … [options]")
    static let commands = Phrase("Các lệnh:", "Commands:")
    static let commonOptions = Phrase("Tùy chọn của mọi lệnh:", "Options for all commands:")
    static let noBrowser = Phrase(
        "Không mở được trình duyệt từ đây; hãy mở tệp sau.", "No browser could be opened from here; open this file.")
    static let version = Phrase("hiện phiên bản", "shows the version")
    static let options = Phrase("Tùy chọn:", "Options:")
    static let examples = Phrase("Ví dụ:", "Examples:")
    static let exitCodes = Phrase(
        "Mã thoát: 0 xong; 1 có lỗi trong dữ liệu hoặc không làm được; 64 dùng lệnh sai.",
        "Exit codes: 0 done; 1 errors in the data, or a failure; 64 wrong usage.")

    static func usage(_ words: Phrase) -> Phrase {
        Phrase("Cách dùng: \(words) [tùy chọn]", "Usage: \(words) [options]")
    }

    /// The name of an option's value: its words in capitals stand for what is to be written.
    static func placeholder(_ value: String) -> Phrase {
        Phrase(written: { language in
            if language == .en { return value }
            var (text, word) = ("", "")
            for sign in value + "\n" {
                if sign.isASCII, sign.isUppercase {
                    word.append(sign)
                    continue
                }
                text += placeholders[word] ?? word
                word = ""
                if sign != "\n" { text.append(sign) }
            }
            return text
        })
    }

    /// Single letters and `ZIP` are the same in both languages.
    private static let placeholders = [
        "ACTION": "HÀNH_ĐỘNG", "CODE": "MÃ", "CORRELATION": "TƯƠNG_QUAN", "COST": "CHI_PHÍ", "COUNT": "SỐ_LƯỢNG",
        "DATE": "NGÀY", "DAYS": "SỐ_NGÀY", "DIGITS": "SỐ_CHỮ_SỐ", "DIR": "THƯ_MỤC", "DOMAIN": "NHÓM",
        "EDITION": "PHIÊN_BẢN", "FILE": "TỆP", "FOLDER": "THƯ_MỤC", "FROM": "TỪ", "GROUP": "KHỐI", "INDEX": "CHỈ_SỐ",
        "LEVEL": "MỨC", "METRIC": "SỐ_LIỆU", "NAME": "TÊN", "NUMBER": "SỐ", "PERCENT": "PHẦN_TRĂM", "PERIOD": "KỲ",
        "POINTS": "ĐIỂM", "RANK": "HẠNG", "RULE": "CÁCH", "SECONDS": "GIÂY", "SET": "BỘ", "SHEET": "TRANG",
        "STEP": "BƯỚC", "TEXT": "NỘI_DUNG", "TO": "ĐẾN", "UNIT": "ĐƠN_VỊ", "VALUE": "GIÁ_TRỊ",
    ]

    static func more(_ group: String) -> Phrase {
        Phrase("Xem thêm: score-cli help \(group) …", "More: score-cli help \(group) …")
    }
}

extension PlanError {
    /// Why no plan can be computed.
    var phrase: Phrase {
        switch self {
        case .totalTooLarge:
            Phrase(
                "Tổng chi phí quá lớn để tính chính xác; hãy ghi chi phí theo đơn vị lớn hơn, như triệu đồng.",
                "The costs add up to more than can be exact; write them in a larger unit.")
        case .notAdditive:
            Phrase(
                "Có hành động thuộc mục không cộng điểm (trung bình nhân, trung bình điều hòa, lấy cao nhất hoặc thấp nhất) nên không lập được phương án chắc chắn là rẻ nhất. Hãy thử từng phương án bằng: score-cli whatif.",
                "Some action belongs to a node whose points are not added (a geometric or harmonic mean, the best or the least of several), so that no plan could be proven the cheapest. Try scenarios with: score-cli whatif."
            )
        case .tooManyConditions:
            Phrase(
                "Quá nhiều hành động liên quan với nhau để tìm phương án.",
                "Too many actions depend on each other to be searched.")
        case .tooManyPoints(let limit):
            Phrase(
                "Đường giới hạn có hơn \(limit) phương án; hãy dùng --budget hoặc --goal-…",
                "The frontier has more than \(limit) plans; use --budget or --goal-…")
        default:
            Phrase("Bảng hành động không dùng được để tìm phương án.", "The table of actions cannot be searched.")
        }
    }
}
