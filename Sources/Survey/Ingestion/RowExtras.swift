/// What is added up beside the answers of each question: only what the index and the design of the questionnaire need.
///
/// - **People**: for an index of satisfied people, of each group of questions how many people answered and how many
///   are satisfied, and their weights.
/// - **Products**: where people themselves are a sampling stage, the squares of their weighted values show how they
///   differ: for each pair of measures Σw²yy′, Σw²yx′, Σw²xy′, Σw²xx′.
struct RowExtras: Sendable {
    let measures: RowMeasures
    /// Whether people are counted.
    let countsPeople: Bool
    /// The pairs of measures whose products are added up.
    let pairs: [MeasurePair]

    /// Two measures: positions among questions and groups.
    struct MeasurePair: Hashable, Sendable {
        let first: Int
        let second: Int
    }

    init(_ questionnaire: Questionnaire) {
        measures = RowMeasures(questionnaire)
        countsPeople = questionnaire.index.measure == .satisfiedPeople
        pairs = questionnaire.design?.drawsPeople == true ? Self.pairs(of: questionnaire) : []
    }

    private static func pairs(of questionnaire: Questionnaire) -> [MeasurePair] {
        let questions = questionnaire.questions.count
        let groups = questionnaire.groups
        var pairs = (0..<questions + groups.count).map { MeasurePair(first: $0, second: $0) }
        // A mean of parts needs to know how the parts go together.
        let parts: [Int]
        switch questionnaire.index.effectiveCombination {
        case .answers: parts = []
        case .questions: parts = Array(0..<questions)
        case .factors: parts = groups.indices.filter { groups[$0].kind == .factor }.map { questions + $0 }
        }
        for (index, first) in parts.enumerated() {
            for second in parts.dropFirst(index + 1) { pairs.append(MeasurePair(first: first, second: second)) }
        }
        return pairs
    }

    private var peopleSize: Int { countsPeople ? measures.groups.count * 4 * MemoryLayout<Int64>.stride : 0 }

    /// Bytes of a cell.
    var byteCount: Int { (peopleSize + 15) / 16 * 16 + pairs.count * 4 * MemoryLayout<Int128>.stride }

    /// Adds a row; false when a sum went beyond its bits.
    func add(_ row: UnsafePointer<UInt8>, weight: Int64, to place: UnsafeMutableRawPointer) -> Bool {
        var isSound = true
        if countsPeople {
            let people = place.assumingMemoryBound(to: Int64.self)
            for group in measures.groups.indices {
                let pair = measures.group(group, in: row)
                // A weight of people is not larger than that of the cell, which is watched.
                people[group * 4] += pair.x
                people[group * 4 + 1] += pair.y
                people[group * 4 + 2] &+= pair.x * weight
                people[group * 4 + 3] &+= pair.y * weight
            }
        }
        guard !pairs.isEmpty else { return true }
        let products = (place + (peopleSize + 15) / 16 * 16).assumingMemoryBound(to: Int128.self)
        let square = Int128(weight) * Int128(weight)
        withUnsafeTemporaryAllocation(of: (y: Int64, x: Int64).self, capacity: measures.count) { values in
            for index in 0..<measures.count { values[index] = measures.pair(index, in: row) }
            for (index, pair) in pairs.enumerated() {
                let (first, second) = (values[pair.first], values[pair.second])
                for (part, factor) in [
                    first.y * second.y, first.y * second.x, first.x * second.y, first.x * second.x,
                ].enumerated() {
                    let (product, tooLarge) = square.multipliedReportingOverflow(by: Int128(factor))
                    let (sum, overflow) = products[index * 4 + part].addingReportingOverflow(product)
                    products[index * 4 + part] = sum
                    if tooLarge || overflow { isSound = false }
                }
            }
        }
        return isSound
    }

    /// The people of a cell, four numbers a group: answered, satisfied, and the weights of both.
    func people(at place: UnsafeRawPointer) -> [Int64] {
        Array(
            UnsafeBufferPointer(
                start: place.assumingMemoryBound(to: Int64.self), count: countsPeople ? measures.groups.count * 4 : 0))
    }

    /// The products of a cell, four numbers a pair.
    func products(at place: UnsafeRawPointer) -> [Int128] {
        let start = (place + (peopleSize + 15) / 16 * 16).assumingMemoryBound(to: Int128.self)
        return Array(UnsafeBufferPointer(start: start, count: pairs.count * 4))
    }
}

extension SamplingDesign {
    /// Whether people themselves are drawn at the last stage, so that their differences count.
    ///
    /// Behind a first stage without population sizes later stages do not matter (drawing with replacement).
    package var drawsPeople: Bool {
        guard let last = stages.last, last.cluster == nil else { return false }
        return stages.dropLast().allSatisfy { $0.population != nil }
    }
}

extension IndexMethod {
    /// How parts are combined: satisfied people are counted over all questions, so nothing is averaged.
    package var effectiveCombination: Combination { measure == .satisfiedPeople ? .answers : combination }
}
