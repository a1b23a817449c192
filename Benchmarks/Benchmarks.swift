import Benchmark
import EventModel
import Exporters
import Lexicon
import Normalizer
import Pipeline
import Readers

/// Prints MB/s of every stage: reading, reading and normalizing, each validator and exporter. One processor, medians;
/// what is read lies in memory, what is validated in files.
///
/// Usage: `isnad-benchmarks CORPUS EXPORT`; into the folder EXPORT go the files that the last stages wrote, for peers to
/// be measured on. `isnad-benchmarks memory FORMAT EVENTS FOLDER` writes that many events and prints the peak of memory.
@main
enum Benchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments
    if arguments.count == 5, arguments[1] == "memory", let events = Int(arguments[3]) {
      return try Memory.measure(format: arguments[2], events: events, folder: arguments[4])
    }
    guard arguments.count == 3 else { throw Diagnostic("usage", "isnad-benchmarks CORPUS EXPORT") }
    let corpus = try Corpus(path: arguments[1], minimum: 2_000_000)
    let lexicon = try Lexicon.bundled()
    let reader = try DocumentReader(lexicon: lexicon)
    let normalizer = try Normalizer(lexicon: lexicon)
    let documents = corpus.records.compactMap { try? reader.read($0) }
    let records = documents.flatMap { normalizer.normalize($0) }
    let dataset = Resolution.resolve(records)
    print(
      "corpus: \(corpus.records.count) records, \(Table.megabytes(corpus.bytes)) MB, \(dataset.events.count) events")

    var table = Table()
    table.measure("compiling the tables") {
      keep(try DocumentReader(lexicon: lexicon))
      keep(try Normalizer(lexicon: lexicon))
    }
    table.measure("reading", bytes: corpus.bytes) {
      for record in corpus.records { keep(try? reader.read(record)) }
    }
    let texts = documents.map { RawRecord(path: "text.txt", bytes: $0.text.bytes, mediaType: .plainText) }
    table.measure("reading plain text", bytes: texts.reduce(0) { $0 + $1.bytes.count }) {
      for record in texts { keep(try? reader.read(record)) }
    }
    let pages = try Corpus(path: "Tests/Pages", minimum: 2_000_000).records.filter { $0.mediaType == .html }
    table.measure("reading web pages", bytes: pages.reduce(0) { $0 + $1.bytes.count }) {
      for record in pages { keep(try? reader.read(record)) }
    }
    table.measure("reading and normalizing", bytes: corpus.bytes) {
      for record in corpus.records {
        if let document = try? reader.read(record) { keep(normalizer.normalize(document)) }
      }
    }
    table.measure("resolving", bytes: corpus.bytes) { keep(Resolution.resolve(records)) }
    for entry in ExporterRegistry.entries {
      let written = try FormatWriter.write(dataset, with: entry.make(ExportOptions()), into: arguments[2])
      let files = written.resources.compactMap { resource in
        resource.file.schema.flatMap { SchemaSource.bundled($0) }.map {
          JudgedFile(path: arguments[2] + "/" + resource.file.path, schema: $0)
        }
      }
      table.measure("validating \(entry.name)", bytes: written.resources.reduce(0) { $0 + $1.digest.bytes }) {
        keep(try Judge.faults(of: files))
      }
    }
    try table.run()
    try Writers.measure(dataset, folder: arguments[2] + "/again")
  }
}

/// Keeps the optimizer from removing what nobody reads.
@inline(never)
func keep<Value>(_ value: Value) {}
