// swift-format-ignore-file
package import Assessment
package import Documents
internal import Values

/// Sentences on evidence.
package enum EvidenceWords {
    package static let title = Phrase("Tài liệu kiểm chứng", "Evidence")
    package static let index = Phrase("Mục lục tài liệu kiểm chứng", "Index of evidence")
    package static let indexKind = Phrase("MỤC LỤC", "INDEX")
    package static func subject(_ period: Phrase) -> Phrase {
        Phrase("Tài liệu kiểm chứng cải cách hành chính \(period.lowercased)", "Evidence of administrative reform, \(period.lowercased)")
    }
    package static let noRegister = Phrase("Đợt đánh giá không có bảng evidence.csv: chỉ xét tài liệu ghi bên số liệu và điểm.", "The assessment has no evidence.csv: only what stands beside figures and points is considered.")
    package static let lines = Phrase("Theo tiêu chí và loại tài liệu", "By criterion and kind")
    package static let kind = Phrase("Loại tài liệu", "Kind")
    package static let given = Phrase("Đã có", "Given")
    package static let because = Phrase("Lý do thiếu", "Missing because")
    package static let file = Phrase("Tệp", "File")
    package static let number = Phrase("Số", "No.")
    package static let inPack = Phrase("Tệp trong gói", "File in the pack")
    package static let day = Phrase("Ngày", "Day")
    package static let dead = Phrase("Tệp không dùng được", "Files that cannot be used")
    package static let duplicates = Phrase("Tệp trùng nội dung", "Files with the same content")
    package static let same = Phrase("Trùng", "The same")
    package static let otherUnit = Phrase("Đơn vị kia", "Other unit")
    package static let otherCriterion = Phrase("Tiêu chí kia", "Other criterion")
    package static let otherFile = Phrase("Tệp kia", "Other file")
    package static let days = Phrase("Ngày ngoài kỳ hoặc sau hạn", "Days outside the period or after the deadline")
    package static let ofSignature = Phrase("Ngày ký số", "Of a signature")
    package static let deadline = Phrase("Hạn của nhiệm vụ", "Deadline")
    package static let signatures = Phrase("Chữ ký số trong tệp PDF", "Signatures in PDF files")
    package static let sum = Phrase("SHA-256", "SHA-256")
    package static let signer = Phrase("Người ký", "Signer")
    package static let signedOn = Phrase("Ngày ký", "Signed on")
    package static let toTheEnd = Phrase("Ký đến cuối tệp", "To the end of the file")
    package static let notVerified = Phrase("Chỉ nêu những gì chữ ký tự ghi; chữ ký, chứng thư và nội dung không được xác thực.", "This is what signatures say of themselves; neither they nor certificates nor contents were verified.")

    package static func bytes(_ size: Int) -> Phrase { Phrase("quá lớn (\(size) byte)", "too large (\(size) bytes)") }

    package static func packed(_ count: Int, _ file: String) -> Phrase {
        Phrase("Đã đóng gói \(count) tệp vào «\(file)».", "Packed \(count, "file", "files") into “\(file)”.")
    }
}

extension LeafEvidence.Kind.State {
    package var phrase: Phrase {
        switch self {
        case .given: Phrase("Có", "Given")
        case .explained: Phrase("Thiếu, có giải trình", "Explained")
        case .missing: Phrase("Thiếu", "Missing")
        }
    }
}

extension EvidenceContent.Duplicate.Kind {
    package var phrase: Phrase {
        switch self {
        case .units: Phrase("hai đơn vị", "two units")
        case .criteria: Phrase("hai tiêu chí", "two criteria")
        case .names: Phrase("hai tên tệp", "two names")
        }
    }
}

extension EvidenceItem {
    /// Why its file cannot be used; nil where it can be.
    package var fault: Phrase? {
        guard case .file(_, let state, _) = source else { return nil }
        return switch state {
        case .sound: nil
        case .missing: Phrase("không có tệp", "no such file")
        case .empty: Phrase("tệp rỗng", "empty")
        case .unreadable: Phrase("không đọc được", "not readable")
        case .tooLarge(let size): EvidenceWords.bytes(size)
        case .noFile: Phrase("là thư mục", "a folder")
        case .link: Phrase("là liên kết", "a link")
        case .outside: Phrase("ngoài thư mục evidence", "outside the folder evidence")
        }
    }
}
