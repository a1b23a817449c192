import BundledTables
import EventModel
import Exporters
import Lexicon
import Normalizer
import Readers

/// Measures the stages; `stages.py` asks for one after another, each in a process of its own, and makes a table of them.
///
/// ```
/// isnad-benchmarks stages                             the names of the stages
/// isnad-benchmarks time STAGE CORPUS FOLDER           median of five runs in ns, bytes of one run, peak of memory in bytes
/// isnad-benchmarks run STAGE TIMES CORPUS FOLDER      nothing but the stage, so often: for a counter of instructions
/// isnad-benchmarks writers CORPUS FOLDER              the writers as `writers.py` measures other people's
/// isnad-benchmarks memory FORMAT EVENTS FOLDER        the peak of memory of a writer
/// ```
@main
enum Benchmarks {
  /// A corpus that is smaller is repeated: short runs are mostly noise.
  private static let timed = 2_000_000

  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, arguments.count) {
    case ("stages", 1):
      for name in Stage.names { print(name) }
    case ("time", 4):
      let stage = try Stage.named(arguments[1], corpus: arguments[2], minimum: timed, folder: arguments[3])
      let nanoseconds = try Clock.median(of: arguments[1], stage.run)
      print(Int(nanoseconds), stage.bytes ?? 0, Memory.peak)
    case ("run", 5):
      guard let times = Int(arguments[2]) else { fallthrough }
      let stage = try Stage.named(arguments[1], corpus: arguments[3], minimum: 0, folder: arguments[4])
      for _ in 0..<times { try stage.run() }
    case ("writers", 3):
      try Writers.measure(try dataset(of: arguments[1]), folder: arguments[2])
    case ("memory", 4):
      guard let events = Int(arguments[2]) else { fallthrough }
      try Memory.measure(format: arguments[1], events: events, folder: arguments[3])
    default:
      throw Diagnostic("usage", "isnad-benchmarks stages | time | run | writers | memory: see Benchmarks.swift")
    }
  }

  /// The data set of a corpus.
  private static func dataset(of corpus: String) throws -> Dataset {
    let lexicon = try Lexicon.bundled()
    let (reader, normalizer) = (
      try DocumentReader(lexicon: lexicon), try Normalizer(lexicon: lexicon, images: CompiledTables.images)
    )
    let documents = try Corpus(path: corpus, minimum: timed).records.compactMap { try? reader.read($0) }
    return try Resolution.resolve(documents.flatMap { normalizer.normalize($0) })
  }
}
