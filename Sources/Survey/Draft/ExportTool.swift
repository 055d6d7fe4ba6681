internal import Tables
internal import Values

/// A program whose exports of forms are recognised by their columns.
public enum ExportTool: String, CaseIterable, Sendable {
    case googleForms, kobo, odk, limeSurvey, surveyMonkey, spss
    /// Any other table.
    case table

    /// Recognises the program by the headings.
    init(headings: [String]) {
        let names = Set(headings.map(Self.key))
        func has(_ all: String...) -> Bool { all.allSatisfy(names.contains) }
        if has("respondent id", "collector id") {
            self = .surveyMonkey
        } else if has("_uuid") || has("_submission_time") {
            self = .kobo
        } else if has("key"), has("submissiondate") || has("instanceid") || has("meta-instanceid") {
            self = .odk
        } else if has("lastpage") || has("last page") || has("submitdate", "startlanguage") {
            self = .limeSurvey
        } else if let first = headings.first.map(Self.key), ["timestamp", "dấu thời gian"].contains(first) {
            self = .googleForms
        } else if headings.allSatisfy(Self.isVariable) {
            self = .spss
        } else {
            self = .table
        }
    }

    /// A heading in lower case with single spaces; signs and marks count.
    static func key(_ heading: String) -> String {
        VietnameseText.composed(heading).lowercased().split { $0.isWhitespace }.joined(separator: " ")
    }

    /// Whether a heading can be the name of a variable of a statistics program.
    private static func isVariable(_ heading: String) -> Bool {
        heading.count <= 64 && heading.first?.isLetter == true
            && heading.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_.@#$".contains($0)) }
    }

    /// What stands between the name of a group and that of a question, where the program writes both.
    var groupSigns: [String] {
        switch self {
        case .kobo: ["/"]
        case .odk: ["/", "-"]
        case .spss: ["_"]
        case .googleForms, .limeSurvey, .surveyMonkey, .table: []
        }
    }

    /// What the program writes beside the answers.
    var ownColumns: Set<String> {
        switch self {
        case .googleForms:
            [
                "timestamp", "dấu thời gian", "email address", "địa chỉ email", "username", "tên người dùng", "score",
                "điểm số",
            ]
        case .kobo:
            [
                "start", "end", "today", "deviceid", "username", "phonenumber", "subscriberid", "simserial", "audit",
                "_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by",
                "__version__", "_tags", "_index", "_geolocation", "_attachments", "_xform_id_string", "meta/instanceid",
                "meta/rootuuid", "meta/instancename", "formhub/uuid",
            ]
        case .odk:
            [
                "submissiondate", "start", "end", "today", "key", "meta-instanceid", "meta-instancename", "instanceid",
                "instancename", "submitterid", "submittername", "attachmentspresent", "attachmentsexpected", "status",
                "reviewstate", "deviceid", "edits", "formversion", "username",
            ]
        case .limeSurvey:
            [
                "id", "response id", "submitdate", "date submitted", "lastpage", "last page", "startlanguage",
                "start language", "seed", "startdate", "date started", "datestamp", "date last action", "ipaddr",
                "ip address", "refurl", "referrer url", "token", "access code", "interviewtime", "total time",
            ]
        case .surveyMonkey:
            [
                "respondent id", "collector id", "start date", "end date", "ip address", "email address", "first name",
                "last name", "custom data 1",
            ]
        case .spss, .table: ["stt", "no", "id"]
        }
    }

    /// The columns with the number of the form, the best first.
    var idColumns: [String] {
        switch self {
        case .googleForms: []
        case .kobo: ["_uuid", "_id"]
        case .odk: ["key", "instanceid", "meta-instanceid"]
        case .limeSurvey: ["id", "response id"]
        case .surveyMonkey: ["respondent id"]
        case .spss, .table: ["mã phiếu", "số phiếu", "id", "resp_id", "respid", "form id", "ma_phieu", "so_phieu"]
        }
    }

    /// The columns that say how a form was filled in, by the keys of a questionnaire's field work: the program writes them
    /// beside the answers.
    var fieldColumns: [(key: String, names: [String])] {
        switch self {
        case .googleForms: [("end", ["timestamp", "dấu thời gian"])]
        case .kobo:
            [
                ("start", ["start"]), ("end", ["end"]), ("interviewer", ["_submitted_by", "username"]),
                ("device", ["deviceid", "phonenumber"]),
            ]
        case .odk:
            [
                ("start", ["start"]), ("end", ["end"]), ("interviewer", ["submittername", "username"]),
                ("device", ["deviceid"]),
            ]
        case .limeSurvey:
            [
                ("start", ["startdate", "date started"]), ("end", ["submitdate", "date submitted"]),
                ("device", ["ipaddr", "ip address"]),
            ]
        case .surveyMonkey: [("start", ["start date"]), ("end", ["end date"]), ("device", ["ip address"])]
        case .spss, .table: []
        }
    }

    /// How the program says that a form is finished: by these columns and tests, where it has them.
    var finished: [(names: [String], test: AnswerCondition.Test)] {
        switch self {
        case .limeSurvey: [(["submitdate", "date submitted"], .isFilled(true))]
        case .surveyMonkey: [(["respondent id"], .isFilled(true))]
        case .kobo: [(["_validation_status"], .saysNot(["validation_status_not_approved", "Not Approved"]))]
        case .odk: [(["reviewstate"], .saysNot(["rejected"]))]
        case .googleForms, .spss, .table: []
        }
    }
}
