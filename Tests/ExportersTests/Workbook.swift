import EventModel
import Exporters
import Gzip

/// The members of a ZIP file, as a workbook is one.
struct Workbook {
  /// What the members hold, by name.
  private(set) var members: [String: [UInt8]] = [:]
  /// The names in the order of the directory.
  private(set) var names: [String] = []

  /// What an exporter writes of a data set.
  init(_ dataset: Dataset, with exporter: any Exporter) {
    var exporter = exporter
    var output = OutputBuffers(count: 1)
    exporter.export(dataset, header: ExportHeader(dataset), to: &output)
    self.init(output[0].bytes)
  }

  /// Reads the directory at the end of the file, and what it names.
  init(_ file: [UInt8]) {
    func number(_ offset: Int, _ width: Int) -> Int {
      (0..<width).reduce(0) { $0 | Int(file[offset + $1]) << (8 * $1) }
    }
    var offset = 0
    for start in stride(from: file.count - 22, through: 0, by: -1) where number(start, 4) == 0x0605_4B50 {
      offset = number(start + 16, 4)
      break
    }
    while offset + 46 <= file.count, number(offset, 4) == 0x0201_4B50 {
      let nameEnd = offset + 46 + number(offset + 28, 2)
      let name = String(decoding: file[offset + 46..<nameEnd], as: UTF8.self)
      let local = number(offset + 42, 4)
      let data = local + 30 + number(local + 26, 2) + number(local + 28, 2)
      names.append(name)
      members[name] = Self.inflated(Array(file[data..<data + number(offset + 20, 4)]), count: number(offset + 24, 4))
      offset = nameEnd + number(offset + 30, 2) + number(offset + 32, 2)
    }
  }

  private static func inflated(_ bytes: [UInt8], count: Int) -> [UInt8] {
    var inflater = Inflater(.none)
    var result = [UInt8](repeating: 0, count: count + 1)
    let filled = bytes.withUnsafeBytes { input in
      result.withUnsafeMutableBytes { inflater.inflate(input, into: $0).filled }
    }
    return Array(result.prefix(filled))
  }

  /// The text of a member.
  subscript(name: String) -> String { String(decoding: members[name] ?? [], as: UTF8.self) }

  /// The cells of a sheet's rows below the headings, each as `A3=text`: `t` before a text, `b` before a truth value.
  func cells(_ sheet: Int) -> [String] {
    let rows = self["xl/worksheets/sheet\(sheet).xml"].components(between: "<c r=\"", and: "</row>")
    let cells = rows.flatMap { ("<c r=\"" + $0).split(separator: "<c r=\"") }
    return cells.compactMap { cell in
      let cell = String(cell)
      guard let end = cell.firstIndex(of: "\"") else { return nil }
      let name = cell[..<end]
      guard let row = Int(name.drop { !$0.isNumber }), row > 2 else { return nil }
      if let text = cell.components(between: "<t>", and: "</t>").first { return "\(name)=t \(text)" }
      if let text = cell.components(between: "<t xml:space=\"preserve\">", and: "</t>").first {
        return "\(name)=t \(text)"
      }
      let value = cell.components(between: "<v>", and: "</v>").first ?? ""
      return "\(name)=" + (cell.contains("t=\"b\"") ? "b " : "") + value
    }
  }
}

extension String {
  /// The stretches between two marks.
  func components(between start: String, and end: String) -> [String] {
    var (found, rest) = ([String](), self[...])
    while let opening = rest.firstRange(of: start) {
      rest = rest[opening.upperBound...]
      guard let closing = rest.firstRange(of: end) else { break }
      found.append(String(rest[..<closing.lowerBound]))
      rest = rest[closing.upperBound...]
    }
    return found
  }
}
