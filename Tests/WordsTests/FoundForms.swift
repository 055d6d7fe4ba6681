import Assessment
import Values

/// Findings about forms.
enum FoundForms {
    /// What ``FormReading`` and ``CollectedForms`` say, whose own tests make them say it.
    static var all: [Finding] {
        let cell = Location(file: "u1.xlsx", line: 9, column: 4, isTable: true, sheet: "Phiếu")
        let details: [(FormFinding, FindingDetails)] = [
            (.unknownOpinion, [.found: "được", .expected: .names(["đồng ý", "trả lại"])]),
            (.opinionWithoutPoints, [.found: "điều chỉnh"]),
            (.notAppraised, [.found: "self", .expected: .names(["appraisal"])]), (.notAForm, [:]),
            (.tableNotWritable, [:]), (.noAppraisal, [:]),
            (.ofAnother, [.key: "period", .found: "2025", .expected: "2026"]), (.unknownUnit, [.found: "u9"]),
            (.unknownCode, [.found: "1.9"]), (.changedCode, [.found: "1.2", .expected: "1.1"]),
            (.repeatedRow, [.metric: "1.1", .first: .location(cell)]), (.movedRow, [.criterion: "1.1"]),
            (.missingRows, [.unit: "u1", .expected: .names(["1.1", "1.2"])]),
            (.typedOver, [.criterion: "1.1", .found: .number(2), .expected: .number(1)]),
            (.otherPoints, [.criterion: "1.1", .found: .number(2), .expected: .number(1)]),
            (
                .conflict,
                [.unit: "u1", .code: "1.1", .found: .number(2), .other: .number(1), .first: .location(cell)]
            ),
            (.noAnswer, [.code: "1.1"]), (.badDay, [.found: "mai"]), (.unknownRequest, [.unit: "u1", .code: "1.1"]),
            (.settledRequest, [.unit: "u1", .code: "1.1"]),
            (.wouldReplace, [.unit: "u1", .code: "1.1", .found: .number(2), .expected: .number(1)]),
        ]
        return details.map { Finding($0, at: cell, $1) }
    }
}
