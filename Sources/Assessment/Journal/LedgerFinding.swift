public import Values

/// What can be wrong with the journal of a folder, with what was done to its stages, and with what was locked.
///
/// Of what was locked, `code` is the number of the record that locked it, `stage` its stage and `text` what a cell or row is
/// about: the codes of its unit or group and of its metric or criterion; `other` is the stage of these points.
public enum LedgerFinding: String, FindingCode {
    /// A row of a chained table was changed, or what came before it was changed, removed or moved. Details: none.
    case brokenChain = "ledger.brokenChain"
    /// A cell of a record of a stage cannot be understood. Details: `key` (the heading), `found`.
    case unreadableRecord = "ledger.unreadableRecord"
    /// The journal has fewer rows than a record of a stage says. Details: `code` (the record), `found`, `expected`.
    case journalCut = "ledger.journalCut"
    /// The journal has other rows than when a record of a stage was made. Details: `code` (the record).
    case journalReplaced = "ledger.journalReplaced"
    /// The journal has a row about a record of a stage that is not there. Details: `code` (the record), `found` (what was
    /// done).
    case recordMissing = "ledger.recordMissing"
    /// A record of a stage is another than the journal says. Details: `first` (the row of the journal).
    case recordReplaced = "ledger.recordReplaced"
    /// The journal has no row about a record of a stage. Details: `code` (the record).
    case recordUnknown = "ledger.recordUnknown"

    /// A list or copy of files that a record keeps was changed or is missing. Details: `code`.
    case keptFileChanged = "ledger.keptFileChanged"
    /// A list of files is kept of which no record says anything. Details: none.
    case keptUnknown = "ledger.keptUnknown"
    /// A file that was locked is missing. Details: `code`, `stage`.
    case lockedFileMissing = "ledger.lockedFileMissing"
    /// A file came in after a stage was locked. Details: `code`, `stage`.
    case lockedFileAdded = "ledger.lockedFileAdded"
    /// A file of which no cells can be told is another. Details: `code`, `stage`.
    case lockedFileChanged = "ledger.lockedFileChanged"
    /// A setting is another. Details: `code`, `stage`, `key`, `found`, `expected`.
    case lockedSetting = "ledger.lockedSetting"
    /// A cell is another. Details: `code`, `stage`, `text`, `other`, `key` (the heading), `found`, `expected`.
    case lockedCell = "ledger.lockedCell"
    /// A cell of a workbook has the same text and is another number: it was a number and is a text, or the other way round.
    /// Details: `code`, `stage`, `text`, `other`, `key` (the heading), `found`.
    case lockedReading = "ledger.lockedReading"
    /// A row came in. Details: `code`, `stage`, `text`, `other`, `found`.
    case lockedRowAdded = "ledger.lockedRowAdded"
    /// A row is missing. Details: `code`, `stage`, `text`, `other`, `expected`.
    case lockedRowMissing = "ledger.lockedRowMissing"
    /// A column came in. Details: `code`, `stage`, `key`.
    case lockedColumnAdded = "ledger.lockedColumnAdded"
    /// A column is missing, or has another heading. Details: `code`, `stage`, `key`.
    case lockedColumnMissing = "ledger.lockedColumnMissing"
    /// What stands above the heading is another. Details: `code`, `stage`, `found`, `expected`.
    case lockedTitles = "ledger.lockedTitles"
    /// The numbers of the table are read with another decimal separator. Details: `code`, `stage`, `found`, `expected`.
    case lockedSeparator = "ledger.lockedSeparator"
    /// A file has the same cells and other bytes. Details: `code`, `stage`.
    case savedAgain = "ledger.savedAgain"
    /// The same of a file on which no points rest.
    case besideFileChanged = "ledger.besideFileChanged"
    /// A file on which no points rest is missing.
    case besideFileMissing = "ledger.besideFileMissing"
    /// The same of a cell on which no points rest.
    case besideCellChanged = "ledger.besideCellChanged"
    /// The same of a row that came in.
    case besideRowAdded = "ledger.besideRowAdded"
    /// The same of a row that is missing.
    case besideRowMissing = "ledger.besideRowMissing"

    /// A form brings what is locked. Details: `unit`, `code`, `stage` (the locked one), `count` (the record).
    case lockedEntry = "ledger.lockedEntry"
    /// Lines that nobody looked at, and whom nobody accepts. Details: `stage`, `count`, `other` (their points), `found` (the
    /// units).
    case openLines = "ledger.openLines"
    /// Lines that were asked and not answered, and whom nobody accepts. Details: `stage`, `count`, `other` (their points),
    /// `found` (the units).
    case unanswered = "ledger.unanswered"
    /// Everything is locked already. Details: `stage`.
    case alreadyLocked = "ledger.alreadyLocked"
    /// Nothing is locked that could be unlocked. Details: `stage`.
    case notLocked = "ledger.notLocked"
    /// What was decided has to be confirmed first. Details: `stage`, `found` (the units).
    case confirmFirst = "ledger.confirmFirst"
    /// There is nothing to confirm. Details: `stage`.
    case nothingToConfirm = "ledger.nothingToConfirm"
    /// An earlier stage is not locked again. Details: `stage`, `other` (the earlier one), `found` (the units).
    case earlierOpen = "ledger.earlierOpen"
    /// A stage is not locked as a whole. Details: `stage`, `found` (the units).
    case notAllLocked = "ledger.notAllLocked"
    /// The points of a stage at which nobody looks at what units gave themselves. Details: `stage`, `expected` (others).
    case nothingOfficial = "ledger.nothingOfficial"

    /// There is no such publication. Details: `found` (its number), `count` (how many there are).
    case noPublication = "ledger.noPublication"
    /// There are too few publications. Details: `count` (how many there are), `expected` (how many are needed).
    case tooFewPublications = "ledger.tooFewPublications"
    /// A publication cannot be computed again, because a file is missing of which no copy is kept. Details: `count` (its
    /// number), `found`.
    case notRecomputable = "ledger.notRecomputable"
    /// A publication says something else than its files give. Details: `count`, `text` (what it is about), `key` (the
    /// column), `found` (what it says), `expected`.
    case publishedDiffers = "ledger.publishedDiffers"
    /// Files are not those of the publication any more, without having been locked. Details: `count`, `found` (the files).
    case changedSincePublication = "ledger.changedSincePublication"

    /// What no points rest on is a warning.
    public var severity: Finding.Severity {
        switch self {
        case .savedAgain, .changedSincePublication, .besideFileChanged, .besideFileMissing, .besideCellChanged,
            .besideRowAdded, .besideRowMissing:
            .warning
        default: .error
        }
    }
}
