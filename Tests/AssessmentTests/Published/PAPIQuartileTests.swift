import Foundation
import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment

/// The quartiles of PAPI on 63 made-up values: 16, 16, 15 and 16 provinces, as the map of the report of 2022 cuts them.
struct PAPIQuartileTests {
    private static let values =
        "u01=8.04609 u02=7.08283 u03=7.35307 u04=8.22316 u05=8.12246 u06=7.80266 u07=6.48923 "
        + "u08=7.6338 u09=7.06607 u10=8.11444 u11=6.54913 u12=6.82437 u13=6.70996 u14=7.38783 "
        + "u15=7.64283 u16=7.05957 u17=7.41133 u18=7.83863 u19=6.68051 u20=7.91775 u21=7.0668 "
        + "u22=6.44757 u23=6.98134 u24=7.48314 u25=7.14584 u26=6.8905 u27=7.43408 u28=6.83159 "
        + "u29=6.60176 u30=6.77697 u31=8.03305 u32=8.03181 u33=7.57931 u34=6.74533 u35=6.75986 "
        + "u36=6.41785 u37=6.42712 u38=6.96227 u39=6.97807 u40=6.84798 u41=6.84962 u42=7.17159 "
        + "u43=7.23541 u44=6.93457 u45=7.82674 u46=8.19009 u47=8.05351 u48=6.95001 u49=6.88943 "
        + "u50=8.22367 u51=6.9293 u52=7.41779 u53=7.19645 u54=6.46974 u55=7.36003 u56=7.50085 "
        + "u57=6.84824 u58=6.79514 u59=7.10476 u60=6.58395 u61=7.28313 u62=7.20319 u63=7.99421"

    /// The units of each class, from the highest.
    private static let classes = [
        "cao-nhat":
            "u01 u04 u05 u06 u08 u10 u15 u18 u20 u31 u32 u45 u46 u47 u50 u63",
        "trung-binh-cao":
            "u03 u14 u17 u24 u25 u27 u33 u42 u43 u52 u53 u55 u56 u59 u61 u62",
        "trung-binh-thap":
            "u02 u09 u16 u21 u23 u26 u38 u39 u40 u41 u44 u48 u49 u51 u57",
        "thap-nhat":
            "u07 u11 u12 u13 u19 u22 u28 u29 u30 u34 u35 u36 u37 u54 u58 u60",
    ]

    @Test func sixtyThreeProvinces() throws {
        let text = try String(contentsOfFile: Repository.path("criteria/papi/2021-2024.json"), encoding: .utf8)
        var edition = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let leaf = #"""
            {"code": "1.1", "name": "Giá trị", "maximum": 10, "source": {"row": "1"}, "levels": ["province"],
             "metrics": [{"name": "giá trị", "kind": "points", "direction": "higher"}],
             "rule": {"kind": "freeValue", "minimum": 0, "maximum": 10, "step": 0.000001}}
            """#
        // Its relations are between figures that are left out here.
        edition["relations"] = nil
        edition["criteria"] = [
            ["code": "1", "name": "Một", "maximum": 10], try JSONSerialization.jsonObject(with: Data(leaf.utf8)),
        ]
        let folder = TemporaryFolder()
        folder.add(
            String(decoding: try JSONSerialization.data(withJSONObject: edition), as: UTF8.self)
                .replacing("1e-06", with: "0.000001"), "criteria.json")
        folder.add(
            #"{"format": 1, "name": "Đợt", "criteria": "criteria.json", "year": 2022, "stage": "computed"}"#,
            "assessment.json")
        let pairs = Self.values.split(separator: " ").map { $0.split(separator: "=") }
        #expect(pairs.count == 63)
        folder.add("code,name,level\n" + pairs.map { "\($0[0]),\($0[0]),province\n" }.joined(), "units.csv")
        folder.add("unit,metric,value\n" + pairs.map { "\($0[0]),1.1,\($0[1])\n" }.joined(), "metrics.csv")
        let reading = Assessment.read(folder.path)
        #expect(reading.findings.filter { $0.severity == .error }.isEmpty)
        let assessment = try #require(reading.assessment)
        var found: [String: [String]] = [:]
        for (position, unit) in assessment.units.enumerated() {
            found[assessment.scores[position].classification?.unitClass?.code ?? "", default: []].append(unit.code)
        }
        #expect(found.mapValues { $0.joined(separator: " ") } == Self.classes)
        #expect(
            ["cao-nhat", "trung-binh-cao", "trung-binh-thap", "thap-nhat"].map { found[$0]?.count } == [16, 16, 15, 16])
    }
}
