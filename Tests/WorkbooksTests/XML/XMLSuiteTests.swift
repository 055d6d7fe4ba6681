import Foundation
import Testing

@testable import Workbooks

/// The W3C's own documents, where `checks/workbooks/xml-suite` has listed them.
@Suite struct XMLSuiteTests {
    private static let list = ProcessInfo.processInfo.environment["XML_SUITE"]

    @Test(.enabled(if: list != nil)) func documentsAreReadOrRefused() throws {
        let lines = try String(contentsOfFile: Self.list ?? "", encoding: .utf8).split(separator: "\n")
        #expect(lines.count > 500)
        for line in lines {
            let parts = line.split(separator: " ", maxSplits: 1)
            let fault = XMLEvents.fault(Array(try Data(contentsOf: URL(filePath: String(parts[1])))))
            switch parts[0] {
            case "read": #expect(fault == nil, "\(parts[1])")
            // Some are in encodings that are not read either.
            case "type":
                #expect(fault == "workbook.documentType" || fault?.hasPrefix("encoding") == true, "\(parts[1])")
            default: #expect(fault != nil, "\(parts[1])")
            }
        }
    }
}
