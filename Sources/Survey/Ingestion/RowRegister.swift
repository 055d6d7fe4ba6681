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
    private var forms = FormIndex()

    /// The most rows kept without form numbers.
    static let sampleSize = 1 << 17

    init(hasNumbers: Bool) { self.hasNumbers = hasNumbers }

    /// Where the form stands that has the same key; nil when there is none.
    @inline(__always)
    func place(of mark: Mark) -> (place: Place, isSameRow: Bool)? {
        forms.form(with: mark.key).map { found in (found.place, found.mark.hash == mark.hash) }
    }

    /// Adds the forms of a file; returns those that stand there more than once, and, where earlier files did not tell
    /// forms apart, those that stand in one of these too.
    func add(_ parts: [RowMarks], file: Int) -> (inside: Repeats, across: Repeats) {
        var (inside, across) = (Repeats(), Repeats())
        for part in parts { mask |= part.mask }
        // What is not kept in the end is not inserted either.
        while !hasNumbers, parts.reduce(0, { $0 + $1.count(keptBy: mask) }) > Self.sampleSize { mask = mask &<< 1 | 1 }
        let kept = parts.map { part in
            hasNumbers || mask == 0 ? part.marks : part.marks.filter { [mask] in $0.hash & mask == 0 }
        }
        forms.add(kept, file: file) { later, earlier in
            if earlier.file == file {
                inside.add(later.place, earlier.place)
            } else {
                across.add(later.place, earlier.place)
            }
        }
        if mask != 0 || inside.count > 0 { tellsFormsApart = false }
        if !hasNumbers, forms.count > Self.sampleSize {
            mask = mask &<< 1 | 1
            tellsFormsApart = false
            forms.keep { [mask] in $0.hash & mask == 0 }
        }
        return (inside, across)
    }
}

/// Forms by their keys: of a key that stands several times the first form.
private struct FormIndex {
    struct Form {
        let mark: RowRegister.Mark
        let file: Int
        var place: RowRegister.Place { .init(file: file, block: mark.block, row: mark.row) }
    }

    /// The marks as the workers made them, without a copy.
    private struct Chunk {
        var marks: [RowRegister.Mark]
        let file: Int
        /// How many marks stand in the chunks before.
        var first: Int
    }

    private var chunks: [Chunk] = []
    /// A form stands at the place of its key or at the next free one: bits of the key above the number of the mark and
    /// one. Eight bytes instead of the whole mark, because most of the time goes into memory that is touched for the
    /// first time.
    private var slots: [UInt64] = []
    private(set) var count = 0

    private static let numberBits: UInt64 = 40

    /// The form with a key; nil where there is none.
    @inline(__always)
    func form(with key: UInt64) -> Form? {
        guard count > 0 else { return nil }
        return find(key).form
    }

    /// Adds forms of a file, and tells those whose keys are there already, together with the first of each: workers hand
    /// over what they read in no particular order.
    mutating func add(_ parts: [[RowRegister.Mark]], file: Int, onRepeat: (_ later: Form, _ earlier: Form) -> Void) {
        reserve(parts.reduce(0) { $0 + $1.count })
        for marks in parts where !marks.isEmpty {
            let first = chunks.last.map { $0.first + $0.marks.count } ?? 0
            chunks.append(Chunk(marks: marks, file: file, first: first))
            for (index, mark) in marks.enumerated() {
                let (slot, found) = find(mark.key)
                let form = Form(mark: mark, file: file)
                guard let found else {
                    slots[slot] = Self.entry(mark, number: first + index)
                    count += 1
                    continue
                }
                if found.file < file || found.mark.position < mark.position {
                    onRepeat(form, found)
                } else {
                    slots[slot] = Self.entry(mark, number: first + index)
                    onRepeat(found, form)
                }
            }
        }
    }

    mutating func keep(_ isKept: (RowRegister.Mark) -> Bool) {
        var first = 0
        for index in chunks.indices {
            chunks[index].marks.removeAll { !isKept($0) }
            chunks[index].first = first
            first += chunks[index].marks.count
        }
        rebuild(capacity: slots.count)
    }

    // MARK: - Slots

    private static func entry(_ mark: RowRegister.Mark, number: Int) -> UInt64 {
        mark.key & ~0 &<< numberBits | UInt64(number + 1)
    }

    /// The slot of a key and its form, or the free one where it belongs. There are always free ones.
    @inline(__always)
    private func find(_ key: UInt64) -> (slot: Int, form: Form?) {
        let bits = slots.count - 1
        var slot = Int(truncatingIfNeeded: key) & bits
        while slots[slot] != 0 {
            if (slots[slot] ^ key) &>> Self.numberBits == 0 {
                let form = form(numbered: Int(slots[slot] & (1 &<< Self.numberBits &- 1)) - 1)
                if form.mark.key == key { return (slot, form) }
            }
            slot = (slot + 1) & bits
        }
        return (slot, nil)
    }

    private func form(numbered number: Int) -> Form {
        // The last chunk that begins at the number or before it.
        var (low, high) = (0, chunks.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if chunks[middle].first <= number { low = middle } else { high = middle - 1 }
        }
        return Form(mark: chunks[low].marks[number - chunks[low].first], file: chunks[low].file)
    }

    /// Makes room for so many more forms.
    private mutating func reserve(_ added: Int) {
        var capacity = max(64, slots.count)
        // Three in four may be taken: half as many would touch twice the memory.
        while (count + added) * 4 > capacity * 3 { capacity *= 2 }
        if capacity > slots.count { rebuild(capacity: capacity) }
    }

    private mutating func rebuild(capacity: Int) {
        slots = Array(repeating: 0, count: capacity)
        let all = chunks
        (chunks, count) = ([], 0)
        for chunk in all { add([chunk.marks], file: chunk.file) { _, _ in } }
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

    private static let room = 1 << 16

    init(mask: UInt64 = 0) { self.mask = mask }

    func count(keptBy mask: UInt64) -> Int { marks.count { $0.hash & mask == 0 } }

    @inline(__always)
    mutating func append(_ mark: RowRegister.Mark, hasNumbers: Bool) {
        // Room that is not used is never touched, and what is touched once needs no copy when there are more.
        if marks.isEmpty { marks.reserveCapacity(Self.room) }
        marks.append(mark)
        guard !hasNumbers, marks.count > RowRegister.sampleSize else { return }
        mask = mask &<< 1 | 1
        let mask = mask
        marks.removeAll { $0.hash & mask != 0 }
    }
}
