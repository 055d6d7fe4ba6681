internal import Foundation
internal import OfficeCheck

// check-office FILE…: names what Excel or Word would refuse in workbooks and documents.

var found = false
for path in CommandLine.arguments.dropFirst() {
    guard let data = FileManager.default.contents(atPath: path) else {
        print("\(path): cannot be read")
        found = true
        continue
    }
    for fault in OfficeCheck.faults(of: Array(data)) {
        print("\(path): \(fault)")
        found = true
    }
}
exit(found ? 1 : 0)
