// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "benefits", path: "..")],
  targets: [
    .executableTarget(
      name: "backtest", dependencies: [.product(name: "Benefits", package: "benefits")]),
    .executableTarget(
      name: "analyses", dependencies: [.product(name: "Benefits", package: "benefits")]),
    .target(
      name: "Simulation", dependencies: [.product(name: "Benefits", package: "benefits")],
      path: "Sources/simulation"),
    .executableTarget(
      name: "interruption",
      dependencies: ["Simulation", .product(name: "Benefits", package: "benefits")]),
    .executableTarget(
      name: "signals",
      dependencies: ["Simulation", .product(name: "Benefits", package: "benefits")]),
    .executableTarget(
      name: "wolf",
      dependencies: ["Simulation", .product(name: "Benefits", package: "benefits")]),
    .executableTarget(
      name: "statuses",
      dependencies: ["Simulation", .product(name: "Benefits", package: "benefits")]),
  ]
)
