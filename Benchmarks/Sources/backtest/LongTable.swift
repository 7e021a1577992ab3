/// The series of a long CSV file, each in a part to learn from and a part to foresee.
struct LongTable {
  struct Series {
    var name: String
    var train: [Double?] = []
    var test: [Double?] = []
  }

  private(set) var series: [Series] = []

  /// Reads the columns series, split, period and value; rows are in calendar order.
  init(_ text: String) throws(TableFault) {
    let lines = text.split(whereSeparator: \.isNewline)
    guard let header = lines.first else { throw TableFault("the file is empty") }
    let names = header.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    func column(_ name: String) throws(TableFault) -> Int {
      guard let index = names.firstIndex(of: name) else {
        throw TableFault("no column '\(name)'; there are \(names.joined(separator: ", "))")
      }
      return index
    }
    let (name, split, value) = (try column("series"), try column("split"), try column("value"))
    var places: [Substring: Int] = [:]
    for (number, line) in lines.enumerated().dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count == names.count else {
        throw TableFault("line \(number + 1) has \(cells.count) cells instead of \(names.count)")
      }
      let place = places[cells[name]] ?? series.count
      if place == series.count {
        places[cells[name]] = place
        series.append(Series(name: String(cells[name])))
      }
      guard cells[value].isEmpty || Double(cells[value]) != nil else {
        throw TableFault("line \(number + 1): '\(cells[value])' is no number")
      }
      switch cells[split] {
      case "train": series[place].train.append(Double(cells[value]))
      case "test": series[place].test.append(Double(cells[value]))
      default: throw TableFault("line \(number + 1): split is train or test")
      }
    }
  }
}

/// Why a table cannot be read.
struct TableFault: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
