package import ArabicText
package import EventModel
internal import Lexicon

/// Events of world politics with their dates, found by the names that news use for them.
package struct KnownEvents: Sendable {
  /// One event.
  package struct Event: Sendable {
    /// The row's id.
    package var id: String
    /// When it was; a term of office is an interval.
    package var date: EDTFDate
    /// Whether it is a term of office, or another state that lasts as long as the date.
    package var isState: Bool
    /// Whether news speaks of it before it is held, so that its name alone does not say that it has been.
    package var isPlanned: Bool
    /// Whether it is a war, whose date is its first day.
    package var isWar: Bool
    /// Words of which one must be in the sentence for a name to mean this event; empty where the name is enough.
    package var near: [Symbol]
    /// Who invaded whom, where one state did.
    package var parties: Parties?
  }

  /// The two states of an invasion, by their ISO codes.
  package struct Parties: Sendable, Hashable {
    /// Who did it.
    package var invader: String
    /// To whom it was done.
    package var invaded: String
  }

  /// A wording, and the events that it can mean.
  struct Name: Sendable {
    /// The folded words, with single spaces.
    var form: [UInt8]
    var events: [Int]
  }

  /// All events, in the table's order.
  package private(set) var events: [Event] = []
  private(set) var names: [Name] = []

  /// Reads the table.
  ///
  /// - Throws: A diagnostic with file and line where a date is no EDTF or a name is missing.
  init(lexicon: Lexicon, vocabulary: inout Vocabulary) throws(Diagnostic) {
    var numbers = ByteMap<Int>(capacity: 4096)
    var folded: [UInt8] = []
    for row in lexicon.rows("known-events") {
      guard let date = EDTFDate(utf8: row.utf8("edtf").span) else {
        throw row.fault("known-event-date", "“\(row["edtf"])” is no EDTF date", in: "edtf")
      }
      let kind = row["kind"]
      guard ["event", "planned", "war", "state"].contains(kind) else {
        throw row.fault("known-event-kind", "“\(kind)” is none of event, planned, war and state", in: "kind")
      }
      let number = events.count
      events.append(
        Event(
          id: row["id"], date: date, isState: kind == "state", isPlanned: kind == "planned", isWar: kind == "war",
          near: Self.near(row, &folded, &vocabulary), parties: try Self.parties(row)))
      var isNamed = false
      for name in row.values("names") {
        isNamed = true
        Self.forEachSpelling(of: name, &folded) { form in
          let (place, isNew) = numbers.place(of: form, orAdd: names.count)
          if isNew {
            names.append(Name(form: Array(form), events: [number]))
          } else if names[place].events.last != number {
            // Two spellings that fold to one are one name.
            names[place].events.append(number)
          }
        }
      }
      guard isNamed else { throw row.fault("known-event-name", "the event has no name", in: "names") }
    }
  }

  /// Who invaded whom: `RUS > UKR`.
  private static func parties(_ row: Table.Row) throws(Diagnostic) -> Parties? {
    let cell = row["parties"]
    if cell.isEmpty { return nil }
    let codes = cell.split(separator: " ")
    guard codes.count == 3, codes[1] == ">", codes[0].utf8.count == 3, codes[2].utf8.count == 3 else {
      throw row.fault("known-event-parties", "“\(cell)” is not two ISO codes, as RUS > UKR", in: "parties")
    }
    return Parties(invader: String(codes[0]), invaded: String(codes[2]))
  }

  /// The words of which one must be near.
  private static func near(
    _ row: Table.Row, _ folded: inout [UInt8], _ vocabulary: inout Vocabulary
  ) -> [Symbol] {
    var symbols: [Symbol] = []
    for word in row.values("near") {
      forEachSpelling(of: word, &folded) { symbols.append(vocabulary.intern(folded: $0.span)) }
    }
    return symbols
  }

  /// Hands over all spellings, folded, of a name whose words may have alternatives joined by `/`: تنصيب ترمب/ترامب.
  ///
  /// - Parameter folded: Room for the folded name.
  private static func forEachSpelling(
    of name: UnsafeBufferPointer<UInt8>, _ folded: inout [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    folded.removeAll(keepingCapacity: true)
    Folding.fold(name.span, into: &folded)
    guard folded.contains(0x2F) else { return folded.withUnsafeBufferPointer(body) }
    var made: [[UInt8]] = [[]]
    for word in folded.split(separator: 0x20) {
      let alternatives = word.split(separator: 0x2F)
      made = made.flatMap { start in alternatives.map { start.isEmpty ? Array($0) : start + [0x20] + $0 } }
    }
    for spelling in made { spelling.withUnsafeBufferPointer(body) }
  }

  /// The events that a name at some tokens can mean, by the words around it.
  func candidates(_ name: Int, at token: Int, in text: TokenizedText) -> [Event] {
    let all = names[name].events.map { events[$0] }
    guard all.contains(where: { !$0.near.isEmpty }) else { return all }
    let number = text.sentence(of: token)
    guard number < text.sentences.count else { return [] }
    let sentence = text.sentences[number].tokens
    var close = all.filter { Self.speaks(text, sentence, of: $0.near) }
    if close.isEmpty, all.contains(where: \.isWar) {
      // A war is spoken of throughout an article; its parties need not be named in each sentence.
      close = all.filter { $0.isWar && Self.speaks(text, 0..<text.tokens.count, of: $0.near) }
    }
    return close.isEmpty ? all.filter { $0.near.isEmpty } : close
  }

  /// Whether some word in a range of tokens has one of a few stems.
  private static func speaks(_ text: TokenizedText, _ tokens: Range<Int>, of stems: [Symbol]) -> Bool {
    guard !stems.isEmpty else { return false }
    for token in tokens {
      let range = text.tokens[token].analyses
      for place in Int(range.lowerBound)..<Int(range.upperBound) where stems.contains(text.analyses[place].stem) {
        return true
      }
    }
    return false
  }

  /// The event that a name means when it is spoken of on some day: the latest that had begun, or the only one.
  func event(_ name: Int, at token: Int, in text: TokenizedText, on day: CivilDay) -> Event? {
    let candidates = candidates(name, at: token, in: text)
    if candidates.count == 1 { return candidates[0] }
    return candidates.filter { ($0.date.earliest ?? day) <= day }
      .max { ($0.date.earliest ?? day) < ($1.date.earliest ?? day) }
  }
}

extension KnownEvents: Imaged {
  init(from image: inout ImageReader) {
    events = image.read()
    names = image.read()
  }

  func write(to image: inout ImageWriter) { image.write(events, names) }
}

extension KnownEvents.Event: Imaged {
  init(from image: inout ImageReader) {
    self.init(
      id: image.read(), date: image.read(), isState: image.read(), isPlanned: image.read(), isWar: image.read(),
      near: image.read(), parties: image.read())
  }

  func write(to image: inout ImageWriter) { image.write(id, date, isState, isPlanned, isWar, near, parties) }
}

extension KnownEvents.Parties: Imaged {
  init(from image: inout ImageReader) {
    self.init(invader: image.read(), invaded: image.read())
  }

  func write(to image: inout ImageWriter) { image.write(invader, invaded) }
}

extension KnownEvents.Name: Imaged {
  init(from image: inout ImageReader) {
    self.init(form: image.read(), events: image.read())
  }

  func write(to image: inout ImageWriter) { image.write(form, events) }
}
