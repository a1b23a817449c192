internal import CSV
internal import EventModel

extension CSVReader {
  /// Opens a file.
  ///
  /// - Parameter name: The name that diagnostics give it.
  init(path: String, name: String, delimiter: UInt8 = UInt8(ascii: ",")) throws(Diagnostic) {
    let file = try ByteFile(path: path, name: name)
    try self.init(name: name, delimiter: delimiter) { () throws(Diagnostic) in try file.piece(1 << 18) }
  }
}
