import EventModel
import Pipeline
import Readers

/// The records of the input, held in memory so that no disk is measured.
struct Corpus {
  var records: [RawRecord] = []

  /// The size of all records in bytes.
  var bytes: Int { records.reduce(0) { $0 + $1.bytes.count } }

  /// Reads a file or folder; its records are repeated until there are `minimum` bytes.
  init(path: String, minimum: Int) throws {
    for file in try InputFinder().files(at: [path]) {
      var reader = try RecordReader(file)
      while let record = try reader.next() { records.append(record) }
    }
    let once = records
    var copies = 1
    while bytes < minimum, !once.isEmpty {
      // A copy is another document, as a corpus would have it.
      records += once.map { record in
        var copy = record
        copy.path = "\(copies)/" + copy.path
        return copy
      }
      copies += 1
    }
  }
}
