// swift-format-ignore-file
// A text in Vietnamese, and the same in English below it.
package import Assessment
package import Documents
package import Scoring
internal import Values

extension NodeReview.Sameness {
    package var phrase: Phrase {
        switch self {
        case .full: Phrase("điểm tối đa", "full points")
        case .zero: Phrase("không có điểm", "no points")
        case .share: Phrase("mức khác", "another share")
        }
    }
}

/// Sentences of reviews of a criteria set.
package struct ReviewWords: Sendable {
    private let set: CriteriaSet
    private let thresholds: ReviewThresholds
    /// Whether a unit may be reviewed in several periods.
    private let isOfPeriods: Bool
    private let scope: RankScope

    package init(_ review: SetReview, among scope: RankScope) {
        (set, thresholds) = (review.review.set, review.review.thresholds)
        (isOfPeriods, self.scope) = (review.sources.count > 1, scope)
    }

    package static let title = Phrase("Rà soát bộ tiêu chí", "Review of the criteria")
    package static let conclusions = Phrase("Kết luận", "Conclusions")
    package static let fields = Phrase("Từng lĩnh vực", "Each field")
    package static let criteria = Phrase("Từng tiêu chí", "Each criterion")
    package static func leastSpread(_ count: Int) -> Phrase {
        Phrase("\(count) tiêu chí có độ lệch nhỏ nhất", "\(count, "criterion", "criteria") with the least spread")
    }
    /// The same for a cell of every row.
    package static func onlyLeastSpread(_ count: Int) -> Phrase {
        Phrase("chỉ nêu \(leastSpread(count))", "only \(leastSpread(count))")
    }
    package static let assessments = Phrase("Đợt đánh giá", "Assessments")
    package static let scores = Phrase("Số lượt chấm", "Scores")
    package static let thresholds = Phrase("Ngưỡng kết luận", "Thresholds")

    // MARK: Facts

    /// What is counted: units, or units in periods.
    private func units(_ count: Int) -> Phrase {
        isOfPeriods ? Phrase("\(count) lượt chấm", "\(count, "score", "scores")")
            : Phrase("\(count) đơn vị", "\(count, "unit", "units")")
    }
    private var noun: Phrase { isOfPeriods ? Phrase("lượt chấm", "scores") : Phrase("đơn vị", "units") }
    private func units(_ count: NodeReview.Count) -> Phrase {
        isOfPeriods ? Phrase("\(count.units)/\(count.of) lượt chấm", "\(count.units) of \(count.of) scores")
            : Phrase("\(count.units)/\(count.of) đơn vị", "\(count.units) of \(count.of) units")
    }

    /// How many scores there are, and what one is.
    package static func scores(_ count: Int, periods: Int) -> Phrase {
        Phrase("\(count) (mỗi đơn vị trong một kỳ là một lượt chấm; \(periods) đợt)",
               "\(count) (one for each unit in each period; \(periods) assessments)")
    }

    /// An assessment: which it is, by what it is scored, between which stages points were cut.
    package func source(_ source: SetReview.Source) -> Phrase {
        let settings = source.assessment.settings
        let other = source.isOtherEdition ? edition(source) : nil
        let cut = source.appraisal.map { Phrase("; điểm bị cắt tính từ «\($0.from.phrase)» đến «\($0.to.phrase)»", "; points cut from “\($0.from.phrase)” to “\($0.to.phrase)”") }
            ?? Phrase("; chưa có điểm thẩm định để so", "; no appraisal to compare with")
        return Phrase("\(settings.name), \(settings.period.phrase), bước \(settings.stage.phrase): \(source.unitCount) đơn vị\(other)\(cut)",
                      "\(settings.name), \(settings.period.phrase), stage \(settings.stage.phrase): \(source.unitCount, "unit", "units")\(other)\(cut)")
    }

    private func edition(_ source: SetReview.Source) -> Phrase {
        let own = source.assessment.criteria.set
        return Phrase("; chấm theo phiên bản \(own.edition), ghép được \(source.leafCount)/\(set.leafCount) tiêu chí",
                      "; scored by edition \(own.edition), \(source.leafCount) of \(set.leafCount) criteria are found there")
    }

    /// All thresholds, with the options that change them.
    package var thresholdLines: [Phrase] {
        let (least, alike, cut, unmeasured, twice) = (thresholds.leastUnits, thresholds.alike, thresholds.cut, thresholds.unmeasured, thresholds.twice)
        return [
            Phrase("chỉ kết luận khi có từ \(least) \(noun) trở lên (--least-units)", "nothing is concluded from fewer than \(least) \(noun) (--least-units)"),
            Phrase("không phân hóa: từ \(alike) % \(noun) trở lên có cùng một mức điểm (--alike)", "separates nobody: at least \(alike) % of the \(noun) have the same share of the points (--alike)"),
            Phrase("tính trùng: tương quan thứ hạng từ \(twice) trở lên (--twice)", "counts twice: a rank correlation of at least \(twice) (--twice)"),
            Phrase("tự chấm cao: bị thẩm định cắt điểm ở từ \(cut) % \(noun) trở lên (--cut)", "overstated: cut by the appraisal in at least \(cut) % of the \(noun) (--cut)"),
            Phrase("khó đo: từ \(unmeasured) % \(noun) trở lên chưa có số liệu (--unmeasured)", "hardly measured: at least \(unmeasured) % of the \(noun) have no figures (--unmeasured)"),
        ]
    }

    // MARK: Conclusions

    /// `12/69 tiêu chí (14,5/100 điểm)`.
    private func share(_ leaves: [NodeReview], of judged: Int) -> Phrase {
        let points = leaves.reduce(FixedDecimal.zero) { $0 + set.criteria[$1.node].maximum }
        return Phrase("\(leaves.count)/\(judged) tiêu chí đủ số \(noun) để xét (\(points)/\(set.maximum) điểm)",
                      "\(leaves.count) of \(judged, "criterion", "criteria") that can be judged (\(points) of \(set.maximum) points)")
    }

    package func separatingNobody(_ leaves: [NodeReview], of judged: Int) -> Phrase {
        leaves.isEmpty ? Phrase("Không phân hóa: không có tiêu chí nào trong \(judged) tiêu chí đủ số \(noun) để xét.",
                                "Separating nobody: none of \(judged, "criterion", "criteria") that can be judged.")
            : Phrase("Không phân hóa: \(share(leaves, of: judged)) cho gần như mọi đơn vị cùng một mức điểm, nên hầu như không góp phần xếp thứ tự.",
                     "Separating nobody: \(share(leaves, of: judged)) give nearly all units the same, and so hardly decide any order.")
    }

    package func countingTwice(_ pairs: Int, of compared: Int) -> Phrase {
        pairs == 0 ? Phrase("Tính trùng: không có cặp nào trong \(amount: compared) cặp tiêu chí so được.",
                            "Counting twice: none of \(amount: compared) pairs of criteria that can be compared.")
            : Phrase("Tính trùng: \(pairs)/\(amount: compared) cặp tiêu chí so được xếp các đơn vị gần như theo cùng một thứ tự; cần xem có phải một việc được tính điểm hai lần.",
                     "Counting twice: \(pairs) of \(amount: compared) pairs of criteria that can be compared put units in nearly the same order; see whether one thing earns points twice.")
    }

    package func overstated(_ leaves: [NodeReview], of judged: Int) -> Phrase {
        leaves.isEmpty ? Phrase("Tự chấm cao: không có tiêu chí nào trong \(judged) tiêu chí đủ số \(noun) để xét thường bị cắt điểm khi thẩm định.",
                                "Overstated: none of \(judged, "criterion", "criteria") that can be judged is usually cut by the appraisal.")
            : Phrase("Tự chấm cao: \(share(leaves, of: judged)) thường bị cắt điểm khi thẩm định; cần quy định rõ hơn cách tính điểm và tài liệu kiểm chứng.",
                     "Overstated: \(share(leaves, of: judged)) are usually cut by the appraisal; state more clearly how they are scored and what proves them.")
    }

    package static let noAppraisal = Phrase("Tự chấm cao: chưa kết luận được, vì không có điểm của bước sau bước tự đánh giá để so.",
                                            "Overstated: nothing can be concluded, since no stage after the self-assessment gave points.")

    package func hardlyMeasured(_ leaves: [NodeReview], of judged: Int) -> Phrase {
        leaves.isEmpty ? Phrase("Khó đo: không có tiêu chí nào trong \(judged) tiêu chí đủ số \(noun) để xét.",
                                "Hardly measured: none of \(judged, "criterion", "criteria") that can be judged.")
            : Phrase("Khó đo: \(share(leaves, of: judged)) chưa có số liệu ở phần lớn đơn vị; cần xem lại nguồn số liệu hoặc cách đo.",
                     "Hardly measured: \(share(leaves, of: judged)) have no figures for most units; see where figures can come from.")
    }

    /// The criteria of which nothing can be said.
    package func undecided(_ leaves: [NodeReview]) -> Phrase {
        let codes = leaves.map { "\(set.criteria[$0.node].code) (\($0.measured))" }.joined(separator: ", ")
        return Phrase("Chưa kết luận về \(leaves.count) tiêu chí, vì mới đo được dưới \(units(thresholds.leastUnits)) (trong ngoặc là số đã đo): \(codes).",
                      "Nothing is concluded about \(leaves.count, "criterion", "criteria") measured in fewer than \(units(thresholds.leastUnits)) (in brackets how many are): \(codes).")
    }

    package func withoutUnits(_ leaves: [NodeReview]) -> Phrase {
        let codes = leaves.map { set.criteria[$0.node].code }.joined(separator: ", ")
        return Phrase("\(leaves.count) tiêu chí không áp dụng cho đơn vị nào được xét: \(codes).",
                      "\(leaves.count, "criterion applies", "criteria apply") to none of the units: \(codes).")
    }

    // MARK: What each conclusion rests on

    package static let separatingNobody = Phrase("Tiêu chí không phân hóa được các đơn vị", "Criteria that separate nobody")
    package static let countingTwice = Phrase("Cặp tiêu chí có thể tính trùng", "Pairs that may count twice")
    package static let overstated = Phrase("Tiêu chí thường tự chấm cao hơn thẩm định", "Criteria that are usually overstated")
    package static let hardlyMeasured = Phrase("Tiêu chí không đo được hoặc khó đo", "Criteria that can hardly be measured")

    private func name(_ node: Int, cutAt limit: Int?) -> Phrase { set.criteria[node].label.line(cutAt: limit) }
    /// `1.1 – Ban hành kế hoạch (tối đa 2 điểm)`.
    private func subject(_ leaf: NodeReview, cutAt limit: Int?) -> Phrase {
        let (name, maximum) = (name(leaf.node, cutAt: limit), set.criteria[leaf.node].maximum)
        return maximum == 0 ? name : Phrase("\(name) (tối đa \(maximum) điểm)", "\(name) (at most \(maximum) points)")
    }

    /// Why a criterion separates nobody.
    package func alike(_ leaf: NodeReview, cutAt limit: Int?) -> Phrase {
        let convention = leaf.byConvention > 0
            ? Phrase("; trong đó \(units(leaf.byConvention)) theo quy ước, vì không có việc để đo", "; \(units(leaf.byConvention)) of these by a convention, since there was nothing to measure") : nil
        return Phrase("\(subject(leaf, cutAt: limit)): \(what(leaf))\(convention).")
    }

    private func what(_ leaf: NodeReview) -> Phrase {
        let units = units(leaf.alike)
        switch (leaf.sameness, set.criteria[leaf.node].leaf?.role) {
        case (.full, .bonus): return Phrase("\(units) được mức điểm thưởng cao nhất", "\(units) have the greatest bonus")
        case (.full, .penalty): return Phrase("\(units) không bị trừ điểm", "\(units) have no points taken away")
        case (.full, _): return Phrase("\(units) đạt điểm tối đa", "\(units) have full points")
        case (.zero, .bonus): return Phrase("\(units) không có điểm thưởng", "\(units) have no bonus")
        case (.zero, .penalty): return Phrase("\(units) bị trừ đến mức trần", "\(units) lose as much as can be lost")
        case (.zero, _): return Phrase("\(units) không có điểm", "\(units) have no points")
        case (.share, _):
            return Phrase("\(units) có cùng mức điểm thường gặp nhất trong \(scope.phrase)",
                          "\(units) have the share that is most frequent among \(scope.phrase)")
        }
    }

    package func pair(_ pair: CriteriaReview.Pair, cutAt limit: Int?) -> Phrase {
        let (first, second) = (name(pair.first, cutAt: limit), name(pair.second, cutAt: limit))
        let (value, count) = (pair.correlation.value ?? 0, units(pair.correlation.count))
        return Phrase("\(first) và \(second): tương quan thứ hạng \(value, digits: 3) trên \(count).",
                      "\(first) and \(second): a rank correlation of \(value, digits: 3) over \(count).")
    }

    package func cut(_ leaf: NodeReview, cutAt limit: Int?) -> Phrase {
        guard let cut = leaf.cut else { return .none }
        let digits = set.rounding.points.digits
        let raised = cut.raised == 0 ? nil
            : Phrase("; tăng ở \(units(cut.raised)), \(cut.raisedPoints, digits: digits) điểm", "; raised in \(units(cut.raised)) by \(cut.raisedPoints, digits: digits) points")
        return Phrase("\(subject(leaf, cutAt: limit)): thẩm định cắt điểm của \(units(cut.cut)), tổng cộng \(cut.points, digits: digits) điểm\(raised).",
                      "\(subject(leaf, cutAt: limit)): the appraisal cut \(units(cut.cut)), by \(cut.points, digits: digits) points together\(raised).")
    }

    package func unmeasured(_ leaf: NodeReview, cutAt limit: Int?) -> Phrase {
        Phrase("\(subject(leaf, cutAt: limit)): \(units(leaf.lacking)) chưa có đủ số liệu.",
               "\(subject(leaf, cutAt: limit)): \(units(leaf.lacking)) lack figures.")
    }

    /// That there are more than those listed; on a screen, where they are.
    package static func others(_ count: Int, isScreen: Bool) -> Phrase {
        isScreen ? Phrase("… và \(count) mục khác: xem bảng dưới, hoặc dùng --format md.", "… and \(count) more: see the table below, or use --format md.")
            : Phrase("… và \(count) mục khác.", "… and \(count) more.")
    }
}

// What the columns of the tables mean, and what must be known of them.
extension ReviewWords {
    package static let measured = Phrase("Đã đo", "Measured")
    package static let measuredFull = Phrase("Số lượt đã đo", "Measured")
    package static let byConvention = Phrase("Theo quy ước (không phát sinh)", "By convention")
    package static let unmeasured = Phrase("Chưa đo", "Lacking")
    package static let unmeasuredFull = Phrase("Số lượt chưa đo", "Not measured")
    package static let leftOut = Phrase("Không áp dụng", "Not applicable")
    package static let givenAbove = Phrase("Cho điểm cả mục", "Given as a whole")
    package static let fullUnits = Phrase("Số lượt đạt điểm tối đa", "With full points")
    package static let full = Phrase("Đủ điểm", "Full")
    package static let fullShare = Phrase("Đạt điểm tối đa (%)", "Full points (%)")
    package static let zeroUnits = Phrase("Số lượt không có điểm", "Without points")
    package static let zero = Phrase("0 điểm", "Zero")
    package static let zeroShare = Phrase("Không có điểm (%)", "Zero points (%)")
    package static let alikeUnits = Phrase("Số lượt cùng mức điểm thường gặp nhất", "With the most frequent share")
    package static let alikeShare = Phrase("Mức điểm thường gặp nhất", "The most frequent share")
    package static let alikeOf = Phrase("Số lượt có đơn vị khác để so", "With others to compare")
    package static let mean = Phrase("Bình quân", "Mean")
    package static let meanShare = Phrase("Tỷ lệ điểm bình quân (%)", "Mean share of the points (%)")
    package static let deviation = Phrase("Độ lệch", "Spread")
    package static let deviationFull = Phrase("Độ lệch chuẩn của tỷ lệ điểm (điểm phần trăm)", "Standard deviation (percentage points)")
    package static let appraised = Phrase("Số lượt đã thẩm định", "Appraised")
    package static let cutUnits = Phrase("Bị cắt", "Cut")
    package static let cutUnitsFull = Phrase("Số lượt bị cắt điểm", "Cut")
    package static let cutPoints = Phrase("Điểm cắt", "Points cut")
    package static let raisedUnits = Phrase("Số lượt được tăng điểm", "Raised")
    package static let raisedPoints = Phrase("Điểm tăng", "Points raised")
    package static let withRest = Phrase("Tương quan", "Rest")
    package static let withRestFull = Phrase("Tương quan thứ hạng với phần còn lại", "Rank correlation with the rest")
    package static let withRestUnits = Phrase("Số lượt so với phần còn lại", "Compared with the rest")
    package static let moved = Phrase("Đổi hạng", "Moved")
    package static let movedFull = Phrase("Số lượt đổi hạng khi bỏ", "Places moved without it")
    package static let movedOf = Phrase("Số lượt có hạng", "With a place")
    package static let twin = Phrase("Giống nhất", "Most alike")
    package static let twinFull = Phrase("Mã giống nhất", "Most alike")
    package static let twinCorrelation = Phrase("Tương quan thứ hạng với mã đó", "Rank correlation with it")
    package static let twinUnits = Phrase("Số lượt so với mã đó", "Compared with it")
    package static let conclusion = Phrase("Kết luận", "Conclusion")

    /// The conclusions in a few words, for a cell.
    package static let separatesNobodyInShort = Phrase("không phân hóa", "separates nobody")
    package static let countsTwiceInShort = Phrase("có thể tính trùng", "may count twice")
    package static let overstatedInShort = Phrase("thường tự chấm cao", "usually overstated")
    package static let hardlyMeasuredInShort = Phrase("khó đo", "hardly measured")
    package static let undecidedInShort = Phrase("chưa kết luận", "undecided")

    package var columnNotes: [Phrase] {
        [
            Phrase("Đã đo, Chưa đo: số \(noun). Đủ điểm, 0 điểm: phần trăm \(noun) đã đo đạt điểm tối đa hoặc không có điểm. Bình quân, Độ lệch: bình quân và độ lệch chuẩn của tỷ lệ điểm trên điểm tối đa, tính bằng phần trăm. Chưa đo không bị tính là 0.",
                   "Measured and Lacking count \(noun). Full and Zero: percent of the measured \(noun) with full points or none. Mean and Spread: mean and standard deviation of the points in percent of the maximum. What is not measured is not zero."),
            Phrase("Tương quan: tương quan thứ hạng (Spearman, hạng bình quân khi bằng nhau) giữa tỷ lệ điểm của tiêu chí và của phần còn lại đã đo; hạng so giữa \(scope.phrase)\(isOfPeriods ? Phrase(" trong từng kỳ", " in each period") : nil). Gần 0: tiêu chí đo việc khác hẳn phần còn lại; âm: đơn vị khá hơn ở phần còn lại lại kém hơn ở đây.",
                   "Rest: the rank correlation (Spearman, mean ranks for ties) of the share of the points with that of the rest as far as measured; ranks among \(scope.phrase)\(isOfPeriods ? Phrase(" of each period", " in each period") : nil). Near 0 it measures something else than the rest; below 0 those who are better elsewhere are worse here."),
            Phrase("Đổi hạng: bao nhiêu \(noun) có hạng khác đi khi bỏ tiêu chí (hạng theo chỉ số, không theo tiêu chí phân định). Giống nhất: tiêu chí khác có tương quan thứ hạng cao nhất. «–»: không tính được, hoặc dưới \(units(thresholds.leastUnits)).",
                   "Moved: how many \(noun) have another place without it (by the index alone). Most alike: the other criterion with the greatest rank correlation. “–”: cannot be computed, or fewer than \(units(thresholds.leastUnits))."),
        ]
    }

    /// That chance makes correlations of few units high.
    package func chance(of compared: Int) -> Phrase {
        Phrase("So \(amount: compared) cặp tiêu chí với ít đơn vị thì có cặp tương quan cao chỉ do ngẫu nhiên: cần đối chiếu nội dung trước khi gộp hoặc bỏ.",
               "Of \(amount: compared) pairs over few units some correlate by chance: compare what they are about before merging or dropping one.")
    }

    /// The criteria that are scored in another way in an earlier edition.
    package static func changed(_ codes: [String], edition: String) -> Phrase {
        let list = CleanText.cut(codes.joined(separator: ", "), at: 300)
        return Phrase("Phiên bản \(edition) có tên, điểm tối đa hoặc quy tắc khác ở: \(list). Số liệu của các tiêu chí này gộp cả hai cách chấm.",
                      "Edition \(edition) has another name, maximum or rule for: \(list). Their numbers put both ways of scoring together.")
    }

    package static func givenAbove(_ count: Int) -> Phrase {
        Phrase("\(count) tiêu chí có lượt chấm chỉ được cho điểm cả mục: các lượt đó không tính cho tiêu chí thành phần.",
               "\(count, "criterion has", "criteria have") scores that were given to a whole above: these do not count for its parts.")
    }

    package static let watched = Phrase("Tiêu chí chỉ theo dõi, không chấm điểm thì không nêu.", "Criteria that are only watched are not shown.")

    /// Why assessments are not reviewed together.
    package static func fault(_ fault: SetReview.Fault) -> Phrase {
        switch fault {
        case .setsDiffer(let first, let second):
            Phrase("«\(first)» và «\(second)» chấm theo hai bộ tiêu chí khác nhau. Hãy rà soát từng bộ riêng.",
                   "“\(first)” and “\(second)” are scored by different sets. Review each set by itself.")
        case .sameUnits(let first, let second):
            Phrase("«\(first)» và «\(second)» có cùng đơn vị trong những kỳ trùng ngày, nên sẽ bị tính hai lần. Hãy bỏ một trong hai.",
                   "“\(first)” and “\(second)” have the same units in periods that overlap, which would count twice. Leave one of them out.")
        }
    }
}
