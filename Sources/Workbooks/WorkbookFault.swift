internal import Values

/// Why a part cannot be read, with as much of its place as the code that found it knows.
struct WorkbookFault: Error {
    var code: WorkbookFinding
    var details: FindingDetails = [:]
    var sheet: String?
    var row: Int?
    var column: Int?

    init(_ code: WorkbookFinding, _ details: FindingDetails = [:]) {
        self.code = code
        self.details = details
    }

    init(_ fault: CellFault, _ found: String, row: Int?, column: Int? = nil) {
        self.init(.badCell, [.found: .text(found), .reason: .code(fault.rawValue)])
        self.row = row
        self.column = column
    }

    init(_ fault: ArchiveFault, in part: String? = nil) {
        self.init(.damaged, [.reason: .code(fault.rawValue)])
        if let part { details[.key] = .text(part) }
    }

    func inSheet(_ name: String) -> WorkbookFault {
        var fault = self
        fault.sheet = sheet ?? name
        return fault
    }

    func error(in file: String) -> FindingsError {
        let isCell = row != nil
        return FindingsError(
            code, at: Location(file: file, line: row, column: column, isTable: isCell, sheet: sheet), details)
    }
}
