/// What a code point is to the tokenizer.
enum CharacterClass: UInt8 {
  case arabicLetter
  /// A mark that belongs to the word it stands in: tashkeel, zero-width and bidi marks.
  case wordMark
  case tatweel
  case digit
  case otherLetter
  case space
  case lineBreak
  case punctuation

  /// The class, the length in bytes and the value of the code point that begins at `index` of valid UTF-8.
  @inline(__always)
  static func scan(_ bytes: Span<UInt8>, at index: Int) -> (class: CharacterClass, length: Int, scalar: UInt32) {
    let lead = bytes[index]
    if lead < 0x80 { return (ascii(lead), 1, UInt32(lead)) }
    if lead < 0xE0 {
      let scalar = UInt32(lead & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
      return (twoBytes(scalar), 2, scalar)
    }
    if lead < 0xF0 {
      let scalar = UInt32(lead & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
      return (threeBytes(scalar), 3, scalar)
    }
    let scalar =
      UInt32(lead & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12 | UInt32(bytes[index + 2] & 0x3F) << 6
      | UInt32(bytes[index + 3] & 0x3F)
    return (.punctuation, 4, scalar)
  }

  private static func ascii(_ byte: UInt8) -> CharacterClass {
    switch byte {
    case 0x30...0x39: .digit
    case 0x41...0x5A, 0x61...0x7A: .otherLetter
    case 0x0A, 0x0D: .lineBreak
    case 0...0x20, 0x7F: .space
    default: .punctuation
    }
  }

  private static func twoBytes(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0xA0: .space
    case 0x80...0xBF, 0xD7, 0xF7: .punctuation
    case 0xC0...0x5FF: .otherLetter
    case 0x600...0x60F, 0x61B, 0x61D...0x61F, 0x66A...0x66D, 0x6D4: .punctuation
    case 0x610...0x61A, 0x61C, 0x64B...0x65F, 0x670, 0x6D6...0x6ED: .wordMark
    case 0x640: .tatweel
    case 0x660...0x669, 0x6F0...0x6F9: .digit
    case 0x620...0x6FF, 0x750...0x77F: .arabicLetter
    default: .otherLetter
    }
  }

  private static func threeBytes(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: .wordMark
    case 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
    case 0x2028, 0x2029: .lineBreak
    case 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFE: .arabicLetter
    case 0x2010...0x2BFF, 0x3001...0x303F, 0xFE00...0xFE6F, 0xFF00...0xFF20, 0xFFF0...0xFFFF: .punctuation
    default: .otherLetter
    }
  }
}
