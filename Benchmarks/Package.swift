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
      name: "interruption", dependencies: [.product(name: "Benefits", package: "benefits")]),
  ]
)
