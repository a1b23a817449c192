internal import ArabicText

/// Known foreign persons under spellings that the tables do not list: a foreign name is written by ear, غ or ج for g, with or
/// without letters for its vowels («رجب طيب أردوجان», «بنيامين نيتانياهو»).
///
/// Arabic names are left out, because their vowels tell them apart (حسن, حسين). A first name that is another one in the table
/// of first names is another person's.
struct NameVariants: Sendable {
  fileprivate struct Slot: Sendable {
    /// 0 in a free slot.
    var key: UInt64 = 0
    /// -1 where two persons would be meant.
    var person: Int32 = 0
    /// The row of its first name, -1 where the table has none.
    var given: Int32 = -1
  }

  private var slots = Array(repeating: Slot(), count: 16)
  private var count = 0
  /// The rows of first names, by their folded letters.
  private var givenRows = ByteMap<Int32>()
  /// The rows of first names that only women have.
  private var women: Set<Int32> = []
  /// A name's folded letters, while names are added.
  private var folded: [UInt8] = []

  init() {}

  /// Adds the spelling of a first name.
  mutating func add(given name: UnsafeBufferPointer<UInt8>, row: Int, isWoman: Bool) {
    folded.removeAll(keepingCapacity: true)
    Folding.fold(name.span, into: &folded)
    folded.withUnsafeBufferPointer { givenRows.set($0, Int32(row)) }
    if isWoman { women.insert(Int32(row)) }
  }

  /// Whether a name begins with a first name that only women have.
  func isWoman(_ name: String) -> Bool { women.contains(row(of: Folding.fold(name))) }

  /// Adds a name of a person, by number; first names must be there already.
  mutating func add(_ name: UnsafeBufferPointer<UInt8>, _ person: Int) {
    folded.removeAll(keepingCapacity: true)
    Folding.fold(name.span, into: &folded)
    guard let key = Self.key(folded) else { return }
    if (count + 1) * 2 > slots.count {
      let old = slots
      slots = Array(repeating: Slot(), count: old.count * 2)
      for slot in old where slot.key != 0 { slots[place(slot.key)] = slot }
    }
    let place = place(key)
    if slots[place].key == 0 {
      count += 1
      slots[place] = Slot(key: key, person: Int32(person), given: row(of: folded))
    } else if slots[place].person != Int32(person) {
      slots[place].person = -1
    }
  }

  /// The one known person whose name may be spelled so.
  func person(_ name: String) -> Int? {
    let folded = Folding.fold(name)
    guard let key = Self.key(folded) else { return nil }
    let slot = slots[place(key)]
    guard slot.key != 0, slot.person >= 0 else { return nil }
    let given = row(of: folded)
    return given == slot.given || given < 0 || slot.given < 0 ? Int(slot.person) : nil
  }

  private func place(_ key: UInt64) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: key >> 24) & mask
    while slots[index].key != 0, slots[index].key != key { index = (index + 1) & mask }
    return index
  }

  private func row(of name: [UInt8]) -> Int32 {
    let end = name.firstIndex(of: 0x20) ?? name.count
    return name.withUnsafeBufferPointer { givenRows[UnsafeBufferPointer(rebasing: $0[..<end])] } ?? -1
  }

  /// What all spellings of a name have in common: its words without the vowels inside them, doubled letters once. Nil for a
  /// name of one word or of few consonants.
  private static func key(_ name: [UInt8]) -> UInt64? {
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    var (words, consonants) = (1, 0)
    var previous: UInt16 = 0x20
    var index = 0
    while index < name.count {
      guard name[index] >= 0x80, index + 1 < name.count else {
        if name[index] == 0x20 {
          words += 1
          previous = 0x20
          key = (key ^ 0x20) &* 0x100_0000_01B3
        }
        index += 1
        continue
      }
      let letter = sound(UInt16(name[index]) << 8 | UInt16(name[index + 1]))
      index += 2
      let isInside = previous != 0x20 && index < name.count && name[index] != 0x20
      let isVowel = isVowel(letter)
      if isVowel && isInside || letter == previous {
        previous = letter
        continue
      }
      previous = letter
      if !isVowel { consonants += 1 }
      key = (key ^ UInt64(letter)) &* 0x100_0000_01B3
    }
    return words >= 2 && consonants >= 5 ? key : nil
  }

  /// Whether a letter is ا, و, ي or a seat of hamza.
  private static func isVowel(_ letter: UInt16) -> Bool {
    switch letter {
    case 0xD8A7, 0xD988, 0xD98A, 0xD8A6, 0xD8A4, 0xD8A1: true
    default: false
    }
  }

  /// One letter for those that are written for one another.
  private static func sound(_ letter: UInt16) -> UInt16 {
    switch letter {
    case 0xD8BA, 0xDA86, 0xDAAF: 0xD8AC  // غ چ گ: ج
    case 0xDAA4: 0xD981  // ڤ: ف
    case 0xD9BE: 0xD8A8  // پ: ب
    case 0xD989: 0xD98A  // ى: ي
    case 0xD8A9: 0xD987  // ة: ه
    default: letter
    }
  }
}

extension NameVariants: Imaged {
  init(from image: inout ImageReader) {
    slots = (image.read() as ImagedSlots).slots
    count = image.read()
    givenRows = image.read()
    women = image.read()
  }

  func write(to image: inout ImageWriter) { image.write(ImagedSlots(slots), count, givenRows, women) }
}

extension NameVariants.Slot: ImagedSlot {
  static var free: Self { Self() }
  var isFree: Bool { key == 0 }

  init(from image: inout ImageReader) {
    self.init(key: image.read(), person: image.read(), given: image.read())
  }

  func write(to image: inout ImageWriter) { image.write(key, person, given) }
}
