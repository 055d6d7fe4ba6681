import Testing

@testable import Survey

/// What can be found out about a count in a small table, worked out by hand.
@Suite struct RangeAuditTests {
    /// Two rows and two columns of which all four are withheld, with known sums: 3 + 4 = 7, 6 + 2 = 8; 9 and 6.
    /// The first can be from max(0, 7 + 9 − 15) = 1 to min(7, 9) = 7.
    @Test func twoByTwo() {
        let values = [[9, 6], [3, 4], [6, 2]]
        var table = CrossTable(
            .flat(2), columns: 2,
            count: { node, column in
                CrossTable.Count(value: values[node][column], cost: node == 0 ? nil : 1, isShown: node == 0)
            })
        #expect(table.range(1, 0, upTo: 100) == 6)
        #expect(table.range(2, 1, upTo: 100) == 6)
        #expect(table.range(1, 0, upTo: 4) == 4)
    }

    /// 3 of 20 is withheld; with 5 more the two together can be divided in any way from 0 + 8 to 8 + 0.
    @Test func theCheapestOtherIsWithheld() {
        let values = [20, 3, 12, 5]
        var table = CrossTable(
            .flat(3), columns: 1, addsUp: false,
            count: { node, _ in CrossTable.Count(value: values[node], cost: values[node], isShown: node != 1) })
        #expect(table.range(1, 0, upTo: 100) == 0)
        #expect(table.protect(1, 0, needed: 5) != nil)
        #expect((0...3).map { table.isShown($0, 0) } == [true, false, true, false])
        #expect(table.range(1, 0, upTo: 100) == 8)
    }

    /// Two small counts hide each other only as far as they go: 1 + 2 of 20 is known to be 3, so a third is needed.
    @Test func smallCountsDoNotHideEachOther() {
        let values = [20, 1, 2, 8, 9]
        var table = CrossTable(
            .flat(4), columns: 1, addsUp: false,
            count: { node, _ in
                CrossTable.Count(value: values[node], cost: values[node], isShown: node == 0 || node > 2)
            })
        #expect(table.protect(1, 0, needed: 4) != nil)
        #expect((1...4).map { table.isShown($0, 0) } == [false, false, false, true])
    }

    /// The only part of a sum is known with it, so the sum is withheld, too, and then another part of what is above it.
    @Test func theOnlyPartTakesItsSumWithIt() {
        var outline = Outline()
        let (first, second) = (outline.add(under: 0), outline.add(under: 0))
        _ = (outline.add(under: first), outline.add(under: second), outline.add(under: second))
        let values = [30, 3, 27, 3, 7, 20]
        var table = CrossTable(
            outline, columns: 1, addsUp: false,
            count: { node, _ in CrossTable.Count(value: values[node], cost: values[node], isShown: values[node] > 3) })
        #expect(table.protect(3, 0, needed: 5) != nil)
        // Beside it either all (30) have to go, or the second district (27) with one of its parts (7).
        #expect((0...5).map { table.isShown($0, 0) } == [false, false, true, false, true, true])
    }

    /// A table in which nothing else can change protects nothing.
    @Test func nothingElseCanChange() {
        let values = [[3, 9], [3, 9]]
        var table = CrossTable(
            .flat(1), columns: 2,
            count: { node, column in
                CrossTable.Count(value: values[node][column], cost: node == 0 ? nil : 1, isShown: node == 0)
            })
        #expect(table.protect(1, 0, needed: 5) == nil)
    }

    /// Where the sums of two rows, 7 and 8, are withheld and may change together by 2, counts that can follow are withheld:
    /// those of the second column, which cost least (4 + 2). By 3 they cannot alone, as 2 is not to fall below 0.
    @Test(arguments: [(2, [true, true]), (3, [false, false])])
    func countsFollowSums(change: Int, firstColumn: [Bool]) throws {
        let values = [[9, 6], [3, 4], [6, 2]]
        var table = CrossTable(
            .flat(2), columns: 2,
            count: { node, column in
                CrossTable.Count(value: values[node][column], cost: node == 0 ? nil : values[node][column])
            },
            sum: { $0 == 0 ? nil : values[$0].reduce(0, +) })
        let held = table.hold([1: change, 2: -change])
        let changes = try #require(held)
        let columns = (0...1).map { table.rows(changes, column: $0) }
        #expect((1...2).map { row in columns.reduce(0) { $0 + $1[row, default: 0] } } == [change, -change])
        #expect(columns.allSatisfy { $0[0, default: 0] == 0 && $0[2, default: 0] >= -6 })
        #expect(columns[1][2, default: 0] >= -2)
        #expect((1...2).map { table.isShown($0, 1) } == [false, false])
        #expect((1...2).map { table.isShown($0, 0) } == firstColumn)
    }

    /// The sum of a row that is published cannot change.
    @Test func publishedSumsDoNotChange() {
        var table = CrossTable(.flat(2), columns: 2, count: { _, _ in CrossTable.Count(value: 5, cost: 5) })
        let held = table.hold([1: 1, 2: -1])
        #expect(held == nil)
    }
}
