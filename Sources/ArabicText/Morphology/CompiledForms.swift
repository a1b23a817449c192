/// The forms of verbs and everyday words as a tool compiled them when the program was built: reading them takes a fraction of
/// the time in which rules make and tell apart as many words.
///
/// Everything is text, because that is what can be embedded.
package struct CompiledForms: Sendable {
  /// The folded words, one after another.
  private let letters: StaticString
  /// The length of each word in bytes, as a character: see ``digit(_:)``.
  private let lengths: StaticString
  /// For each word the verbs that it is a form of, five characters each (three of the verb's number, two of the form), and
  /// a mark behind them.
  private let readings: StaticString
  /// The perfect and imperfect of each verb, with a slash between and a line feed behind them.
  private let verbs: StaticString

  /// Takes what ``Writer`` wrote.
  package init(letters: StaticString, lengths: StaticString, readings: StaticString, verbs: StaticString) {
    self.letters = letters
    self.lengths = lengths
    self.readings = readings
    self.verbs = verbs
  }

  /// Makes a vocabulary of the words.
  ///
  /// - Parameter room: For how many other words there is room at once.
  package func vocabulary(room: Int) -> Vocabulary {
    letters.withUTF8Buffer { letters in
      lengths.withUTF8Buffer { lengths in
        Vocabulary(folded: letters, lengths: lengths.lazy.map { Int(Self.value($0)) }, room: room)
      }
    }
  }

  /// Hands over the perfect and imperfect of each verb, as `زار/يزور`, in the order of their numbers.
  package func forEachVerb(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    verbs.withUTF8Buffer { verbs in
      for pair in verbs.split(separator: 0x0A) { body(UnsafeBufferPointer(rebasing: pair)) }
    }
  }

  /// Hands over each verb that each word is a form of, by number, and each everyday word.
  package func forEachReading(
    _ reading: (_ word: Symbol, _ verb: Int, VerbForm) -> Void, everyday: (_ word: Symbol) -> Void
  ) {
    readings.withUTF8Buffer { bytes in
      var word: UInt32 = 1
      var index = 0
      while index < bytes.count {
        if bytes[index] >= Self.end {
          if bytes[index] == Self.everydayEnd { everyday(Symbol(rawValue: word)) }
          word += 1
          index += 1
          continue
        }
        let verb = Self.value(bytes[index]) << 12 | Self.value(bytes[index + 1]) << 6 | Self.value(bytes[index + 2])
        let form = Self.value(bytes[index + 3]) << 6 | Self.value(bytes[index + 4])
        reading(Symbol(rawValue: word), Int(verb), VerbForm(bits: UInt8(truncatingIfNeeded: form)))
        index += 5
      }
    }
  }

  /// Behind a word's verbs.
  private static let end: UInt8 = 0x7D
  /// Behind the verbs of an everyday word.
  private static let everydayEnd: UInt8 = 0x7E

  private static func digit(_ value: Int) -> UInt8 { UInt8(0x30 + value & 0x3F) }

  private static func value(_ digit: UInt8) -> UInt32 { UInt32(digit &- 0x30) }
}

extension CompiledForms {
  /// Collects words and writes them.
  package struct Writer {
    /// What one spelling is.
    private struct Word {
      var verbs: [(number: Int, form: VerbForm)] = []
      var isEveryday = false
    }

    private var vocabulary = Vocabulary()
    /// The words in the order of their symbols.
    private var words: [Word] = []
    private var verbs: [String] = []
    private var known: Set<String> = []

    /// Makes a writer of no words.
    package init() {}

    /// Adds all forms of a verb, given as `perfect/imperfect`, once.
    ///
    /// - Returns: Whether it is a verb.
    package mutating func add(verb pair: UnsafeBufferPointer<UInt8>) -> Bool {
      var conjugation = Conjugation()
      guard conjugation.conjugate(pair: pair) else { return false }
      let name = String(decoding: pair, as: UTF8.self)
      guard known.insert(name).inserted else { return true }
      conjugation.forEach { form, letters in
        let place = place(of: vocabulary.intern(utf8: letters))
        words[place].verbs.append((verbs.count, form))
      }
      verbs.append(name)
      return true
    }

    /// Adds an everyday word and its forms.
    package mutating func add(everyday word: UnsafeBufferPointer<UInt8>) {
      var symbols: [Symbol] = []
      EverydayWord.intern(word, &vocabulary) { symbols.append($0) }
      for symbol in symbols { words[place(of: symbol)].isEveryday = true }
    }

    /// The place of a symbol in the list of words, which grows where the symbol is new.
    private mutating func place(of symbol: Symbol) -> Int {
      let place = Int(symbol.rawValue) - 1
      if place == words.count { words.append(Word()) }
      return place
    }

    /// The arguments of ``CompiledForms/init(letters:lengths:readings:verbs:)``, in order; nil where a word is too long to
    /// be written.
    package var parts: [String]? {
      var (letters, lengths, readings): ([UInt8], [UInt8], [UInt8]) = ([], [], [])
      for (index, word) in words.enumerated() {
        let bytes = vocabulary.bytes(of: Symbol(rawValue: UInt32(index + 1)))
        guard bytes.count < 64 else { return nil }
        letters += bytes
        lengths.append(digit(bytes.count))
        for (number, form) in word.verbs {
          readings += [digit(number >> 12), digit(number >> 6), digit(number), digit(Int(form.bits) >> 6)]
          readings.append(digit(Int(form.bits)))
        }
        readings.append(word.isEveryday ? everydayEnd : end)
      }
      let text = [letters, lengths, readings].map { String(decoding: $0, as: UTF8.self) }
      return text + [verbs.map { $0 + "\n" }.joined()]
    }
  }
}
