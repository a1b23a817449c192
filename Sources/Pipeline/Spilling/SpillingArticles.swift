internal import EventModel
internal import Exporters
internal import JSON
internal import Normalizer
internal import Spill
internal import Synchronization

/// What articles give, in memory as long as there is room for all, and then on the disk, as JSON.
final class SpillingArticles: ArticleStore {
  private struct State {
    /// The articles, as long as they are in memory.
    var held: [ArticleRecords] = []
    /// About how many bytes they take.
    var footprint = 0
    /// Where they are from then on, and where each stands in it.
    var file: SpillFile?
    var places: [Range<Int>] = []
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
    let found = state.withLock { state -> (held: ArticleRecords?, file: SpillFile?, place: Range<Int>) in
      state.file == nil ? (state.held[number], nil, 0..<0) : (nil, state.file, state.places[number])
    }
    if let held = found.held { return held }
    return try ArticleRecords(
      RecordFields(JSONBytes.value(try found.file?.bytes(found.place) ?? []), title: "a spilled article"))
  }

  private static func append(_ records: ArticleRecords, to file: SpillFile) throws(Diagnostic) -> Range<Int> {
    var json = JSONWriter()
    json.records(records)
    let start = try file.append(json.bytes)
    return start..<(start + json.bytes.count)
  }
}
