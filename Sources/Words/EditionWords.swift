// swift-format-ignore-file
// A text in Vietnamese, and the same in English below it.
package import Documents
package import Scoring
internal import Values

extension RoundingPolicy {
    /// `điểm: 2 chữ số, nửa làm tròn lên, ở từng tiêu chí; chỉ số: …`.
    package var phrase: Phrase {
        let place = switch stage {
        case .leaf: Phrase("ở từng tiêu chí chấm điểm", "at every leaf")
        case .field: Phrase("ở từng lĩnh vực", "at every field")
        case .total: Phrase("ở tổng điểm", "at the total")
        }
        let (points, index) = (points.phrase, index.phrase)
        return Phrase("điểm: \(points), \(place); chỉ số: \(index)", "points: \(points), \(place); index: \(index)")
    }
}

extension Rounding {
    fileprivate var phrase: Phrase {
        let mode = switch mode {
        case .halfAwayFromZero: Phrase("nửa làm tròn ra xa 0", "halves away from zero")
        case .halfToEven: Phrase("nửa làm tròn về số chẵn", "halves to even")
        case .towardsZero: Phrase("cắt bỏ phần thừa", "cut off")
        case .down: Phrase("làm tròn xuống", "downwards")
        case .up: Phrase("làm tròn lên", "upwards")
        }
        return Phrase("\(digits) chữ số thập phân, \(mode)", "\(digits, "decimal", "decimals"), \(mode)")
    }
}

extension RankingPolicy {
    /// `đồng hạng xếp 1, 2, 2, 4; độ phủ từ 80 % trở lên mới xếp hạng`.
    package var phrase: Phrase {
        let order = switch ties {
        case .standard: Phrase(verbatim: "1, 2, 2, 4")
        case .dense: Phrase(verbatim: "1, 2, 2, 3")
        case .modified: Phrase(verbatim: "1, 3, 3, 4")
        case .average: Phrase("1; 2,5; 2,5; 4", "1, 2.5, 2.5, 4")
        }
        let codes = tieBreakers.joined(separator: ", ")
        let broken = Phrase("; phân định bằng điểm của \(codes)", "; ties broken by the points of \(codes)")
        let (coverage, breakers) = (minimumCoverage, codes.isEmpty ? nil : broken)
        return Phrase("đồng hạng xếp \(order); độ phủ từ \(coverage) % trở lên mới xếp hạng\(breakers)",
                      "ties ranked \(order); ranked from a coverage of \(coverage) %\(breakers)")
    }
}

extension QuantileCut {
    /// How units are cut into classes: `4 phần bằng nhau theo chỉ số; …`.
    package func phrase(parts: Int) -> Phrase {
        let definition = switch definition {
        case .averagedStep: Phrase("bậc thang có trung bình (Hyndman–Fan 2)", "averaged steps (Hyndman and Fan 2)")
        case .linear: Phrase("nội suy như QUARTILE.INC (Hyndman–Fan 7)",
                             "interpolated as QUARTILE.INC (Hyndman and Fan 7)")
        case .exclusive: Phrase("nội suy như QUARTILE.EXC (Hyndman–Fan 6)",
                                "interpolated as QUARTILE.EXC (Hyndman and Fan 6)")
        }
        let side = atCut == .higher ? Phrase("loại trên", "above") : Phrase("loại dưới", "below")
        let (basis, reason) = (origin.basisPhrase, origin.reason.map { Phrase(": \($0)") })
        return Phrase("\(parts) phần bằng nhau theo chỉ số, ngưỡng \(definition), bằng ngưỡng thuộc \(side), chỉ số bằng nhau cùng một loại; cách chia \(basis)\(reason)",
                      "\(parts) equal parts by index, cuts by \(definition), at a cut the class \(side), equal indices always in one class; this way of cutting is \(basis)\(reason)")
    }
}

extension CriteriaSet {
    /// `2023-2025`, `2024`.
    package var yearsText: String {
        years.lowerBound == years.upperBound ? String(years.lowerBound) : "\(years.lowerBound)-\(years.upperBound)"
    }

    /// The caps on bonus and penalty points; empty when there are none.
    package var capsPhrase: Phrase {
        let bonus = bonusCap.map { Phrase("thưởng tối đa \($0) điểm", "bonus at most \($0) points") }
        let penalty = penaltyCap.map { Phrase("trừ tối đa \($0) điểm", "penalty at most \($0) points") }
        return [bonus, penalty].compactMap(\.self).joined("; ")
    }

    /// The classes with the least index of each, and what holds a class down; empty when there are none.
    package var classesPhrase: Phrase {
        (classSchemes.map { $0.phrase } + classConditions.map { $0.phrase }).joined("; ")
    }
}

extension ClassScheme {
    fileprivate var phrase: Phrase {
        let names = classes.map { Phrase($0.name) }
        let groups = groups.isEmpty ? "" : groups.joined(separator: ", ") + ": "
        switch cut {
        case .index(let least):
            let list = zip(names, least).map { Phrase("\($0) ≥ \($1) %") }.joined(", ")
            return Phrase("\(groups)\(list)")
        case .quantiles(let cut):
            let (list, words, least) = (names.joined(", "), cut.phrase(parts: names.count), cut.minimumUnits)
            return Phrase("\(groups)\(list) (\(words); từ \(least) đơn vị được xếp hạng)",
                          "\(groups)\(list) (\(words); from \(least) ranked units)")
        }
    }
}

extension ClassCondition {
    fileprivate var phrase: Phrase {
        let (code, unit): (String, Phrase?) = switch subject {
        case .criterion(let code): (code, Phrase(" % điểm tối đa", " % of its maximum"))
        case .metric(let code): (code, nil)
        }
        let when = Phrase("\(code) \(bound.comparison.rawValue) \(bound.value)\(unit)")
        return Phrase("không trên «\(notAbove)» khi \(when) (\(reason))",
                      "not above “\(notAbove)” when \(when) (\(reason))")
    }
}
