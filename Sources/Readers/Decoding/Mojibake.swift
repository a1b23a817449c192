/// Finds text that somebody decoded with the wrong encoding and stored so: its characters are not the author's.
///
/// Three kinds are known: UTF-8 that was read as a code page (`Ø§Ù„` and `ط§ظ„` for `ال`), an Arabic code page that was
/// read as the Western one or as the other Arabic one (`ÇáÚÑÈ` for `العرب`), and replacement characters where something was lost. A few
/// characters in a good text are left alone.
struct Mojibake: Sendable {
  let letters: LetterModel

  /// The first of the wrong characters.
  struct Finding: Equatable {
    /// In bytes of the text from 0.
    var offset: Int
    /// What is wrong.
    var reason: String
  }

  /// Looks at a text in UTF-8.
  func find(in text: [UInt8]) -> Finding? {
    guard text.withUnsafeBytes({ MojibakeSign.isFound(in: $0) }) else { return nil }
    var scan = MojibakeScan()
    text.withUnsafeBufferPointer { scan.read($0) }
    if let first = scan.firstReplacement, scan.replacements * 1000 >= scan.characters {
      return Finding(offset: first, reason: "the text has lost characters: \(scan.replacements) are U+FFFD")
    }
    let good = scan.arabic - scan.arabicInPairs
    if let first = scan.firstPair, scan.pairs >= 12 && scan.pairs * 50 > good || scan.pairs >= 4 && scan.pairs > good {
      return Finding(offset: first, reason: "the text is UTF-8 that was decoded as \(scan.page.name) and stored so")
    }
    // Accented letters in the place of Arabic ones; French has less, and does not read as Arabic.
    guard scan.accented >= 16, scan.accented * 8 > good else { return nil }
    let misreadings =
      [("windows-1252", Self.western(text)), ("windows-1256", CodePage.windows1256.encode(text))] as [(String, [UInt8])]
    for (name, bytes) in misreadings {
      let page = EncodingDetector(letters: letters).codePage(of: bytes)
      guard let page, page.rawValue != name else { continue }
      let reason = "the text is \(page.rawValue) that was decoded as \(name) and stored so"
      return Finding(offset: text.firstIndex { $0 == 0xC3 } ?? 0, reason: reason)
    }
    return nil
  }

  /// The bytes that a text was before it was decoded as Latin-1; a space for what that has not.
  private static func western(_ text: [UInt8]) -> [UInt8] {
    String(decoding: text.prefix(1 << 16), as: UTF8.self).unicodeScalars
      .map { UInt8(exactly: $0.value) ?? UInt8(ascii: " ") }
  }
}

/// What is counted on the way through a text.
private struct MojibakeScan {
  var characters = 0
  /// Arabic letters.
  var arabic = 0
  /// Latin letters with accents: U+00C0 to U+00FF.
  var accented = 0
  var replacements = 0
  var firstReplacement: Int?
  /// Pairs of characters, in runs of three and more, that are two bytes of an Arabic letter.
  var pairs = 0
  /// Arabic letters that such pairs are made of.
  var arabicInPairs = 0
  var firstPair: Int?
  /// The code page of the first run.
  var page = MisreadPage.western

  private var run = 0
  private var runStart = 0
  private var runArabic = 0
  private var runPages: UInt8 = 0
  /// The pages in which the last character is a first byte.
  private var open: UInt8 = 0
  private var openStart = 0
  private var openArabic = 0

  mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    let roles = MisreadPage.roles
    roles.withUnsafeBufferPointer { roles in
      var index = 0
      while index < text.count {
        let byte = text[index]
        characters += 1
        if byte < 0x80 {
          if run > 0 || open != 0 { endRun() }
          index += 1
          continue
        }
        let start = index
        var point = 0
        if byte < 0xE0 {
          point = Int(byte & 0x1F) << 6 | Int(text[index + 1] & 0x3F)
          index += 2
        } else if byte < 0xF0 {
          point = Int(byte & 0x0F) << 12 | Int(text[index + 1] & 0x3F) << 6 | Int(text[index + 2] & 0x3F)
          index += 3
          if point == 0xFFFD {
            replacements += 1
            firstReplacement = firstReplacement ?? start
          }
        } else {
          index += 4
        }
        var isArabic = 0
        if byte >= 0xD8, byte <= 0xDB {
          isArabic = 1
          arabic += 1
        } else if byte == 0xC3 {
          accented += 1
        }
        let role = point < roles.count ? roles[point] : 0
        if role == 0, open == 0, run == 0 { continue }
        take(role, isArabic, at: start)
      }
    }
    endRun()
  }

  /// Takes a character: the lower half of its role are the pages in which it is a first byte, the upper half those in
  /// which it is a second.
  private mutating func take(_ role: UInt8, _ isArabic: Int, at start: Int) {
    let closing = open & role >> 4
    if closing != 0 {
      if run == 0 || runPages & closing == 0 {
        endRun(keepingOpen: true)
        (runPages, runStart) = (closing, openStart)
      }
      runPages &= closing
      run += 1
      runArabic += openArabic + isArabic
      open = 0
      return
    }
    if open != 0 || role & 0xF == 0 { endRun() }
    (open, openStart, openArabic) = (role & 0xF, start, isArabic)
  }

  private mutating func endRun(keepingOpen: Bool = false) {
    if run >= 3 {
      pairs += run
      arabicInPairs += runArabic
      if firstPair == nil {
        firstPair = runStart
        page = MisreadPage.allCases.first { runPages & $0.bit != 0 } ?? .western
      }
    }
    (run, runArabic, runPages) = (0, 0, 0)
    if !keepingOpen { open = 0 }
  }
}

/// The code pages as which UTF-8 is read by mistake.
enum MisreadPage: UInt8, CaseIterable {
  case western, arabic, cyrillic, macintosh

  var bit: UInt8 { 1 << rawValue }

  var name: String {
    switch self {
    case .western: "windows-1252"
    case .arabic: "windows-1256"
    case .cyrillic: "windows-1251"
    case .macintosh: "macintosh"
    }
  }

  /// The characters of the bytes 0xD8 to 0xDB, with which Arabic letters begin in UTF-8.
  private var firsts: String {
    switch self {
    case .western: "ØÙÚÛ"
    case .arabic: "طظعغ"
    case .cyrillic: "ШЩЪЫ"
    case .macintosh: "ÿŸ⁄€"
    }
  }

  /// The characters of the bytes 0x80 to 0xBF, with which they end; of 0x81, 0x8D, 0x8F, 0x90 and 0x9D some have none.
  private var seconds: String {
    let latin = String(String.UnicodeScalarView((0xA0...0xBF).compactMap { Unicode.Scalar($0 as UInt32) }))
    let controls = String(String.UnicodeScalarView((0x80...0x9F).compactMap { Unicode.Scalar($0 as UInt32) }))
    switch self {
    case .western: return "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ" + latin + controls
    case .arabic: return "€پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈگ‘’“”•–—ک™ڑ›œ\u{200C}\u{200D}ںھ،؛؟" + latin
    case .cyrillic: return "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈҐЁЄЇІіґёєјЅѕї№" + latin
    case .macintosh: return "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
    }
  }

  /// By code point, up to the last that has a role: in the lower four bits the pages in which it is a first byte of an
  /// Arabic letter in UTF-8, in the upper four those in which it is a second.
  static let roles: [UInt8] = {
    var roles = [UInt8](repeating: 0, count: 0x2300)
    for page in allCases {
      for scalar in page.firsts.unicodeScalars { roles[Int(scalar.value)] |= page.bit }
      for scalar in page.seconds.unicodeScalars { roles[Int(scalar.value)] |= page.bit << 4 }
    }
    return roles
  }()
}
