public import Values

/// What can be wrong with the evidence register and its files.
public enum EvidenceFinding: String, FindingCode {
    /// Evidence for what is no line of the unit: with parts, not of its level, only watched, or not assigned to it. Details: `unit`, `criterion`.
    case ofNoLine = "evidence.ofNoLine"
    /// A row with a file and a number, or with neither and no reason. Details: `unit`, `criterion`.
    case twoSources = "evidence.twoSources"
    case nothingGiven = "evidence.nothingGiven"
    /// A kind is given and explained as missing at once. Details: `unit`, `criterion`.
    case givenAndExplained = "evidence.givenAndExplained"
    /// A kind that the criterion does not require. Details: `unit`, `criterion`, `found`, `expected` (those that it does).
    case unknownKind = "evidence.unknownKind"
    /// The same stands twice. Details: `unit`, `criterion`, `first`.
    case repeated = "evidence.repeated"
    /// The path leads out of the folder `evidence`. Details: `unit`, `criterion`, `found`.
    case outsideFolder = "evidence.outsideFolder"
    /// A link, or a path through one. Details: `unit`, `criterion`, `found`.
    case link = "evidence.link"
    /// Nothing stands there, or a folder. Details: `unit`, `criterion`, `found`, `other` (the points at stake).
    case missingFile = "evidence.missingFile"
    case noFile = "evidence.noFile"
    /// A file without content, one that may not be read, one that is too large. Details: `unit`, `criterion`, `found`,
    /// `other` (the points at stake); of the last `count` (its bytes), `expected` (the limit).
    case emptyFile = "evidence.emptyFile"
    case unreadableFile = "evidence.unreadableFile"
    case fileTooLarge = "evidence.fileTooLarge"
    /// The folder `evidence` or one below it may not be read. Details: `found`.
    case unreadableFolder = "evidence.unreadableFolder"
    /// Files of the folder that no row names. Details: `count`, `found` (the first of them).
    case unregistered = "evidence.unregistered"
    /// A file has the content of another: of another unit, for another criterion, or under another name only. Details:
    /// `unit`, `criterion`, `found` (the file), `expected` (the other file), `first` (its row), `other` (the points at stake).
    case sameForUnits = "evidence.sameForUnits"
    case sameForCriteria = "evidence.sameForCriteria"
    case sameContent = "evidence.sameContent"
    /// A document is dated, or a file signed, outside the period, or after the last day of the criterion's task. Details:
    /// `unit`, `criterion`, `text` (what), `found` (the day), `other` (the points at stake); of the second `expected` (the
    /// last day).
    case outsidePeriod = "evidence.outsidePeriod"
    case afterDeadline = "evidence.afterDeadline"

    /// There is more than an archive holds. Details: `count` (files), `found` (their megabytes).
    case packTooLarge = "evidence.packTooLarge"

    /// What is missing or late has points at stake, and stops nothing.
    public var severity: Finding.Severity {
        switch self {
        case .ofNoLine, .twoSources, .nothingGiven, .givenAndExplained, .repeated, .outsideFolder, .link,
            .packTooLarge:
            .error
        default: .warning
        }
    }
}
