// swift-format-ignore-file
package import Documents
package import Scoring
package import Values

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
        let order = ties.example
        let codes = tieBreakers.joined(separator: ", ")
        let broken = Phrase("; phân định bằng điểm của \(codes)", "; ties broken by the points of \(codes)")
        let breakers = codes.isEmpty ? nil : broken
        return Phrase("đồng hạng xếp \(order); độ phủ từ \(minimumCoverage) % trở lên mới xếp hạng\(breakers)",
                      "ties ranked \(order); ranked from a coverage of \(minimumCoverage) %\(breakers)")
    }
}

extension RankingPolicy.Ties {
    /// The places of four of which two are equal: `1, 2, 2, 4`.
    var example: Phrase {
        switch self {
        case .standard: Phrase(verbatim: "1, 2, 2, 4")
        case .dense: Phrase(verbatim: "1, 2, 2, 3")
        case .modified: Phrase(verbatim: "1, 3, 3, 4")
        case .average: Phrase("1; 2,5; 2,5; 4", "1, 2.5, 2.5, 4")
        }
    }
}

extension QuantileCut {
    /// How units are cut into classes: `4 phần bằng nhau theo chỉ số; …`.
    package func phrase(parts: Int) -> Phrase {
        let definition = switch definition {
        case .averagedStep: Phrase("bậc thang có trung bình (Hyndman–Fan 2)", "averaged steps (Hyndman and Fan 2)")
        case .linear: Phrase("nội suy như QUARTILE.INC (Hyndman–Fan 7)",
                             "interpolation as in QUARTILE.INC (Hyndman and Fan 7)")
        case .exclusive: Phrase("nội suy như QUARTILE.EXC (Hyndman–Fan 6)",
                                "interpolation as in QUARTILE.EXC (Hyndman and Fan 6)")
        }
        let side = atCut == .higher ? Phrase("loại trên", "above") : Phrase("loại dưới", "below")
        let (basis, reason) = (origin.basisPhrase, origin.reason.map { Phrase(": \($0)") })
        return Phrase("\(parts) phần bằng nhau theo chỉ số, ngưỡng \(definition), bằng ngưỡng thuộc \(side), chỉ số bằng nhau cùng một loại; cách chia \(basis)\(reason)",
                      "\(parts) equal parts by index, cuts by \(definition), at a cut the class \(side), equal indices always in one class; this way of cutting is \(basis)\(reason)")
    }
}

extension CriteriaSet {
    /// The name with the codes of set and edition.
    package var fullName: Phrase { Phrase("\(self.name) (\(self.set) \(self.edition))") }

    /// `2023-2025`, `2024`.
    package var yearsText: String {
        years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)-\(years.upperBound)"
    }

    /// How fields are combined and the caps on bonus and penalty points; empty when there are none.
    package var capsPhrase: Phrase {
        let bonus = bonusCap.map { Phrase("thưởng tối đa \($0) điểm", "bonus at most \($0) points") }
        let penalty = penaltyCap.map { Phrase("trừ tối đa \($0) điểm", "penalty at most \($0) points") }
        let least = totalFloor.map { Phrase("tổng điểm không dưới \($0)", "a total of at least \($0)") }
        let most = totalCap.map { Phrase("tổng điểm không quá \($0)", "a total of at most \($0)") }
        let combined = combination.isSum ? nil : Phrase("tổng điểm không cộng: \(self.combination.name) của tỷ lệ đạt các lĩnh vực", "the total is not added: \(self.combination.name) of the shares of the fields")
        return [combined, bonus, penalty, least, most].listed("; ") ?? .none
    }

    /// The parts of the points with the maximum of each; empty when there are none.
    package var partsPhrase: Phrase {
        parts.indices.map { position in
            let (part, maximum) = (parts[position], maximum(ofPart: position))
            let percent = part.showsPercent ? Phrase("nêu cả phần trăm", "also shown in percent") : nil
            return Phrase("\(part.name): tối đa \(maximum) điểm", "\(part.name): at most \(maximum) points").with(remark: percent)
        }.joined("; ")
    }

    /// The classes with the least index of each, and what holds a class down; empty when there are none.
    package var classesPhrase: Phrase {
        (classSchemes.map { $0.phrase } + classConditions.map { $0.phrase(in: self) }).joined("; ")
    }
}

extension ClassScheme {
    fileprivate var phrase: Phrase {
        guard let shareCap else { return cutPhrase }
        return Phrase("\(cutPhrase); \(shareCap.phrase(in: self))")
    }

    private var cutPhrase: Phrase {
        let names = classes.map { Phrase($0.name) }
        let groups = groups.isEmpty ? "" : groups.joined(separator: ", ") + ": "
        switch cut {
        case .index(let least): return Phrase("\(groups)\(zip(names, least).map { Phrase("\($0) ≥ \($1) %") }.joined(", "))")
        case .quantiles(let cut):
            let (list, words) = (Phrase("\(groups)\(names.joined(", "))"), cut.phrase(parts: names.count))
            return Phrase("\(list) (\(words); từ \(cut.minimumUnits) đơn vị được xếp hạng)",
                          "\(list) (\(words); from \(cut.minimumUnits) ranked units)")
        }
    }
}

extension ClassShareCap {
    /// `Xuất sắc cho tối đa 20 % số đơn vị từ loại Khá trở lên, làm tròn xuống, theo thứ hạng`.
    package func phrase(in scheme: ClassScheme) -> Phrase {
        func name(_ code: String) -> Phrase {
            scheme.classes.first { $0.code == code }.map { Phrase($0.name) } ?? Phrase(verbatim: code)
        }
        let tied = ties == .lose
            ? Phrase("bằng hạng ở mức cắt thì cùng xuống loại dưới", "of those level at the cut none has it")
            : Phrase("bằng hạng ở mức cắt thì cùng giữ", "those level at the cut all have it")
        let (capped, least) = (name(unitClass), name(base))
        return Phrase("\(capped) cho tối đa \(percent) % số đơn vị từ loại \(least) trở lên, làm tròn xuống, theo thứ hạng; \(tied)",
                      "\(capped) for at most \(percent) % of the units of \(least) or better, rounded down, by rank; \(tied)")
    }
}

extension ClassCondition {
    fileprivate func phrase(in set: CriteriaSet) -> Phrase {
        // Reading has checked that some scheme has the class.
        let name = set.classSchemes.lazy.flatMap { $0.classes }.first { $0.code == notAbove }.map { Phrase($0.name) }
        let limit = name ?? Phrase(verbatim: notAbove)
        let (code, unit): (String, Phrase?) = switch subject {
        case .criterion(let code): (code, Phrase(" % điểm tối đa", " % of its maximum"))
        case .metric(let code): (code, nil)
        }
        let when = Phrase("\(code) \(bound.comparison.rawValue) \(bound.value)\(unit)")
        return Phrase("không trên «\(limit)» khi \(when) (\(reason))",
                      "not above “\(limit)” when \(when) (\(reason))")
    }
}

extension LegalSource {
    package var phrase: Phrase {
        let place = place.map { Phrase("; \($0)") }
        return Phrase("\(document)\(place)\(row.map { Phrase("; dòng \($0)", "; row \($0)") })")
    }
}

extension PointsOrigin {
    package var basisPhrase: Phrase {
        basis == .assumed ? Phrase("giả định", "assumed") : Phrase("quy định", "decreed")
    }

    /// Where points come from, in one line; a brief one leaves out why they are assumed.
    package func phrase(isBrief: Bool) -> Phrase {
        let source = source.phrase
        if basis == .decreed { return Phrase("theo văn bản: \(source)", "decreed: \(source)") }
        let reason = isBrief ? nil : reason.map { Phrase(" \($0)") }
        return Phrase("Điểm tối đa là giả định, không do văn bản quy định; lấy theo: \(source).\(reason)",
                      "The maximum points are assumed, not decreed; taken from: \(source).\(reason)")
    }

    /// Where decreed points come from; nil for assumed ones.
    package var decree: Phrase? { basis == .decreed ? phrase(isBrief: true) : nil }
    /// That points are assumed, and from where; nil for decreed ones.
    package func assumption(isBrief: Bool) -> Phrase? { basis == .assumed ? phrase(isBrief: isBrief) : nil }

    /// Where the points of some criteria come from, when not from where the edition's do.
    package func notice(for codes: [String]) -> Phrase {
        let (named, source) = (CleanText.cut(codes.joined(separator: ", "), at: 80), source.phrase)
        let assumed = basis == .decreed ? nil : Phrase("là giả định; ", "assumed; ")
        return Phrase("Điểm tối đa của \(named) \(assumed)lấy theo: \(source).",
                      "The maximum points of \(named) are \(assumed)taken from: \(source).")
    }
}

/// Sentences of reports on criteria sets.
package enum CriteriaWords {
    package static let noSets = Phrase("Không có bộ tiêu chí nào.", "There are no criteria sets.")
    package static let noDifference = Phrase("Không có khác biệt.", "No difference.")
    package static func broken(_ file: String, errors: Int) -> Phrase {
        Phrase("\(file): \(errors) lỗi; xem bằng: score-cli check \(file)",
               "\(file): \(errors, "error", "errors"); see: score-cli check \(file)")
    }
}
