import Values

/// What is counted of some rows.
struct ListTally {
    /// By unit and metric: the rows that count, those of them in the numerator, and those that cannot be read.
    struct Counts {
        var all = 0
        var numerator = 0
        var unreadable = 0
    }

    private var counts: [Counts]
    /// Rows that name each unit, whether they count or not.
    var rowsOfUnit: [Int]
    /// Rows that count or cannot be read, of which the unit is not known, since it cannot be read either.
    var withoutUnit = 0
    /// Rows that count or cannot be read, of all units.
    var counted = 0
    /// Rows that count, without a number.
    var withoutNumber = 0
    /// Rows of units that are left out on purpose, by the name written.
    var leftOut: [String: Int] = [:]
    /// Rows that count or cannot be read, of units that are not known, by the name written, with the first of them.
    var unknown: [String: (count: Int, first: ListPlace)] = [:]
    private let metricCount: Int

    init(units: Int, metrics: Int) {
        metricCount = metrics
        counts = Array(repeating: Counts(), count: units * metrics)
        rowsOfUnit = Array(repeating: 0, count: units)
    }

    subscript(unit: Int, metric: Int) -> Counts { counts[unit * metricCount + metric] }

    @inline(__always)
    mutating func add(unit: Int, metric: Int, passes: Bool?, isCounted: Bool) {
        let index = unit &* metricCount &+ metric
        if !isCounted {
            counts[index].unreadable &+= 1
        } else {
            counts[index].all &+= 1
            if passes == true { counts[index].numerator &+= 1 }
        }
    }

    mutating func addUnknown(_ name: String, at place: ListPlace) {
        guard let known = unknown[name] else {
            unknown[name] = (1, place)
            return
        }
        unknown[name] = (known.count + 1, min(known.first, place))
    }

    mutating func add(_ other: ListTally) {
        for index in counts.indices {
            counts[index].all += other.counts[index].all
            counts[index].numerator += other.counts[index].numerator
            counts[index].unreadable += other.counts[index].unreadable
        }
        for unit in rowsOfUnit.indices { rowsOfUnit[unit] += other.rowsOfUnit[unit] }
        withoutUnit += other.withoutUnit
        counted += other.counted
        withoutNumber += other.withoutNumber
        for (name, count) in other.leftOut { leftOut[name, default: 0] += count }
        for (name, entry) in other.unknown {
            let known = unknown[name]
            unknown[name] = (entry.count + (known?.count ?? 0), min(entry.first, known?.first ?? entry.first))
        }
    }
}

/// The row of a list: which file, which block and which row of it.
struct ListPlace: Comparable, Hashable {
    var file: Int
    var block: Int
    var row: Int

    static func < (left: ListPlace, right: ListPlace) -> Bool {
        (left.file, left.block, left.row) < (right.file, right.block, right.row)
    }
}

/// Rows that count and rows that failed, by unit, metric, column and text: open addressing with linear probing.
struct PartCounts {
    private var keys: [UInt64] = Array(repeating: 0, count: 1 << 10)
    private var values: [(all: Int32, failed: Int32)] = Array(repeating: (0, 0), count: 1 << 10)
    private(set) var count = 0

    /// The most entries; what comes beyond them has no parts.
    static let limit = 1 << 21

    /// A key, which is never zero: units have 24 bits, metrics 11, columns 8, and texts, counted from 1, 21.
    @inline(__always)
    static func key(unit: Int, metric: Int, group: Int, text: Int) -> UInt64 {
        UInt64(unit) &<< 40 | UInt64(metric) &<< 29 | UInt64(group) &<< 21 | UInt64(text &+ 1)
    }

    @inline(__always)
    mutating func add(_ key: UInt64, failed: Int32) {
        var place = slot(of: key)
        if keys[place] == 0 {
            if (count + 1) * 2 > keys.count {
                grow()
                place = slot(of: key)
            }
            keys[place] = key
            count += 1
        }
        values[place].all &+= 1
        values[place].failed &+= failed
    }

    @inline(__always)
    private func slot(of key: UInt64) -> Int {
        let mask = keys.count &- 1
        let hash = key.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        var place = Int(truncatingIfNeeded: hash.high ^ hash.low) & mask
        while keys[place] != 0, keys[place] != key { place = (place &+ 1) & mask }
        return place
    }

    private mutating func grow() {
        let (oldKeys, oldValues) = (keys, values)
        keys = Array(repeating: 0, count: oldKeys.count * 2)
        values = Array(repeating: (0, 0), count: oldKeys.count * 2)
        for (index, key) in oldKeys.enumerated() where key != 0 {
            let place = slot(of: key)
            (keys[place], values[place]) = (key, oldValues[index])
        }
    }

    /// Every entry, in no order that means anything.
    func forEach(_ body: (_ unit: Int, _ metric: Int, _ group: Int, _ text: Int, _ all: Int, _ failed: Int) -> Void) {
        for (index, key) in keys.enumerated() where key != 0 {
            body(
                Int(key >> 40), Int(key >> 29 & 0x7FF), Int(key >> 21 & 0xFF), Int(key & 0x1F_FFFF) - 1,
                Int(values[index].all), Int(values[index].failed))
        }
    }
}
