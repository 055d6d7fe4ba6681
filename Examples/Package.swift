// swift-tools-version: 6.1
import PackageDescription

// As in a package of your own, but with the path instead of the address of the repository.
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
