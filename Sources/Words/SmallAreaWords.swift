// swift-format-ignore-file
package import Documents
package import Survey
internal import ScoreNumerics
internal import Values

/// What reports say of small areas that are estimated by a model.
package enum SmallAreaWords {
    package static let title = Phrase("Địa bàn nhỏ: ước lượng theo mô hình, bên cạnh ước lượng trực tiếp",
                                      "Small areas: estimates by a model beside the direct ones")
    package static let area = Phrase("Địa bàn", "Area")
    package static let direct = Phrase("Trực tiếp (%)", "Direct (%)")
    package static let directError = Phrase("Sai số trực tiếp", "Direct error")
    package static let modelled = Phrase("Theo mô hình (%)", "Modelled (%)")
    package static let modelledError = Phrase("Sai số mô hình", "Model error")
    package static let share = Phrase("Tỷ trọng trực tiếp", "Direct share")
    package static let basis = Phrase("Căn cứ", "Basis")

    /// What the model is, what it rests on, and what it found.
    package static func about(_ model: SmallAreaModel) -> Phrase {
        let names = model.plan.auxiliaries.map { Phrase("«\($0)»") }.joined(", ")
        let variables = model.plan.auxiliaries.isEmpty ? Phrase("không có biến phụ trợ", "no auxiliary variables")
            : Phrase("biến phụ trợ \(names)", "auxiliary variables \(names)")
        let deviation = FixedDecimal(nearest: 100 * model.variance.squareRoot(), digits: 2) ?? 0
        return Phrase("Số liệu «theo mô hình» là ước lượng Fay–Herriot (EBLUP, \(model.plan.method.rawValue)), \(variables), khớp trên \(amount: model.fitted) địa bàn có sai số chuẩn; độ lệch chuẩn còn lại giữa các địa bàn: \(deviation) điểm phần trăm. Đây không phải kết quả khảo sát trực tiếp của địa bàn và không thay thế nó. Sai số mô hình là căn của sai số bình phương trung bình (Prasad–Rao, Datta–Lahiri), coi phương sai trực tiếp là đã biết.",
                      "“Modelled” figures are Fay–Herriot estimates (EBLUP, \(model.plan.method.rawValue)), \(variables), fitted to \(amount: model.fitted) areas with a standard error; standard deviation left between areas: \(deviation) percentage points. They are no direct results of the area's survey and do not replace them. The model error is the root of the mean squared error (Prasad–Rao, Datta–Lahiri), with direct variances taken as known.")
    }

    package static let outside = Phrase("ngoài 0–100: mô hình không hợp ở địa bàn này", "outside 0–100: the model does not fit this area")

    package static let noPlan = Phrase("score-cli: Phiếu khảo sát chưa nêu mô hình cho địa bàn nhỏ. Hãy ghi \"smallAreas\" (auxiliaries: tên các cột biến phụ trợ) trong tệp phiếu khảo sát.",
                                       "score-cli: The questionnaire states no model for small areas. Add \"smallAreas\" (auxiliaries: the headings of auxiliary variables) to its file.")
}

extension SmallAreaEstimate.Basis {
    /// What the estimate by the model rests on.
    package var phrase: Phrase {
        switch self {
        case .composite: Phrase("mẫu của địa bàn và mô hình", "own sample and model")
        case .synthetic: Phrase("chỉ mô hình", "model alone")
        case .census: Phrase("hỏi tất cả mọi người", "everybody was asked")
        }
    }
}
