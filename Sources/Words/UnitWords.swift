// swift-format-ignore-file
package import Assessment
package import Documents

/// What the first units of a report are first by.
package enum UnitOrder: Sendable { case index, lost, change }

/// Sentences about which units a report shows.
package enum UnitWords {
    /// That only some of a group are shown.
    package static func first(_ shown: Int, of count: Int, _ order: UnitOrder) -> Phrase {
        switch order {
        case .index: Phrase("Chỉ nêu \(shown)/\(count) đơn vị có chỉ số cao nhất.",
                            "Only the \(shown) of \(count) units with the greatest index are shown.")
        case .lost: Phrase("Chỉ nêu \(shown)/\(count) đơn vị mất nhiều điểm nhất.",
                           "Only the \(shown) of \(count) units that lost most points are shown.")
        case .change: Phrase("Chỉ nêu \(shown)/\(count) đơn vị có điểm thay đổi nhiều nhất.",
                             "Only the \(shown) of \(count) units whose points changed most are shown.")
        }
    }

    /// The same for a cell of every row.
    package static func firstInShort(_ top: Int) -> Phrase {
        Phrase("chỉ nêu \(top) đơn vị đầu của mỗi khối", "only the first \(top) of each group")
    }

    /// The heading of an overview.
    package static func overview(_ scope: RankScope) -> Phrase {
        switch scope {
        case .group: Phrase("Tổng quan theo khối", "Overview by group")
        case .level: Phrase("Tổng quan theo cấp", "Overview by level")
        case .parent: Phrase("Tổng quan theo đơn vị cấp trên", "Overview by parent")
        case .all: Phrase("Tổng quan", "Overview")
        }
    }

    package static let meanIndex = Phrase("Chỉ số trung bình", "Mean index")
    package static let greatest = Phrase("Cao nhất", "Greatest")
    package static let least = Phrase("Thấp nhất", "Least")
    package static let lost = Phrase("Điểm mất", "Lost")
    package static let meanLost = Phrase("Mất bình quân", "Mean loss")
    package static let mostLost = Phrase("Mất nhiều nhất", "Greatest loss")
    package static let meanChange = Phrase("Thay đổi bình quân", "Mean change")
    package static let risen = Phrase("Số đơn vị tăng", "Risen")
    package static let fallen = Phrase("Số đơn vị giảm", "Fallen")
}
