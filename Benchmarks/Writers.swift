import EventModel
import Exporters
import Pipeline
import CLibrary

/// How fast the writers are, in MB for each second of the processor's time, which other programs disturb less than the
/// clock on the wall; `writers.py` prints the same of other people's.
enum Writers {
  /// Prints a line for each format, written to memory that is emptied as it fills, and one written to files, hashed and
  /// waited for until they are on the disk.
  static func measure(_ dataset: Dataset, folder: String) throws {
    for entry in ExporterRegistry.entries {
      var size = 0
      let name = entry.make(ExportOptions()).format.files[0].format
      try line("\(name): isnad") {
        size = write(dataset, with: entry.make(ExportOptions()))
        return size
      }
      try line("\(name): isnad, to files, hashed, on the disk") {
        let written = try FormatWriter.write(dataset, with: entry.make(ExportOptions()), into: folder)
        try Memory.remove(written.resources.map { folder + "/" + $0.file.path })
        return size
      }
    }
  }

  /// Writes a data set to memory that is emptied as it fills.
  ///
  /// - Returns: How many bytes were written.
  static func write(_ dataset: Dataset, with maker: any Exporter) -> Int {
    var exporter = maker
    var output = OutputBuffers(count: exporter.format.files.count)
    var size = 0
    func empty(above limit: Int) {
      for index in output.indices where output[index].count > limit {
        size += output[index].count
        output[index].removeAll()
      }
    }
    exporter.begin(ExportHeader(dataset), to: &output)
    for record in dataset.articles {
      exporter.article(record, to: &output)
      empty(above: 1 << 18)
    }
    for record in dataset.entities {
      exporter.entity(record, to: &output)
      empty(above: 1 << 18)
    }
    for record in dataset.events {
      exporter.event(record, to: &output)
      empty(above: 1 << 18)
    }
    exporter.end(to: &output)
    empty(above: 0)
    while exporter.drain(to: &output) { empty(above: 0) }
    return size
  }

  /// Prints the median of nine runs.
  private static func line(_ name: String, _ body: () throws -> Int) throws {
    var (times, size) = ([Double](), 0)
    for _ in 0..<9 {
      let start = seconds()
      size = try body()
      times.append(seconds() - start)
    }
    Clock.line(name, nanoseconds: times.sorted()[4] * 1e9, bytes: size)
  }

  /// The processor's time of this process, in seconds.
  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
