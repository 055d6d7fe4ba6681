import Testing

@testable import Reporting

/// Sums and totals of forms, as formulas where they follow from the cells of their parts.
struct FormSumsTests {
    private static let tree = [
        SmallFolder.node("1", "3"), SmallFolder.share("1.1", "1"), SmallFolder.share("1.2", "2"),
        SmallFolder.node("2", "1"), SmallFolder.share("2.1", "1"),
        SmallFolder.counted("bonus", "2.2", each: "0.5", cap: "5"),
        SmallFolder.counted("penalty", "2.3", each: "0.5", cap: "5"),
    ]
    /// Points of which every kind of rounding makes something else.
    private static let figures = ["x;1.1;;1;3", "x;1.2;;2;7", "x;2.1;;5;9", "x;2.2;5;;", "x;2.3;3;;"]
    private static let others = ["x;1.1;;2;3", "x;1.2;;6;7", "x;2.1;;4;9", "x;2.2;1;;", "x;2.3;9;;"]

    private func form(
        keys: String = "", points: (digits: Int, stage: String) = (2, "leaf"), figures: [String] = figures,
        given: [String] = []
    ) throws -> WrittenForm {
        try WrittenForm(SmallFolder(Self.tree, keys: keys, points: points, figures: figures, given: given))
    }

    /// With other figures the formulas give what scoring gives of these.
    @Test(arguments: [
        ("", 2, "leaf"), ("", 1, "field"), ("", 2, "total"), (#""bonusCap": 1,"#, 2, "leaf"),
        (#""bonusCap": 1, "penaltyCap": 2,"#, 2, "leaf"), (#""penaltyCap": 1,"#, 2, "total"),
        (#""totalCap": 2,"#, 2, "leaf"), (#""totalFloor": 1,"#, 2, "leaf"),
    ])
    func formulas(keys: String, digits: Int, stage: String) throws {
        let one = try form(keys: keys, points: (digits, stage))
        let other = try form(keys: keys, points: (digits, stage), figures: Self.others)
        #expect(one.formulas.keys.sorted() == other.formulas.keys.sorted())
        var compared = 0
        for address in one.formulas.keys where address.hasPrefix("G") {
            let found = try #require(one.result(address, from: other), "\(address)")
            #expect(abs(found.number - (other.values[address]?.number ?? 0)) < 1e-6, "\(address): \(found)")
            compared += 1
        }
        // Five criteria, two fields and the total.
        #expect(compared == 8)
    }

    /// Points given to a field as a whole are no sum of its parts: a formula would put another number in their place.
    @Test func givenAsAWhole() throws {
        let form = try form(given: ["x;1;self;2.5"])
        let cell = "G\(try form.row("1"))"
        #expect(form.formulas[cell] == nil && form.values[cell] == .number(2.5))
        #expect(!form.open.contains(cell))
        for (address, value) in form.values where form.formulas[address] != nil && address.hasPrefix("G") {
            #expect(abs((form.result(address)?.number ?? .nan) - value.number) < 1e-9, "\(address)")
        }
    }

    @Test(arguments: ["minimum", "geometric"])
    func combinedOtherwise(kind: String) throws {
        var tree = Self.tree
        tree[0] = #"{"code": "1", "name": "Mục 1", "maximum": 3, "combine": "\#(kind)"}"#
        let form = try WrittenForm(SmallFolder(tree, figures: Self.figures))
        #expect(form.formulas["G\(try form.row("1"))"] == nil)
        #expect(form.formulas["G\(try form.row("2"))"] != nil)
        let plain = Array(Self.tree.prefix(5))
        let root = try WrittenForm(
            SmallFolder(plain, keys: #""total": 4, "combine": "\#(kind)","#, figures: Array(Self.figures.prefix(3))))
        #expect(root.formulas["G\(try root.row("2.1") + 1)"] == nil)
        #expect(root.formulas["G\(try root.row("1"))"] != nil)
    }

    /// What is only watched has no points, and nobody can enter any.
    @Test func watched() throws {
        let watched = SmallFolder.leaf("1.2", "0", [SmallFolder.ratio("1.2")], #"{"kind": "watched"}"#)
        let form = try WrittenForm(
            SmallFolder(
                [SmallFolder.node("1", "1"), SmallFolder.share("1.1", "1"), watched],
                figures: ["x;1.1;;1;2", "x;1.2;;1;2"]))
        let cell = "G\(try form.row("1.2"))"
        #expect(form.formulas[cell] == nil && form.values[cell] == nil && !form.open.contains(cell))
        #expect(form.result("G\(try form.row("1"))") == .number(0.5))
    }

    /// Caps where fields are rounded, and given points beside caps, are left to scoring.
    @Test func whatNoFormulaSays() throws {
        let rounded = try form(keys: #""bonusCap": 1,"#, points: (1, "field"))
        #expect(rounded.formulas["G\(try rounded.row("2.3") + 1)"] == nil)
        let given = try form(keys: #""bonusCap": 1,"#, given: ["x;2;self;1"])
        #expect(given.formulas["G\(try given.row("2.3") + 1)"] == nil)
    }
}
