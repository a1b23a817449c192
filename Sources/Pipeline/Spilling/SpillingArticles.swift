internal import EventModel
internal import Exporters
internal import JSON
internal import Normalizer
internal import Spill
internal import Synchronization

/// What articles give, in memory as long as there is room for all, and then on the disk: as JSON, but for the hashes, which are
/// most of it and stand behind it as they are.
final class SpillingArticles: ArticleStore {
  private struct State {
    /// The articles, as long as they are in memory.
    var held: [ArticleRecords] = []
    /// About how many bytes they take.
    var footprint = 0
    /// Where they are from then on, and where each stands in it.
    var file: SpillFile?
    var places: [Place] = []
  }

  /// Where an article stands in the file.
  private struct Place {
    /// Where its JSON begins.
    var start: Int
    /// How many bytes the JSON has.
    var json: Int32
    /// How many hashes its sketch has, which come next, and how many its pairs, which come last.
    var shingles: Int32
    var pairs: Int32
    /// The number of shingles of its body, of which the sketch has some.
    var body: Int32

    /// Where the sketch begins.
    var sketch: Int { start + Int(json) }
    /// Where its pairs begin.
    var pair: Int { sketch + 4 * Int(shingles) }
    var end: Int { pair + 4 * Int(pairs) }
  }

  private let limit: Int
  private let place: String
  private let state = Mutex(State())

  /// Makes a store that holds nothing.
  ///
  /// - Parameters:
  ///   - limit: About how many bytes of memory it may take.
  ///   - folder: The folder on whose disk it takes its room.
  init(limit: Int, folder: String) {
    self.limit = limit
    place = folder
  }

  var count: Int { state.withLock { $0.file == nil ? $0.held.count : $0.places.count } }

  var folder: String? { state.withLock { $0.file == nil ? nil : place } }

  func append(_ records: ArticleRecords) throws(Diagnostic) {
    try state.withLock { state throws(Diagnostic) in
      if let file = state.file {
        state.places.append(try Self.append(records, to: file))
        return
      }
      state.held.append(records)
      state.footprint += records.footprint
      guard state.footprint > limit else { return }
      let file = try SpillFile(in: place)
      for records in state.held { state.places.append(try Self.append(records, to: file)) }
      (state.file, state.held) = (file, [])
    }
  }

  func replace(_ number: Int, by records: ArticleRecords) throws(Diagnostic) {
    try state.withLock { state throws(Diagnostic) in
      if let file = state.file {
        state.places[number] = try Self.append(records, to: file)
      } else {
        state.held[number] = records
      }
    }
  }

  func records(_ number: Int) throws(Diagnostic) -> ArticleRecords {
    let found = self.found(number)
    guard let (file, place) = found.spilled else { return found.held[number] }
    let bytes = try file.bytes(place.start..<place.end)
    let json = Array(bytes[..<Int(place.json)])
    var records = try ArticleRecords(RecordFields(JSONBytes.value(json), title: "a spilled article"))
    records.sketch = try Self.sketch(bytes[(place.sketch - place.start)..<(place.pair - place.start)], of: place)
    records.pairs = WordPairs(Self.hashes(bytes[(place.pair - place.start)...]))
    return records
  }

  func sketch(_ number: Int) throws(Diagnostic) -> ShingleSketch {
    let found = self.found(number)
    guard let (file, place) = found.spilled else { return found.held[number].sketch }
    return try Self.sketch(try file.bytes(place.sketch..<place.pair)[...], of: place)
  }

  /// The articles where they are in memory, or where one is in the file.
  private func found(_ number: Int) -> (held: [ArticleRecords], spilled: (SpillFile, Place)?) {
    state.withLock { state in (state.held, state.file.map { ($0, state.places[number]) }) }
  }

  private static func append(_ records: ArticleRecords, to file: SpillFile) throws(Diagnostic) -> Place {
    let (sketch, pairs) = (records.sketch, records.pairs.hashes)
    var bare = records
    bare.sketch = ShingleSketch([])
    bare.pairs = WordPairs([])
    var json = JSONWriter()
    json.records(bare)
    var bytes = json.bytes
    let count = bytes.count
    for hashes in [sketch.hashes, pairs] { hashes.withUnsafeBytes { bytes += $0 } }
    let start = try file.append(bytes)
    return Place(
      start: start, json: Int32(count), shingles: Int32(sketch.hashes.count), pairs: Int32(pairs.count),
      body: Int32(clamping: sketch.count))
  }

  private static func sketch(_ bytes: ArraySlice<UInt8>, of place: Place) throws(Diagnostic) -> ShingleSketch {
    guard let sketch = ShingleSketch(hashes: hashes(bytes), count: Int(place.body)) else {
      throw Diagnostic("system", "a temporary file has changed")
    }
    return sketch
  }

  private static func hashes(_ bytes: ArraySlice<UInt8>) -> [UInt32] {
    bytes.withUnsafeBytes { bytes in
      (0..<bytes.count / 4).map { bytes.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self) }
    }
  }
}
