// swift-tools-version: 6.1
import PackageDescription

// What a package of yours would say, with the address of the repository in place of the path.
let package = Package(
    name: "score-examples",
    dependencies: [.package(name: "score", path: "..")],
    targets: [
        .executableTarget(
            name: "scorecard",
            dependencies: [
                .product(name: "Scoring", package: "score"),
                .product(name: "Assessment", package: "score"),
                .product(name: "Reporting", package: "score"),
            ]),
        .executableTarget(
            name: "satisfaction",
            dependencies: [
                .product(name: "Survey", package: "score"),
                .product(name: "Words", package: "score"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
