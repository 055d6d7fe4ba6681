// swift-format-ignore-file
package import Documents
internal import Values

/// What stands in official documents beside their contents (decree 30/2020/NĐ-CP).
package enum OfficialWords {
    package static let country = Phrase("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM")
    package static let motto = Phrase("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness")
    package static let number = Phrase("Số: ……/BC-……", "No.: ……")
    package static let placeAndDay = Phrase("…………, ngày …… tháng …… năm ……", "…………, date …………")
    package static let report = Phrase("BÁO CÁO", "REPORT")
    package static let addressee = Phrase("Kính gửi: ………………………………", "To: ………………………………")
    package static let recipients = Phrase("Nơi nhận:", "Copies to:")
    package static let recipientList = [Phrase("Như trên;", "as above;"), Phrase("Lưu: VT, ……", "file.")]
    package static let signature = Phrase("(Chữ ký của người có thẩm quyền, dấu của cơ quan)", "(signature, seal)")
    private static let committee = Phrase("ỦY BAN NHÂN DÂN", "PEOPLE'S COMMITTEE")

    /// How names of localities begin, whose office is their People's Committee.
    private static let localities = [
        "xã", "phường", "thị trấn", "đặc khu", "huyện", "quận", "thị xã", "thành phố", "tỉnh",
    ]

    private static func isLocality(_ name: String) -> Bool {
        let word = VietnameseText.word(name)
        return localities.contains { word.hasPrefix(VietnameseText.word($0) + " ") }
    }

    /// The two lines above a document of a unit: the office above, and its own; a locality's is its People's Committee.
    package static func office(of unit: String, under parent: String?) -> (superior: Phrase?, organisation: Phrase) {
        if isLocality(unit) { return (committee, Phrase(verbatim: unit.uppercased())) }
        let above = parent.map { name -> Phrase in
            let capitals = Phrase(verbatim: name.uppercased())
            return isLocality(name) ? Phrase("\(committee) \(capitals)") : capitals
        }
        return (above, Phrase(verbatim: unit.uppercased()))
    }

    /// Who signs: the chair of a committee, or the head of an agency.
    package static func signatory(of unit: String) -> Phrase {
        isLocality(unit)
            ? Phrase("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "FOR THE PEOPLE'S COMMITTEE\nCHAIR")
            : Phrase("THỦ TRƯỞNG CƠ QUAN", "HEAD OF THE AGENCY")
    }
}

/// The self-assessment report: its parts are those of official letters 383 and 384/BNV-CCHC (28/01/2021).
package enum SelfAssessmentWords {
    package static func subject(_ period: Phrase) -> Phrase {
        Phrase("Tự đánh giá, chấm điểm cải cách hành chính \(period.lowercased)", "Self-assessment of administrative reform, \(period.lowercased)")
    }
    package static let result = Phrase("I. KẾT QUẢ TỰ ĐÁNH GIÁ, CHẤM ĐIỂM", "I. RESULT OF THE SELF-ASSESSMENT")
    package static let resultSheet = Phrase("Bảng tổng hợp điểm", "Points")
    package static let summary = Phrase("Bảng tổng hợp kết quả tự đánh giá, chấm điểm", "Summary of the self-assessed points")
    package static func basis(_ unit: String, _ set: Phrase, _ source: Phrase, _ period: Phrase) -> Phrase {
        Phrase("Thực hiện \(source), \(unit) đã tự đánh giá, chấm điểm theo \(set), \(period.lowercased).",
               "Under \(source), \(unit) has assessed itself by \(set), \(period.lowercased).")
    }
    package static func total(_ points: Phrase, _ maximum: Phrase, _ index: Phrase?) -> Phrase {
        let share = index.map { Phrase(", đạt \($0) %", ", \($0) %") }
        return Phrase("Tổng điểm tự đánh giá: \(points)/\(maximum) điểm\(share).", "Self-assessed points: \(points) of \(maximum)\(share).")
    }
    package static func survey(_ maximum: Phrase, _ count: Int) -> Phrase {
        Phrase("\(count) tiêu chí (\(maximum) điểm) được chấm qua điều tra xã hội học, đơn vị không tự chấm và không tính vào tổng điểm nêu trên.",
               "\(count, "criterion", "criteria") (\(maximum) points) are scored by a survey: the unit does not score them, and they are not in the total above.")
    }
    package static func unmeasured(_ points: Phrase, _ codes: String) -> Phrase {
        Phrase("Còn \(points) điểm chưa có số liệu, tạm tính 0 điểm: \(codes).",
               "\(points) points are without figures and count 0 for now: \(codes).")
    }
    package static let ownTotal = Phrase("Tổng điểm tự đánh giá", "Total, self-assessed")
    package static let lessSurvey = Phrase("Trừ điểm tối đa chấm qua điều tra xã hội học", "Less the maximum of what a survey scores")
    package static let bySurvey = Phrase("Chấm qua điều tra xã hội học", "Scored by a survey")
    package static let notMeasured = Phrase("Chưa có số liệu", "No figures yet")
    package static let given = Phrase("Đơn vị tự chấm", "Points given by the unit")
    package static let selfPoints = Phrase("Điểm tự đánh giá", "Self-assessed")
    package static let remarks = Phrase("Ghi chú", "Remarks")
    package static let criteria = Phrase("Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Field/Criterion/Sub-criterion")
    package static let number = Phrase("STT", "No.")

    package static let evidence = Phrase("II. GIẢI TRÌNH CÁC TIÊU CHÍ, TIÊU CHÍ THÀNH PHẦN KHÔNG CÓ HOẶC CHƯA ĐỦ TÀI LIỆU KIỂM CHỨNG",
                                         "II. CRITERIA WITHOUT EVIDENCE OR WITH INCOMPLETE EVIDENCE")
    package static let evidenceSheet = Phrase("Giải trình", "Explanations")
    package static let evidenceComplete = Phrase("Các tiêu chí đã tự chấm điểm đều có tài liệu kiểm chứng.", "Every criterion that was scored has its evidence.")
    package static let needed = Phrase("Tài liệu cần có", "Evidence needed")
    package static let present = Phrase("Tài liệu đã có", "Evidence given")
    package static let lacking = Phrase("Tình trạng", "State")
    package static let noEvidence = Phrase("Không có", "None")
    package static func lacking(_ kinds: Phrase) -> Phrase { Phrase("Thiếu: \(kinds)", "Missing: \(kinds)") }
    package static func incomplete(_ metrics: String) -> Phrase { Phrase("Chưa đủ: thiếu tài liệu của \(metrics)", "Incomplete: none for \(metrics)") }
    package static let notExplained = Phrase("(chưa có giải trình)", "(not explained yet)")

    package static let difficulties = Phrase("III. KHÓ KHĂN, VƯỚNG MẮC VÀ ĐỀ XUẤT, KIẾN NGHỊ", "III. DIFFICULTIES AND PROPOSALS")
    package static let difficultiesSheet = Phrase("Khó khăn, kiến nghị", "Difficulties, proposals")
    package static let difficulty = Phrase("1. Khó khăn, vướng mắc", "1. Difficulties")
    package static let proposal = Phrase("2. Đề xuất, kiến nghị", "2. Proposals")
    package static let dotted = Phrase("………………………………………………………………………………", "………………………………………………………………………………")

    package static let figures = Phrase("PHỤ LỤC: SỐ LIỆU LÀM CĂN CỨ TỰ CHẤM ĐIỂM", "ANNEX: THE FIGURES")
    package static let figuresSheet = Phrase("Số liệu", "Figures")
    package static func written(_ count: Int, _ folder: String) -> Phrase {
        Phrase("Đã ghi \(count) văn bản vào thư mục «\(folder)».", "Wrote \(count, "document", "documents") into the folder “\(folder)”.")
    }
}

/// The workbook of a report.
package enum ReportBookWords {
    package static let ranking = Phrase("Xếp hạng", "Ranking")
    package static let criteria = Phrase("Điểm theo tiêu chí", "Points by criterion")
    package static let total = Phrase("Tổng điểm", "Total")
    package static let unit = Phrase("Đơn vị", "Unit")
    package static let maximum = Phrase("Điểm tối đa", "Maximum")
    package static func sheetsLeftOut(_ count: Int, limit: Int) -> Phrase {
        Phrase("Có \(count) đơn vị, quá \(limit): không lập trang cho từng đơn vị; dùng --unit hoặc --group để lấy.",
               "There are \(count) units, more than \(limit): no sheet for each; use --unit or --group.")
    }
}
