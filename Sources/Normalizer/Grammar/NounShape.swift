/// What the letters of a noun tell of it.
struct NounShape {
  /// Whether it ends like a feminine noun or a feminine plural.
  let isFeminine: Bool
  /// Whether it ends like a plural of men, with or without ن.
  let isPluralOfPersons: Bool
  /// Whether it has the pattern of a masdar of a derived verb: استفعال، افتعال، إفعال، تفعيل، مفاعلة.
  let isMasdar: Bool

  /// - Parameter isDefinite: Whether an article is among its letters.
  init(_ bytes: some Collection<UInt8>, isDefinite: Bool) {
    var letters: [UInt16] = []
    var lead: UInt8?
    for byte in bytes {
      if let first = lead {
        let letter = UInt16(first) << 8 | UInt16(byte)
        lead = nil
        // Vowel signs and tatweel are no letters.
        if letter >= 0xD98B && letter <= 0xD992 || letter == 0xD980 { continue }
        letters.append(letter)
      } else {
        lead = byte
      }
    }
    if isDefinite, let article = letters.firstIndex(of: Self.lam) { letters.removeFirst(article + 1) }
    let last = letters.last ?? 0
    let second = letters.dropLast().last ?? 0
    isFeminine = last == Self.taMarbuta || last == Self.ta && second == Self.alif && letters.count > 3
    isPluralOfPersons = last == Self.waw || last == Self.nun && second == Self.waw
    let first = letters.first ?? 0
    isMasdar =
      letters.count > 4 && second == Self.alif && [Self.alif, Self.alifBelow, Self.alifAbove].contains(first)
      || letters.count > 4 && second == Self.ya && first == Self.ta
      || letters.count > 5 && last == Self.taMarbuta && first == Self.mim && letters[2] == Self.alif
  }

  private static let alif: UInt16 = 0xD8A7
  private static let alifAbove: UInt16 = 0xD8A3
  private static let alifBelow: UInt16 = 0xD8A5
  private static let ta: UInt16 = 0xD8AA
  private static let taMarbuta: UInt16 = 0xD8A9
  private static let lam: UInt16 = 0xD984
  private static let mim: UInt16 = 0xD985
  private static let nun: UInt16 = 0xD986
  private static let waw: UInt16 = 0xD988
  private static let ya: UInt16 = 0xD98A
}
