// swift-format-ignore-file
package import Documents
package import Scoring
package import Values

extension LeafStatus {
    package var words: Value { Self.words[Int(rawValue)] }
    // Made once, since names by reflection cost more than the rest of a row.
    private static let words: [Value] = allCases.map { .code("\($0)", $0.phrase) }

    package var phrase: Phrase {
        switch self {
        case .scored: Phrase("Đã chấm", "Scored")
        case .partlyReported: Phrase("Báo cáo một phần", "Partly reported")
        case .provisional: Phrase("Điểm tạm tính", "Provisional")
        case .notReported: Phrase("Chưa báo cáo", "Not reported")
        case .awaited: .awaited
        case .notPublished: Phrase("Không công bố", "Not published")
        case .notApplicable: .notApplicable
        case .watched: Phrase("Chỉ theo dõi, không chấm điểm", "Watched, not scored")
        case .notAssigned: Phrase("Không giao", "Not assigned")
        }
    }

}

/// A status of leaves, and where they do not apply what the criterion makes of that.
package struct StatusEffect: Hashable {
    /// What becomes of points and maximum.
    package enum Convention: CaseIterable { case leftOut, full, withoutPoints }

    /// Nothing to compare with: this year's figures are reported, last year's are missing or 0.
    package static let withoutLastYear = StatusEffect(.notReported, lacksLastYear: true)

    package let status: LeafStatus
    package let convention: Convention?
    private let lacksLastYear: Bool

    package init(_ status: LeafStatus, _ convention: Convention? = nil) {
        (self.status, self.convention, lacksLastYear) = (status, convention, false)
    }

    private init(_ status: LeafStatus, lacksLastYear: Bool) {
        (self.status, convention, self.lacksLastYear) = (status, nil, lacksLastYear)
    }

    fileprivate var title: Phrase {
        lacksLastYear ? Phrase("Chưa so được với năm trước", "Not comparable with last year") : status.phrase
    }

    /// What the status does to the points.
    fileprivate var effect: Phrase {
        switch status {
        case .scored: Phrase("đã có điểm", "with points")
        case .provisional: Phrase("đơn vị được so sánh chưa báo cáo đủ, điểm còn có thể thay đổi",
                                  "units compared with it are still to report, so the points may change")
        case .partlyReported: Phrase("phần còn thiếu tạm tính 0 điểm", "what is missing counts 0 points for now")
        case .notReported where lacksLastYear:
            Phrase("số liệu năm trước chưa có hoặc không dùng để so sánh được, tạm tính 0 điểm, vẫn nằm trong điểm tối đa",
                   "last year's figures are missing or cannot be compared with; 0 points for now, still in the maximum")
        case .notReported: Phrase("tạm tính 0 điểm, vẫn nằm trong điểm tối đa",
                                  "0 points for now, still in the maximum")
        case .awaited: Phrase("khảo sát chưa có hoặc nhiệm vụ chưa đến hạn, tạm tính 0 điểm, vẫn nằm trong điểm tối đa",
                              "the survey is not in or the task not due; 0 points for now, still in the maximum")
        case .notPublished: Phrase("nơi khảo sát không công bố; không phải 0 điểm, vẫn nằm trong điểm tối đa",
                                   "whoever measures it does not publish it; not 0 points, and still in the maximum")
        case .notApplicable:
            switch convention {
            case .full: Phrase("được điểm tối đa theo quy định của tiêu chí", "full points, as the criterion says")
            case .withoutPoints: Phrase("không có điểm, vẫn nằm trong điểm tối đa theo quy định của tiêu chí",
                                        "no points, still in the maximum, as the criterion says")
            case .leftOut, nil: Phrase("không tính vào điểm và điểm tối đa", "out of points and maximum")
            }
        case .watched: Phrase("không tính vào điểm và điểm tối đa", "out of points and maximum")
        case .notAssigned: Phrase("không giao cho đơn vị, không tính vào điểm và điểm tối đa",
                                  "not assigned to the unit, out of points and maximum")
        }
    }
}

extension MeasureOutcome.State {
    package var words: Value { .code(name, phrase) }

    package var phrase: Phrase {
        switch self {
        case .scored: LeafStatus.scored.phrase
        case .notReported: LeafStatus.notReported.phrase
        case .lastYearNotReported: Phrase("Chưa có số liệu năm trước để so sánh", "Last year's figure is missing")
        case .noBase(let fault): fault.phrase
        case .awaited: .awaited
        case .notPublished: LeafStatus.notPublished.phrase
        case .notApplicable(.level): Phrase("Không áp dụng (không phải nhiệm vụ của cấp này)",
                                            "Not applicable (no duty of this level)")
        case .notApplicable(.claimed): Phrase("Không áp dụng (đơn vị báo không có)", "Not applicable (so the unit says)")
        case .notApplicable(.zeroOverZero): Phrase("Không áp dụng (không phát sinh)", "Not applicable (nothing arose)")
        case .notApplicable(.zeroDenominator(let settlement)):
            Phrase("Mẫu số bằng 0", "The denominator is 0").with(remark: settlement.phrase)
        case .notApplicable(.withoutLastYear(let settlement)):
            Phrase("Năm trước chưa có đơn vị", "The unit was not there last year").with(remark: settlement.phrase)
        case .notAssigned: LeafStatus.notAssigned.phrase
        case .faulty: Phrase("Số liệu có lỗi, không chấm được", "The figures are faulty and cannot be scored")
        }
    }
}

extension BaseFault {
    fileprivate var phrase: Phrase {
        switch self {
        case .zero: Phrase("Năm trước bằng 0, không tính được tỷ lệ tăng giảm", "Last year's figure was 0: no change in percent")
        case .negative: Phrase("Năm trước nhỏ hơn 0, không tính được tỷ lệ tăng giảm",
                               "Last year's figure was below 0: no change in percent")
        }
    }
}

extension Settlement {
    /// What is settled: `được điểm tối đa`.
    package var phrase: Phrase {
        switch self {
        case .leaveOut: Phrase("không tính vào điểm và điểm tối đa", "out of points and maximum")
        case .fullPoints: Phrase("được điểm tối đa", "full points")
        case .zeroPoints: Phrase("0 điểm", "0 points")
        case .keepMaximum: Phrase("không chấm, điểm tối đa vẫn giữ", "no score, the maximum stays")
        case .shareOut: Phrase("điểm chia cho các tiêu chí cùng nhóm", "its points go to its siblings")
        }
    }
}

extension NotApplicableReason {
    /// Why a leaf does not apply: it is scored for other levels, or the unit has nothing of it, with full points or none.
    package func phrase(levels: Phrase, isFull: Bool) -> Phrase {
        switch self {
        case .level: Phrase("chỉ chấm \(levels)", "scored for \(levels) only")
        case .claimed where isFull: Phrase("đơn vị không có; được điểm tối đa", "claimed by the unit; full points")
        case .claimed: Phrase("đơn vị không có; không tính", "claimed by the unit; left out")
        case .zeroOverZero where isFull: Phrase("không phát sinh; được điểm tối đa", "nothing arose; full points")
        case .zeroOverZero: Phrase("không phát sinh; không tính", "nothing arose; left out")
        case .zeroDenominator(let settlement): Phrase("mẫu số bằng 0; \(settlement.phrase)", "the denominator is 0; \(settlement.phrase)")
        case .withoutLastYear(let settlement):
            Phrase("năm trước chưa có đơn vị; \(settlement.phrase)", "not there last year; \(settlement.phrase)")
        }
    }

    /// A stable name for programs.
    package var name: String { String("\(self)".prefix { $0 != "(" }) }
}

extension CriteriaSet {
    /// The names of levels: `cấp huyện, cấp xã`.
    package func names(ofLevels codes: [String]) -> Phrase {
        let names = levels.filter { codes.contains($0.code) }.map { level in
            Phrase(level.name).map { $0.prefix(1).lowercased() + $0.dropFirst() }
        }
        return names.isEmpty ? Phrase(verbatim: codes.joined(separator: ", ")) : names.joined(", ")
    }
}

/// Sentences of reports on scores.
package enum ScoreWords {
    package static func hiddenRows(_ count: Int) -> Phrase {
        Phrase(
            "Không nêu \(count) tiêu chí chỉ chấm cấp khác; xem cả các tiêu chí ấy: --all-rows.",
            "\(count, "criterion", "criteria") scored at other levels only: see --all-rows.")
    }

    /// The mean index of a group, how many of its units are too incomplete to be part of it, and how many are not ranked
    /// by decree.
    package static func mean(
        _ index: FixedDecimal, of count: Int, leftOut: Int, byDecree: Int, incomplete: Int, digits: Int
    ) -> Phrase {
        let apart = Phrase("không tính \(leftOut) đơn vị chưa đủ số liệu", "\(leftOut) too incomplete to count")
        let partly = Phrase("\(incomplete) đơn vị còn điểm chưa đo", "\(incomplete) with points not measured yet")
        let decreed = Phrase("không tính \(byDecree) đơn vị không xếp hạng theo quy định", "\(byDecree) not ranked, by decree, left out")
        let remarks = (leftOut == 0 ? [] : [apart]) + (byDecree == 0 ? [] : [decreed]) + (incomplete == 0 ? [] : [partly])
        let mean = Phrase("\(index, digits: digits)").with(remark: remarks.isEmpty ? nil : remarks.joined("; "))
        return Phrase("Trung bình chỉ số của \(count) đơn vị: \(mean)", "Mean index of \(count) units: \(mean)")
    }

    /// That much of a unit does not apply although its peers are scored there.
    package static func leftOutBesidePeers(
        _ unit: String, _ share: LeftOutShare, _ codes: [String], digits: Int
    ) -> Phrase {
        let list = codes.joined(separator: ", ")
        return Phrase("\(unit): \(share.points, digits: digits)/\(share.maximum, digits: digits) điểm tối đa là «không áp dụng» trong khi các đơn vị cùng khối được chấm ở đó (\(list)); chỉ số chỉ tính trên phần còn lại, hãy kiểm tra.",
                      "\(unit): \(share.points, digits: digits) of \(share.maximum, digits: digits) maximum points do not apply although its peers are scored there (\(list)); its index is of the rest only, so please check.")
    }

    /// Headings of a part of the points in percent and, in tables of data, of its points and its maximum.
    package static func percent(of part: ScorePart) -> Phrase { Phrase("\(part.name) (%)") }
    package static func points(of part: ScorePart) -> Phrase { Phrase("\(part.name): điểm", "\(part.name): points") }
    package static func maximum(of part: ScorePart) -> Phrase {
        Phrase("\(part.name): điểm tối đa", "\(part.name): maximum")
    }

    /// Why less than everything is measured: figures are missing, or points depend on units that are still to report.
    package static func coverage(lacksFigures: Bool, isProvisional: Bool) -> Phrase {
        let title = Phrase("Độ phủ dưới 100 %", "Coverage below 100 %")
        let lacking = Phrase("còn tiêu chí chưa có số liệu, chờ khảo sát hoặc không công bố. Các tiêu chí này chưa có điểm và vẫn nằm trong điểm tối đa, nên chỉ số có thể còn tăng.",
                             "some criteria have no figures yet, await a survey or are not published. They have no points for now and stay in the maximum, so the index may still rise.")
        let provisional = Phrase("còn tiêu chí so với các đơn vị khác mà các đơn vị đó chưa báo cáo đủ. Điểm của các tiêu chí này là điểm tạm tính, có thể tăng hoặc giảm.",
                                 "some criteria compare with units that are still to report. Their points are provisional and may rise or fall.")
        return isProvisional
            ? lacksFigures ? Phrase("\(title): \(lacking) \(provisional.capitalized)") : Phrase("\(title): \(provisional)")
            : Phrase("\(title): \(lacking)")
    }

    package static func count(_ count: Int, _ status: StatusEffect) -> Phrase {
        Phrase("\(status.title): \(count) lượt tiêu chí; \(status.effect).",
               "\(status.title): \(count, "criterion", "criteria"), over all units shown; \(status.effect).")
    }

    /// How much of the maximum is assigned to a unit: `684/700; không giao: 2.3, 4.1`.
    package static func assigned(_ found: NotAssigned, _ codes: [String], digits: Int) -> Phrase {
        let listed = codes.joined(separator: ", ")
        let own = found.whole - found.points
        return Phrase("\(own, digits: digits)/\(found.whole, digits: digits) (không giao: \(listed))",
                      "\(own, digits: digits)/\(found.whole, digits: digits) (not assigned: \(listed))")
    }

    package static let assignedMaximum = Phrase("Điểm tối đa được giao", "Assigned maximum")

    /// The same of one of several units.
    package static func assigned(_ unit: String, _ found: NotAssigned, _ codes: [String], digits: Int) -> Phrase {
        Phrase("\(unit): điểm tối đa được giao \(assigned(found, codes, digits: digits))",
               "\(unit): assigned maximum \(assigned(found, codes, digits: digits))")
    }

    /// What a field's number stands for: the maximum that applies, or that its points stand outside the maximum.
    package static func maximum(least: FixedDecimal, most: FixedDecimal, roles: Set<Leaf.Role>) -> Phrase {
        if least < most { return Phrase("tối đa \(least)–\(most) điểm, tùy đơn vị", "maximum \(least)–\(most) points, by unit") }
        if most > 0 { return Phrase("tối đa \(most) điểm", "maximum \(most) points") }
        let kinds = [(Leaf.Role.bonus, Phrase("điểm thưởng", "bonus points")), (.penalty, Phrase("điểm trừ", "penalty points"))]
        let extras = kinds.filter { roles.contains($0.0) }.map { $0.1 }
        if !extras.isEmpty {
            return Phrase("\(extras.joined(", ")), không có điểm tối đa", "\(extras.joined(", ")), without a maximum")
        }
        if roles == [.watched] { return LeafStatus.watched.phrase.lowercased }
        return Phrase("không áp dụng cho khối này", "not applicable to this group")
    }

    package static func heldDown(_ unit: String, from byIndex: UnitClass, by reasons: Phrase) -> Phrase {
        Phrase("\(unit): theo chỉ số đạt loại \(byIndex.name) nhưng bị khống chế: \(reasons)",
               "\(unit): the index alone gives \(byIndex.name), held down by: \(reasons)")
    }

    /// How classes that are parts of the ranked units of a group came about, or why there are none.
    package static func quantiles(_ cut: QuantileCut, into classes: Int, of count: Int) -> Phrase {
        if count < cut.minimumUnits {
            return Phrase("chưa xếp loại: có \(count) đơn vị được xếp hạng, cần ít nhất \(cut.minimumUnits).",
                          "no classes: \(count) ranked, at least \(cut.minimumUnits) needed.")
        }
        return Phrase("xếp loại trong \(count) đơn vị được xếp hạng: \(cut.phrase(parts: classes)).",
                      "classes among \(count) ranked units: \(cut.phrase(parts: classes)).")
    }
}

/// What must be known to read the numbers of a report.
package enum NoticeWords {
    package static let synthetic = Phrase("Số liệu trong báo cáo này là số liệu giả lập, không phải số liệu thật.",
                                          "The figures in this report are synthetic; they are not real.")
    package static let syntheticInShort = Phrase("số liệu giả lập", "synthetic figures")
    package static func rounded(_ digits: Int) -> Phrase {
        Phrase("Số trong các bảng được làm tròn đến \(digits) chữ số thập phân khi đọc.",
               "The numbers of tables were rounded to \(digits) decimals on reading.")
    }
    package static func roundedInShort(_ digits: Int) -> Phrase {
        Phrase("số liệu làm tròn đến \(digits) chữ số thập phân", "figures rounded to \(digits) decimals")
    }
    package static func assumedInShort(_ document: String) -> Phrase {
        Phrase("điểm tối đa giả định (\(document))", "assumed maxima (\(document))")
    }
    package static func otherPointsInShort(_ document: String) -> Phrase {
        Phrase("có điểm tối đa lấy theo \(document)", "some maxima from \(document)")
    }

    package static func assumptions(_ count: Int) -> Phrase {
        Phrase("Bộ tiêu chí nêu \(count) giả định; xem đầy đủ bằng --format md hoặc --format json.",
               "The criteria set states \(count) assumptions; --format md or --format json shows them.")
    }
    package static func leftOut(_ codes: [String]) -> Phrase {
        let (count, names) = (codes.count, codes.joined(separator: ", "))
        let (be, their) = count == 1 ? ("is", "its") : ("are", "their")
        return Phrase("Không chấm \(count) đơn vị vì số liệu có lỗi: \(names).",
                      "\(count, "unit", "units") \(be) not scored because \(their) rows hold errors: \(names).")
    }

    /// The same in a few words, for a cell of every row: places and classes are those without them.
    package static func leftOutInShort(_ count: Int) -> Phrase {
        Phrase("chưa tính \(count) đơn vị có số liệu lỗi", "without \(count, "unit", "units") whose rows hold errors")
    }

    package static let notScored = Phrase("không chấm vì số liệu có lỗi", "not scored: its rows hold errors")
}
