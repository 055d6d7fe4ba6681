// swift-format-ignore-file
package import Assessment
package import Documents
package import Scoring
package import Values

extension ComparisonStep {
    package var phrase: Phrase {
        switch self {
        case .figures: Phrase("Số liệu", "Figures")
        case .criteria: Phrase("Tiêu chí", "Criteria")
        case .applicability: Phrase("Áp dụng", "Applies")
        case .rounding: Phrase("Làm tròn", "Rounding")
        }
    }
}

extension CombinationFault {
    /// Why figures cannot be made one.
    package var phrase: Phrase {
        switch self {
        case .kind: Phrase("không cộng được (không phải số đếm hay tỷ lệ có tử số, mẫu số)",
                           "cannot be added (neither counts nor ratios of counts)")
        case .noCounts: Phrase("tỷ lệ không kèm tử số, mẫu số", "percentages without their two counts")
        case .incomplete: Phrase("có đơn vị cũ chưa có số liệu", "some predecessors have no figure")
        case .overflow: Phrase("tổng vượt giới hạn tính toán", "the sum is beyond the range of numbers")
        case .given: Phrase("có đơn vị cũ được cho điểm ở tiêu chí này", "some predecessors were given points")
        }
    }
}

extension NodeComparison {
    /// What is to be said of the node beside its numbers.
    package var remarks: Phrase {
        var words: [Phrase] = []
        if isApart { words.append(Phrase("không so sánh", "not compared")) }
        if hasApart, !isApart { words.append(Phrase("so sánh một phần", "compared in part")) }
        if before == nil { words.append(Phrase("mới", "new")) }
        if after == nil { words.append(Phrase("không còn", "gone")) }
        if isRenamed { words.append(Phrase("đổi tên", "renamed")) }
        if !isApart, let first = statusBefore, let last = statusAfter, first != last {
            words.append(Phrase("\(first.phrase.lowercased) → \(last.phrase.lowercased)"))
        }
        return words.joined("; ")
    }
}

/// Sentences of comparisons.
package enum ComparisonWords {
    package static let title = Phrase("So sánh", "Comparison")
    package static let partly = Phrase("Chỉ so sánh được một phần (dấu *)", "Compared in part (*)")
    package static let notWholly = Phrase("Chưa đo đủ", "Not wholly measured")

    package static func coverage(_ before: FixedDecimal?, _ after: FixedDecimal?) -> Phrase {
        @Sendable func share(_ coverage: FixedDecimal?) -> Phrase { coverage.map { Phrase("\($0, digits: 2) %") } ?? Phrase(verbatim: "–") }
        return Phrase("Độ phủ \(share(before)) → \(share(after))", "Coverage \(share(before)) → \(share(after))")
    }

    /// What changed only because one side did not measure it.
    package static func notMeasured(_ points: FixedDecimal, _ codes: String, digits: Int) -> Phrase {
        if points == 0 {
            return Phrase("; một bên chưa đo \(codes), điểm không đổi vì điều đó",
                          "; one side is not measured in \(codes), which changed no points")
        }
        let (sign, size) = points < 0 ? ("−", 0 - points) : ("+", points)
        let change = Phrase("\(sign)\(size, digits: digits)")
        return Phrase("; \(change) điểm thay đổi chỉ vì một bên chưa đo (\(codes)), không phải vì làm tốt hơn hay kém đi",
                      "; \(change) points changed only because one side is not measured there (\(codes)), not because anything got better or worse")
    }
    /// Of how many units more the same could be said.
    package static func further(_ count: Int) -> Phrase {
        Phrase("Và \(count) đơn vị khác; xem đầy đủ bằng --format md hoặc --format csv.",
               "And \(count) more units; --format md or --format csv has them all.")
    }
    package static let notCompared = Phrase("Không so sánh được", "Not compared")
    package static let adjustment = Phrase("Trần điểm và làm tròn tổng", "Caps and rounding of the total")

    /// What the steps are and in which order they come.
    package static let order = [
        Phrase("Số liệu: chấm số liệu sau theo bộ tiêu chí trước.",
               "Figures: the later figures under the earlier criteria."),
        Phrase("Tiêu chí: chuyển sang quy tắc, mục tiêu và điểm tối đa của bộ tiêu chí sau.",
               "Criteria: then under the rules, goals and maxima of the later criteria."),
        Phrase("Áp dụng: tiêu chí nào áp dụng cho đơn vị thì lấy theo bên sau.",
               "Applies: then with what applies to the unit on the later side."),
        Phrase("Làm tròn: làm tròn theo bộ tiêu chí sau.", "Rounding: then rounded as the later criteria say."),
        Phrase("Các bước lần lượt theo thứ tự này và cộng lại đúng bằng mức tăng, giảm.",
               "The steps come in this order and add up to the change exactly."),
    ]

    package static let others = Phrase("Do các đơn vị khác (điểm của mình vẫn như trước)",
                                       "By the others (own points as before)")
    package static let ownPoints = Phrase("Điểm tăng, giảm", "Own points")
    package static let splitOrder = Phrase("Trước hết các đơn vị khác nhận điểm sau, còn đơn vị giữ điểm trước; rồi từng tiêu chí của đơn vị chuyển sang điểm sau theo thứ tự của bộ tiêu chí. Mỗi dòng là số bậc lên, xuống thêm ở bước đó, nên các dòng cộng lại đúng bằng thay đổi hạng.",
                                           "First the others get their later points while the unit keeps its earlier ones; then its own criteria change in the order of the set. Each row is the movement that its step adds, so the rows add up to the change exactly.")

    /// `Các đơn vị khác: xuống 2 bậc; điểm của đơn vị: lên 3 bậc.`
    package static func split(others: Int, own: Int) -> Phrase {
        let (theirs, mine) = (Rank(halves: 0 - others).moved(from: Rank(0)), Rank(halves: 0 - own).moved(from: Rank(0)))
        return Phrase("Do các đơn vị khác: \(theirs); do điểm của chính đơn vị: \(mine).",
                      "By the others: \(theirs); by its own points: \(mine).")
    }

    package static func unmoved(_ count: Int) -> Phrase {
        Phrase("\(count) tiêu chí thay đổi điểm mà không làm đổi hạng, không nêu trong bảng.",
               "\(count, "criterion", "criteria") changed points without moving the unit and \(count == 1 ? "is" : "are") not shown.")
    }

    /// Why no change of place is told, and what can be asked for instead.
    package static func noMovement(_ obstacle: PlaceObstacle) -> Phrase {
        let text = Phrase("Không nêu lên, xuống bậc, vì \(obstacle.phrase).", "No movement is told: \(obstacle.phrase).")
        switch obstacle {
        case .otherUnits, .notCombined:
            return Phrase("\(text) Thêm --common để xếp hai bên trên các đơn vị chung.",
                          "\(text) Add --common to rank both sides on the units they share.")
        default: return text
        }
    }

    /// That changes of points are not those from one period to the next.
    package static func notInARow(before: Period, after: Period) -> Phrase {
        Phrase("Hai bên không phải hai kỳ liền nhau (\(before.phrase) và \(after.phrase)): mức tăng, giảm là giữa hai bên, không phải so với kỳ trước.",
               "The sides are not two periods in a row (\(before.phrase) and \(after.phrase)): changes are those between the sides, not from the period before.")
    }

    /// That no unit of one side goes with one of the other, and how to put two side by side.
    package static let noUnits = Phrase("Không ghép được đơn vị nào của hai bên. Để so sánh hai đơn vị khác mã, ghi --unit (bên trước) và --with (bên sau).",
                                        "No unit of one side goes with one of the other. To compare two of different codes, state --unit (before) and --with (after).")

    /// That successors are followed only from the older year to the newer.
    package static func backwards(_ before: Period, _ after: Period) -> Phrase {
        Phrase("Bên trước là \(before.phrase), bên sau là \(after.phrase): cột «kế thừa» chỉ được dùng khi bên trước là kỳ cũ hơn.",
               "The first side is of \(before.phrase), the second of \(after.phrase): successors are followed only where the earlier period comes first.")
    }

    package static func side(_ settings: AssessmentSettings, _ set: CriteriaSet) -> Phrase {
        let (name, period, edition) = (settings.name, settings.period.phrase, "\(set.set) \(set.edition)")
        let stage = settings.precedence.lowercased
        return Phrase("\(name) (\(period); \(stage); \(edition))")
    }

    package static func unchanged(_ count: Int) -> Phrase {
        Phrase("\(count) tiêu chí không thay đổi, không nêu trong bảng.",
               "\(count) criteria have not changed and are not shown.")
    }

    /// The unit, and whose figures it is compared with where that is not itself.
    package static func heading(_ unit: Unit, _ before: [Unit], isSuccession: Bool) -> Phrase {
        let (name, earlier) = ("\(unit.name) (\(unit.code))", before.map { $0.name }.joined(separator: ", "))
        if isSuccession { return Phrase("\(name), kế thừa \(earlier)", "\(name), successor of \(earlier)") }
        return before.map { $0.code } == [unit.code]
            ? Phrase(verbatim: name) : Phrase("\(earlier) so với \(name)", "\(earlier) against \(name)")
    }

    /// What stands apart because the predecessors' figures cannot be combined.
    package static func apart(_ unit: String, _ count: Int, _ apart: PointSum, digits: Int) -> Phrase {
        Phrase("\(unit): \(count) tiêu chí đứng riêng vì không gộp được số liệu của các đơn vị cũ; ở bên sau các tiêu chí này đạt \(apart.points, digits: digits)/\(apart.maximum, digits: digits) điểm, không tính vào bảng.",
               "\(unit): \(count) criteria stand apart because the predecessors’ figures cannot be combined; later they have \(apart.points, digits: digits)/\(apart.maximum, digits: digits) points, not part of the table.")
    }

    package static func gap(_ gap: UnitPairing.Gap, _ before: [Unit], _ after: [Unit]) -> Phrase {
        let unit = gap.after.map { after[$0] } ?? gap.before.map { before[$0] }
        let (name, code) = (unit?.name ?? "", unit?.code ?? "")
        switch gap {
        case .noPredecessor:
            return Phrase("\(name): bên trước không có đơn vị cùng mã «\(code)», cột «kế thừa» để trống.",
                          "\(name): the earlier assessment has no unit “\(code)”, and “successor of” is blank.")
        case .noSuccessor:
            return Phrase("\(name): bên sau không có đơn vị nào cùng mã hoặc kế thừa.",
                          "\(name): no unit of the later assessment has its code or succeeds it.")
        case .unknownPredecessors(_, let codes):
            let list = codes.joined(separator: ", ")
            return Phrase("\(name): bên trước không có đơn vị được kế thừa \(list).",
                          "\(name): the earlier assessment does not have its predecessors \(list).")
        case .divided(_, let earlier, let successors):
            let (divided, names) = (before[earlier].name, successors.map { after[$0].name }.joined(separator: ", "))
            return Phrase("\(name): \(divided) được chia cho \(names), số liệu không tách được.",
                          "\(name): \(divided) was divided among \(names), and nothing tells its figures apart.")
        case .levelsDiffer:
            return Phrase("\(name): các đơn vị được kế thừa khác cấp nên không gộp được.",
                          "\(name): its predecessors are of different levels and cannot be combined.")
        }
    }

    package static let stages = Phrase("So sánh hai bước", "Stages compared")
    package static let given = Phrase("Được cho", "Given")
    package static let computed = Phrase(" (tính)", " (computed)")
    package static let computedCounts = Phrase("Bước nào không cho điểm một tiêu chí thì lấy điểm của bước gần nhất trước đó, có ghi tên bước; không bước nào cho điểm thì lấy điểm tính từ số liệu, ghi «(tính)».",
                                               "Where a stage gave a criterion no points, those of the nearest earlier stage stand, marked with its name; where none did, those computed from the figures, marked “(computed)”.")
    package static let notGivenLater = Phrase("bước sau chưa chấm tiêu chí này", "the later stage gave no points here")
    package static let noReason = Phrase("không nêu lý do", "no reason is given")

    package static func computedOnly(_ count: Int) -> Phrase {
        Phrase("\(count) đơn vị không có điểm do người chấm ở cả hai bước: hai bước đều là điểm tính từ số liệu.",
               "Units without given points at either stage: \(count). Both stages have the computed points.")
    }

    package static func index(_ stage: Phrase) -> Phrase {
        Phrase("Chỉ số \(stage.lowercased)", "Index, \(stage.lowercased)")
    }

    package static func origin(_ stage: Phrase) -> Phrase { Phrase("\(stage) (nguồn)", "\(stage) (origin)") }
}
