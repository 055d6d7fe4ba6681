import CAnswerRows
import Foundation
import Testing

/// If the processor supports the wide form of the kernels, that form runs; otherwise the tests that compare it with the
/// portable one would compare the latter with itself. (`checks/kernel-fuzz` counts its calls.)
@Suite struct KernelFormTests {
    /// The features that Linux reports for the first processor; nil elsewhere, and on processors of other kinds.
    private static let flags: Set<Substring>? = {
        let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("flags") }
        return line.map { Set($0.split(separator: " ")) }
    }()

    private static let wanted: Set<Substring> = [
        "avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl", "avx512vbmi", "avx512_vbmi2", "avx512_vnni", "bmi1",
        "bmi2", "popcnt", "abm", "pclmulqdq",
    ]

    @Test(.enabled(if: flags != nil, "only Linux tells the flags of a processor"))
    func theWideFormRunsWhereItCan() throws {
        let flags = try #require(Self.flags)
        #expect((answer_rows_is_fast() == 1) == flags.isSuperset(of: Self.wanted))
    }
}
