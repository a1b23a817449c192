internal import EventModel
internal import Exporters
internal import JSON
internal import Normalizer
internal import Spill

/// The records of a data set on the disk, as JSON, for formats to go through.
struct SpooledDataset: DatasetRecords {
  /// Records one behind another.
  private struct Spool {
    let file: SpillFile
    /// Where they begin.
    var starts: [Int] = []

    mutating func append(_ bytes: [UInt8]) throws(Diagnostic) {
      starts.append(try file.append(bytes))
    }

    func forEach(_ body: (RecordFields) throws(Diagnostic) -> Void) throws(Diagnostic) {
      for (number, start) in starts.enumerated() {
        let end = number + 1 < starts.count ? starts[number + 1] : file.count
        try body(RecordFields(JSONBytes.value(try file.bytes(start..<end)), title: "a spilled record"))
      }
    }
  }

  private var articles: Spool
  private let entities: [Entity]
  private var events: Spool
  /// The wholes of events that are parts.
  private let wholes: [RecordID: RecordID]
  private(set) var counts = DatasetCounts()

  /// Writes out what a corpus gives.
  ///
  /// - Parameters:
  ///   - folder: The folder on whose disk it takes its room.
  ///   - jobs: How many records are put together at the same time.
  /// - Throws: What the operating system refused.
  init(_ corpus: ResolvedCorpus, folder: String, jobs: Int) async throws {
    var (articles, events) = (Spool(file: try SpillFile(in: folder)), Spool(file: try SpillFile(in: folder)))
    var (counts, counted) = (DatasetCounts(), [Event]())
    try await forEachInOrder(0..<corpus.articleCount, jobs: jobs) { number in
      Result { () throws(Diagnostic) in
        var json = JSONWriter()
        json.article(try corpus.article(number))
        return json.bytes
      }
    } consume: {
      try articles.append(try $0.get())
      counts.articles += 1
    }
    try await forEachInOrder(0..<corpus.eventCount, jobs: jobs) { number in
      Result { () throws(Diagnostic) in
        let event = try corpus.event(number)
        var json = JSONWriter()
        json.event(event)
        return (event: event, json: json.bytes)
      }
    } consume: { result in
      let (event, json) = try result.get()
      try events.append(json)
      counts.add(event)
      if event.count != nil { counted.append(event) }
    }
    entities = corpus.entities
    counts.entities = entities.count
    wholes = PartWhole.wholes(among: counted)
    (self.articles, self.events, self.counts) = (articles, events, counts)
  }

  func forEachArticle(_ body: (Article) throws(Diagnostic) -> Void) throws(Diagnostic) {
    try articles.forEach { fields throws(Diagnostic) in try body(Article(fields)) }
  }

  func forEachEntity(_ body: (Entity) throws(Diagnostic) -> Void) throws(Diagnostic) {
    for entity in entities { try body(entity) }
  }

  func forEachEvent(_ body: (Event) throws(Diagnostic) -> Void) throws(Diagnostic) {
    try events.forEach { fields throws(Diagnostic) in
      var event = try Event(fields)
      event.partOf = wholes[event.id]
      try body(event)
    }
  }
}

extension ResolvedCorpus {
  /// All records: in memory, or on the disk where the articles are there too.
  ///
  /// - Parameter jobs: How many records are put together at the same time.
  /// - Throws: What the operating system refused.
  func records(jobs: Int) async throws -> any DatasetRecords {
    guard let folder else { return try dataset() }
    return try await SpooledDataset(self, folder: folder, jobs: jobs)
  }
}
