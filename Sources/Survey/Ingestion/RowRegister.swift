internal import Values

/// The forms of the files read so far, so that one that stands twice is found.
///
/// Where the questionnaire names a column of form numbers, every number is kept (some forty bytes a form). Without it
/// whole rows are compared, and of many only a part that is chosen by their content: memory does not grow with the
/// files, and what is found is the least number.
final class RowRegister {
    /// A form, in sixteen bytes.
    struct Mark {
        /// A hash of the unit and the form's number, or of the whole row.
        var key: UInt64
        /// The row's place (block and row in it) and bits of another hash of it.
        var rest: UInt64

        init(key: UInt64, hash: UInt64, block: Int, row: Int) {
            self.key = key
            rest = UInt64(truncatingIfNeeded: block) &<< 40 | (UInt64(truncatingIfNeeded: row) & 0xF_FFFF) &<< 20
            rest |= hash & 0xF_FFFF
        }

        var block: Int { Int(rest &>> 40) }
        var row: Int { Int(rest &>> 20 & 0xF_FFFF) }
        var hash: UInt64 { rest & 0xF_FFFF }
        /// Block and row together, in the order of the file.
        var position: UInt64 { rest &>> 20 }
    }

    /// Where a form stands.
    struct Place: Equatable {
        var file: Int
        var block: Int
        var row: Int
    }

    /// Forms that stand in one file more than once.
    struct Repeats {
        var count = 0
        /// The first of them, and where it stood before.
        var first: (place: Place, earlier: Place)?
    }

    let hasNumbers: Bool
    /// Rows are kept whose hash has none of these bits.
    private(set) var mask: UInt64 = 0
    /// Whether rows tell forms apart: none stood twice in a file, and all are known. Only then is a row that stands in
    /// an earlier file the same form; otherwise two people may have given the same answers.
    private(set) var tellsFormsApart = true
    private var slots = Slots()

    /// The most rows kept without form numbers.
    static let sampleSize = 1 << 17

    init(hasNumbers: Bool) { self.hasNumbers = hasNumbers }

    /// Where the form stands that has the same key; nil when there is none.
    @inline(__always)
    func place(of mark: Mark) -> (place: Place, isSameRow: Bool)? {
        slots.earlier(of: mark.key).map { found, file in
            (Place(file: Int(file), block: found.block, row: found.row), found.hash == mark.hash)
        }
    }

    /// Adds the forms of a file; returns those that stand there more than once, and, where earlier files did not tell
    /// forms apart, those that stand in one of these too.
    func add(_ parts: [RowMarks], file: Int) -> (inside: Repeats, across: Repeats) {
        var (inside, across) = (Repeats(), Repeats())
        for part in parts { mask |= part.mask }
        // What is not kept in the end is not inserted either.
        while !hasNumbers, parts.reduce(0, { $0 + $1.count(keptBy: mask) }) > Self.sampleSize { mask = mask &<< 1 | 1 }
        slots.reserve(parts.reduce(0) { $0 + (hasNumbers ? $1.marks.count : $1.count(keptBy: mask)) })
        for part in parts {
            for mark in part.marks where hasNumbers || mark.hash & mask == 0 {
                guard let found = slots.insert(mark, file: Int32(truncatingIfNeeded: file)) else { continue }
                let place = Place(file: file, block: found.later.block, row: found.later.row)
                let earlier = Place(file: Int(found.file), block: found.earlier.block, row: found.earlier.row)
                if earlier.file == file {
                    inside.add(place, earlier)
                } else {
                    across.add(place, earlier)
                }
            }
        }
        if mask != 0 || inside.count > 0 { tellsFormsApart = false }
        if !hasNumbers, slots.count > Self.sampleSize {
            mask = mask &<< 1 | 1
            tellsFormsApart = false
            slots.keep { [mask] in $0.hash & mask == 0 }
        }
        return (inside, across)
    }
}

/// Forms by their keys, in one row of slots: a key stands at its own place or at the next free one.
private struct Slots {
    private var marks: [RowRegister.Mark] = []
    private var files: [Int32] = []
    private(set) var count = 0

    private static let isFree: Int32 = -1

    /// The form with a key, and its file; nil where there is none.
    @inline(__always)
    func earlier(of key: UInt64) -> (mark: RowRegister.Mark, file: Int32)? {
        guard count > 0 else { return nil }
        let slot = slot(of: key)
        return files[slot] < 0 ? nil : (marks[slot], files[slot])
    }

    /// The slot of a key, or the free one where it belongs. There are always free ones.
    private func slot(of key: UInt64) -> Int {
        let bits = marks.count - 1
        var slot = Int(truncatingIfNeeded: key &>> 17) & bits
        while files[slot] >= 0, marks[slot].key != key { slot = (slot + 1) & bits }
        return slot
    }

    /// Makes room for so many more forms.
    mutating func reserve(_ added: Int) {
        var capacity = max(64, marks.count)
        // Three in four may be taken: half as many would touch twice the memory.
        while (count + added) * 4 > capacity * 3 { capacity *= 2 }
        if capacity > marks.count { rebuild(capacity: capacity) { _ in true } }
    }

    /// Inserts a form for which there is room. Where its key is there already, the first of the two stays, and both are
    /// returned: workers hand over what they read in no particular order.
    @inline(__always)
    mutating func insert(
        _ mark: RowRegister.Mark, file: Int32
    ) -> (later: RowRegister.Mark, earlier: RowRegister.Mark, file: Int32)? {
        let slot = slot(of: mark.key)
        let (there, fileThere) = (marks[slot], files[slot])
        if fileThere < 0 {
            (marks[slot], files[slot]) = (mark, file)
            count += 1
            return nil
        }
        if fileThere < file || there.position < mark.position { return (mark, there, fileThere) }
        marks[slot] = mark
        return (there, mark, file)
    }

    mutating func keep(_ isKept: (RowRegister.Mark) -> Bool) {
        rebuild(capacity: marks.count, keeping: isKept)
    }

    private mutating func rebuild(capacity: Int, keeping isKept: (RowRegister.Mark) -> Bool) {
        let (old, oldFiles) = (marks, files)
        marks = Array(repeating: RowRegister.Mark(key: 0, hash: 0, block: 0, row: 0), count: capacity)
        files = Array(repeating: Self.isFree, count: capacity)
        count = 0
        for (index, mark) in old.enumerated() where oldFiles[index] >= 0 && isKept(mark) {
            let slot = slot(of: mark.key)
            (marks[slot], files[slot]) = (mark, oldFiles[index])
            count += 1
        }
    }
}

extension RowRegister.Repeats {
    mutating func add(_ place: RowRegister.Place, _ earlier: RowRegister.Place) {
        count += 1
        if first.map({ (place.block, place.row) < ($0.place.block, $0.place.row) }) ?? true {
            first = (place, earlier)
        }
    }

    mutating func add(_ other: Self) {
        guard let first = other.first else { return }
        let own = count
        add(first.place, first.earlier)
        count = own + other.count
    }
}

/// The forms that one worker has read of a file.
struct RowMarks {
    private(set) var marks: [RowRegister.Mark] = []
    private(set) var mask: UInt64 = 0
    /// Forms that stand in an earlier file with the same row: they are not counted again.
    var repeated = RowRegister.Repeats()
    /// Forms whose number stands in an earlier file with another row.
    var contradicting = RowRegister.Repeats()
    /// Forms without a number.
    var withoutNumber = 0

    /// Whether a row with this hash is kept.
    @inline(__always)
    func keeps(_ hash: UInt64) -> Bool { hash & mask == 0 }

    init(mask: UInt64 = 0) { self.mask = mask }

    func count(keptBy mask: UInt64) -> Int { marks.count { $0.hash & mask == 0 } }

    @inline(__always)
    mutating func append(_ mark: RowRegister.Mark, hasNumbers: Bool) {
        marks.append(mark)
        guard !hasNumbers, marks.count > RowRegister.sampleSize else { return }
        mask = mask &<< 1 | 1
        let mask = mask
        marks.removeAll { $0.hash & mask != 0 }
    }
}
