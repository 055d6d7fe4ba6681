import TestSupport
import Values

@testable import Assessment

/// Findings about lists as their readers report them: at least one of every code.
enum FoundLists {
    static let all: [Finding] = unsoundProfile + metrics + files + rows

    private static let columns = #"""
        {"id": "Mã", "unit": ["Xã", "Đơn vị"], "way": "Cách nộp", "fee": {"names": "Phí", "kind": "number"},
         "received": {"names": "Ngày nhận", "kind": "day"}, "due": {"names": "Hẹn trả", "kind": "day"},
         "done": {"names": "Ngày trả", "kind": "day"}}
        """#
    private static let heading = "Mã;Xã;Cách nộp;Phí;Ngày nhận;Hẹn trả;Ngày trả\n"

    private static func profile(_ conditions: String, _ more: String = "") -> String {
        #"{"format": 1, "name": "Một cửa", "id": "id", "unit": "unit", "columns": \#(columns), \#(more)"#
            + #""conditions": {\#(conditions)}}"#
    }

    private static func findings(
        _ profile: String, metrics: String, file: String = #""list.csv""#, _ files: [String: String] = [:]
    ) -> [Finding] {
        let lists = #""lists": [{"file": \#(file), "profile": "profile.json", "metrics": {\#(metrics)}}]"#
        return SmallFolder(
            ["assessment.json": SmallFolder.settings(lists), "profile.json": profile].merging(files) { $1 }
        ).reading.findings
    }

    private static var unsoundProfile: [Finding] {
        findings(
            profile(
                #""a": {"column": "way", "before": "2025-01-01"}, "b": {"column": "way"}, "c": {}, "#
                    + #""d": {"not": "e"}, "e": {"any": ["d"]}"#), metrics: "")
    }

    private static var metrics: [Finding] {
        findings(
            profile(#""online": {"column": "way", "equals": "Trực tuyến"}"#),
            metrics: #""1": {}, "2": {"numerator": "online"}, "4.a": {}"#, ["list.csv": heading])
    }

    private static var files: [Finding] {
        let sound = profile(#""online": {"column": "way", "equals": "Trực tuyến"}"#)
        let row = heading + "1;a;Trực tuyến;;;;\n"
        return findings(
            sound, metrics: #""2": {}"#, file: #"["x.csv", "y.csv"]"#, ["x.csv": row, "y.csv": row])
            + findings(sound, metrics: #""2": {}"#, file: #""x.json""#, ["x.json": "[1]"])
    }

    private static var rows: [Finding] {
        let conditions = #"""
            "onTime": {"onTime": {"done": "done", "due": "due"}}, "paid": {"column": "fee", "more": 0},
            "online": {"column": "way", "in": ["Trực tuyến", "Trực tuyen toàn phần"]},
            "never": {"column": "way", "equals": "không bao giờ"}
            """#
        let more = #""inOrder": [["received", "done"]], "units": {"Sở A": null}, "#
        return findings(
            profile(conditions, more),
            metrics: #"""
                "1": {"numerator": "onTime", "period": "received"}, "7": {"where": "never", "numerator": "online"},
                "2": {"where": {"all": ["paid", "online"]}}
                """#,
            [
                "list.csv": heading + """
                    1;a;Trực tuyến;10;2025-02-01;2025-02-10;2025-02-09
                    1;a;Trực tuyến;10;2025-02-01;2025-02-10;2025-02-09
                    ;a;Trực tiếp;10;2025-02-01;2025-02-10;2025-02-09
                    2;a;Trực tiếp;10;30/2/2025;2025-02-10;2025-02-09
                    3;a;Trực tuyến;mười;2025-02-01;2025-02-10;2025-02-09
                    4;a;Trực tuyến;10;;2025-02-10;2025-02-09
                    5;a;Trực tuyến;10;2025-02-05;2025-02-10;2025-02-02
                    6;;Trực tuyến;10;2025-02-01;2025-02-10;2025-02-09
                    7;Xã Lạ;Trực tuyến;10;2025-02-01;2025-02-10;2025-02-09
                    8;Sở A;Trực tuyến;10;2025-02-01;2025-02-10;2025-02-09
                    9;a;"Trực"tuyến;10;2025-02-01;2025-02-10;2025-02-09

                    """
            ])
    }
}
