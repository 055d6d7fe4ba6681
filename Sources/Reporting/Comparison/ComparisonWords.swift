package import Documents
internal import Words
import Assessment
import Scoring
import Values

/// The words of comparisons.
enum ComparisonWords {
    /// The heading of a step.
    static func heading(_ step: ComparisonStep) -> Wording {
        switch step {
        case .figures: Wording(vi: "Số liệu", en: "Figures")
        case .criteria: Wording(vi: "Tiêu chí", en: "Criteria")
        case .applicability: Wording(vi: "Áp dụng", en: "Applies")
        case .rounding: Wording(vi: "Làm tròn", en: "Rounding")
        }
    }

    /// The stable name of a step in data.
    static func name(_ step: ComparisonStep) -> String {
        switch step {
        case .figures: "figures"
        case .criteria: "criteria"
        case .applicability: "applicability"
        case .rounding: "rounding"
        }
    }

    /// What the steps are and in which order they come.
    static func order(in language: Language) -> [String] {
        language == .vi
            ? [
                "Số liệu: chấm số liệu sau theo bộ tiêu chí trước.",
                "Tiêu chí: chuyển sang quy tắc, mục tiêu và điểm tối đa của bộ tiêu chí sau.",
                "Áp dụng: tiêu chí nào áp dụng cho đơn vị thì lấy theo bên sau.",
                "Làm tròn: làm tròn theo bộ tiêu chí sau.",
                "Các bước lần lượt theo thứ tự này và cộng lại đúng bằng mức tăng, giảm.",
            ]
            : [
                "Figures: the later figures under the earlier criteria.",
                "Criteria: then under the rules, goals and maxima of the later criteria.",
                "Applies: then with what applies to the unit on the later side.",
                "Rounding: then rounded as the later criteria say.",
                "The steps come in this order and add up to the change exactly.",
            ]
    }

    /// That no unit of one side goes with one of the other, and how to put two side by side.
    static func noUnits(in language: Language) -> String {
        language == .vi
            ? "Không ghép được đơn vị nào của hai bên. Để so sánh hai đơn vị khác mã, ghi --unit (bên trước) và --with (bên "
                + "sau)."
            : "No unit of one side goes with one of the other. To compare two of different codes, state --unit (before) and "
                + "--with (after)."
    }

    /// A change with its sign: `+1,25`, `−0,50`, `0`.
    static func signed(_ number: FixedDecimal, digits: Int, in language: Language) -> String {
        if number == 0 { return "0" }
        return (number > 0 ? "+" : "") + NumberWords(language).text(number, minimumDigits: digits)
    }

    /// What is to be said of a node beside its numbers.
    static func remarks(_ node: NodeComparison, in language: Language) -> String {
        var words: [String] = []
        if node.isApart {
            words.append(language == .vi ? "không so sánh" : "not compared")
        } else if node.hasApart {
            words.append(language == .vi ? "so sánh một phần" : "compared in part")
        }
        if node.before == nil { words.append(language == .vi ? "mới" : "new") }
        if node.after == nil { words.append(language == .vi ? "không còn" : "gone") }
        if node.isRenamed { words.append(language == .vi ? "đổi tên" : "renamed") }
        if !node.isApart, let first = node.statusBefore, let last = node.statusAfter, first != last {
            let labels = [first, last].map { CriterionReport.label(of: $0).text(language).lowercased() }
            words.append(labels.joined(separator: " → "))
        }
        return words.joined(separator: "; ")
    }

    /// Why figures cannot be made one.
    static func text(_ fault: CombinationFault, in language: Language) -> String {
        switch (fault, language) {
        case (.kind, .vi): "không cộng được (không phải số đếm hay tỷ lệ có tử số, mẫu số)"
        case (.kind, .en): "cannot be added (neither counts nor ratios of counts)"
        case (.noCounts, .vi): "tỷ lệ không kèm tử số, mẫu số"
        case (.noCounts, .en): "percentages without their two counts"
        case (.incomplete, .vi): "có đơn vị cũ chưa có số liệu"
        case (.incomplete, .en): "some predecessors have no figure"
        case (.overflow, .vi): "tổng vượt giới hạn tính toán"
        case (.overflow, .en): "the sum is beyond the range of numbers"
        }
    }

    /// How many units of a list are named before the rest is counted.
    static func names(_ units: [Unit]) -> String {
        units.map(\.name).joined(separator: ", ")
    }
}

extension ComparisonReport {
    /// Why a unit is compared with none.
    func text(_ gap: UnitPairing.Gap, in language: Language) -> String {
        let isVietnamese = language == .vi
        switch gap {
        case .noPredecessor(let after):
            let name = unitsAfter[after].name
            return isVietnamese
                ? "\(name): bên trước không có đơn vị cùng mã «\(unitsAfter[after].code)», cột «kế thừa» để trống."
                : "\(name): the earlier assessment has no unit “\(unitsAfter[after].code)”, and “successor of” is blank."
        case .noSuccessor(let before):
            let name = unitsBefore[before].name
            return isVietnamese
                ? "\(name): bên sau không có đơn vị nào cùng mã hoặc kế thừa."
                : "\(name): no unit of the later assessment has its code or succeeds it."
        case .unknownPredecessors(let after, let codes):
            let list = codes.joined(separator: ", ")
            return isVietnamese
                ? "\(unitsAfter[after].name): bên trước không có đơn vị được kế thừa \(list)."
                : "\(unitsAfter[after].name): the earlier assessment does not have its predecessors \(list)."
        case .divided(let after, let before, let successors):
            let names = ComparisonWords.names(successors.map { unitsAfter[$0] })
            return isVietnamese
                ? "\(unitsAfter[after].name): \(unitsBefore[before].name) được chia cho \(names), số liệu không tách được."
                : "\(unitsAfter[after].name): \(unitsBefore[before].name) was divided among \(names), and nothing "
                    + "tells its figures apart."
        case .levelsDiffer(let after):
            return isVietnamese
                ? "\(unitsAfter[after].name): các đơn vị được kế thừa khác cấp nên không gộp được."
                : "\(unitsAfter[after].name): its predecessors are of different levels and cannot be combined."
        }
    }

    /// What was left out of a unit's comparison and why.
    func text(partOf unit: ComparedUnit, in language: Language) -> [String] {
        guard unit.comparison.isPartial else { return [] }
        let numbers = NumberWords(language)
        let apart = unit.comparison.apartAfter
        let points = numbers.text(apart.points, minimumDigits: pointDigits)
        let maximum = numbers.text(apart.maximum, minimumDigits: pointDigits)
        var lines = [
            language == .vi
                ? "\(unit.after.name): \(unit.comparison.apart.count) tiêu chí đứng riêng vì không gộp được số liệu "
                    + "của các đơn vị cũ; ở bên sau các tiêu chí này đạt \(points)/\(maximum) điểm, không tính vào bảng."
                : "\(unit.after.name): \(unit.comparison.apart.count) criteria stand apart because the predecessors’ "
                    + "figures cannot be combined; later they have \(points)/\(maximum) points, not part of the table."
        ]
        guard detail != .unit || units.count == 1 else { return lines }
        for fault in CombinationFault.allCases {
            let leaves = unit.gaps.filter { $0.fault == fault }.map(\.leaf)
            let codes = leaves.enumerated().filter { leaves.firstIndex(of: $0.element) == $0.offset }.map(\.element)
            if codes.isEmpty { continue }
            let reason = ComparisonWords.text(fault, in: language)
            lines.append("\(codes.joined(separator: ", ")): \(reason)")
        }
        return lines
    }

    /// What must be known of both sides, each thing once.
    func notices(in language: Language, isBrief: Bool) -> [String] {
        func unique(_ notices: [String]) -> [String] {
            var seen: Set<String> = []
            return notices.filter { seen.insert($0).inserted }
        }
        let own = unique(before.figureNotices(in: language) + after.figureNotices(in: language))
        return (own.isEmpty ? [] : [own.joined(separator: " ")])
            + unique(
                before.pointNotices(in: language, isBrief: isBrief)
                    + after.pointNotices(in: language, isBrief: isBrief))
    }
}
