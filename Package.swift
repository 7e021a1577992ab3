// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// One folder of `Sources/Benefits` as a target, so that an import the layers forbid does not compile.
func layer(_ folder: String, uses dependencies: [Target.Dependency]) -> Target {
  .target(
    name: "Benefits\(folder)",
    dependencies: dependencies,
    path: "Sources/Benefits/\(folder)",
    swiftSettings: strict,
    // `rounded()` needs libm where Foundation does not bring it along.
    linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]
  )
}

func tests(
  _ folder: String, uses dependencies: [Target.Dependency], excluding files: [String] = []
) -> Target {
  .testTarget(
    name: "\(folder)Tests", dependencies: dependencies, exclude: files, swiftSettings: strict)
}

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")

/// `benefits-report` with the C library in it, still loaded at a random address; `script/build` asks for it where
/// it can be had.
let carriesCLibrary = Context.environment["BENEFITS_CARRIES_C_LIBRARY"] == "yes"
let everythingInside: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-use-ld=lld", "-Xclang-linker", "-static-pie",
      "-Xclang-linker", "-Wno-unused-command-line-argument",
    ], .when(platforms: [.linux], configuration: .release))
]

let package = Package(
  name: "benefits",
  platforms: [.macOS(.v26)],
  products: [
    .library(
      name: "Benefits",
      targets: [
        "BenefitsModel", "BenefitsStorage", "BenefitsExchange", "BenefitsPlan",
        "BenefitsAnalytics", "BenefitsChecks", "BenefitsCharts", "BenefitsReports",
      ]),
    .executable(name: "benefits-cli", targets: ["benefits-cli"]),
    .executable(name: "benefits-report", targets: ["benefits-report"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CSQLite", path: "Sources/CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .systemLibrary(
      name: "CYAML", path: "Sources/CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    layer("Model", uses: []),
    layer("Storage", uses: ["BenefitsModel", "CSQLite", crypto]),
    layer("Exchange", uses: ["BenefitsModel"]),
    layer("Plan", uses: ["BenefitsModel", "CYAML"]),
    layer("Analytics", uses: ["BenefitsModel"]),
    layer("Checks", uses: ["BenefitsModel", "BenefitsAnalytics"]),
    layer("Charts", uses: ["BenefitsModel", "BenefitsAnalytics"]),
    layer(
      "Reports",
      uses: [
        "BenefitsModel", "BenefitsAnalytics", "BenefitsChecks", "BenefitsCharts", mustache,
      ]),
    .target(
      name: "BenefitsTerminal",
      dependencies: ["BenefitsModel", "BenefitsStorage", "BenefitsExchange", argumentParser],
      path: "Sources/Terminal", swiftSettings: strict),
    .executableTarget(
      name: "benefits-cli",
      dependencies: [
        "BenefitsModel", "BenefitsStorage", "BenefitsExchange", "BenefitsPlan",
        // For the ids of the checks that a plan may name.
        "BenefitsChecks", "BenefitsTerminal", argumentParser,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "benefits-report",
      dependencies: [
        "BenefitsModel", "BenefitsStorage", "BenefitsExchange", "BenefitsAnalytics",
        "BenefitsChecks", "BenefitsCharts", "BenefitsReports", "BenefitsTerminal", argumentParser,
      ],
      swiftSettings: strict, linkerSettings: carriesCLibrary ? everythingInside : []),
    tests("Model", uses: ["BenefitsModel"]),
    tests(
      "Storage", uses: ["BenefitsModel", "BenefitsStorage", "CSQLite"], excluding: ["Fixtures"]),
    tests("Exchange", uses: ["BenefitsModel", "BenefitsExchange"]),
    tests("Plan", uses: ["BenefitsModel", "BenefitsPlan"]),
    tests("Analytics", uses: ["BenefitsModel", "BenefitsAnalytics"]),
    tests("Checks", uses: ["BenefitsModel", "BenefitsAnalytics", "BenefitsChecks"]),
    tests("Charts", uses: ["BenefitsModel", "BenefitsAnalytics", "BenefitsCharts"]),
    tests(
      "Reports",
      uses: [
        "BenefitsModel", "BenefitsAnalytics", "BenefitsChecks", "BenefitsCharts", "BenefitsReports",
      ]),
    tests(
      "Command",
      uses: [
        "benefits-cli", "benefits-report", "BenefitsModel", "BenefitsStorage", "BenefitsTerminal",
        "CSQLite",
      ], excluding: ["Transcripts", "Faults/failing.c"]),
  ]
)
