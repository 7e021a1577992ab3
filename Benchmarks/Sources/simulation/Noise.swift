import Foundation

/// Normal noise that is the same on every machine: SplitMix64 and Box & Muller.
public struct Noise {
  private var state: UInt64

  /// Creates noise.
  public init(seed: UInt64) { state = seed }

  private mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return (Double((z ^ (z >> 31)) >> 11) + 0.5) / 9_007_199_254_740_992
  }

  /// Returns the next number, of mean 0 and standard deviation 1.
  public mutating func next() -> Double {
    (-2 * log(uniform())).squareRoot() * cos(2 * .pi * uniform())
  }

  /// Returns numbers of mean 0 and standard deviation 1, of each of which a share is left in the next.
  public mutating func series(_ count: Int, autocorrelation: Double) -> [Double] {
    let fresh = (1 - autocorrelation * autocorrelation).squareRoot()
    var last = next()
    return (0..<count).map { index in
      if index > 0 { last = autocorrelation * last + fresh * next() }
      return last
    }
  }
}
