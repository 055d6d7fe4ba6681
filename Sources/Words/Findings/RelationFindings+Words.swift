// swift-format-ignore-file
internal import Values

/// What is said of figures that do not keep a relation.
enum RelationFindingWords {
    static let broken: FindingWords = (
        "Số liệu của «\(.unit)» trái quan hệ \(.key)\(when.vi): \(.found)\(left.vi) phải \(.other) \(.expected)\(right.vi). Hãy kiểm tra cả hai số.\(reason.vi)",
        "The figures of “\(.unit)” break the relation \(.key)\(when.en): \(.found)\(left.en) must be \(.other) \(.expected)\(right.en). Check both numbers.\(reason.en)")
    static let doubtful: FindingWords = (
        "Số liệu của «\(.unit)» có thể trái quan hệ \(.key)\(when.vi): \(.found)\(left.vi) thường \(.other) \(.expected)\(right.vi). Hãy xem lại cả hai số.\(reason.vi)",
        "The figures of “\(.unit)” may break the relation \(.key)\(when.en): \(.found)\(left.en) is usually \(.other) \(.expected)\(right.en). Look at both numbers.\(reason.en)")

    private static let when: FindingWords = (
        "\(given: .metric, " khi \(.metric) \(.range)")\(given: .conditionFrom, " (\(.conditionFrom))")",
        "\(given: .metric, " where \(.metric) is \(.range)")\(given: .conditionFrom, " (\(.conditionFrom))")")
    private static let left: FindingWords = (
        "\(given: .foundFrom, " (tính từ \(.foundFrom))")", "\(given: .foundFrom, " (worked out from \(.foundFrom))")")
    private static let right: FindingWords = (
        "\(given: .first, " (\(.first))")\(given: .expectedFrom, " (tính từ \(.expectedFrom))")\(slack.vi)",
        "\(given: .first, " (\(.first))")\(given: .expectedFrom, " (worked out from \(.expectedFrom))")\(slack.en)")
    private static let slack: FindingWords = (
        "\(given: .tolerance, ", cho lệch \(.tolerance)")", "\(given: .tolerance, ", within \(.tolerance)")")
    private static let reason: FindingWords = (
        "\(given: .reason, " Lý do: \(.reason).")", "\(given: .reason, " The reason: \(.reason).")")
}
