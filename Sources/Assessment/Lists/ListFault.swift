import Values

/// Something in a row that cannot be read.
struct ListFault {
    enum Kind: CaseIterable {
        /// The cell is not what its column is.
        case cell
        /// A blank cell where a day is needed.
        case missingDay
        /// A day that comes before the one that it must follow.
        case order
        /// The cells cannot be told apart.
        case row
        /// No unit is named.
        case blankUnit

        var code: ListFinding {
            switch self {
            case .cell: .unreadableCell
            case .missingDay: .missingDay
            case .order: .daysOutOfOrder
            case .row: .brokenRow
            case .blankUnit: .blankUnit
            }
        }
    }

    var kind: Kind
    var place: ListPlace
    /// The field, from 0; nil for the whole row.
    var field: Int?
    /// The column of the profile.
    var column: Int?
    var found = ""
    var other = ""
}

/// The faults of a worker: the first of each kind, and how many there are.
struct ListFaults {
    private(set) var kept: [ListFault.Kind: [ListFault]] = [:]
    private(set) var counts: [ListFault.Kind: Int] = [:]

    /// How many of a kind are kept.
    static let limit = 100

    /// Adds a fault; it is made only if it is kept.
    mutating func add(_ kind: ListFault.Kind, _ fault: () -> ListFault) {
        counts[kind, default: 0] += 1
        if kept[kind, default: []].count < Self.limit { kept[kind, default: []].append(fault()) }
    }

    mutating func add(_ other: ListFaults) {
        counts.merge(other.counts, uniquingKeysWith: +)
        kept.merge(other.kept) { first, second in
            Array((first + second).sorted { $0.place < $1.place }.prefix(Self.limit))
        }
    }
}
