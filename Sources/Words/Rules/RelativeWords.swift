// swift-format-ignore-file
package import Documents
package import Scoring
package import Values

extension RelativeRule.Reference {
    /// What a figure is measured against: `giá trị trung bình`.
    package var name: Phrase {
        switch self {
        case .minMax: Phrase("giá trị thấp nhất và cao nhất", "the least and the greatest figure")
        case .maximum: Phrase("giá trị cao nhất", "the greatest figure")
        case .minimum: Phrase("giá trị thấp nhất", "the least figure")
        case .mean: Phrase("giá trị trung bình", "the mean")
        case .median: Phrase("trung vị", "the median")
        case .leader: Phrase("đơn vị dẫn đầu", "the leader")
        case .rank: Phrase("thứ hạng", "the places")
        case .z: Phrase("giá trị trung bình", "the mean")
        }
    }
}

extension RelativeRule.Cohort {
    /// Which units are compared: `các đơn vị cùng khối`.
    package var name: Phrase {
        switch self {
        case .group: Phrase("các đơn vị cùng khối", "the units of its group")
        case .level: Phrase("các đơn vị cùng cấp", "the units of its level")
        case .all: Phrase("tất cả các đơn vị", "all units")
        case .parent: Phrase("các đơn vị cùng trực thuộc", "the units below the same unit")
        }
    }
}

extension Measure {
    /// What a relative rule says: `so với các đơn vị cùng khối: điểm = điểm tối đa × …`.
    func phrase(of rule: RelativeRule) -> Phrase {
        let share = share(of: rule)
        let equal = Phrase("mọi giá trị bằng nhau: \(rule.equal.phrase)", "all figures equal: \(rule.equal.phrase)")
        return Phrase("so với \(rule.among.name): \(share); \(equal)", "against \(rule.among.name): \(share); \(equal)")
    }

    private func share(of rule: RelativeRule) -> Phrase {
        let isHigher = metrics[0].direction == .higher
        switch rule.against {
        case .minMax:
            let low = rule.fixedEnd?.low.map { withUnit($0) } ?? Phrase("giá trị thấp nhất", "the least figure")
            let high = rule.fixedEnd?.high.map { withUnit($0) } ?? Phrase("giá trị cao nhất", "the greatest figure")
            let (worst, best) = isHigher ? (low, high) : (high, low)
            let cut = trimmed(rule)
            return Phrase("theo đường thẳng từ \(worst) (0 điểm) đến \(best) (điểm tối đa)\(cut)",
                          "a straight line from \(worst) (0 points) to \(best) (the maximum)\(cut)")
        case .z:
            let side = isHigher ? Phrase("trên", "above") : Phrase("dưới", "below")
            guard let low = rule.deviations?.low, let high = rule.deviations?.high else { return .none }
            return Phrase("theo đường thẳng từ z = \(low) (0 điểm) đến z = \(high) (điểm tối đa), z là số độ lệch chuẩn \(side) giá trị trung bình",
                          "a straight line from z = \(low) (0 points) to z = \(high) (the maximum), z being standard deviations \(side) the mean")
        case .rank:
            return Phrase("điểm = điểm tối đa × (hạng cuối − hạng) ÷ (hạng cuối − 1), xếp hạng \(rule.ties.example)",
                          "points = maximum × (last place − place) ÷ (last place − 1), places \(rule.ties.example)")
        case .maximum, .minimum, .mean, .median:
            return rule.condition.map { step($0, at: rule.against.name) } ?? quotient(by: rule.against.name, isHigher)
        case .leader:
            let rest = quotient(by: rule.against.name, isHigher)
            if !rule.groupTargets.isEmpty, rule.ownTarget == nil {
                let targets = rule.groupTargets.map { own in
                    Phrase("\(own.groups.joined(separator: ", ")): \(self.phrase(of: Bound(isHigher ? .atLeast : .atMost, own.value)))")
                }.joined("; ")
                return Phrase("đạt chỉ tiêu của khối (\(targets)) được điểm tối đa, chưa đạt thì \(rest); các khối không có chỉ tiêu so với nhau",
                              "the target of its group (\(targets)) earns the maximum, else \(rest); units of groups without a target are compared with each other")
            }
            let reached = (rule.ownTarget ?? rule.target).map { phrase(of: Bound(isHigher ? .atLeast : .atMost, $0)) }
            return Phrase("\(reached) được điểm tối đa, chưa đạt thì \(rest)",
                          "\(reached): the maximum, else \(rest)")
        }
    }

    /// What a trimmed range leaves out: `, bỏ 10 % số liệu thấp nhất`.
    private func trimmed(_ rule: RelativeRule) -> Phrase? {
        let low = rule.trim?.low.map { Phrase(", bỏ \($0) % số liệu thấp nhất", ", without the lowest \($0) % of figures") }
        let high = rule.trim?.high.map { Phrase(", bỏ \($0) % số liệu cao nhất", ", without the highest \($0) % of figures") }
        return low == nil && high == nil ? nil : Phrase("\(low)\(high)")
    }

    private func step(_ condition: RelativeRule.Condition, at reference: Phrase) -> Phrase {
        let stands = switch condition.comparison {
        case .above: Phrase("trên \(reference)", "above \(reference)")
        case .atLeast, .equal: Phrase("từ \(reference) trở lên", "\(reference) or more")
        case .below: Phrase("dưới \(reference)", "below \(reference)")
        case .atMost: Phrase("không quá \(reference)", "\(reference) or less")
        }
        return switch condition.otherwise {
        case .points(0), .share(0):
            Phrase("\(stands) được điểm tối đa, chưa đạt thì không có điểm", "\(stands): the maximum, else nothing")
        default:
            Phrase("\(stands) được điểm tối đa, chưa đạt thì được \(condition.otherwise.phrase)",
                   "\(stands): the maximum, else \(condition.otherwise.phrase)")
        }
    }

    private func quotient(by reference: Phrase, _ isHigher: Bool) -> Phrase {
        isHigher
            ? Phrase("điểm = điểm tối đa × giá trị ÷ \(reference), không quá điểm tối đa",
                     "points = maximum × value ÷ \(reference), at most the maximum")
            : Phrase("điểm = điểm tối đa × \(reference) ÷ giá trị, không quá điểm tối đa",
                     "points = maximum × \(reference) ÷ value, at most the maximum")
    }
}

/// Sentences about the units that set a scale.
package enum RelativeWords {
    /// That all figures of a cohort are equal.
    static func equalFigures(_ count: Int) -> Phrase {
        count == 1
            ? Phrase("chỉ một đơn vị có số liệu", "only one unit has a figure")
            : Phrase("cả \(count) đơn vị bằng nhau", "all \(count) units are equal")
    }

    /// What next steps and case weights beside other units take for granted.
    package static let othersStay = Phrase("nếu số liệu các đơn vị khác giữ nguyên", "if the other units’ figures stay as they are")
    package static let stepsBesideOthers = Phrase(
        "Bước tiếp theo của tiêu chí so với các đơn vị khác tính khi số liệu các đơn vị khác giữ nguyên.",
        "Next steps of criteria scored against other units take the others’ figures as they are.")

    package static let comparedWith = Phrase("So với", "Compared with")

    /// Who is compared and who sets the scale: `các đơn vị cùng khối (12 đơn vị có số liệu); thấp nhất 40 (xa-a)`.
    package static func scale(of comparison: PeerComparison, _ measure: Measure) -> Phrase {
        let all = comparison.rule.among.name
        let who = comparison.rule.groupTargets.isEmpty ? all
            : comparison.target == nil ? Phrase("\(all), không có chỉ tiêu riêng", "\(all) without a target of their own")
            : Phrase("\(all), có chỉ tiêu riêng", "\(all) with a target of their own")
        let counted = Phrase("\(comparison.count) đơn vị có số liệu", "\(comparison.count, "unit", "units") with a figure")
        let least = end(comparison.least, comparison.unitsWithLeast, measure)
        let greatest = end(comparison.greatest, comparison.unitsWithGreatest, measure)
        let reference = comparison.isEqual ? nil : comparison.reference.map { number in
            Phrase("; \(comparison.rule.against.name): \(measure.withUnit(number))")
        }
        let missing = comparison.missing == 0 ? nil : Phrase(
            "; còn \(comparison.missing) đơn vị chưa có số liệu",
            "; \(comparison.missing, "unit has", "units have") no figure yet")
        return Phrase("\(who) (\(counted)); thấp nhất \(least), cao nhất \(greatest)\(reference)\(missing)",
                      "\(who) (\(counted)); least \(least), greatest \(greatest)\(reference)\(missing)")
    }

    package static let stillPossible = Phrase("Điểm còn có thể", "Points still possible")

    /// Which points a measure can still get once all others have reported: `từ 0,5 đến 1,25`.
    package static func range(_ range: ClosedRange<ExactRatio>, digits: Int) -> Phrase {
        let ends = [range.lowerBound, range.upperBound].map { $0.rounded(Rounding(.halfAwayFromZero, digits: digits)) ?? 0 }
        let (least, most) = (Phrase("\(ends[0], digits: digits)"), Phrase("\(ends[1], digits: digits)"))
        return Phrase("từ \(least) đến \(most), khi mọi đơn vị được so sánh đã báo cáo",
                      "from \(least) to \(most), once all units compared have reported")
    }

    /// A number with the units that have it: `40 % (xa-a, xa-b)`.
    private static func end(_ number: ExactRatio, _ units: [String], _ measure: Measure) -> Phrase {
        let shown = units.prefix(mostUnits).joined(separator: ", ")
        let rest = units.count - mostUnits
        let more = rest > 0 ? Phrase(" và \(rest) đơn vị khác", " and \(rest) more") : nil
        return measure.withUnit(number).with(remark: Phrase("\(shown)\(more)"))
    }

    /// How many units are named.
    private static let mostUnits = 5
}
