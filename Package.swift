// swift-tools-version: 6.1
import PackageDescription

// Data flows one way; each target knows only the targets before it (docs/architecture.md).
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// Tests are compiled without optimization and file by file in all configurations: what they test counts, and as whole modules
// they take most of the time to compile, the last of them on one processor. The compiler warns that it does not use threads
// within a module then.
let tests: [SwiftSetting] =
    strict + [
        .unsafeFlags(
            ["-Onone", "-no-whole-module-optimization", "-enable-batch-mode"], .when(configuration: .release))
    ]

let package = Package(
    name: "score",
    products: [
        .library(name: "Values", targets: ["Values"]),
        .library(name: "Documents", targets: ["Documents"]),
        .library(name: "Scoring", targets: ["Scoring"]),
        .library(name: "Survey", targets: ["Survey"]),
        .library(name: "Assessment", targets: ["Assessment"]),
        .library(name: "Words", targets: ["Words"]),
        .library(name: "Reporting", targets: ["Reporting"]),
        .executable(name: "score-cli", targets: ["score-cli"]),
    ],
    targets: [
        .target(name: "Values", swiftSettings: strict),
        .target(name: "ScoreNumerics", dependencies: ["Values"], swiftSettings: strict),
        .target(name: "Optimization", dependencies: ["Values"], swiftSettings: strict),
        .target(name: "CByteScan"),
        .target(name: "CAnswerRows"),
        .target(
            name: "CPageAssets",
            exclude: ["page.css", "page.js", "page-engine.wasm.lzma", "page-engine.sources"]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .target(name: "Workbooks", dependencies: ["Values", "CZlib"], swiftSettings: strict),
        .target(name: "Tables", dependencies: ["Values", "CByteScan", "CZlib", "Workbooks"], swiftSettings: strict),
        .target(name: "Documents", dependencies: ["Values", "Workbooks", "Tables"], swiftSettings: strict),
        .target(name: "Scoring", dependencies: ["Values", "ScoreNumerics", "Optimization"], swiftSettings: strict),
        .target(
            name: "PageEngine", dependencies: ["Values", "ScoreNumerics", "Optimization", "Scoring"],
            swiftSettings: strict),
        .target(
            name: "Survey", dependencies: ["Values", "ScoreNumerics", "Tables", "CAnswerRows"],
            swiftSettings: strict),
        .target(
            name: "Assessment",
            dependencies: ["Values", "ScoreNumerics", "Workbooks", "Tables", "Scoring", "Survey"],
            swiftSettings: strict),
        .target(
            name: "Annexes", dependencies: ["Values", "Workbooks", "Tables", "Scoring"], swiftSettings: strict),
        .target(
            name: "Words",
            dependencies: [
                "Values", "Workbooks", "Tables", "Documents", "Scoring", "Annexes", "Survey", "Assessment",
            ],
            swiftSettings: strict),
        .target(
            name: "Reporting",
            dependencies: [
                "Values", "ScoreNumerics", "Workbooks", "Tables", "Documents", "Scoring", "Annexes", "Survey",
                "Assessment", "Words", "CPageAssets",
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "score-cli",
            dependencies: [
                "Values", "Tables", "Documents", "Optimization", "Scoring", "Annexes", "Survey", "Assessment", "Words",
                "Reporting",
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "score-bench",
            dependencies: ["Values", "ScoreNumerics", "Workbooks", "Tables", "Scoring", "Survey", "Assessment"],
            swiftSettings: strict),
        .executableTarget(
            name: "page-engine-bench",
            dependencies: ["Values", "ScoreNumerics", "Scoring", "Assessment", "Reporting", "PageEngine"],
            swiftSettings: strict),
        .executableTarget(name: "plan-bench", dependencies: ["ScoreNumerics", "Optimization"], swiftSettings: strict),
        .executableTarget(
            name: "make-samples",
            dependencies: ["Values", "ScoreNumerics", "Tables", "Scoring", "Survey", "Assessment"],
            swiftSettings: strict),
        .target(
            name: "TestSupport", dependencies: ["Values", "ScoreNumerics", "Tables"], path: "Tests/TestSupport",
            swiftSettings: strict),
        .target(
            name: "ReaderChecks",
            dependencies: [
                "Values", "CZlib", "Workbooks", "Tables", "Scoring", "Annexes", "Survey", "Assessment", "TestSupport",
            ],
            path: "checks/fuzz/readers", swiftSettings: strict),
        .target(name: "OfficeCheck", dependencies: ["CZlib"], path: "Tests/OfficeCheck", swiftSettings: strict),
        .executableTarget(
            name: "check-office", dependencies: ["OfficeCheck"], path: "checks/workbooks/office",
            swiftSettings: strict),
        .testTarget(
            name: "ScoreNumericsTests", dependencies: ["ScoreNumerics", "Values", "TestSupport"],
            exclude: ["Fixtures"], swiftSettings: tests),
        .testTarget(
            name: "OptimizationTests", dependencies: ["Optimization", "ScoreNumerics", "TestSupport", "plan-bench"],
            exclude: ["Instances"], swiftSettings: tests),
        .testTarget(
            name: "ValuesTests", dependencies: ["Values", "ScoreNumerics", "TestSupport"], swiftSettings: tests),
        .testTarget(
            name: "WorkbooksTests",
            dependencies: ["Workbooks", "Values", "ScoreNumerics", "CZlib", "TestSupport", "OfficeCheck"],
            exclude: ["Fixtures"], swiftSettings: tests),
        .testTarget(
            name: "TablesTests",
            dependencies: ["Tables", "Workbooks", "Values", "ScoreNumerics", "CByteScan", "TestSupport"],
            swiftSettings: tests),
        .testTarget(
            name: "AnnexesTests",
            dependencies: ["Annexes", "Workbooks", "Scoring", "ScoreNumerics", "Values", "TestSupport"],
            exclude: ["Annexes"], swiftSettings: tests),
        .testTarget(
            name: "ScoringTests",
            dependencies: ["Scoring", "Optimization", "ScoreNumerics", "Tables", "Values", "TestSupport"],
            exclude: ["BadCriteria", "Cases", "Ranks", "Seeds"], swiftSettings: tests),
        .testTarget(
            name: "PageEngineTests",
            dependencies: [
                "PageEngine", "CPageAssets", "Assessment", "Reporting", "Scoring", "Values", "TestSupport",
            ],
            swiftSettings: tests),
        .testTarget(
            name: "SurveyTests",
            dependencies: ["Survey", "ScoreNumerics", "Tables", "Values", "CAnswerRows", "TestSupport"],
            exclude: ["Designs", "BadQuestionnaires", "Cases12", "Exports", "Field"], swiftSettings: tests),
        .testTarget(
            name: "DocumentsTests", dependencies: ["Documents", "ScoreNumerics", "Workbooks", "Values", "TestSupport"],
            swiftSettings: tests),
        .testTarget(
            name: "WordsTests",
            dependencies: [
                "Words", "Documents", "Annexes", "Assessment", "Scoring", "Survey", "Tables", "Workbooks", "Values",
                "TestSupport",
            ],
            swiftSettings: tests),
        .testTarget(
            name: "AssessmentTests",
            dependencies: [
                "Assessment", "Reporting", "Scoring", "ScoreNumerics", "Survey", "Tables", "Values", "TestSupport",
                "ReaderChecks", "make-samples",
            ],
            exclude: ["Cases12", "Datasets/Merged"],
            swiftSettings: tests),
        .testTarget(
            name: "ReportingTests",
            dependencies: [
                "Annexes", "Assessment", "Documents", "Reporting", "Scoring", "Tables", "Values", "Words",
                "TestSupport", "OfficeCheck", "score-cli",
            ],
            exclude: ["Cases12", "JSONKeys"], swiftSettings: tests),
    ],
    swiftLanguageModes: [.v6]
)

// What feeds the readers to a fuzzer is built by checks/fuzz/run alone, with the flags that it needs.
if Context.environment["SCORE_FUZZ"] != nil {
    package.targets.append(
        .target(name: "FuzzReaders", dependencies: ["ReaderChecks"], path: "checks/fuzz/driver", swiftSettings: strict))
}
