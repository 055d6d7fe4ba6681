// swift-format-ignore-file
package import Assessment
package import Documents
package import Scoring
package import Values

extension Rank {
    /// `3 (lên 2 bậc)`: last year's place and how far the unit moved since; a dash where there was none.
    package func movement(from previous: Rank?) -> Phrase {
        guard let previous else { return Phrase(verbatim: "–") }
        return Phrase("\(previous.decimal)").with(remark: moved(from: previous))
    }

    /// `lên 2 bậc`, `giữ`.
    package func moved(from previous: Rank) -> Phrase {
        let steps = Rank(halves: abs(previous.halves - halves)).decimal
        if previous == self { return Phrase("giữ", "same") }
        return previous > self ? Phrase("lên \(steps) bậc", "up \(steps)") : Phrase("xuống \(steps) bậc", "down \(steps)")
    }
}

extension UnitPlace {
    /// `8/10`.
    package var fraction: Phrase { Phrase("\(rank.decimal)/\(count)") }
    /// `8/10 đơn vị`.
    package var phrase: Phrase { Phrase("\(fraction) đơn vị", "\(fraction) \(count == 1 ? "unit" : "units")") }
}

extension PlaceObstacle {
    /// Why no change of place is told.
    package var phrase: Phrase {
        switch self {
        case .otherUnit: Phrase("hai bên là hai đơn vị khác nhau", "the sides are two different units")
        case .noPlaceBefore: Phrase("bên trước không có hạng", "there is no place before")
        case .noPlaceAfter: Phrase("bên sau không có hạng", "there is no place after")
        case .period(let before, let after):
            Phrase("hai bên không phải hai kỳ liền nhau (\(before.phrase) và \(after.phrase))",
                   "the sides are not two periods in a row (\(before.phrase) and \(after.phrase))")
        case .otherGroup: Phrase("bên trước đơn vị được xếp trong phạm vi khác", "it was ranked among others before")
        case .otherUnits(let before, let after):
            Phrase("hai bên không xếp cùng các đơn vị (\(before) đơn vị và \(after) đơn vị)",
                   "the sides do not rank the same units (\(before) and \(after))")
        case .notCombined(let before, let after):
            Phrase("có đơn vị sáp nhập mà số liệu các đơn vị cũ không gộp được (\(before) đơn vị và \(after) đơn vị)",
                   "units merged whose figures cannot be combined (\(before) and \(after) units)")
        case .notShared: Phrase("không phải đơn vị chung của hai bên", "not among the units that both sides share")
        }
    }

    /// Whether it is the same for all units that are ranked among each other.
    package var isOfWholeGroup: Bool {
        switch self {
        case .period, .otherUnits, .notCombined: true
        case .otherUnit, .noPlaceBefore, .noPlaceAfter, .otherGroup, .notShared: false
        }
    }
}

extension PlaceChange {
    /// How many places the unit moved up; nil when no change is told.
    package var movement: FixedDecimal? { halves.map { Rank(halves: $0).decimal } }
    /// Why no change is told where both sides have a place.
    package var untold: PlaceObstacle? { before == nil || after == nil ? nil : obstacle }
    /// Whether both places are among the same units, or there is but one.
    package var isLike: Bool { untold == nil }

    /// `3 (lên 2 bậc)`, among shared units `3/9 → 1/9 (lên 2 bậc)`; where no change is told `8/10 đơn vị`; a dash where
    /// there was no place.
    package var phrase: Phrase {
        guard let before else { return Phrase(verbatim: "–") }
        guard let after, obstacle == nil else { return before.phrase }
        if !isRankedAnew { return after.rank.movement(from: before.rank) }
        return Phrase("\(before.fraction) → \(after.fraction)").with(remark: after.rank.moved(from: before.rank))
    }

    /// The same with the reason.
    package var explained: Phrase {
        untold.map { reason in
            Phrase("\(phrase) (không nêu lên, xuống bậc, vì \(reason.phrase))", "\(phrase) (no movement is told: \(reason.phrase))")
        } ?? phrase
    }
}

extension RankInterval {
    package var phrase: Phrase {
        lower == upper ? Phrase("\(lower.decimal)") : Phrase("\(lower.decimal)–\(upper.decimal)")
    }
}

extension RankScope {
    /// Among whom units have their places.
    package var phrase: Phrase {
        switch self {
        case .group: Phrase("các đơn vị cùng khối", "units of the same group")
        case .parent: Phrase("các đơn vị cùng trực thuộc", "units of the same parent")
        case .level: Phrase("các đơn vị cùng cấp", "units of the same level")
        case .all: Phrase("mọi đơn vị của đợt đánh giá", "all units of the assessment")
        }
    }

    /// The heading of a place among them.
    package var placeTitle: Phrase {
        switch self {
        case .group: Phrase("Thứ hạng trong khối", "Rank in the group")
        case .parent: Phrase("Thứ hạng trong các đơn vị cùng trực thuộc", "Rank under the same parent")
        case .level: Phrase("Thứ hạng trong cấp", "Rank in the level")
        case .all: Phrase("Thứ hạng trong mọi đơn vị", "Rank among all units")
        }
    }

    /// Whose first places they are.
    package var ofWhom: Phrase { self == .group ? Phrase("khối", "the group") : phrase }
}

extension RankingPolicy.Ties {
    package var phrase: Phrase {
        switch self {
        case .standard: Phrase("cùng nhận hạng tốt nhất (1-2-2-4)", "all get the best place (1-2-2-4)")
        case .dense: Phrase("hạng kế tiếp không bỏ số (1-2-2-3)", "no place is left out (1-2-2-3)")
        case .modified: Phrase("cùng nhận hạng thấp nhất (1-3-3-4)", "all get the last place (1-3-3-4)")
        case .average: Phrase("cùng nhận hạng trung bình (1-2,5-2,5-4)", "all get the mean place (1-2.5-2.5-4)")
        }
    }
}

extension Ranking.Subject {
    package func phrase(of set: CriteriaSet) -> Phrase {
        guard case .node(let node) = self else { return Phrase("chỉ số chung", "the total index") }
        let kind = set.criteria[node].parent == nil ? Phrase.field : .criterion
        return Phrase("\(kind.lowercased) \(set.criteria[node].label)")
    }
}

extension Ranking.Reason {
    package func phrase(minimum: FixedDecimal) -> Phrase {
        switch self {
        case .byDecree: return Phrase("Không xếp hạng theo quy định", "Not ranked, by decree")
        case .nothingApplies: return Phrase("Không có tiêu chí nào áp dụng", "Nothing applies")
        case .notAssigned: return LeafStatus.notAssigned.phrase
        case .nothingScored(let status?): return status.phrase
        case .nothingScored: return Phrase("Chưa có tiêu chí nào được chấm", "Nothing is scored yet")
        case .coverage(let share):
            // Rounded as any coverage, but what falls short is never shown as enough.
            let rounded = share.rounded(Rounding(.halfAwayFromZero, digits: 2)) ?? 0
            let cut = rounded < minimum ? rounded : share.rounded(Rounding(.towardsZero, digits: 2)) ?? 0
            return Phrase("Độ phủ \(cut, digits: 2) %, cần ít nhất \(minimum) %",
                          "Coverage \(cut, digits: 2) %, at least \(minimum) % needed")
        }
    }

    package var name: String { String("\(self)".prefix { $0 != "(" }) }
}

/// Sentences of reports on places.
package enum RankWords {
    package static let by = Phrase("Xếp hạng theo", "Ranked by")
    package static let among = Phrase("Phạm vi xếp hạng", "Among")
    package static let ties = Phrase("Khi bằng nhau", "When equal")
    package static let tieBreakers = Phrase("Phân định khi bằng nhau theo điểm của",
                                            "Equal ones are told apart by the points of")
    package static let allUnits = Phrase("Mọi đơn vị", "All units")
    package static let withoutParent = Phrase("Không trực thuộc đơn vị nào", "Without a parent")
    package static let unranked = Phrase("Chưa xếp hạng", "Not ranked yet")
    package static let neverRanked = Phrase("Không xếp hạng", "Not ranked")
    package static let indistinct = Phrase("Các đơn vị chưa phân biệt được", "Units that cannot be told apart")
    package static let allDistinct = Phrase("Mọi đơn vị liền nhau đều phân biệt được.",
                                            "All neighbouring units can be told apart.")
    package static let withoutParts = Phrase("Khi bỏ một phần của bộ tiêu chí", "With a part of the criteria left out")
    package static let withoutField = Phrase("Bỏ một lĩnh vực", "Without one field")
    package static let withoutCriterion = Phrase("Bỏ một tiêu chí", "Without one criterion")

    /// `87 %`; a share that is neither none nor all never shows as such.
    package static func percent(_ share: Double) -> String {
        if share <= 0 || share >= 1 { return share <= 0 ? "0 %" : "100 %" }
        let whole = Int((share * 100).rounded())
        return (whole == 0 ? "< 1" : whole == 100 ? "> 99" : String(whole)) + " %"
    }

    package static func range(_ share: Phrase) -> Phrase { Phrase("Khoảng hạng \(share)", "Range \(share)") }
    package static func candidates(_ top: Int, _ names: Phrase) -> Phrase {
        Phrase("Có thể thuộc \(top) hạng đầu: \(names).", "May be among the first \(top): \(names).")
    }
    package static func places(_ best: Int, _ worst: Int) -> String { best == worst ? "\(best)" : "\(best)–\(worst)" }
    /// `2–4 (bỏ 3: 4)`, `giữ hạng 2`.
    package static func leaveOut(best: Int, worst: Int, from rank: Int, mover code: String, moved: Int) -> Phrase {
        if best == rank, worst == rank { return Phrase("giữ hạng \(rank)", "stays \(rank)") }
        let places = places(best, worst)
        return Phrase("\(places) (bỏ \(code): \(moved))", "\(places) (without \(code): \(moved))")
    }

    package static let fullIndex = Phrase("Hạng so trên chỉ số đầy đủ, không phải số đã làm tròn để hiển thị.",
                                          "Places go by the index in full, not as rounded for show.")
    package static let absentIsNotZero = Phrase("Đơn vị chưa đủ số liệu được liệt kê riêng, không tính là 0 điểm.",
                                                "Units too incomplete are listed apart; they do not count as zero.")
    package static func previous(_ name: Phrase) -> Phrase {
        Phrase("\(name): hạng khi đó và số bậc lên, xuống từ đó; «–» khi đó không có hạng. Chỉ nêu lên, xuống bậc khi hai kỳ liền nhau, hoặc cùng kỳ hai năm liền nhau, xếp cùng các đơn vị trong cùng phạm vi; nếu không, ghi hạng và số đơn vị khi đó.",
               "\(name): the place then, and the movement since; “–” for none. A movement is told only where two periods in a row, or the same period of two years in a row, rank the same units among the same; otherwise the place stands with the number of units then.")
    }
    package static func rankedAnew(_ name: Phrase, isCommon: Bool) -> Phrase {
        isCommon
            ? Phrase("\(name), với --common: hạng của hai kỳ khi chỉ xếp các đơn vị chung của hai kỳ.",
                     "\(name), with --common: the places of both periods among the units that both share.")
            : Phrase("\(name): hạng khi gộp số liệu của các đơn vị cũ thành đơn vị kế thừa chúng.",
                     "\(name): the places with predecessors as the one unit that succeeds them.")
    }
    /// Why no change of place is told of a group or some units.
    package static func untold(_ obstacle: PlaceObstacle, of whom: Phrase) -> Phrase {
        Phrase("\(whom): không nêu lên, xuống bậc, vì \(obstacle.phrase).", "\(whom): no movement is told: \(obstacle.phrase).")
    }
    package static let ownPoints = Phrase("Theo điểm gốc: hạng khi dùng điểm tối đa của chính bộ tiêu chí.",
                                          "By own points: the place with the maximum points of the criteria file itself.")
    package static let leftOut = Phrase("Khi bỏ một phần: hạng tốt nhất và thấp nhất khi bỏ lần lượt từng lĩnh vực, từng tiêu chí; trong ngoặc là phần làm đổi hạng nhiều nhất và hạng khi không có phần đó.",
                                        "With a part left out: the best and the worst place as each field and criterion is left out in turn; in brackets the part that moves the unit most, and its place without it.")
    package static let tooLargeToVary = Phrase("Không đổi điểm tối đa được: điểm quá lớn để tính.",
                                               "Maximum points could not be varied: they are too large.")
    package static let classesByGroup = Phrase("Xếp loại theo khối, không theo phạm vi xếp hạng ở đây.",
                                               "Classes are those within groups, not among the units ranked here.")
    package static let noErrors = Phrase("Không có sai số chuẩn của số liệu khảo sát (--errors), nên khoảng hạng không tính sai số đó.",
                                         "No standard errors of figures were given (--errors), so ranges of places leave such errors out.")
    package static let noErrorsHere = Phrase("Không có số liệu nào dùng để xếp hạng ở đây có sai số chuẩn, nên khoảng hạng không tính sai số nào.",
                                             "No figure that counts here has a standard error, so ranges of places have none to allow for.")
    package static let withoutDraws = Phrase("Không tính sai số khảo sát (--draws 0): khoảng hạng chỉ tính điểm chưa đo.",
                                             "Errors of survey figures are left out (--draws 0): ranges allow for unmeasured points only.")
    package static let unmeasured = Phrase("Khi đo đủ: hạng mà đơn vị có thể có khi mỗi đơn vị còn điểm chưa đo nhận từ không đến toàn bộ số điểm đó; đơn vị chưa đủ độ phủ cũng có thể vào bảng. Khoảng hạng tính cả điều này; chỉ chắc chắn khi khoảng là một hạng.",
                                           "Once measured: the places that the unit can have when every unit gets none to all of its unmeasured points; units with too little coverage may come in too. Ranges of places include this; a place is certain only where the range is one place.")

    package static let groupsAreRuns = Phrase("Mỗi nhóm gồm các đơn vị đứng liền nhau. Đơn vị còn điểm chưa đo còn có thể đổi chỗ với đơn vị ngoài nhóm, trong khoảng hạng của mình.",
                                              "Each group is a run of neighbours. A unit with unmeasured points may change places with units outside its groups too, within its range of places.")

    package static func rank(by code: String) -> Phrase { Phrase("Hạng \(code)", "Rank \(code)") }
    package static func parts(_ names: Phrase) -> Phrase {
        Phrase("Các cột ghi mã là hạng theo từng lĩnh vực, tiêu chí: \(names). «–»: không áp dụng cho đơn vị hoặc chưa đủ số liệu.",
               "Columns with codes are places by fields or criteria: \(names). “–”: it does not apply to the unit, or too little of it is scored.")
    }
    package static func interval(_ confidence: Phrase) -> Phrase {
        Phrase("Khoảng hạng \(confidence): với độ tin cậy \(confidence), hạng thật của riêng đơn vị đó nằm trong khoảng này. Nhóm chưa phân biệt được và danh sách có thể thuộc các hạng đầu đúng đồng thời cho mọi đơn vị.",
               "Range \(confidence): with \(confidence) confidence the unit's own true place lies in it. Groups that cannot be told apart and lists of who may be first hold for all units at once.")
    }
    package static func straight(_ straight: Int, bounded: Int) -> Phrase {
        Phrase("Sai số của \(straight) số liệu đi thẳng qua quy tắc (phương pháp delta); \(bounded) số liệu gần mốc của quy tắc hoặc trong quy tắc có nhiều số được giữ trong khoảng tin cậy đồng thời.",
               "The errors of \(straight) figures go straight through their rules (delta method); \(bounded) figures near a limit of a rule, or in rules of several figures, are held within simultaneous confidence intervals.")
    }
    package static func stepdown(draws: Int, seed: UInt64) -> Phrase {
        Phrase("Khoảng hạng tính theo Mogstad, Romano, Shaikh, Wilhelm (2024) với \(draws) lần rút, hạt giống \(seed).",
               "Ranges are those of Mogstad, Romano, Shaikh, Wilhelm (2024) with \(draws) draws, seed \(seed).")
    }
    package static func bonferroni(units: Int) -> Phrase {
        Phrase("Nhóm có hơn \(units) đơn vị: khoảng hạng tính với hiệu chỉnh Bonferroni, rộng hơn.",
               "In groups of more than \(units) units ranges are corrected by Bonferroni, and wider.")
    }
    package static func aheadOfNext(draws: Int) -> Phrase {
        Phrase("Hơn kế sau: tỷ lệ trong \(draws) lần rút lại số liệu theo sai số mà đơn vị đứng trước đơn vị ngay sau. «–»: có điểm chưa đo hoặc sai số chưa biết, và hai đơn vị chưa phân biệt được.",
               "Ahead of next: the share of \(draws) draws of the figures within their errors in which the unit is ahead of the one below. “–” where points are not measured or an error is not known, and the two cannot be told apart.")
    }
    package static func withoutError(_ count: Int) -> Phrase {
        Phrase("\(count) chỉ số khảo sát không ước lượng được sai số: có giới hạn một phía thì nhận mọi giá trị đến giới hạn đó, không có gì thì nhận mọi giá trị có thể có.",
               "\(count) survey indices have no known standard error: those with a one-sided bound may be anything up to it, the others anything at all.")
    }
    package static func whenMeasured(_ places: Phrase) -> Phrase {
        Phrase("; khi đo đủ: \(places)", "; once measured: \(places)")
    }
    package static func varied(_ parameters: PointVariation.Parameters) -> Phrase {
        let (draws, seed) = (parameters.draws, parameters.seed)
        let spread = FixedDecimal(mantissa: Int64(parameters.spread) * 10_000)
        return Phrase("Khi đổi điểm: hạng tốt nhất và thấp nhất trong \(draws) lần đổi ngẫu nhiên điểm tối đa của từng tiêu chí trong phạm vi ±\(spread) % (hạt giống \(seed)).",
                      "Points varied: the best and the worst place in \(draws) draws, each changing the maximum of every criterion at random within ±\(spread) % (seed \(seed)).")
    }

    package static let strengths = Phrase("Điểm mạnh: hơn trung vị của nhóm",
                                          "Strengths: ahead of the median of the group")
    package static let weaknesses = Phrase("Điểm yếu: kém đơn vị tốt nhất", "Weaknesses: behind the best")
    package static let eachCriterion = Phrase("Từng tiêu chí", "Each criterion")
    package static let againstEach = Phrase("So với từng đơn vị", "Against each unit")
    package static let chanceAhead = Phrase("Khả năng đứng trước", "Chance to be ahead")
    package static let spreads = Phrase("Tốt nhất, trung vị và cuối là tỷ lệ điểm trên điểm tối đa trong nhóm, chỉ tính các đơn vị đã đo đủ; cột «Chưa đo đủ» là số đơn vị không được tính. Tiêu chí mà đơn vị chưa có điểm không nằm trong bảng.",
                                          "Best, median and last are points in percent of the maximum, of units that are wholly measured there; “Lacking” is how many are not. Criteria at which the unit has no points are not in the table.")

    package static func absent(_ reason: Phrase) -> Phrase { Phrase("chưa xếp hạng: \(reason)", "not ranked: \(reason)") }
    /// The place in an earlier period and the movement since.
    package static func earlier(_ name: Phrase, _ moved: Phrase) -> Phrase { Phrase("; \(name.lowercased): \(moved)") }
    package static func interval(_ places: Phrase, _ confidence: Phrase) -> Phrase {
        Phrase("; khoảng hạng \(confidence): \(places)", "; range \(confidence): \(places)")
    }
    package static func varied(_ places: String, draws: Int) -> Phrase {
        Phrase("; khi đổi điểm: \(places) trong \(draws) lần", "; points varied: \(places) in \(draws) draws")
    }
    /// How far a unit is ahead of the median or behind the best at a leaf.
    package static func lead(_ leaf: Phrase, _ points: Phrase, rank: Phrase, isAhead: Bool) -> Phrase {
        Phrase("\(leaf): \(isAhead ? "hơn" : "kém") \(points) điểm, hạng \(rank)",
               "\(leaf): \(points) points \(isAhead ? "ahead" : "behind"), rank \(rank)")
    }
}
