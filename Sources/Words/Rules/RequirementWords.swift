// swift-format-ignore-file
package import Documents
package import Scoring
internal import Values

extension LeafRequirement {
    /// What must be reached: `1.1 đạt từ 100 % điểm tối đa trở lên`.
    package var need: Phrase {
        switch bound.comparison {
        case .above: Phrase("\(criterion) đạt trên \(bound.value) % điểm tối đa", "\(criterion) above \(bound.value) % of its maximum")
        default: Phrase("\(criterion) đạt từ \(bound.value) % điểm tối đa trở lên",
                        "\(criterion) at \(bound.value) % of its maximum or more")
        }
    }

    /// What it says: `chỉ khi 1.1 đạt từ 100 % điểm tối đa trở lên; không thì không có điểm`.
    package var phrase: Phrase {
        switch otherwise {
        case .points(0), .share(0): Phrase("chỉ khi \(need); không thì không có điểm", "only with \(need); else nothing")
        default: Phrase("chỉ khi \(need); không thì được nhiều nhất \(otherwise.phrase)",
                        "only with \(need); else at most \(otherwise.phrase)")
        }
    }
}

extension RequirementExplanation {
    /// Whether it holds, and what that does: `1.1 đang đạt 60 %: chưa đạt điều kiện, chỉ được nhiều nhất 0 điểm (đủ điều
    /// kiện thì được 1 điểm, thêm 1)`.
    package func phrase(digits: Int) -> Phrase {
        let now = outcome.reached.map { reached in
            Phrase("\(requirement.criterion) đang đạt \(reached) %", "\(requirement.criterion) stands at \(reached) %")
        } ?? Phrase("\(requirement.criterion) chưa có điểm", "\(requirement.criterion) has no points yet")
        let most = Phrase("\(limit, digits: digits) điểm", "\(limit, digits: digits) points")
        let more = gain > 0 ? pointsIfMet.map { points in
            Phrase(" (đủ điều kiện thì được \(points, digits: digits) điểm, thêm \(gain, digits: digits))",
                   " (\(points, digits: digits) points if it held, \(gain, digits: digits) more)")
        } : nil
        switch outcome.state {
        case .met where outcome.reached == nil:
            return Phrase("\(requirement.criterion) không áp dụng: không xét điều kiện",
                          "\(requirement.criterion) does not apply: the condition is left aside")
        case .met: return Phrase("\(now): đạt điều kiện", "\(now): the condition holds")
        case .missed:
            return Phrase("\(now): chưa đạt điều kiện, chỉ được nhiều nhất \(most)\(more)",
                          "\(now): the condition does not hold, at most \(most)\(more)")
        case .open:
            return Phrase("\(now) và chưa đo đủ: tạm tính nhiều nhất \(most)\(more)",
                          "\(now) and is not wholly measured: at most \(most) for now\(more)")
        }
    }

    /// What must be reached, and what it earns: `1.1 đạt từ 100 % điểm tối đa trở lên: +0,50`; nil where it takes nothing.
    package func next(digits: Int) -> Phrase? {
        gain > 0 ? Phrase("\(requirement.need): +\(gain, digits: digits)") : nil
    }
}
