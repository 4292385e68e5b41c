// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

/// Set by continuous integration: every warning of our own code is an error.
let warningsAreErrors = Context.environment["TONGBAN_WARNINGS_AS_ERRORS"] == "1"

let swiftSettings: [SwiftSetting] =
    [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ] + (warningsAreErrors ? [.treatAllWarnings(as: .error)] : [])

let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
/// SQLite's C interface, from the module that GRDB itself uses.
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

func library(
    _ name: String,
    _ dependencies: [Target.Dependency] = [],
    exclude: [String] = [],
    resources: [Resource] = []
) -> Target {
    .target(
        name: name,
        dependencies: dependencies,
        exclude: exclude,
        resources: resources,
        swiftSettings: swiftSettings
    )
}

func program(_ name: String, _ dependencies: [Target.Dependency], path: String? = nil, exclude: [String] = [])
    -> Target
{
    .executableTarget(
        name: name,
        dependencies: dependencies,
        path: path,
        exclude: exclude,
        swiftSettings: swiftSettings
    )
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: name + "Tests",
        dependencies: [.init(stringLiteral: name)] + dependencies,
        exclude: exclude,
        swiftSettings: swiftSettings
    )
}

/// A bureau's plugin: an executable under `Plugins/` that links nothing but the SDK.
func bureau(_ name: String, folder: String) -> Target {
    program(
        name,
        ["BureauKit"],
        path: "Plugins/\(folder)",
        exclude: ["README.md", "README.zh-CN.md", "bureau.json", "rules.json"]
    )
}

let package = Package(
    name: "tongban",
    products: [
        .library(name: "ByteJSON", targets: ["ByteJSON"]),
        .library(name: "Varlink", targets: ["Varlink", "VarlinkIDL"]),
        .library(name: "Civic", targets: ["Civic"]),
        .library(name: "BureauKit", targets: ["BureauKit"]),
        .library(name: "BureauTesting", targets: ["BureauTesting"]),
        .executable(name: "tongband", targets: ["tongband"]),
        .executable(name: "tongbanctl", targets: ["tongbanctl"]),
        .executable(name: "tongban-bench", targets: ["tongban-bench"]),
        .executable(name: "tongband-launch", targets: ["tongband-launch"]),
        .executable(name: "MarketBureau", targets: ["MarketBureau"]),
        .executable(name: "MedicalBureau", targets: ["MedicalBureau"]),
        .executable(name: "DisabilityBureau", targets: ["DisabilityBureau"]),
        .executable(name: "CongressBureau", targets: ["CongressBureau"]),
        .executable(name: "varlink-codegen", targets: ["varlink-codegen"]),
        .executable(name: "deadline-oracle", targets: ["deadline-oracle"]),
        .executable(name: "varlink-certification", targets: ["varlink-certification"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // Pure: values and functions, no input or output.
        library("ByteJSON"),
        library("VarlinkIDL"),
        library("VarlinkCodegen", ["VarlinkIDL"]),
        library("Civic", ["ByteJSON"]),
        library("TongbanModel", ["ByteJSON", "Civic"]),

        // The protocol and the interfaces.
        library("Varlink", ["ByteJSON", "VarlinkIDL", nioCore, nioPosix]),
        library("TongbanAPI", ["ByteJSON", "Varlink", "VarlinkIDL"], exclude: ["Interfaces"]),

        // The daemon.
        library("TongbanStore", ["TongbanModel", "ByteJSON", "Civic", crypto, grdb, sqlite]),
        library("TongbanEngine", ["TongbanModel", "TongbanStore", "ByteJSON", "Civic", crypto]),
        .target(name: "CTongbanLinux"),
        .systemLibrary(name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
        library("Systemd", ["CSystemd", logging]),
        library(
            "TongbanSupervisor",
            ["CTongbanLinux", "ByteJSON", "Civic", subprocess, systemPackage]
        ),
        library(
            "TongbanService",
            [
                "TongbanEngine", "TongbanStore", "TongbanModel", "TongbanAPI", "TongbanSupervisor", "Systemd",
                "Varlink",
                "ByteJSON", "Civic", nioCore, nioPosix, logging, lifecycle,
            ]
        ),

        // For authors of bureaus.
        library("BureauKit", ["TongbanModel", "TongbanAPI", "Varlink", "ByteJSON", "Civic"]),
        library(
            "BureauTesting",
            ["BureauKit", "TongbanEngine", "TongbanStore", "TongbanModel", "ByteJSON", "Civic"]
        ),

        // Programs.
        program(
            "tongband",
            [
                "TongbanService", "TongbanEngine", "TongbanModel", "Systemd", "Civic", "Varlink", "ByteJSON",
                argumentParser, lifecycle, logging,
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]
        ),
        program(
            "tongbanctl",
            ["TongbanAPI", "TongbanModel", "Varlink", "ByteJSON", "Civic", argumentParser, subprocess, systemPackage]
        ),
        program("tongban-bench", ["TongbanAPI", "Varlink", "ByteJSON", argumentParser]),
        .executableTarget(name: "tongband-launch"),
        program("varlink-codegen", ["VarlinkCodegen", "VarlinkIDL", argumentParser]),
        program("varlink-certification", ["Varlink", "VarlinkIDL", "ByteJSON", argumentParser]),

        // Bureaus.
        bureau("MarketBureau", folder: "Market"),
        bureau("MedicalBureau", folder: "Medical"),
        bureau("DisabilityBureau", folder: "Disability"),
        bureau("CongressBureau", folder: "Congress"),

        // Tests.
        .target(name: "TongbanTestSupport", path: "Tests/TongbanTestSupport", swiftSettings: swiftSettings),
        tests("ByteJSON"),
        tests("VarlinkIDL"),
        tests(
            "VarlinkCodegen",
            ["VarlinkIDL", "Varlink", "ByteJSON"],
            exclude: ["Golden/org.example.Every-thing.varlink"]
        ),
        tests("Varlink", ["VarlinkIDL", "ByteJSON", "TongbanTestSupport", nioCore, nioPosix, nioEmbedded]),
        .target(
            name: "DeadlineOracle",
            dependencies: ["Civic"],
            path: "Tests/DeadlineOracle",
            swiftSettings: swiftSettings
        ),
        program("deadline-oracle", ["DeadlineOracle"], path: "Tests/deadline-oracle"),
        tests("Civic", ["ByteJSON", "DeadlineOracle"]),
        .testTarget(
            name: "DeadlineTests",
            dependencies: [
                "BureauTesting", "BureauKit", "TongbanEngine", "TongbanStore", "TongbanModel", "ByteJSON", "Civic",
                sqlite,
            ],
            swiftSettings: swiftSettings
        ),
        tests("TongbanModel", ["TongbanTestSupport", "ByteJSON", "Civic"]),
        tests("TongbanAPI", ["VarlinkCodegen", "VarlinkIDL", "Varlink", "ByteJSON"]),
        tests("TongbanStore", ["TongbanModel", "ByteJSON", "Civic", crypto, sqlite]),
        tests("TongbanEngine", ["TongbanStore", "TongbanModel", "BureauKit", "ByteJSON", "Civic"]),
        tests(
            "TongbanSupervisor",
            ["CTongbanLinux", "ByteJSON", "Civic", "tongband-launch", subprocess, systemPackage]
        ),
        tests(
            "TongbanService",
            [
                "Varlink", "ByteJSON", "TongbanAPI", "TongbanStore", "TongbanModel", "TongbanSupervisor", nioPosix,
                logging,
            ]
        ),
        tests("BureauKit", ["BureauTesting", "ByteJSON", "Civic"]),
        tests("Systemd", [logging]),
        tests("tongbanctl"),
        tests("MarketBureau", ["BureauTesting"]),
        tests("MedicalBureau", ["BureauTesting"]),
        tests("DisabilityBureau", ["BureauTesting"]),
        tests("CongressBureau", ["BureauTesting"]),
        .testTarget(
            name: "SystemTests",
            dependencies: [
                "tongband", "tongbanctl", "tongband-launch", "MarketBureau", "MedicalBureau", "DisabilityBureau",
                "CongressBureau", "TongbanTestSupport", "TongbanAPI", "Varlink", "ByteJSON",
            ],
            swiftSettings: swiftSettings
        ),
    ]
)
