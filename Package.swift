// swift-tools-version: 6.1
import PackageDescription

// Data flows one way; each target knows only the targets before it (docs/architecture.md).
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "score",
    products: [
        .library(name: "Values", targets: ["Values"]),
        .library(name: "Scoring", targets: ["Scoring"]),
        .library(name: "Survey", targets: ["Survey"]),
        .library(name: "Assessment", targets: ["Assessment"]),
        .executable(name: "score-cli", targets: ["score-cli"]),
    ],
    targets: [
        .target(name: "Values", swiftSettings: strict),
        .target(name: "Optimization", dependencies: ["Values"], swiftSettings: strict),
        .target(name: "CByteScan"),
        .target(name: "CAnswerRows"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .target(name: "Tables", dependencies: ["Values", "CByteScan", "CZlib"], swiftSettings: strict),
        .target(name: "Scoring", dependencies: ["Values", "Optimization"], swiftSettings: strict),
        .target(name: "Survey", dependencies: ["Values", "Tables", "CAnswerRows"], swiftSettings: strict),
        .target(
            name: "Assessment", dependencies: ["Values", "Tables", "Scoring", "Survey"], swiftSettings: strict),
        .target(
            name: "Reporting", dependencies: ["Values", "Tables", "Scoring", "Survey", "Assessment"],
            swiftSettings: strict),
        .executableTarget(
            name: "score-cli",
            dependencies: ["Values", "Tables", "Optimization", "Scoring", "Survey", "Assessment", "Reporting"],
            swiftSettings: strict),
        .executableTarget(
            name: "score-bench", dependencies: ["Values", "Tables", "Scoring", "Survey", "Assessment"],
            swiftSettings: strict),
        .executableTarget(name: "plan-bench", dependencies: ["Optimization"], swiftSettings: strict),
        .executableTarget(
            name: "make-samples", dependencies: ["Values", "Tables", "Scoring", "Survey", "Assessment"],
            swiftSettings: strict),
        .testTarget(
            name: "OptimizationTests", dependencies: ["Optimization", "plan-bench"], exclude: ["Instances"],
            swiftSettings: strict),
        .testTarget(name: "ValuesTests", dependencies: ["Values"], swiftSettings: strict),
        .testTarget(name: "TablesTests", dependencies: ["Tables", "Values", "CByteScan"], swiftSettings: strict),
        .testTarget(
            name: "ScoringTests", dependencies: ["Scoring", "Optimization", "Tables", "Values"],
            exclude: ["BadCriteria", "Cases", "Ranks", "Seeds"], swiftSettings: strict),
        .testTarget(
            name: "SurveyTests", dependencies: ["Survey", "Tables", "Values", "CAnswerRows"],
            exclude: ["Designs", "BadQuestionnaires"], swiftSettings: strict),
        .testTarget(
            name: "AssessmentTests",
            dependencies: ["Assessment", "Reporting", "Scoring", "Survey", "Tables", "Values", "make-samples"],
            exclude: ["Datasets/Merged"],
            swiftSettings: strict),
        .testTarget(
            name: "ReportingTests",
            dependencies: ["Assessment", "Reporting", "Scoring", "Tables", "Values", "score-cli"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
