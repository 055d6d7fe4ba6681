import TestSupport
import Testing

@testable import Assessment

/// A unit that stands for others has their rows: their counts, and their groups put together.
@Suite struct ListPoolingTests {
    @Test func countsAndGroups() throws {
        let folder = ListFolder(
            [
                "list.csv": ListFolder.text([
                    "1;a;Khai sinh;T;x;;2025-06-01;2025-06-10;2025-06-11",
                    "2;a;Kết hôn;T;x;;2025-06-01;2025-06-10;2025-06-10",
                    "1;b;Khai sinh;T;x;;2025-06-01;2025-06-10;2025-06-12",
                    "2;b;Khai tử;T;x;;2025-06-01;2025-06-10;2025-06-12",
                ]),
                "units.csv": "code;name;level;parent;figures from\nh;Huyện;district;;children\n"
                    + "a;Xã A;commune;h;\nb;Xã B;commune;h;\n",
            ], metrics: #""5": {"numerator": "onTime", "denominator": "settled"}"#)
        #expect(folder.outcome == (["h 5: 1/4", "a 5: 1/2", "b 5: 0/2"], []))
        let figure = try #require(folder.reading().assessment?.listFigure(unit: 0, metric: "5"))
        #expect(figure.failed == 3)
        let parts = figure.groupings[0].parts.map { "\($0.name) \($0.failed)/\($0.all)" }
        #expect(parts == ["Khai sinh 2/2", "Khai tử 1/1", "Kết hôn 0/1"])
    }
}
