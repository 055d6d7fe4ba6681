@testable import Survey

/// The numbers of a cell of a tally as arrays.
struct CellArrays: Equatable {
    var counts: [UInt32]
    var sums: [Int64]
    var people: [Int128]
    var products: [Int128]

    init(counts: [UInt32], sums: [Int64], people: [Int128], products: [Int128]) {
        (self.counts, self.sums, self.people, self.products) = (counts, sums, people, products)
    }

    init(_ numbers: CellNumbers, _ layout: TallyLayout) {
        let extras = layout.places.map { numbers.number(at: $0) }
        self.init(
            counts: numbers.counts, sums: numbers.counts.indices.map { numbers.sum(at: $0) },
            people: Array(extras.prefix(layout.peopleCount)), products: Array(extras.dropFirst(layout.peopleCount)))
    }
}

extension SurveyTally {
    /// The numbers of each cell.
    var arrays: [CellArrays] { cells.map { CellArrays($0.numbers, layout) } }
}
