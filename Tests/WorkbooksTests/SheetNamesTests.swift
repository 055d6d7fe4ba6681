import Testing

@testable import Workbooks

@Suite("Names of sheets, and formulas over cells")
struct SheetNamesTests {
    @Test("names differ whatever the case of their letters, within 31 letters")
    func names() {
        var names = SheetNames()
        let long = "Phường Nguyễn Văn Cừ thuộc tỉnh Mẫu số một"
        let made = ["Xã A", "xã a", "XÃ A", long, long, "a/b", "a:b", "", ""].map { names.layout($0).name }
        #expect(made[0...2] == ["Xã A", "xã a (2)", "XÃ A (3)"])
        #expect(Set(made.map { $0.lowercased() }).count == made.count)
        #expect(made.allSatisfy { !$0.isEmpty && $0.utf16.count <= 31 })
        #expect(made[4].hasSuffix(" (2)"))
    }

    @Test("sums name runs of cells as areas, and no function has more than 255 arguments")
    func sums() {
        #expect(CellFormula.sum(rows: [5], column: 3) == "SUM(C5)")
        #expect(CellFormula.sum(rows: [5, 6, 7, 9], column: 3) == "SUM(C5:C7,C9)")
        #expect(CellFormula.sum(row: 2, columns: [26, 27, 53]) == "SUM(Z2:AA2,BA2)")
        let many = CellFormula.sum(rows: (0..<256).map { 1 + 2 * $0 }, column: 1)
        #expect(many.split(separator: "+").count == 2)
        #expect(many.hasSuffix("+SUM(A511)"))
    }

    @Test("a sheet's name stands in quotes, its own doubled")
    func sheet() {
        #expect(CellFormula.address(3, 2, sheet: "Xã Ea H'leo") == "'Xã Ea H''leo'!B3")
    }
}
