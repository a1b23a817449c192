import EventModel
import Exporters
import Pipeline
import CLibrary

/// How much memory a writer takes for few events and for many, which are made as they are written.
enum Memory {
  /// Writes events and prints the size of the files and the peak of the process's memory.
  static func measure(format: String, events: Int, folder: String) throws {
    guard var exporter = ExporterRegistry.exporter(named: format) else { throw Diagnostic("usage", "no such format") }
    let part = ConformanceData.large(events: 1000)
    let copies = max(1, events / 1000)
    let paths = exporter.format.files.map(\.path)
    let folder = folder + "/memory"
    var files = try HashedFiles(in: folder, names: paths)
    var output = OutputBuffers(count: paths.count)
    var size = 0
    func flush(above limit: Int) throws {
      for index in output.indices where output[index].count > limit {
        size += output[index].count
        try files.write(output[index].bytes, to: index)
        output[index].removeAll()
      }
    }
    let header = ExportHeader(
      articles: copies * part.articles.count, entities: copies * part.entities.count,
      events: copies * part.events.count)
    exporter.begin(header, to: &output)
    for copy in 0..<copies {
      for var record in part.articles {
        record.id = numbered(record.id, copy)
        exporter.article(record, to: &output)
        try flush(above: 1 << 18)
      }
    }
    for copy in 0..<copies {
      for var record in part.entities {
        record.id = numbered(record.id, copy)
        exporter.entity(record, to: &output)
        try flush(above: 1 << 18)
      }
    }
    for copy in 0..<copies {
      for var record in part.events {
        record.id = numbered(record.id, copy)
        exporter.event(record, to: &output)
        try flush(above: 1 << 18)
      }
    }
    exporter.end(to: &output)
    try flush(above: 0)
    while exporter.drain(to: &output) { try flush(above: 0) }
    _ = try files.finish()
    try remove(paths.map { folder + "/" + $0 })
    print(
      "memory: \(format), \(header.events) events, \(Clock.megabytes(size)) MB written, peak \(Clock.megabytes(peak)) MB"
    )
  }

  /// The peak of this process's memory so far, in bytes.
  static var peak: Int {
    var usage = rusage()
    // 0 is RUSAGE_SELF, whose type differs from one C library to the other.
    getrusage(0, &usage)
    return Int(usage.ru_maxrss) * 1024
  }

  /// Removes files.
  static func remove(_ paths: [String]) throws {
    for path in paths where unlink(path) != 0 { throw Diagnostic("system", "cannot remove a file", file: path) }
  }

  private static func numbered(_ id: RecordID, _ copy: Int) -> RecordID {
    RecordID(id.kind, bits: id.bits + UInt64(copy) << 32)
  }
}
